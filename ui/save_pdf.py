"""A finished PDF to a file: all of it or nothing."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from gplan_desktop.errors import ExportFailed
from gplan_desktop.whole_file import write_whole

LEAVES = "Filen lämnar Gplan och är inte krypterad."


def save_pdf(data: bytes, path: Path) -> None:
    """Write *data* to *path* in one move: all of it or nothing, never half a file.

    May wait a second for a virus scanner, so it belongs in the background. Raises ExportFailed
    when the folder is gone or closed to us, or the file is open in another program.
    """
    try:
        write_whole(path, lambda file: file.write(data))
    except OSError as error:
        raise ExportFailed(path) from error


def save_beside(data: bytes, folder: Path, stem: str) -> Path:
    """Write *data* to a new PDF in *folder* and return where; a number tells equal names apart.

    What lies there already is never replaced. Raises ExportFailed as save_pdf().
    """
    path = _reserve(folder, stem)
    try:
        save_pdf(data, path)
    except ExportFailed:
        path.unlink(missing_ok=True)
        raise
    return path


def _reserve(folder: Path, stem: str) -> Path:
    """Make an empty file that nobody else can take the name of meanwhile."""
    number = 1
    while True:
        path = folder / (f"{stem}.pdf" if number == 1 else f"{stem} ({number}).pdf")
        try:
            path.open("xb").close()
        except FileExistsError:
            number += 1
        except OSError as error:
            raise ExportFailed(path) from error
        else:
            return path


def ask_where(parent: QWidget, name: str) -> Path | None:
    """Ask where to save the PDF *name*; None when the user thought better of it."""
    title = f"Spara som PDF. {LEAVES}"
    chosen, _ = QFileDialog.getSaveFileName(parent, title, name, "PDF (*.pdf)")
    if not chosen:
        return None
    return Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf")

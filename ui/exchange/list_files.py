"""Where a list is saved, and in which form: an Excel workbook or CSV."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from gplan_desktop.exchange.table import Table
from gplan_desktop.exchange.table_writing import write_csv, write_xlsx

XLSX, CSV = ".xlsx", ".csv"
_FILTERS = {XLSX: "Excel-arbetsbok (*.xlsx)", CSV: "CSV-fil (*.csv)"}
_OPENED = ["Excel och CSV (*.xlsx *.csv *.txt)", "Alla filer (*)"]


def choose_list(parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """Let the user choose a file that holds a list."""
    dialog = QFileDialog(parent, "Välj filen med listan")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(_OPENED)
    _open(dialog, chosen)


def save_list_as(
    parent: QWidget, title: str, name: str, chosen: Callable[[Path], None], *forms: str
) -> None:
    """Let the user choose where to save a list called *name*, in one of *forms*."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([_FILTERS[form] for form in forms])
    # Without an ending, which follows the form that is chosen.
    dialog.selectFile(name)
    dialog.setDefaultSuffix(forms[0])

    def take(path: Path) -> None:
        chosen_form = next(f for f in forms if _FILTERS[f] == dialog.selectedNameFilter())
        # A name that ends in one of the forms tells more than the list of forms below it.
        right = path.suffix.lower() in forms
        chosen(path if right else path.with_name(f"{path.name}{chosen_form}"))

    dialog.filterSelected.connect(
        lambda chosen: dialog.setDefaultSuffix(next(f for f in forms if _FILTERS[f] == chosen))
    )
    _open(dialog, take)


def write_list(table: Table, path: Path, legend: Table | None = None) -> None:
    """Write *table* in the form that the name of *path* ends in; for a worker.

    Raises:
        TableNotWritten.
    """
    if path.suffix.lower() == CSV:
        write_csv(table, path)
    else:
        write_xlsx(table, path, legend)


def _open(dialog: QFileDialog, chosen: Callable[[Path], None]) -> None:
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()

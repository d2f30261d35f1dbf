"""The plan on its way to the eye, the printer and a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from gplan_desktop.editing import PlanEditor
from ui.errors import show_error, tell
from ui.office import Office
from ui.preview import Preview
from ui.printing import print_pdf
from ui.save_pdf import save_pdf

_SAFE = "Planen är kvar och oförändrad i Gplan."


class PlanPaper:
    """Makes previews of one plan, prints what they show and saves it as a file.

    A draft is rendered as it stands; an established plan is always the very
    bytes that were stored with it (design §4.5).
    """

    def __init__(self, editor: PlanEditor, office: Office, printed: Callable[[], None]) -> None:
        self._editor, self._office, self._printed = editor, office, printed

    def make_preview(self) -> Preview:
        """Return a new preview of the plan, not yet showing anything."""
        theme = self._office.theme
        preview = Preview(
            self._office.paper,
            lambda name: theme.icon(name, "on_accent" if name == "print" else "accent"),
        )
        preview.print_requested.connect(lambda: self._print(preview))
        preview.save_requested.connect(lambda: self._save(preview))
        return preview

    def show(self, preview: Preview) -> None:
        """Show the plan as it is now in *preview*."""
        if self._editor.record.is_locked:
            store, plan_id = self._office.store, self._editor.plan.id
            self._office.database.run(
                lambda: store.pdf(plan_id),
                lambda pdf: preview.show_document(lambda: pdf),
                show_error,
            )
        else:
            preview.show_document(self._draft())

    def _draft(self) -> Callable[[], bytes]:
        record = self._editor.record_now
        situation, render = self._editor.situation, self._office.render
        return lambda: render(record, situation)

    def _print(self, preview: Preview) -> None:
        # The name is seen in the printer's queue, so it tells nothing of the person.
        try:
            printed = print_pdf(preview.data, self._editor.plan.name, preview, self._office.paper)
        except Exception as error:  # noqa: BLE001 - every failure is told, none ends the program
            show_error(error)
            return
        if printed:
            self._printed()
        if printed.notice:
            tell(printed.notice, _SAFE, "")

    def _save(self, preview: Preview) -> None:
        name = self._office.file_name(self._editor.record_now, self._editor.situation)
        path = ask_where(preview, name)
        if path:
            data = preview.data
            self._office.paper.run(lambda: save_pdf(data, path), lambda _: None, show_error)


def ask_where(parent: QWidget, name: str) -> Path | None:
    """Ask where to save the PDF *name*; None when the user thought better of it."""
    chosen, _ = QFileDialog.getSaveFileName(parent, "Spara som PDF", name, "PDF (*.pdf)")
    if not chosen:
        return None
    return Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf")

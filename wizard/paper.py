"""The plan on its way to the eye, the printer and a file."""

from collections.abc import Callable
from uuid import uuid4

from gplan_desktop.domain.print_out import Occasion, Paper, Way, print_of_plan
from gplan_desktop.editing import PlanEditor
from ui.errors import show_error, tell
from ui.office import Office
from ui.preview import Preview
from ui.printing import print_pdf
from ui.save_pdf import ask_where, save_pdf

# Which paper a preview shows, kept with it.
_PAPER = "paper"
_SAFE = "Planen är kvar och oförändrad i Gplan."


class PlanPaper:
    """Makes previews of one plan's papers, prints what they show and saves it as a file.

    A draft is rendered as it stands; an established plan is always the very
    bytes that were stored with it (design §4.5). What leaves the program is
    noted in the register: *save* has the draft saved first, and *noted* is
    called when it is done.
    """

    def __init__(
        self,
        editor: PlanEditor,
        office: Office,
        save: Callable[[], bool],
        noted: Callable[[], None],
    ) -> None:
        self._editor, self._office = editor, office
        self._save_draft, self._noted = save, noted

    def make_preview(self) -> Preview:
        """Return a new preview of the plan, not yet showing anything."""
        theme = self._office.theme
        preview = Preview(
            self._office.paper,
            lambda name: theme.icon(name, "on_accent" if name == "print" else "accent"),
        )
        preview.setProperty(_PAPER, Paper.PLAN.value)
        preview.print_requested.connect(lambda: self._print(preview))
        preview.save_requested.connect(lambda: self._save(preview))
        return preview

    def show(self, preview: Preview, paper: Paper = Paper.PLAN) -> None:
        """Show *paper* of the plan as it is now in *preview*."""
        preview.setProperty(_PAPER, paper.value)
        if self._editor.record.is_locked and paper is Paper.PLAN:
            store, plan_id = self._office.store, self._editor.plan.id
            self._office.database.run(
                lambda: store.pdf(plan_id),
                lambda pdf: preview.show_document(lambda: pdf),
                show_error,
            )
        else:
            preview.show_document(self._making(paper))

    def _making(self, paper: Paper) -> Callable[[], bytes]:
        record = self._editor.record_now
        situation, render = self._editor.situation, self._office.render
        return lambda: render(record, situation, paper)

    def _print(self, preview: Preview) -> None:
        # The name is seen in the printer's queue, so it tells nothing of the person.
        try:
            printed = print_pdf(preview.data, self._editor.plan.name, preview, self._office.paper)
        except Exception as error:  # noqa: BLE001 - every failure is told, none ends the program
            show_error(error)
            return
        if printed:
            self._note(_shown_in(preview), Way.PRINTER)
        if printed.notice:
            tell(printed.notice, _SAFE, "")

    def _save(self, preview: Preview) -> None:
        paper = _shown_in(preview)
        name = self._office.file_name(self._editor.record_now, self._editor.situation, paper)
        path = ask_where(preview, name)
        if path:
            data = preview.data
            self._office.paper.run(
                lambda: save_pdf(data, path), lambda _: self._note(paper, Way.FILE), show_error
            )

    def _note(self, paper: Paper, way: Way) -> None:
        """Keep in the register what has left the program."""
        # An untouched form is not kept, so there is nothing that its print could be of.
        if not self._save_draft() or self._editor.record.version == 0:
            return
        store, record = self._office.store, self._editor.record_now
        occasion = Occasion(self._office.now(), self._office.unit.coordinator, way)
        noted = print_of_plan(str(uuid4()), record, paper, occasion)
        self._office.database.run(
            lambda: store.prints.add([noted]), lambda _: self._noted(), show_error
        )


def _shown_in(preview: Preview) -> Paper:
    return Paper(preview.property(_PAPER))

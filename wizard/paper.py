"""The plan on its way to the eye, the printer and a file."""

from collections.abc import Callable
from uuid import uuid4

from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.domain.print_out import Occasion, Paper, Way, print_of_plan
from gplan_desktop.domain.user import Permission
from gplan_desktop.editing import PlanEditor
from ui.clipboard import note_copied
from ui.errors import show_error
from ui.office import Office
from ui.paper_out import Names, PaperOut
from ui.preview import Preview
from ui.widgets.permitted import permit_all

# Which paper a preview shows, kept with it.
_PAPER = "paper"
_SAFE = "Planen är kvar och oförändrad i Gplan."


class PlanPaper:
    """Makes previews of one plan's papers, prints what they show and saves it as a file.

    A draft is rendered as it stands; an established plan is always the very
    bytes that were stored with it (design §4.5), unless it was annulled: then
    the paper says so, and the stored one is the original (F26). What leaves the program is
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
        permit_all(preview.ways_out, self._office, Permission.PRINT)
        preview.setProperty(_PAPER, Paper.PLAN.value)
        out = PaperOut(
            preview,
            self._office.paper,
            lambda: self._names(_shown_in(preview)),
            lambda: self._office.demand(Permission.PRINT),
        )
        preview.view.copied.connect(lambda: note_copied(self._editor.plan.person_id, self._office))
        out.left.connect(lambda way: self._note(_shown_in(preview), way))
        return preview

    def show(
        self, preview: Preview, paper: Paper = Paper.PLAN, *, is_original: bool = False
    ) -> None:
        """Show *paper* of the plan as it is now in *preview*, or as it was established."""
        preview.setProperty(_PAPER, paper.value)
        record = self._editor.record
        is_stored = record.is_locked and (record.status is not PlanStatus.ANNULLED or is_original)
        if is_stored and paper is Paper.PLAN:
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

    def _names(self, paper: Paper) -> Names:
        record, situation = self._editor.record_now, self._editor.situation
        file = self._office.file_name(record, situation, paper)
        return Names(self._editor.plan.name, file, _SAFE)

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

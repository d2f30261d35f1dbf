"""The draft of a plan as the clock of the saves sees it."""

from collections.abc import Callable

from gplan_desktop.domain.overview import Place
from gplan_desktop.editing import PlanEditor
from ui.autosave import Done, Save
from ui.office import Office


class PlanSavings:
    """Saves a draft, and where its writer is."""

    def __init__(self, editor: PlanEditor, office: Office, place: Callable[[], Place]) -> None:
        self._editor, self._office, self._place = editor, office, place
        self._saved_place = place()

    def is_done(self) -> bool:
        """Tell whether nothing is left to save.

        An untouched form is dropped silently; a draft is also saved for its place alone.
        """
        editor = self._editor
        if editor.read_only:
            return True
        if editor.record.version == 0:
            return editor.is_untouched
        return editor.is_saved and self._saved_place == self._place()

    def hand_over(self) -> tuple[Save, Done]:
        """Return what saves the draft as it stands now, and what notes that it is saved."""
        store, plan, version = self._office.store, self._editor.plan, self._editor.record.version
        self._saved_place = place = self._place()
        return (
            lambda: store.save_draft(plan, version, place),
            lambda new: self._editor.saved(plan, new),
        )

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call *listener* after every change of the plan."""
        self._editor.listen(listener)

"""Tabs or a visit plan as the clock of the saves sees them."""

from collections.abc import Callable
from typing import Generic, TypeVar
from uuid import uuid4

from gplan_desktop.record_editing import RecordEditor, Written
from ui.autosave import Done, Save

R = TypeVar("R", bound=Written)


class RecordSavings(Generic[R]):
    """Saves what stands in an editor; all that is saved through it is one session of writing.

    *save* takes the record, the version it had and the session, and returns the new version.
    """

    def __init__(self, editor: RecordEditor[R], save: Callable[[R, int, str], int]) -> None:
        self._editor, self._save, self._session = editor, save, str(uuid4())

    def is_done(self) -> bool:
        """Tell whether nothing is left to save; an untouched form is dropped silently."""
        editor = self._editor
        return editor.read_only or (editor.is_saved if editor.version else editor.is_untouched)

    def hand_over(self) -> tuple[Save, Done]:
        """Return what saves the record as it stands now, and what notes that it is saved."""
        record, version = self._editor.current, self._editor.version
        return (
            lambda: self._save(record, version, self._session),
            lambda new: self._editor.saved(record, new),
        )

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call *listener* after every change of the record."""
        self._editor.listen(listener)

"""The draft of an entry as the clock of the saves sees it."""

from collections.abc import Callable

from gplan_desktop.domain.journal_entry import EntryDraft
from ui.autosave import Done, Save
from ui.record.journal_writer import EntryWriter

_NO_VERSION = 0


class DraftSavings:
    """Keeps what is being written; *keep* puts it in the store."""

    def __init__(self, writer: EntryWriter, keep: Callable[[EntryDraft], None]) -> None:
        self._writer, self._keep = writer, keep

    def is_done(self) -> bool:
        """Tell whether nothing is left to keep."""
        return self._writer.is_kept()

    def hand_over(self) -> tuple[Save, Done]:
        """Return what keeps the draft as it stands now, and what notes that it is kept."""
        draft = self._writer.draft

        def save() -> int:
            self._keep(draft)
            return _NO_VERSION

        return save, lambda _: self._writer.kept(draft)

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call *listener* after every change of the draft."""
        self._writer.listen(listener)

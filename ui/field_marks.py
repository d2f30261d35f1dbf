"""Marks in the text of one field what its writer should look at."""

from typing import Protocol, cast

from PySide6.QtCore import QObject, QTimer

from gplan_desktop.rules.marks import Mark, MarkKind
from ui.spell_check import SpellCheck
from ui.widgets.field_frame import FieldFrame
from ui.widgets.spelling_menu import SpellingHelp

_PAUSE_MS = 300
_BY_RULES = frozenset(MarkKind) - {MarkKind.SPELLING}
_BY_SPELLING = frozenset({MarkKind.SPELLING})


# Names, numbers and the like are not read for marks.
_NOT_READ = (
    "contributors.",
    "tabs.reference_people.",
    "tabs.relatives.",
    "tabs.keys.",
    "tabs.visit.door_codes.",
    "tabs.visit.name_on_door",
    "tabs.good_to_know.card_codes.",
    "visit_plan.arrival.name_on_door",
)


class MarkedEditor(Protocol):
    """The editor of the record that the text stands in."""

    def value(self, field: str) -> object:
        """Return what stands at *field*."""

    def marks(self, field: str) -> tuple[Mark, ...]:
        """Return what the writer should look at in the text *field*."""


class MarkedBox(Protocol):
    """What a box of text can do that shows marks."""

    def show_marks(self, marks: tuple[Mark, ...], kinds: frozenset[MarkKind]) -> None:
        """Let *marks* stand in place of all marks of *kinds*."""

    def use_spelling(self, spelling: SpellingHelp) -> None:
        """Offer what *spelling* suggests over a misspelt word."""

    def hasFocus(self) -> bool:  # noqa: N802 - Qt's own name
        """Tell whether the writer is in the box."""

    def isVisible(self) -> bool:  # noqa: N802 - Qt's own name
        """Tell whether the box is on the page that is open."""


class FieldMarks(QObject):
    """Shows what the rules and the spelling say of one text; while one types it waits for a pause.

    The marks follow their words in the meantime, so nothing is wrong for being late.
    """

    def __init__(self, frame: FieldFrame, editor: MarkedEditor, spelling: SpellCheck) -> None:
        super().__init__(frame)
        self._field, self._editor, self._spelling = frame.field, editor, spelling
        self._box = cast(MarkedBox, frame.box)
        self._box.use_spelling(spelling)
        self._marks: tuple[Mark, ...] = ()
        self._text: str | None = None  # that the marks are of; None when they are out of date
        self._was_shown = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.show_now)
        spelling.words_changed.connect(self.look_again)

    def refresh(self) -> None:
        """Show the marks of the text as it is now: at once, or when the writer pauses."""
        text = self._editor.value(self._field)
        if text == self._text and self._editor.marks(self._field) == self._marks:
            return
        if self._was_shown and self._box.hasFocus():
            # Also when it is taken back again: a word that was touched has lost its mark.
            self._text = None
            self._pause.start()
        elif not self._pause.isActive():
            self.show_now()

    def show_now(self) -> None:
        """Show the marks of the text as it is now."""
        self._pause.stop()
        self._was_shown = True
        self._text = str(self._editor.value(self._field))
        self._marks = self._editor.marks(self._field)
        self._box.show_marks(self._marks, _BY_RULES)
        self._spelling.check(self._field, self._text, self._show_spelling)

    def look_again(self) -> None:
        """Look the text up anew: there are other words to go by than when it was shown."""
        self._text = None
        if self._box.isVisible():
            self.show_now()

    def _show_spelling(self, marks: tuple[Mark, ...]) -> None:
        if not self._pause.isActive():
            self._box.show_marks(marks, _BY_SPELLING)


def may_be_marked(frame: FieldFrame) -> bool:
    """Tell whether *frame* holds a text for which there are marks; a name is not read for any."""
    return hasattr(frame.box, "show_marks") and not frame.field.startswith(_NOT_READ)

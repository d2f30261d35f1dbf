"""Fields of one record tied to the one who writes it: values, findings, marks and changes."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.rules.finding import Finding
from gplan_desktop.rules.marks import Mark
from ui.field_marks import FieldMarks, may_be_marked
from ui.spell_check import SpellCheck
from ui.widgets.card import Card
from ui.widgets.field_factory import FieldFactory
from ui.widgets.field_frame import FieldFrame
from ui.widgets.field_top import FieldTop
from ui.widgets.line_box import LineBox
from ui.widgets.text_box import TextBox

_Shown = tuple[FieldFrame, object, tuple[Finding, ...]]


class Writer(Protocol):
    """What a sheet needs of the editor behind it."""

    @property
    def read_only(self) -> bool:
        """Whether nothing may change."""

    def value(self, field: str) -> object:
        """Return what stands at *field*."""

    def change(self, field: str, value: object) -> None:
        """Put *value* at *field*."""

    def shown(self, field: str) -> tuple[Finding, ...]:
        """Return the findings to show at *field*."""

    def leave(self, field: str) -> None:
        """Note that the writer has left *field*."""

    def marks(self, field: str) -> tuple[Mark, ...]:
        """Return what the writer should look at in the text *field*."""


class FieldSheet(QWidget):
    """A column of cards with fields; it shows the record and hands every change to its editor.

    Signals:
        help_wanted: the id of the field whose "?" was pressed.
        sentence_misplaced: the field, and the sentence of it that is to be moved (F19).
    """

    help_wanted = Signal(str)
    sentence_misplaced = Signal(str, str)

    def __init__(self, editor: Writer, fields: FieldFactory, spelling: SpellCheck) -> None:
        super().__init__()
        self._writer, self._fields, self._spelling = editor, fields, spelling
        self.frames: dict[str, FieldFrame] = {}
        self._shown: dict[str, _Shown] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, self.px(12), self.px(16))
        self.column.setSpacing(self.px(16))

    def px(self, pixels: int) -> int:
        """Return *pixels* at the chosen text size."""
        return self._fields.theme.px(pixels)

    def refresh(self) -> None:
        """Show the record as it is now, where it is not shown already; done at every key."""
        for frame in self.frames.values():
            if self._shown.get(frame.field) != self._state(frame):
                self.show_field(frame)

    def show_field(self, frame: FieldFrame) -> None:
        """Show the value, the findings and the marks of one field."""
        self._shown[frame.field] = self._state(frame)
        frame.input.set_value(self._writer.value(frame.field))
        frame.show_findings(self._writer.shown(frame.field))
        if marks := _marks_of(frame):
            marks.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Look at every text anew: other names may be known than when the page was left."""
        super().showEvent(event)
        for frame in self.frames.values():
            if marks := _marks_of(frame):
                marks.look_again()

    def make_field(self, field: str) -> FieldFrame:
        """Return the input for *field*, tied to the record being written."""
        frame = self._fields.frame(field)
        frame.help_wanted.connect(self.help_wanted)
        frame.input.edited.connect(lambda value: self._writer.change(field, value))
        frame.input.left.connect(lambda: self._leave(frame))
        if self._writer.read_only:
            frame.input.set_read_only(True)
        elif may_be_marked(frame):
            FieldMarks(frame, self._writer, self._spelling)
            if isinstance(frame.box, (LineBox, TextBox)):
                frame.box.move_wanted.connect(partial(self.sentence_misplaced.emit, field))
        self.frames[field] = frame
        return frame

    def make_top(self, field: str) -> FieldTop:
        """Return the texts of *field*, for a list that takes its value row by row."""
        top = FieldTop(field, self._fields.method.field(field), self._fields.theme)
        top.help_wanted.connect(self.help_wanted)
        return top

    def add_card(self) -> QVBoxLayout:
        """Add a white card last on the page and return the column inside it."""
        return self.insert_card(-1)

    def insert_card(self, place: int) -> QVBoxLayout:
        """Add a white card at *place* on the page and return the column inside it."""
        card = Card(self._fields.theme)
        self.column.insertWidget(place, card)
        return card.column

    def frame_of(self, field: str) -> FieldFrame | None:
        """Return the input that shows *field*, or None when it is not on the page."""
        return self.frames.get(field)

    def focus_first(self) -> None:
        """Put the keyboard in the first field, if there is one."""
        if self.frames:
            next(iter(self.frames.values())).focus_box()

    def _state(self, frame: FieldFrame) -> _Shown:
        """Return what *frame* shows: a row made anew has other inputs for the same fields."""
        return frame, self._writer.value(frame.field), self._writer.shown(frame.field)

    def _leave(self, frame: FieldFrame) -> None:
        self._writer.leave(frame.field)
        if marks := _marks_of(frame):
            marks.show_now()
        # Also when it was left before: an input may say something of its own, as of a date.
        if self.frames.get(frame.field) is frame:
            self.show_field(frame)


def _marks_of(frame: FieldFrame) -> FieldMarks | None:
    """Return what marks the text of *frame*, or None when it is no text or cannot be written."""
    return frame.findChild(FieldMarks)

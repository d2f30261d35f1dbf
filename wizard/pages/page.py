"""What every page of the wizard keeps to: show the plan, report changes, show findings."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.method.model import Method
from gplan_desktop.rules.finding import Finding
from gplan_desktop.rules.steps import Step
from ui.widgets.card import Card
from ui.widgets.field_frame import FieldFrame
from ui.widgets.field_top import FieldTop
from wizard.context import PageContext
from wizard.field_marks import FieldMarks, may_be_marked

_Shown = tuple[FieldFrame, object, tuple[Finding, ...]]


class Page(QWidget):
    """One page: it shows values of the plan and hands changes to the editor.

    Signals:
        help_wanted: the id of the field whose "?" was pressed.
    """

    help_wanted = Signal(str)
    fills = False
    """Whether the page fills the window by itself instead of being scrolled."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__()
        self.context, self.step = context, step
        self.editor = context.editor
        self.frames: dict[str, FieldFrame] = {}
        self._shown: dict[str, _Shown] = {}
        self.setObjectName("page")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, self.px(12), self.px(16))
        self.column.setSpacing(self.px(16))

    @property
    def method(self) -> Method:
        """The method that the plan is judged and shown by: an established plan keeps its own."""
        return self.editor.situation.method

    def px(self, pixels: int) -> int:
        """Return *pixels* at the chosen text size."""
        return self.context.office.theme.px(pixels)

    def refresh(self) -> None:
        """Show the plan as it is now, where it is not shown already: this is done at every key."""
        for frame in self.frames.values():
            if self._shown.get(frame.field) != self._state(frame):
                self.show_field(frame)

    def show_field(self, frame: FieldFrame) -> None:
        """Show the value, the findings and the marks of one field."""
        self._shown[frame.field] = self._state(frame)
        frame.input.set_value(self.editor.value(frame.field))
        frame.show_findings(self.editor.shown(frame.field))
        if marks := _marks_of(frame):
            marks.refresh()

    def _state(self, frame: FieldFrame) -> _Shown:
        """Return what *frame* shows: a row made anew has other inputs for the same fields."""
        return frame, self.editor.value(frame.field), self.editor.shown(frame.field)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Look at every text anew: other names may be known than when the page was left."""
        super().showEvent(event)
        for frame in self.frames.values():
            if marks := _marks_of(frame):
                marks.look_again()

    def make_field(self, field: str) -> FieldFrame:
        """Return the input for *field*, tied to the plan being written."""
        frame = self.context.fields.frame(field)
        frame.help_wanted.connect(self.help_wanted)
        frame.input.edited.connect(lambda value: self.editor.change(field, value))
        frame.input.left.connect(lambda: self._leave(frame))
        if self.editor.read_only:
            frame.input.set_read_only(True)
        elif may_be_marked(frame):
            FieldMarks(frame, self.editor, self.context.office.spelling)
        self.frames[field] = frame
        return frame

    def _leave(self, frame: FieldFrame) -> None:
        self.editor.leave(frame.field)
        if marks := _marks_of(frame):
            marks.show_now()
        # Also when it was left before: an input may say something of its own, as of a date.
        if self.frames.get(frame.field) is frame:
            self.show_field(frame)

    def make_top(self, field: str) -> FieldTop:
        """Return the texts of *field*, for a list that takes its value row by row."""
        top = FieldTop(field, self.method.field(field), self.context.office.theme)
        top.help_wanted.connect(self.help_wanted)
        return top

    def add_card(self) -> QVBoxLayout:
        """Add a white card last on the page and return the column inside it."""
        return self.insert_card(-1)

    def insert_card(self, place: int) -> QVBoxLayout:
        """Add a white card at *place* on the page and return the column inside it."""
        card = Card(self.context.office.theme)
        self.column.insertWidget(place, card)
        return card.column

    def frame_of(self, field: str) -> FieldFrame | None:
        """Return the input that shows *field*, or None when it is not on the page."""
        return self.frames.get(field)

    def focus_first(self) -> None:
        """Put the keyboard in the first field, if there is one."""
        if self.frames:
            next(iter(self.frames.values())).focus_box()


def _marks_of(frame: FieldFrame) -> FieldMarks | None:
    """Return what marks the text of *frame*, or None when it is no text or cannot be written."""
    return frame.findChild(FieldMarks)

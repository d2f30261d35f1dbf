"""A field as people see it: the texts over it, and the input."""

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.method.model import FieldText
from gplan_desktop.rules.finding import Finding
from ui.theme import Theme
from ui.widgets.field_top import FieldTop
from ui.widgets.tick_box import TickBox


class FieldBox(Protocol):
    """What every input can do, whatever it holds."""

    edited: SignalInstance
    left: SignalInstance

    def set_value(self, value: object) -> None:
        """Show *value* without telling that it was edited."""

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read but not changed."""


class FieldFrame(QWidget):
    """One input with everything that belongs to it.

    Signals:
        help_wanted: the field's id, when its "?" is pressed.
    """

    help_wanted = Signal(str)

    def __init__(self, field: str, text: FieldText, box: QWidget, theme: Theme) -> None:
        super().__init__()
        self.field, self.text, self.box = field, text, box
        self.input = cast(FieldBox, box)
        self.top = FieldTop(field, text, theme)
        self.top.help_wanted.connect(self.help_wanted)
        self.top.caption.setBuddy(box)
        self.hint, self.problem, self.caption = self.top.hint, self.top.problem, self.top.caption
        self.help_button, self.lead_with = self.top.help_button, self.top.lead_with
        box.setObjectName(box.objectName() or field)
        self._name_box()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.top)
        if isinstance(box, TickBox):
            self.lead_with(box)
        else:
            column.addWidget(box)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is to be put right here, as text and colour."""
        self._mark_box(self.top.show_findings(findings, getattr(self.box, "problem", "")))

    def keep_box_low(self) -> None:
        """Keep the label at the top and the input at the bottom, in line with those beside it."""
        self._column.insertStretch(1, 1)

    def focus_box(self) -> None:
        """Put the keyboard in the input."""
        self.box.setFocus()

    def _name_box(self) -> None:
        star = " (obligatorisk)" if self.text.required else ""
        named = getattr(self.box, "set_name", self.box.setAccessibleName)
        named(f"{self.text.label}{star}")
        self.box.setAccessibleDescription(self.text.hint)

    def _mark_box(self, problem: bool) -> None:
        inner = self.box.focusProxy() or self.box
        for widget in {self.box, inner}:
            if bool(widget.property("problem")) != problem:
                widget.setProperty("problem", problem)
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        told = " ".join(filter(None, (self.problem.text(), self.top.source)))
        self.box.setAccessibleDescription(told or self.text.hint)

"""The earlier plan is closed: followed up, participation, copied to a new form (S39-S46)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from gplan_desktop.domain.plan import Closing
from gplan_desktop.rules.steps import Step
from ui.widgets.labels import label
from ui.widgets.tick_box import TickBox
from wizard.context import PageContext
from wizard.pages.page import Page

_DONE_BY_PROGRAM = (
    ("3", "Spara ändringarna", "Programmet sparar av sig självt."),
    ("4", "Kopiera till nytt formulär", "Klart. Namn, behov, mål och aktiviteter är kopierade."),
    ("5", "Svara Ja på frågan om kopiering", "Klart. Här behöver du inte svara på någon fråga."),
)


class ClosePreviousPage(Page):
    """The manual's five steps: two that the writer does, three that the program has done."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        inside = self.add_card()
        self.followed_up = TickBox()
        self.followed_up.setAccessibleName("Planen är uppföljd (obligatorisk)")
        self.followed_up.edited.connect(self._mark)
        self.followed_up.left.connect(lambda: self.editor.leave("closing.followed_up_on"))
        self.followed_up.set_read_only(self.editor.read_only)
        first = self._numbered(inside, "1")
        day = self.make_field("closing.followed_up_on")
        day.lead_with(self.followed_up)
        first.addWidget(day)
        second = self._numbered(inside, "2")
        second.addWidget(self.make_field("closing.participated"))
        for number, what, state in _DONE_BY_PROGRAM:
            part = self._numbered(inside, number)
            part.addWidget(label(what, "label"))
            part.addWidget(label(f"✓  {state}", "done", wraps=True))
        self.column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show the ticks and the date as they are now."""
        self.followed_up.set_value(self.editor.plan.closing.followed_up_on is not None)
        super().refresh()

    def focus_first(self) -> None:
        """Put the keyboard on the first tick."""
        self.followed_up.setFocus()

    def _mark(self, ticked: object) -> None:
        if ticked:
            self.editor.mark_followed_up()
        else:
            self.editor.change("closing", Closing(None, self.editor.plan.closing.participated))

    def _numbered(self, inside: QVBoxLayout, number: str) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.px(14))
        figure = label(number, "heading")
        figure.setFixedWidth(self.px(18))
        column = QVBoxLayout()
        column.setSpacing(self.px(4))
        figure.setContentsMargins(0, self.px(5), 0, 0)
        row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        inside.addLayout(row)
        return column

"""What to do about an established plan: correct a slip, follow it up, or annul it (F26)."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gplan_desktop.domain import dates
from gplan_desktop.domain.overview import PlanSummary
from gplan_desktop.domain.text import clean, is_blank
from gplan_desktop.rules.changing import Around, Change, refusal
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.labels import label
from ui.widgets.low_area import LowArea
from ui.widgets.text_box import TextBox

_TITLE = "Ändra en upprättad plan"
_LOCKED = "Planen är skrivskyddad och finns alltid kvar som den upprättades. Vad har hänt?"
_REASON = "Skäl"
_HINTS = {
    Change.CORRECT: "Vad blev fel? Skälet står på den rättade planen.",
    Change.ANNUL: "Varför ska planen inte gälla? Skälet står på planen i fortsättningen.",
}
_REASON_MISSING = "Skriv skälet."
_VERBS = {
    Change.CORRECT: "Börja rätta",
    Change.NEW_VERSION: "Följ upp planen",
    Change.ANNUL: "Makulera planen",
}
_GO_ON = "Fortsätt rättelsen"
_AGAIN = (
    "Det går inte att ångra. Planen som den här ersatte börjar inte gälla igen. "
    "Behöver individen en plan upprättar du en ny."
)
# The buttons with what is around them, and the frame of the window system.
_BELOW, _FRAME, _WIDTH = 130, 60, 600


class CorrectPlanDialog(QDialog):
    """The three ways with when to use each; what cannot be done now tells why.

    Signals:
        decided: the Change that was chosen, and the reason for it.
    """

    decided = Signal(object, str)

    def __init__(self, found: Around, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._found, self._theme = found, theme
        self.setWindowTitle(_TITLE)
        self.setMinimumWidth(theme.px(_WIDTH))
        self.choices: dict[Change, QRadioButton] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        layout.setSpacing(theme.px(12))
        most = self.screen().availableSize().height() - theme.px(_BELOW) - _FRAME
        self._area = LowArea(self._told(), most)
        layout.addWidget(self._area)
        layout.addLayout(self._buttons())
        self._group.buttonClicked.connect(lambda _: self._on_chosen())
        self._on_chosen()
        first = next((c for c in self.choices.values() if c.isEnabled()), None)
        (first or self.cancel).setFocus()

    @property
    def change(self) -> Change | None:
        """What has been chosen, or None: nothing is chosen from the start."""
        return next((one for one, choice in self.choices.items() if choice.isChecked()), None)

    def accept(self) -> None:
        """Hand over what was chosen, or show that the reason is lacking."""
        change, reason = self.change, clean(self.reason.toPlainText()).strip()
        if change is None:
            return
        if self._asks_reason(change) and is_blank(reason):
            self.problem.show()
            self.reason.setFocus()
            self._reveal()
            return
        super().accept()
        self.decided.emit(change, reason)

    def _told(self) -> QWidget:
        px, told = self._theme.px, QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, px(6), 0)
        column.setSpacing(px(12))
        column.addWidget(label(_TITLE, "title", wraps=True))
        column.addWidget(label(_which(self._found.plan), "label", wraps=True))
        column.addWidget(label(_LOCKED, wraps=True))
        for change in Change:
            column.addLayout(self._choice(change))
        column.addWidget(self._asked_for())
        return told

    def _choice(self, change: Change) -> QVBoxLayout:
        """Return one way: its name, when to use it, and why it cannot be used now."""
        px, why_not = self._theme.px, refusal(change, self._found)
        choice = QRadioButton(change.label)
        choice.setEnabled(not why_not)
        choice.setProperty("closed", bool(why_not))
        choice.setAccessibleDescription(f"{change.when} {why_not}".strip())
        self._group.addButton(choice)
        self.choices[change] = choice
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(choice)
        below = QVBoxLayout()
        below.setContentsMargins(px(32), 0, 0, 0)
        below.addWidget(label(change.when, "muted", wraps=True))
        if why_not:
            below.addWidget(label(why_not, "warning", wraps=True))
        column.addLayout(below)
        return column

    def _asked_for(self) -> QWidget:
        """Return the box for the reason, with what follows on annulling."""
        px = self._theme.px
        self.asked, self.reason = QWidget(), TextBox()
        name = label(_REASON, "label")
        name.setBuddy(self.reason)
        self.hint = label("", "hint", wraps=True)
        self.consequence = label(_AGAIN, "warning", wraps=True)
        self.problem = label(_REASON_MISSING, "problem")
        self.problem.hide()
        column = QVBoxLayout(self.asked)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(4))
        for part in (self.consequence, name, self.hint, self.reason, self.problem):
            column.addWidget(part)
        return self.asked

    def _buttons(self) -> QHBoxLayout:
        self.cancel = push_button("Avbryt")
        self.cancel.clicked.connect(self.reject)
        self.do_it = push_button("", "primary")
        self.do_it.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.do_it)
        return row

    def _on_chosen(self) -> None:
        """Ask for what the chosen way needs, and let the button say what it does."""
        change = self.change
        self.asked.setVisible(change is not None and self._asks_reason(change))
        self.problem.hide()
        self.do_it.setVisible(change is not None)
        if change is None:
            return
        goes_on = change is Change.CORRECT and self._found.correction
        self.do_it.setText(_GO_ON if goes_on else _VERBS[change])
        self.consequence.setVisible(change is Change.ANNUL)
        self.hint.setText(_HINTS.get(change, ""))
        self.reason.setAccessibleName(_REASON)
        self.reason.setAccessibleDescription(self.hint.text())
        self._reveal()

    def _reveal(self) -> None:
        """Let what is asked for be seen on a low screen, once it has been given its room."""
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.asked))

    def _asks_reason(self, change: Change) -> bool:
        """Tell whether a reason is asked for; a correction that was begun has its own."""
        return change.needs_reason and not (change is Change.CORRECT and self._found.correction)


def _which(plan: PlanSummary) -> str:
    at = dates.stamp(plan.established_at) if plan.established_at else "–"
    return f"{plan.name}, upprättad {at} av {plan.established_by}"

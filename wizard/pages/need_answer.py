"""Ja or Nej: whether a plan shall be made, why, and by which rule (S24-S26)."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gplan_desktop.rules.need import Need
from ui.theme import Theme
from ui.widgets.labels import label

_ICON = 28


class NeedAnswer(QWidget):
    """The answer with its icon, and under it the reason with the rule."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon = QLabel()
        self.answer = label("", "heading", wraps=True)
        self.reason = label("", wraps=True)
        self.rule = label("", "hint", wraps=True)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(theme.px(12))
        layout.setVerticalSpacing(theme.px(4))
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        for row, part in enumerate((self.answer, self.reason, self.rule)):
            layout.addWidget(part, row, 1)

    def show_need(self, need: Need, reference: str, name: str) -> None:
        """Show whether *name*, "Karin" or "individen", shall have a plan by the rule named."""
        icon = ("check_circle-fill", "done") if need.is_needed else ("close", "warning")
        size = self._theme.px(_ICON)
        self._icon.setPixmap(self._theme.icon(*icon).pixmap(QSize(size, size)))
        yes = f"Ja – {name} ska ha en genomförandeplan"
        self.answer.setText(yes if need.is_needed else "Nej – ingen genomförandeplan ska upprättas")
        self.reason.setText(need.reason)
        self.rule.setText(reference)

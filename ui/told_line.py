"""A sentence with an icon in its colour, which says a result in words first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.seal_words import Told
from ui.theme import Theme
from ui.widgets.labels import label, set_role

_ICON = 20


class ToldLine(QWidget):
    """Shows one sentence after another, or nothing."""

    def __init__(self, theme: Theme, told: Told | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._icon = QLabel()
        self._icon.setFixedSize(theme.px(_ICON), theme.px(_ICON))
        self.text = label("", wraps=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        self.show_told(told)

    def show_told(self, told: Told | None) -> None:
        """Show *told*, or go away when there is nothing to tell."""
        self.setVisible(told is not None)
        if told is None:
            self.text.clear()
            return
        size = self._theme.px(_ICON)
        self._icon.setPixmap(self._theme.icon(told.icon, told.role).pixmap(size, size))
        set_role(self.text, told.role)
        self.text.setText(told.text)

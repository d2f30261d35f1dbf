"""Buttons with a name in the style sheet, an icon and a spoken name."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QStyleOptionButton, QToolButton

_ICON_GAP = 6


class Button(QPushButton):
    """A push button that Enter presses too, with some air between icon and text."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Press the button with Enter, as people expect of the one they stand on."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def initStyleOption(self, option: QStyleOptionButton) -> None:  # noqa: N802
        """Draw the text a little away from the icon."""
        super().initStyleOption(option)
        if not self.icon().isNull() and option.text:
            option.text = f" {option.text}"

    def sizeHint(self) -> QSize:  # noqa: N802
        """Make room for the air."""
        gap = _ICON_GAP if not self.icon().isNull() and self.text() else 0
        return super().sizeHint() + QSize(gap, 0)


def push_button(text: str, kind: str = "", icon: QIcon | None = None) -> Button:
    """Return a button that says *text*; *kind* is primary, danger, link, problem or toggle."""
    button = Button(text)
    button.setObjectName(kind)
    button.setAutoDefault(False)
    if icon:
        button.setIcon(icon)
    return button


def tool_button(icon: QIcon, name: str, kind: str = "") -> QToolButton:
    """Return a button with only an icon; *name* is its tooltip and its spoken name."""
    button = QToolButton()
    button.setObjectName(kind)
    button.setIcon(icon)
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button

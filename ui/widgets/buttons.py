"""Buttons with a name in the style sheet, an icon and a spoken name."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOption, QStyleOptionButton, QStyleOptionToolButton

_ICON_GAP = 6


class Button(QPushButton):
    """A push button that Enter presses too, with some air between icon and text.

    One that *is_closed* looks as if it were disabled, but can be reached to be told why.
    """

    is_closed = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Press the button with Enter, as people expect of the one they stand on."""
        if _is_plain_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def initStyleOption(self, option: "QStyleOptionButton") -> None:  # noqa: N802
        """Draw the text a little away from the icon."""
        super().initStyleOption(option)
        _draw_closed(option, is_closed=self.is_closed)
        if not self.icon().isNull() and option.text:
            option.text = f" {option.text}"

    def sizeHint(self) -> QSize:  # noqa: N802
        """Make room for the air."""
        gap = _ICON_GAP if not self.icon().isNull() and self.text() else 0
        return super().sizeHint() + QSize(gap, 0)


class ToolButton(QToolButton):
    """A button with only an icon, which Enter presses too, or whose menu it opens."""

    is_closed = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Do with Enter what Space does; further out it would turn the page of the window."""
        if not _is_plain_enter(event):
            super().keyPressEvent(event)
        elif self.menu() is None:
            self.click()
        else:
            self.showMenu()

    def initStyleOption(self, option: "QStyleOptionToolButton") -> None:  # noqa: N802
        """Draw one that is closed as Button does."""
        super().initStyleOption(option)
        _draw_closed(option, is_closed=self.is_closed)


def push_button(text: str, kind: str = "", icon: QIcon | None = None) -> Button:
    """Return a button that says *text*; *kind* is primary, danger, link, problem or toggle."""
    button = Button(text)
    button.setObjectName(kind)
    button.setAutoDefault(False)
    if icon:
        button.setIcon(icon)
    return button


def tool_button(icon: QIcon, name: str, kind: str = "") -> ToolButton:
    """Return a button with only an icon; *name* is its tooltip and its spoken name."""
    button = ToolButton()
    button.setObjectName(kind)
    button.setIcon(icon)
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button


def _draw_closed(option: "QStyleOption", *, is_closed: bool) -> None:
    if is_closed:
        # The names of the style's flags take as long to make as a twelfth of the first window.
        from PySide6.QtWidgets import QStyle  # noqa: PLC0415

        option.state &= ~QStyle.StateFlag.State_Enabled


def _is_plain_enter(event: QKeyEvent) -> bool:
    plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
    return event.modifiers() in plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)

"""A button with a menu of what one needs now and then."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMenu, QToolButton

from ui.theme import Theme
from ui.widgets.buttons import tool_button
from ui.widgets.permitted import tell_why

_NAME = "Mer"
_CLOSED = "(inte för din roll)"
# While the menu goes away the window takes any popup away.
_MENU_GOES_MS = 200
_NOTHING: Mapping[str, str] = MappingProxyType({})


def more_button(
    theme: Theme,
    acts: Iterable[tuple[str, Callable[[], None]]],
    why_not: Mapping[str, str] = _NOTHING,
) -> QToolButton:
    """Return a button whose menu offers *acts*, each by its name.

    Those in *why_not* are not for the user's role: chosen, they tell why, below the button.
    """
    button = tool_button(theme.icon("more_horiz", "accent"), _NAME)
    # In words: texts send people to Mer.
    button.setText(_NAME)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    menu = QMenu(button)
    menu.setAccessibleName(_NAME)
    for name, act in acts:
        if why := why_not.get(name):
            action = menu.addAction(theme.icon("lock"), f"{name} {_CLOSED}")
            action.triggered.connect(lambda _=False, why=why: _tell_after_menu(button, why))
        else:
            menu.addAction(name).triggered.connect(lambda _=False, act=act: act())
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button


def _tell_after_menu(button: QToolButton, why: str) -> None:
    QTimer.singleShot(_MENU_GOES_MS, button, lambda: tell_why(button, why))

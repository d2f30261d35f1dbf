"""A button with a menu of what one needs now and then."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QMenu, QToolButton

from ui.theme import Theme
from ui.widgets.buttons import tool_button

_NAME = "Mer"


def more_button(theme: Theme, acts: Iterable[tuple[str, Callable[[], None]]]) -> QToolButton:
    """Return a button whose menu offers *acts*, each by its name."""
    button = tool_button(theme.icon("more_horiz", "accent"), _NAME)
    menu = QMenu(button)
    menu.setAccessibleName(_NAME)
    for name, act in acts:
        menu.addAction(name).triggered.connect(lambda _=False, act=act: act())
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button

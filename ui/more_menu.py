"""A button with a menu of what one needs now and then."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton

from ui.theme import Theme
from ui.widgets.buttons import tool_button

_NAME = "Mer"
_NOTHING: Mapping[str, str] = MappingProxyType({})


def more_button(
    theme: Theme,
    acts: Iterable[tuple[str, Callable[[], None]]],
    why_not: Mapping[str, str] = _NOTHING,
) -> QToolButton:
    """Return a button whose menu offers *acts*, each by its name.

    Those in *why_not* cannot be chosen; it tells why, by their names.
    """
    button = tool_button(theme.icon("more_horiz", "accent"), _NAME)
    # In words: texts send people to Mer.
    button.setText(_NAME)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    menu = QMenu(button)
    menu.setAccessibleName(_NAME)
    menu.setToolTipsVisible(bool(why_not))
    for name, act in acts:
        action = menu.addAction(name)
        action.triggered.connect(lambda _=False, act=act: act())
        if why := why_not.get(name):
            action.setEnabled(False)
            action.setToolTip(why)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button

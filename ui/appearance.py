"""The menu for theme and text size (F84)."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from gplan_desktop.settings import TEXT_SIZES, Settings
from ui.theme import Theme
from ui.widgets.buttons import tool_button

_THEMES = {"system": "Som i Windows", "light": "Ljust", "dark": "Mörkt"}


def appearance_button(
    theme: Theme, settings: Settings, change: Callable[[Settings], None]
) -> QToolButton:
    """Return a button whose menu changes the look through *change*."""
    button = tool_button(theme.icon("contrast", "accent"), "Utseende och textstorlek")
    menu = QMenu(button)
    menu.setAccessibleName("Utseende och textstorlek")
    themes, sizes = QActionGroup(menu), QActionGroup(menu)
    for key, name in _THEMES.items():
        wanted = replace(settings, theme=key)
        _add(menu, themes, name, wanted == settings, lambda _=False, s=wanted: change(s))
    menu.addSeparator()
    for size in TEXT_SIZES:
        wanted = replace(settings, text_size=size)
        text = f"Text {size} %"
        _add(menu, sizes, text, wanted == settings, lambda _=False, s=wanted: change(s))
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button


def _add(
    menu: QMenu, group: QActionGroup, text: str, chosen: bool, act: Callable[..., None]
) -> None:
    action = QAction(text, menu)
    action.setCheckable(True)
    action.setChecked(chosen)
    action.triggered.connect(act)
    group.addAction(action)
    menu.addAction(action)

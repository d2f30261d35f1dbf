"""A window as large as what it holds, also at large text on a small screen."""

from PySide6.QtWidgets import QWidget

_FRAME = 60


def fit(window: QWidget) -> None:
    """Give *window* the size that it needs; Qt itself stops at two thirds of the screen."""
    window.adjustSize()
    layout = window.layout()
    if layout is None or not layout.hasHeightForWidth():
        return
    room = window.screen().availableSize().height() - _FRAME
    needed = min(layout.totalHeightForWidth(window.width()), room)
    if window.height() < needed:
        window.resize(window.width(), needed)

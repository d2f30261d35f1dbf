"""Scrolls to what has just been made or opened, wherever a part of the record is shown."""

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.widgets.card import Card

_AROUND = 12
_HIGH_UP = 0.3


def reveal_soon(shown: QWidget) -> None:
    """Scroll so that *shown* is seen, once all is laid out; a whole card from its top.

    What has just been made or shown has no place yet.
    """
    QTimer.singleShot(0, shown, lambda: reveal(shown))


def reveal(shown: QWidget) -> None:
    """Scroll so that *shown* is seen, in whatever it is scrolled in."""
    area = shown.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    inner = area.widget() if isinstance(area, QScrollArea) else None
    if area is None or inner is None:
        return
    if isinstance(shown, Card):
        bar, top = area.verticalScrollBar(), shown.mapTo(inner, QPoint(0, 0)).y()
        # What begins high up in the window stays: over it may stand what the page is called.
        if not 0 <= top - bar.value() <= area.viewport().height() * _HIGH_UP:
            bar.setValue(top - _AROUND)
    else:
        area.ensureWidgetVisible(shown, _AROUND, 4 * _AROUND)

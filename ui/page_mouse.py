"""The mouse over the pages: a press, a drag, two clicks or three select text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent

from ui.page_selection import Grain

if TYPE_CHECKING:
    from ui.page_view import PageView


class PageMouse:
    """Selects text in a page view."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self._since_double = QElapsedTimer()
        self._doubled_at = QPointF()

    def press(self, event: QMouseEvent) -> None:
        """Begin to select characters; after two clicks the line."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin(event, Grain.LINE if self._is_third(event) else Grain.CHARACTER)

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._since_double.start()
            self._doubled_at = event.position()
            self._begin(event, Grain.WORD)

    def move(self, event: QMouseEvent) -> None:
        """Select on to where the mouse is, and scroll after it."""
        selection = self._view.selection
        if selection is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        self._view.scroll_towards(event.position())
        selection.extend(*self._view.at(event.position()))
        self._view.viewport().update()

    def _begin(self, event: QMouseEvent, grain: Grain) -> None:
        selection = self._view.selection
        if selection is None:
            return
        selection.clear()
        selection.begin(*self._view.at(event.position()), grain)
        self._view.viewport().update()

    def _is_third(self, event: QMouseEvent) -> bool:
        hints = QGuiApplication.styleHints()
        if not self._since_double.isValid() or self._since_double.hasExpired(
            hints.mouseDoubleClickInterval()
        ):
            return False
        distance = (event.position() - self._doubled_at).manhattanLength()
        return distance < hints.startDragDistance()

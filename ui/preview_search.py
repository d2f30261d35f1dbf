"""The slim line over the pages in which one types what to find in them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.page_search import PageSearch
from ui.page_view import PageView
from ui.widgets.buttons import tool_button
from ui.widgets.labels import label
from ui.widgets.spoken import say

_MARGIN, _NARROWEST = 12, 90
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PreviewSearch(QWidget):
    """Searches in the pages of a view and marks there what is found; hidden until asked for.

    Signals:
        closed: the line was closed, and the keyboard belongs in the pages again.
    """

    closed = Signal()

    def __init__(
        self, view: PageView, icon: Callable[[str], QIcon], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._search = PageSearch(self)
        self._line = QLineEdit()
        self._line.setAccessibleName("Sök i sidorna")
        self._line.setPlaceholderText("Sök i sidorna")
        self._line.setMinimumWidth(_NARROWEST)
        self._count = label(role="small")
        self._before = tool_button(icon("keyboard_arrow_up"), "Föregående träff (Skift+F3)")
        self._after = tool_button(icon("keyboard_arrow_down"), "Nästa träff (F3)")
        self._close = tool_button(icon("close"), "Stäng sökningen (Esc)")
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 0, _MARGIN, _MARGIN // 2)
        row.setSpacing(4)
        for part in (self._line, self._count, self._before, self._after, self._close):
            row.addWidget(part, 1 if part is self._line else 0)
        self._connect()
        self.hide()

    def open(self) -> None:
        """Show the line, with the keyboard in it and what stands there ready to be typed over."""
        selection = self._view.selection
        words = selection.text() if selection else ""
        self.show()
        if words and "\n" not in words:
            self._line.setText(words)
        self._line.setFocus()
        self._line.selectAll()
        self._look()

    def close_search(self) -> None:
        """Take the line and the marks away."""
        self.hide()
        self._search.look_for("", 0)
        self.closed.emit()

    def forget(self) -> None:
        """Forget what was searched for: it may be the name of somebody."""
        self.hide()
        self._line.clear()
        self._search.look_for("", 0)

    def step(self, hits: int) -> None:
        """Go to another hit; the line is opened when it is not there."""
        if self.isHidden():
            self.open()
        else:
            self._search.step(hits)
            self._show_current()

    def set_pages(self) -> None:
        """Search the pages that the view has got."""
        self._search.set_pages(self._view.pages)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from hit to hit with Enter."""
        is_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER and self._line.hasFocus() and not is_ctrl:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self._line.textEdited.connect(lambda _: self._look())
        self._before.clicked.connect(lambda: self.step(-1))
        self._after.clicked.connect(lambda: self.step(1))
        self._close.clicked.connect(self.close_search)
        self._search.changed.connect(self._show)

    def _look(self) -> None:
        self._search.look_for(self._line.text(), max(0, self._view.current_page - 1))
        self._show_current()

    def _show(self) -> None:
        """Mark the hits and tell how many there are."""
        search = self._search
        self._view.show_hits(search.hits, search.current)
        self._count.setText(self._told() if self._line.text().strip() else "")
        for button in (self._before, self._after):
            button.setEnabled(bool(search.hits))

    def _show_current(self) -> None:
        """Bring the hit one stands at into view, and let screen readers say which it is."""
        if self._search.current is not None:
            self._view.reveal(self._search.current)
        say(self._line, self._count.text())

    def _told(self) -> str:
        search = self._search
        if not search.hits:
            return "Inga träffar" if search.is_done else "Söker…"
        more = "" if search.is_done else "+"
        return f"{search.number} av {len(search.hits)}{more}"

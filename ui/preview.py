"""The plan as it will be printed, beside what is being written."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QKeyCombination, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QStackedLayout, QVBoxLayout, QWidget

from gplan_desktop.errors import WorldError
from ui.background import Background
from ui.page_pictures import Band, draw
from ui.page_view import PageView
from ui.pdf_document import PdfPages
from ui.preview_bar import PreviewBar
from ui.preview_reading import PreviewReading
from ui.preview_search import PreviewSearch
from ui.widgets.labels import label
from ui.widgets.spoken import say

_CALM_MS = 150
_SLOW_MS = 400
_TOLD_MS = 4_000
_MARGIN = 12
# Beside the scroll bar.
_FROM_CORNER = 32
_FAILED = (
    "Det gick inte att visa den senaste ändringen här. Det du har skrivit finns kvar. "
    "Ett nytt försök görs vid nästa ändring."
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Made:
    """A PDF, and the pictures of what is seen of it."""

    data: bytes
    drawn: dict[Band, QImage]


class Preview(QWidget):
    """The pages with buttons to turn, zoom, search, print and save them.

    Signals:
        print_requested: print `data`, which then is what was last asked to be shown.
        save_requested: save `data`, likewise.
    """

    print_requested = Signal()
    save_requested = Signal()

    def __init__(
        self, render: Background, icon: Callable[[str], QIcon], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._render = render
        self._key = object()
        self._data = b""
        self._waiting: Callable[[], bytes] | None = None
        self._is_rendering = False
        self._when_shown: SignalInstance | None = None
        self.view = PageView(self)
        self.reading = PreviewReading(self)
        self._bar = PreviewBar(self.view, icon, self)
        self._search = PreviewSearch(self.view, icon, self)
        # Over the pages: words that come and go in the bar would move its buttons.
        self._state = label(role="floating")
        self._state.setParent(self)
        self._message = label(role="problem", wraps=True)
        self._calm = self._timer(_CALM_MS, self._render_waiting)
        self._slow = self._timer(_SLOW_MS, lambda: self._say("Uppdaterar…"))
        self._told = self._timer(_TOLD_MS, lambda: self._say(""))
        self._lay_out()
        self._bar.print.clicked.connect(lambda: self._request(self.print_requested))
        self._bar.save.clicked.connect(lambda: self._request(self.save_requested))
        self._bar.search_wanted.connect(self.search)
        self._bar.text_wanted.connect(self.show_text)
        self._search.closed.connect(self.view.setFocus)
        self.clear()

    @property
    def data(self) -> bytes:
        """The PDF that is shown; empty when there is none."""
        return self._data

    @property
    def ways_out(self) -> tuple[QAbstractButton, ...]:
        """The buttons by which the paper leaves the program."""
        return self._bar.print, self._bar.save

    def show_document(self, make: Callable[[], bytes]) -> None:
        """Show the PDF that *make* returns on the render thread; only the newest is shown.

        The first is made at once; those that follow closely wait until the writing pauses.
        """
        self._waiting = make
        if not self._calm.isActive():
            self._render_waiting()
        self._calm.start()

    def clear(self) -> None:
        """Show nothing and forget the document, as before another person's plan is shown."""
        self._render.forget(self._key)
        self._waiting = self._when_shown = None
        self._calm.stop()
        self._end_rendering()
        self._message.hide()
        self._search.forget()
        self._show(b"", None)

    def tell(self, text: str) -> None:
        """Say for a moment, over the pages, what has been done."""
        self._say(text)
        say(self, text)
        self._told.start()

    def search(self) -> None:
        """Let something be found in the pages."""
        self.show_text(False)
        self._search.open()

    def show_text(self, is_text: bool) -> None:
        """Show the words of the document in place of its pages, or the pages again."""
        if is_text == self.shows_text:
            return
        self._bar.show_text(is_text)
        if is_text:
            self._search.close_search()
            self.reading.show_pages(self.view.pages)
        shown = self.reading if is_text else self.view
        self._stack.setCurrentWidget(shown)
        shown.setFocus()

    @property
    def shows_text(self) -> bool:
        """Whether the words are shown in place of the pages."""
        return self._stack.currentWidget() is self.reading

    def event(self, event: QEvent) -> bool:
        """Take the keys of the search before the window does, which has other things for them."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_escape = event.key() == Qt.Key.Key_Escape and not self._search.isHidden()
            if is_escape or event.keyCombination() in self._own_keys():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Search, and let the keys of the pages work on the buttons too."""
        own = self._own_keys().get(event.keyCombination())
        if own is not None:
            own()
        elif event.key() == Qt.Key.Key_Escape and not self._search.isHidden():
            self._search.close_search()
        elif self.view.hasFocus() or self.shows_text:
            event.ignore()
        else:
            self.view.keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what is going on in its corner."""
        super().resizeEvent(event)
        self._say(self._state.text())

    def _own_keys(self) -> dict[QKeyCombination, Callable[[], None]]:
        ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        return {
            QKeyCombination(ctrl, Qt.Key.Key_F): self.search,
            QKeyCombination(ctrl, Qt.Key.Key_T): lambda: self.show_text(not self.shows_text),
            QKeyCombination(Qt.Key.Key_F3): lambda: self._search.step(1),
            QKeyCombination(shift, Qt.Key.Key_F3): lambda: self._search.step(-1),
        }

    def _say(self, state: str) -> None:
        """Say discreetly what is going on, or nothing."""
        self._state.setText(state)
        self._state.adjustSize()
        corner = self._bar.geometry().bottomRight()
        self._state.move(corner.x() - self._state.width() - _FROM_CORNER, corner.y() + _MARGIN)
        self._state.setVisible(bool(state))
        self._state.raise_()

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._message.setContentsMargins(12, 0, 12, 8)
        for part in (self._bar, self._search, self._message):
            column.addWidget(part)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.reading)
        column.addLayout(self._stack, 1)

    def _render_waiting(self) -> None:
        """Begin with what was last asked for, unless that is done."""
        if self._waiting is None:
            return
        make, self._waiting = self._waiting, None
        self._is_rendering = True
        self._slow.start()
        seen = self.view.seen

        def work() -> _Made:
            data = make()
            return _Made(data, draw(data, seen))

        self._render.newest(self._key, work, self._take, self._fail)

    def _take(self, made: _Made) -> None:
        """Show what was made in place of the pages before it."""
        self._end_rendering()
        self._message.hide()
        self._show(made.data, PdfPages(made.data), made.drawn)
        self._answer()

    def _fail(self, error: Exception) -> None:
        """Say that it did not work; the picture before it stays, but is not for paper."""
        self._end_rendering()
        self._bar.allow_use(allowed=False)
        self._when_shown = None
        if not isinstance(error, WorldError):
            # Only the kind: the words of an error may be those of a plan.
            _log.error("The preview failed: %s", type(error).__name__)
        self._message.setText(error.message if isinstance(error, WorldError) else _FAILED)
        self._message.show()

    def _show(
        self, data: bytes, pages: PdfPages | None, drawn: Mapping[Band, QImage] | None = None
    ) -> None:
        self._data = data
        self.view.show_pages(pages, drawn)
        self._search.set_pages()
        if self.shows_text:
            self.reading.show_pages(pages)
        self._bar.allow_use(allowed=pages is not None)

    def _end_rendering(self) -> None:
        self._is_rendering = False
        self._slow.stop()
        self._say("")

    def _request(self, signal: SignalInstance) -> None:
        """Ask for print or save when the last change is in the picture, never before."""
        self._when_shown = signal
        self._render_waiting()
        self._answer()

    def _answer(self) -> None:
        if self._when_shown is None or self._is_rendering or self._waiting is not None:
            return
        signal, self._when_shown = self._when_shown, None
        signal.emit()

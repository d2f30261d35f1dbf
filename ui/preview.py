"""The plan as it will be printed, beside what is being written."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.errors import WorldError
from ui.background import Background
from ui.page_view import PageView
from ui.pdf_document import PdfPages
from ui.preview_bar import PreviewBar
from ui.widgets.labels import label

_CALM_MS = 150
_SLOW_MS = 400
_FAILED = (
    "Det gick inte att visa den senaste ändringen här. Det du har skrivit finns kvar. "
    "Ett nytt försök görs vid nästa ändring."
)

_log = logging.getLogger(__name__)


class Preview(QWidget):
    """The pages with buttons to turn, zoom, print and save them.

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
        self._bar = PreviewBar(self.view, icon, self)
        self._message = label(role="problem", wraps=True)
        self._calm = self._timer(_CALM_MS, self._render_waiting)
        self._slow = self._timer(_SLOW_MS, lambda: self._bar.say("Uppdaterar…"))
        self._lay_out()
        self._bar.print.clicked.connect(lambda: self._request(self.print_requested))
        self._bar.save.clicked.connect(lambda: self._request(self.save_requested))
        self.clear()

    @property
    def data(self) -> bytes:
        """The PDF that is shown; empty when there is none."""
        return self._data

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
        self._show(b"", None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let the keys of the pages work on the buttons too."""
        if self.view.hasFocus():
            event.ignore()
        else:
            self.view.keyPressEvent(event)

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
        for part in (self._bar, self._message):
            column.addWidget(part)
        column.addWidget(self.view, 1)

    def _render_waiting(self) -> None:
        """Begin with what was last asked for, unless that is done."""
        if self._waiting is None:
            return
        make, self._waiting = self._waiting, None
        self._is_rendering = True
        self._slow.start()
        self._render.newest(self._key, make, self._take, self._fail)

    def _take(self, data: bytes) -> None:
        """Show *data* in place of the picture before it."""
        try:
            pages = PdfPages(data)
        except ValueError as error:
            self._fail(error)
            return
        self._end_rendering()
        self._message.hide()
        self._show(data, pages)
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

    def _show(self, data: bytes, pages: PdfPages | None) -> None:
        self._data = data
        self.view.show_pages(pages)
        self._bar.allow_use(allowed=pages is not None)

    def _end_rendering(self) -> None:
        self._is_rendering = False
        self._slow.stop()
        self._bar.say("")

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

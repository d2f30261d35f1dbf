"""A small window that counts what the worker does and can stop it."""

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from ui.background import Background
from ui.widgets.buttons import push_button
from ui.widgets.labels import label

T = TypeVar("T")
Tell = Callable[[str, int, int], None]

_STOPPING = "Avbryter…"
_WIDTH = 360


class Stopped(Exception):
    """The user stopped what was being done."""


class ProgressWindow(QDialog):
    """Says how far the work has come, until it is closed; Esc and Avbryt ask it to stop.

    It stays while the work comes to its end, so that nothing is begun twice.
    """

    _told = Signal(str, int, int)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._stop = Event()
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.text = label("Förbereder…", wraps=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.stop_button = push_button("Avbryt")
        self.stop_button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (self.text, self.bar):
            column.addWidget(part)
        column.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(_WIDTH)
        self._told.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)

    def tell(self, text: str, done: int, whole: int) -> None:
        """Say what is done now, and how much of the whole is. Any thread.

        Raises:
            Stopped: when the user wants no more of it.
        """
        if self._stop.is_set():
            raise Stopped
        self._told.emit(text, done, whole)

    def reject(self) -> None:
        """Ask the work to stop; the window goes when it has."""
        self._stop.set()
        self.text.setText(_STOPPING)
        self.stop_button.setEnabled(False)

    def _show_progress(self, text: str, done: int, whole: int) -> None:
        if not self._stop.is_set():
            self.text.setText(text)
            # What a screen reader says of the bar, which has no words of its own.
            self.bar.setAccessibleDescription(text)
            self.bar.setRange(0, whole)
            self.bar.setValue(done)


def with_progress(
    work: Callable[[Tell], T], title: str, parent: QWidget, background: Background
) -> T:
    """Do *work* in the background under a window with *title*; return its result or raise.

    The rest of the program's windows stay alive, those above *parent* closed to the user.
    """
    window = ProgressWindow(title, parent)
    loop, results, errors = QEventLoop(), list[T](), list[Exception]()

    def done(result: T) -> None:
        results.append(result)
        loop.quit()

    def failed(error: Exception) -> None:
        errors.append(error)
        loop.quit()

    window.show()
    background.run(lambda: work(window.tell), done, failed)
    loop.exec()
    window.done(QDialog.DialogCode.Accepted)
    window.deleteLater()
    if errors:
        raise errors[0]
    return results[0]

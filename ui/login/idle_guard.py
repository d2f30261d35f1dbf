"""Notices that nobody has touched the program for a while, so that it can be covered (F68)."""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

_MINUTE_MS = 60_000
_LOCK = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleGuard(QObject):
    """Watches every key and movement in the program.

    Signals:
        idle: nothing has been touched for the time that was set, or Ctrl+L was pressed.
    """

    idle = Signal()

    def __init__(self, minutes: int, parent: QObject) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.set_minutes(minutes)
        self.timer.timeout.connect(self.idle)

    def set_minutes(self, minutes: int) -> None:
        """Wait for *minutes* from now on; the same time again does not begin anew."""
        if self.timer.interval() != minutes * _MINUTE_MS:
            self.timer.setInterval(minutes * _MINUTE_MS)

    def watch(self) -> None:
        """Begin to count, from now."""
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self.timer.start()

    def rest(self) -> None:
        """Count no more, as while the program is covered."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Begin to count anew at every touch; Ctrl+L is a wish to leave at once.

        A shortcut of the window would not be heard where a dialog or a menu is open.
        """
        if event.type() in _TOUCHES:
            self.timer.start()
        if isinstance(event, QKeyEvent) and _wants_lock(event):
            self.idle.emit()
            return True
        return super().eventFilter(watched, event)


def _wants_lock(event: QKeyEvent) -> bool:
    is_press = event.type() is QEvent.Type.KeyPress
    return is_press and event.keyCombination() == _LOCK

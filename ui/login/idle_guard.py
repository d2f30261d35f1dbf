"""Notices that nobody has touched the program for a while, so that it can be covered (F68)."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_MINUTE_MS = 60_000
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
        idle: nothing has been touched for the time that was set.
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
        """Begin to count anew at every touch."""
        if event.type() in _TOUCHES:
            self.timer.start()
        return super().eventFilter(watched, event)

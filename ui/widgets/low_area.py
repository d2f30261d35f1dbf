"""A scrolled part of the window that is as high as what is in it, up to a limit."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class LowArea(QScrollArea):
    """Gives its room back when there is little to show, and scrolls when there is much."""

    def __init__(self, inner: QWidget, most: int) -> None:
        super().__init__()
        self._inner, self._most = inner, most
        inner.setObjectName(inner.objectName() or "page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWidget(inner)
        inner.installEventFilter(self)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Ask for the height of what is inside, at the width that it has now."""
        inner, width = self._inner, self.viewport().width()
        wrapped = inner.hasHeightForWidth() and width > 0
        height = inner.heightForWidth(width) if wrapped else inner.sizeHint().height()
        return QSize(inner.minimumSizeHint().width(), min(height, self._most))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Be wide enough for what is inside, and never lower than was asked for."""
        return self.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Ask for another height when what is inside wants one, or wraps in another way."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return super().eventFilter(watched, event)

"""One of our own drawings, in the theme's colours."""

from dataclasses import asdict
from string import Template

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QSizePolicy

from resources import read_text
from ui.theme import Theme


class Picture(QLabel):
    """A drawing from resources/pictures, as large as the text is and never wider than its place.

    In the file a colour is written $accent, $ink and so on, by the names of
    ui.theme.Colours. *spoken* says what the drawing shows.
    """

    def __init__(self, name: str, spoken: str, theme: Theme) -> None:
        super().__init__()
        drawn = Template(read_text(f"pictures/{name}.svg")).substitute(asdict(theme.colours))
        self._renderer = QSvgRenderer(QByteArray(drawn.encode()), self)
        self._ground = QColor(theme.colours.surface)
        drawing = self._renderer.defaultSize()
        self._full = QSize(theme.px(drawing.width()), theme.px(drawing.height()))
        self._drawn = QSize()
        self.setAccessibleName(spoken)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(self._full.width())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Ask for the size that goes with the text."""
        return self._full

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Become as small as the place is: the drawing shrinks."""
        return QSize(1, 1)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Tell that the drawing keeps its proportions."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that goes with *width*."""
        shown = min(width, self._full.width())
        return round(shown * self._full.height() / self._full.width())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Draw anew for the new size, so that lines stay sharp."""
        super().resizeEvent(event)
        self._draw()

    def event(self, event: QEvent) -> bool:
        """Draw anew on a screen with other pixels."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._drawn = QSize()
            self._draw()
        return super().event(event)

    def _draw(self) -> None:
        fitted = self._full.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if fitted == self._drawn or fitted.isEmpty():
            return
        self._drawn = fitted
        pixels = self.devicePixelRatioF()
        canvas = QPixmap(fitted * pixels)
        canvas.setDevicePixelRatio(pixels)
        # Its own ground: under a contrast theme the card may have another colour than ours.
        canvas.fill(self._ground)
        painter = QPainter(canvas)
        self._renderer.render(painter, QRectF(0, 0, fitted.width(), fitted.height()))
        painter.end()
        self.setPixmap(canvas)

"""Pages under each other in a window that scrolls and zooms over them."""

from PySide6.QtCore import QEvent, QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.page_layout import (
    LARGEST,
    MARGIN,
    SMALLEST,
    Fit,
    PageLayout,
    Place,
    Room,
    beyond,
    fitting_scale,
    percent,
    scale_of,
)

_STEPS = (25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)
_LINE = 40


class PageScroll(QAbstractScrollArea):
    """Knows where pages of some sizes lie, and keeps its place when they change.

    Signals:
        page_changed: the page in view and how many there are, counted from 1; 0 of 0 is none.
        zoom_changed: the size in per cent, 100 being the size of the paper, or what decides it.
    """

    page_changed = Signal(int, int)
    zoom_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: list[QSizeF] = []
        self._fit = Fit.WIDTH
        self._scale = scale_of(100)
        self._layout = PageLayout([], self._scale, self._room())
        self._shown = (0, 0)
        self._sized = (self._fit, 100)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Always there: a bar that comes and goes would change the width the pages fit into.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._notice_page)

    @property
    def fit(self) -> Fit:
        """What decides how large the pages are shown."""
        return self._fit

    @property
    def zoom(self) -> int:
        """The size of the pages in per cent."""
        return percent(self._scale)

    @property
    def current_page(self) -> int:
        """The page in view, counted from 1; 0 when there is none."""
        return self._shown[0]

    def set_sizes(self, sizes: list[QSizeF]) -> None:
        """Lay pages of *sizes* (points) under each other, and stay at the same place in them."""
        place = self._place()
        self._sizes = sizes
        self._lay_out(place)

    def set_fit(self, fit: Fit) -> None:
        """Fit the pages to the window, also when its size changes."""
        self._fit = fit
        self._lay_out(self._place())

    def set_zoom(self, percentage: int) -> None:
        """Show the pages *percentage* large, between 25 and 400."""
        self._fit = Fit.FREE
        self._resize_pages(scale_of(percentage), self._place())

    def zoom_in(self) -> None:
        """Go to the next larger step."""
        self.set_zoom(self._larger)

    def zoom_out(self) -> None:
        """Go to the next smaller step."""
        self.set_zoom(self._smaller)

    def at(self, position: QPointF) -> tuple[int, QPointF]:
        """Return the page nearest to a point of the window, and where on it that is, in points."""
        point = position + self._offset()
        pages = self._layout.pages
        index = max(0, sum(page.top() <= point.y() for page in pages) - 1)
        return index, (point - pages[index].topLeft()) / self._scale

    def scroll_towards(self, position: QPointF) -> None:
        """Scroll as far as a point lies outside of the window."""
        seen = self.viewport().rect()
        x, y = position.x(), position.y()
        self.scroll_by(min(x, 0) + max(x - seen.width(), 0), min(y, 0) + max(y - seen.height(), 0))

    def go_to_page(self, number: int) -> None:
        """Bring the top of a page, counted from 1, into view."""
        if self._sizes:
            page = self._layout.pages[max(1, min(len(self._sizes), number)) - 1]
            self.verticalScrollBar().setValue(round(page.top()) - MARGIN)

    def turn_window(self, windows: int) -> None:
        """Read on: go one window down or up, and keep a line of it in sight."""
        self.scroll_by(0, windows * (self.viewport().height() - _LINE))

    def scroll_by(self, across: float, down: float) -> None:
        """Scroll so many pixels to the right and down."""
        for bar, distance in (
            (self.horizontalScrollBar(), across),
            (self.verticalScrollBar(), down),
        ):
            bar.setValue(bar.value() + round(distance))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the pages to the new size, at the same place in the text."""
        super().resizeEvent(event)
        self._lay_out(self._place())

    def event(self, event: QEvent) -> bool:
        """Follow a move to a screen with other dots."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay_out(self._place())
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll, or zoom with Ctrl about the pointer."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif turned := event.angleDelta().y():
            self._zoom_about(event.position(), self._larger if turned > 0 else self._smaller)

    @property
    def _larger(self) -> int:
        return next((step for step in _STEPS if step > self.zoom), LARGEST)

    @property
    def _smaller(self) -> int:
        return next((step for step in _STEPS[::-1] if step < self.zoom), SMALLEST)

    def _zoom_about(self, position: QPointF, percentage: int) -> None:
        """Show the pages in another size, and the same of them at *position*."""
        if not self._sizes:
            return
        index, point = self.at(position)
        self.set_zoom(percentage)
        now = self._layout.pages[index].topLeft() + point * self._scale - self._offset()
        self.scroll_by(now.x() - position.x(), now.y() - position.y())

    def _room(self) -> Room:
        size = self.viewport().size()
        return Room(size.width(), size.height(), self.devicePixelRatioF())

    def _offset(self) -> QPointF:
        """How far the window is scrolled, in whole dots of the screen."""
        dots = self.devicePixelRatioF()
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QPointF(round(x * dots) / dots, round(y * dots) / dots)

    def _place(self) -> Place:
        offset = self._offset()
        return self._layout.place(offset.x(), offset.y())

    def _lay_out(self, place: Place) -> None:
        """Give the pages their size and go to *place*."""
        if self._sizes and self._fit is not Fit.FREE:
            self._resize_pages(fitting_scale(self._sizes, self._fit, self._room()), place)
        else:
            self._resize_pages(self._scale, place)

    def _resize_pages(self, scale: float, place: Place) -> None:
        room = self._room()
        self._scale = scale
        self._layout = PageLayout(self._sizes, scale, room)
        for bar, length, window in (
            (self.horizontalScrollBar(), self._layout.width, room.width),
            (self.verticalScrollBar(), self._layout.height, room.height),
        ):
            bar.setRange(0, beyond(length, window))
            bar.setPageStep(int(window))
            bar.setSingleStep(_LINE)
        position = self._layout.position(place)
        self.horizontalScrollBar().setValue(round(position.x()))
        self.verticalScrollBar().setValue(round(position.y()))
        self._notice_page()
        self._notice_size()
        self.viewport().update()

    def _notice_page(self) -> None:
        """Tell when another page came into view."""
        y = self.verticalScrollBar().value()
        shown = (self._layout.page_in_view(y), len(self._sizes))
        if shown != self._shown:
            self._shown = shown
            self.page_changed.emit(*shown)

    def _notice_size(self) -> None:
        """Tell when the pages became larger or smaller, or follow something else."""
        sized = (self._fit, self.zoom)
        if sized != self._sized:
            self._sized = sized
            self.zoom_changed.emit(self.zoom)

"""The pages of a PDF under each other, as large as one wants them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QLabel, QWidget

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
from ui.page_pictures import PagePictures
from ui.pdf_document import PdfPages

_STEPS = (25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)
_LINE = 40
_FOCUS_LINE = 2


class _PageText(QLabel):
    """The words of the page for screen readers; the picture says the same to the eye."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint nothing."""


class PageView(QAbstractScrollArea):
    """Shows pages under each other on a quiet ground and keeps its place when they change.

    Signals:
        page_changed: the page in view and how many there are, counted from 1; 0 of 0 is none.
        zoom_changed: the size in per cent, 100 being the size of the paper, or what decides it.
    """

    page_changed = Signal(int, int)
    zoom_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._sizes: list[QSizeF] = []
        self._fit = Fit.WIDTH
        self._scale = scale_of(100)
        self._layout = PageLayout([], self._scale, self._room())
        self._pictures: PagePictures | None = None
        self._shown = (0, 0)
        self._sized = (self._fit, 100)
        self._text = _PageText(self.viewport())
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Always there: a bar that comes and goes would change the width the pages fit into.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._notice_page)
        self._describe()

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

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show *pages* from now on, at the same place as those before; None shows nothing.

        The pages are closed when others take their place.
        """
        before, place = self._pages, self._place()
        self._pages = pages
        self._pictures = PagePictures(pages) if pages else None
        count = pages.page_count if pages else 0
        self._sizes = [pages.page_size(index) for index in range(count)] if pages else []
        self._lay_out(place)
        self._describe()
        if before is not None:
            before.close()

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
        self.set_zoom(next((step for step in _STEPS if step > self.zoom), LARGEST))

    def zoom_out(self) -> None:
        """Go to the next smaller step."""
        self.set_zoom(next((step for step in _STEPS[::-1] if step < self.zoom), SMALLEST))

    def go_to_page(self, number: int) -> None:
        """Bring the top of a page, counted from 1, into view."""
        if self._sizes:
            page = self._layout.pages[max(1, min(len(self._sizes), number)) - 1]
            self.verticalScrollBar().setValue(round(page.top()) - MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what is seen of each page."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), _ground(self.palette()))
        if self._pictures is not None:
            self._paint_pages(painter, self._pictures)
        if self.hasFocus():
            self._paint_focus(painter)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show where the keys go."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the pages to the new size, at the same place in the text."""
        super().resizeEvent(event)
        self._text.setGeometry(self.viewport().rect())
        self._lay_out(self._place())

    def event(self, event: QEvent) -> bool:
        """Follow a move to a screen with other dots."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay_out(self._place())
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll, or zoom with Ctrl."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y() > 0:
            self.zoom_in()
        elif event.angleDelta().y() < 0:
            self.zoom_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Turn pages, scroll and zoom; any other key is left to the window."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        action = (_CTRL_KEYS if ctrl else _KEYS).get(event.key())
        if action is not None:
            action(self)
        elif ctrl:
            event.ignore()
        else:
            super().keyPressEvent(event)

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
            self._describe()
            self.page_changed.emit(*shown)

    def _notice_size(self) -> None:
        """Tell when the pages became larger or smaller, or follow something else."""
        sized = (self._fit, self.zoom)
        if sized != self._sized:
            self._sized = sized
            if self._pictures is not None:
                self._pictures.clear()
            self.zoom_changed.emit(self.zoom)

    def _describe(self) -> None:
        """Give screen readers the page in words."""
        number, count = self._shown
        where = f"sida {number} av {count}" if number else "ingen sida"
        text = self._pages.text(number - 1) if self._pages and number else ""
        self.setAccessibleName(f"Förhandsgranskning, {where}")
        self.setAccessibleDescription(text)
        self._text.setText(text)

    def _paint_pages(self, painter: QPainter, pictures: PagePictures) -> None:
        window = QRectF(self.viewport().rect())
        for index, page in enumerate(self._layout.pages):
            rect = page.translated(-self._offset())
            if rect.intersects(window):
                _paint_edge(painter, rect)
                pictures.paint(painter, index, rect)
        pictures.end_painting()

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), _FOCUS_LINE))
        inset = _FOCUS_LINE // 2
        painter.drawRect(self.viewport().rect().adjusted(inset, inset, -inset, -inset))


def _ground(palette: QPalette) -> QColor:
    """Return a colour for behind the paper that is a little darker than the window's."""
    window = palette.color(QPalette.ColorRole.Window)
    return window.darker(112 if window.lightness() > 127 else 130)


def _paint_edge(painter: QPainter, page: QRectF) -> None:
    """Paint a hairline and a soft shadow around a page."""
    for distance, strength in ((3.0, 14), (2.0, 22), (1.0, 60)):
        edge = page.adjusted(-distance / 2, -distance / 2, distance, distance)
        painter.fillRect(edge, QColor(0, 0, 0, strength))


def _turn(pages: int) -> Callable[[PageView], None]:
    return lambda view: view.go_to_page(view.current_page + pages)


_KEYS: dict[int, Callable[[PageView], None]] = {
    Qt.Key.Key_PageDown: _turn(1),
    Qt.Key.Key_PageUp: _turn(-1),
    Qt.Key.Key_Home: lambda view: view.verticalScrollBar().setValue(0),
    Qt.Key.Key_End: lambda view: view.verticalScrollBar().setValue(
        view.verticalScrollBar().maximum()
    ),
}
_CTRL_KEYS: dict[int, Callable[[PageView], None]] = {
    Qt.Key.Key_Plus: PageView.zoom_in,
    Qt.Key.Key_Equal: PageView.zoom_in,
    Qt.Key.Key_Minus: PageView.zoom_out,
    Qt.Key.Key_0: lambda view: view.set_fit(Fit.WIDTH),
}

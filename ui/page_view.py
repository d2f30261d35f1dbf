"""The pages of a PDF under each other, as large as one wants them."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from ui.clipboard import lend
from ui.page_layout import MARGIN, Fit
from ui.page_marks import PageMarks
from ui.page_mouse import PageMouse
from ui.page_pictures import Band, PagePictures
from ui.page_scroll import PageScroll
from ui.page_selection import PageSelection
from ui.page_text import Stretch
from ui.pdf_document import PdfPages

_FOCUS_LINE = 2


class _PageText(QLabel):
    """The words of the page for screen readers; the picture says the same to the eye."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint nothing."""


class PageView(PageScroll):
    """Shows the pages of a document on a quiet ground, their words to be found and copied.

    Signals:
        copied: words of it are on the clipboard.
    """

    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._pictures: PagePictures | None = None
        self._marks: PageMarks | None = None
        self._selection: PageSelection | None = None
        self._mouse = PageMouse(self)
        self._text = _PageText(self.viewport())
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.page_changed.connect(self._describe)
        self.zoom_changed.connect(self._forget_pictures)
        self._describe()

    @property
    def pages(self) -> PdfPages | None:
        """The pages that are shown."""
        return self._pages

    @property
    def selection(self) -> PageSelection | None:
        """What is selected of the text; None when there are no pages."""
        return self._selection

    @property
    def seen(self) -> frozenset[Band]:
        """What of the pages is seen, to be drawn of those that follow them."""
        return self._pictures.seen if self._pictures else frozenset()

    def show_pages(
        self, pages: PdfPages | None, drawn: Mapping[Band, QImage] | None = None
    ) -> None:
        """Show *pages* from now on, at the same place as those before; None shows nothing.

        The pages are closed when others take their place. What is *drawn* of them already is
        only painted.
        """
        before = self._pages
        self._pages = pages
        self._pictures = PagePictures(pages, drawn) if pages else None
        self._marks = PageMarks(pages) if pages else None
        self._selection = self._carry_selection(pages) if pages else None
        count = pages.page_count if pages else 0
        self.set_sizes([pages.page_size(index) for index in range(count)] if pages else [])
        self._describe()
        if before is not None:
            before.close()

    def _carry_selection(self, pages: PdfPages) -> PageSelection:
        """Return the selection for *pages*: what was made anew while one read keeps it."""
        return self._selection.carried_to(pages) if self._selection else PageSelection(pages)

    def show_hits(self, hits: Sequence[Stretch], current: Stretch | None) -> None:
        """Mark *hits* of a search, *current* more strongly than the others."""
        if self._marks is not None:
            self._marks.show_hits(hits, current)
            self.viewport().update()

    def reveal(self, stretch: Stretch) -> None:
        """Bring the beginning of *stretch* into view, unless it is seen already."""
        boxes = self._marks.boxes(stretch) if self._marks else []
        if not boxes:
            self.go_to_page(stretch.page + 1)
            return
        page = self._layout.pages[stretch.page].topLeft()
        box = QRectF(boxes[0].topLeft() * self._scale, boxes[0].size() * self._scale)
        box.translate(page - self._offset())
        room = QRectF(self.viewport().rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        if not room.contains(box):
            # With some lines above it to read it by.
            self.scroll_by(box.left() - room.center().x(), box.top() - room.height() / 3)

    def select_all(self) -> None:
        """Select the text of the whole document."""
        if self._selection is not None:
            self._selection.select_all()
            self.viewport().update()

    def copy(self) -> None:
        """Copy what is selected."""
        if self._selection is not None and not self._selection.is_empty:
            self._copy(self._selection.text())

    def copy_page(self) -> None:
        """Copy the text of the page in view."""
        if self._pages is not None:
            self._copy(self._pages.text(self.current_page - 1))

    def _copy(self, text: str) -> None:
        lend(text)
        self.copied.emit()

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
        """Let the words lie where the pages do."""
        super().resizeEvent(event)
        self._text.setGeometry(self.viewport().rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin to select."""
        self._mouse.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Select the word."""
        self._mouse.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Select more."""
        self._mouse.move(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer to copy."""
        if self._selection is not None:
            self.menu(self._selection).popup(event.globalPos())

    def menu(self, selection: PageSelection) -> QMenu:
        """Return what can be done with the text, as a menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Kopiera\tCtrl+C", self.copy).setEnabled(not selection.is_empty)
        menu.addAction("Kopiera sidans text", self.copy_page)
        menu.addAction("Markera allt\tCtrl+A", self.select_all)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Turn pages, scroll and zoom; any other key is left to the window."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        action = (_CTRL_KEYS if ctrl else _KEYS).get(event.key())
        if not ctrl and event.key() == Qt.Key.Key_Space:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.turn_window(-1 if is_back else 1)
        elif action is not None:
            action(self)
        elif ctrl:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _forget_pictures(self) -> None:
        if self._pictures is not None:
            self._pictures.clear()

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
                self._paint_marks(painter, index, rect)
        pictures.end_painting()

    def _paint_marks(self, painter: QPainter, index: int, rect: QRectF) -> None:
        selected = self._selection.on_page(index) if self._selection else None
        if self._marks is not None and not self._marks.paint(painter, index, rect, selected):
            # The window has its turn before the rest is looked up.
            self.viewport().update()

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
    Qt.Key.Key_A: PageView.select_all,
    Qt.Key.Key_C: PageView.copy,
}

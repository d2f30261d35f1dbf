"""What was found in the metodstöd: title, kind and the words around the match."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAbstractTextDocumentLayout, QKeyEvent, QPainter, QPalette, QTextDocument
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from gplan_desktop.method.hit import Hit, Marks
from ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_GAP = 6


class _HitModel(QAbstractListModel):
    """The hits, as Qt wants to be asked for them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Replace all hits."""
        self.beginResetModel()
        self.hits = tuple(hits)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return how many hits there are."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> str | None:
        """Return the title, or the whole of it for a screen reader."""
        hit = self.hits[index.row()]
        if role == _ROLE.DisplayRole:
            return hit.title
        if role == _ROLE.AccessibleTextRole:
            return f"{hit.title}, {_kind(hit)}: {hit.snippet}"
        return None


class _HitPainter(QStyledItemDelegate):
    """Draws a hit on as many lines as it needs."""

    def __init__(self, theme: Theme, view: QListView, model: _HitModel) -> None:
        super().__init__(view)
        self._theme, self._view, self._model = theme, view, model
        self._documents: dict[tuple[int, int], QTextDocument] = {}
        model.modelReset.connect(self._documents.clear)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the row as the style does, and the hit on it."""
        option = QStyleOptionViewItem(option)
        self.initStyleOption(option, index)
        box: Any = option  # the stubs know nothing of what an option inherits
        rect, box.text = box.rect, ""
        self._view.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view
        )
        gap = self._theme.px(_GAP)
        document = self._document(index.row(), rect.width() - 2 * gap)
        painter.save()
        painter.translate(rect.topLeft() + QPoint(gap, gap))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, self._theme.colours.ink)
        document.documentLayout().draw(painter, context)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        """Return the height that the hit needs in the width of the list."""
        width, gap = self._view.viewport().width(), self._theme.px(_GAP)
        document = self._document(index.row(), width - 2 * gap)
        return QSize(width, round(document.size().height()) + 2 * gap)

    def _document(self, row: int, width: int) -> QTextDocument:
        """Return the hit laid out in *width*, made once for measuring and drawing."""
        if (row, width) not in self._documents:
            self._documents[row, width] = self._laid_out(self._model.hits[row], width)
        return self._documents[row, width]

    def _laid_out(self, hit: Hit, width: int) -> QTextDocument:
        colours, small = self._theme.colours, self._theme.px(13)
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(self._view.font())
        document.setDefaultStyleSheet(f"b {{ color: {colours.accent}; }}")
        document.setHtml(
            f"<div style='font-weight: 600'>{_marked(hit.title, hit.title_marks)}</div>"
            f"<div style='color: {colours.muted}; font-size: {small}px'>{escape(_kind(hit))}</div>"
            f"<div style='font-size: {small}px'>{_marked(hit.snippet, hit.marks)}</div>"
        )
        document.setTextWidth(width)
        return document


class HitList(QListView):
    """The hits under each other; Enter or a click opens one.

    Signals:
        opened: the hit that was opened.
        left_upwards: the arrow went up from the first hit.
    """

    opened = Signal(object)
    left_upwards = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("Träffar i metodstödet")
        self._hits = _HitModel(self)
        self.setModel(self._hits)
        self.setItemDelegate(_HitPainter(theme, self, self._hits))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme.px(40))
        self.clicked.connect(self._open)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits as they are shown."""
        return self._hits.hits

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show *hits*, from the first."""
        self._hits.show_hits(hits)
        self.scrollToTop()

    def enter(self) -> None:
        """Put the keyboard in the first hit, or where it was before."""
        if self.hits:
            if not self.currentIndex().isValid():
                self.setCurrentIndex(self._hits.index(0))
            self.setFocus()

    def open_first(self) -> None:
        """Open the best hit, if there is any."""
        if self.hits:
            self._open(self._hits.index(0))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Ask for no height: the layout gives what there is."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open the hit with Enter; go up from the first."""
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self._open(current)
        elif event.key() == Qt.Key.Key_Up and current.row() == 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self.opened.emit(self.hits[index.row()])


def _kind(hit: Hit) -> str:
    return " · ".join(part for part in (hit.kind.label, hit.place) if part)


def _marked(text: str, marks: Marks) -> str:
    """Return *text* as HTML with the marked parts bold."""
    parts, at = [], 0
    for begin, end in marks:
        parts += [escape(text[at:begin]), f"<b>{escape(text[begin:end])}</b>"]
        at = end
    return "".join((*parts, escape(text[at:])))

"""The contents on the left: every page in the manual's order, with its state (S3)."""

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from gplan_desktop.editing import PlanEditor
from gplan_desktop.rules.steps import Step, StepKind, StepState
from ui.theme import Theme

_STEP, _STATE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_ICONS = {
    StepState.NOT_STARTED: ("radio_button_unchecked", "muted"),
    StepState.IN_PROGRESS: ("pending", "accent"),
    StepState.DONE: ("check_circle-fill", "done"),
    StepState.PROBLEM: ("error-fill", "problem"),
}
_KIND_ICONS = {
    StepKind.READING: ("menu_book", "muted"),
    StepKind.WRITING: ("description", "muted"),
    StepKind.ACTING: ("play_arrow", "accent"),
}
_Index = QModelIndex | QPersistentModelIndex


class Contents(QListWidget):
    """The pages as a list with headings; a click or Enter goes there, the arrows look around.

    Signals:
        wanted: the id of the page to go to.
    """

    wanted = Signal(str)

    def __init__(self, editor: PlanEditor, theme: Theme) -> None:
        super().__init__()
        self._editor, self._theme = editor, theme
        self.setObjectName("contents")
        self.setAccessibleName("Innehållsförteckning")
        self.setItemDelegate(_StepDelegate(theme, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self._items: dict[str, QListWidgetItem] = {}
        self._fill()
        self.itemClicked.connect(self._want)
        self.itemActivated.connect(self._want)

    def _fill(self) -> None:
        group = ""
        for step in self._editor.steps:
            if step.group != group:
                group = step.group
                self._add_heading(self._editor.situation.method.groups[group])
            item = QListWidgetItem(step.title, self)
            item.setData(_STEP, step)
            self._items[step.id] = item
        self.refresh()

    def _add_heading(self, title: str) -> None:
        heading = QListWidgetItem(title, self)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)

    def refresh(self) -> None:
        """Show how far every page has come."""
        for item in self._items.values():
            step = item.data(_STEP)
            state = self._editor.state(step)
            if item.data(_STATE) != state or not item.data(Qt.ItemDataRole.AccessibleTextRole):
                item.setData(_STATE, state)
                spoken = f"{step.title}, {state.label if state else 'att läsa eller göra'}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def show_current(self, step_id: str) -> None:
        """Mark the page that is open."""
        item = self._items[step_id]
        self.setCurrentItem(item)
        # With what comes before and after, for one sees where one is going.
        beside = self._theme.px(60)
        seen = self.visualItemRect(item).adjusted(0, -beside, 0, beside)
        if not self.viewport().rect().contains(seen):
            self.scrollToItem(item, QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keep Enter to oneself: further out it would turn one page more."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def _want(self, item: QListWidgetItem) -> None:
        step = item.data(_STEP)
        if isinstance(step, Step):
            self.wanted.emit(step.id)


class _StepDelegate(QStyledItemDelegate):
    """Draws an entry: icon, title over as many lines as it needs, and the state in words."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        """Return the height that title and state need."""
        px, metrics = self._theme.px, QFontMetrics(self._font(option, index))
        is_heading = index.data(_STEP) is None
        width = self._list_width(option) - px(16 if is_heading else 52)
        space = metrics.boundingRect(0, 0, width, 999, _WRAP, index.data())
        height = space.height() + px(26 if is_heading else 16)
        if _state_of(index):
            height += px(16)
        return QSize(px(200), max(height, px(32)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the entry."""
        painter.save()
        painter.setFont(self._font(option, index))
        step = index.data(_STEP)
        if isinstance(step, Step):
            self._draw_back(painter, option)
            self._draw_step(painter, option.rect, index)
        else:
            painter.setPen(QColor(self._theme.colours.muted))
            px = self._theme.px
            space = option.rect.adjusted(px(12), px(14), -px(4), 0)
            painter.drawText(space, _WRAP, str(index.data()))
        painter.restore()

    def _draw_back(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours, state = self._theme.colours, option.state
        box = option.rect.adjusted(4, 1, -4, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected))
            painter.drawRoundedRect(box, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colours.accent))
            painter.drawRoundedRect(box, 6, 6)

    def _draw_step(self, painter: QPainter, space: QRect, index: _Index) -> None:
        px, step, state = self._theme.px, index.data(_STEP), _state_of(index)
        name, role = _ICONS[state] if state else _KIND_ICONS[step.kind]
        icon = self._theme.icon(name, role)
        icon.paint(painter, QRect(space.x() + px(12), space.y() + px(8), px(20), px(20)))
        text = space.adjusted(px(40), px(8), -px(12), -px(6))
        painter.setPen(QColor(self._theme.colours.ink))
        used = painter.boundingRect(text, _WRAP, step.title)
        painter.drawText(text, _WRAP, step.title)
        if state:
            font = painter.font()
            font.setPixelSize(px(13))
            font.setWeight(QFont.Weight.Normal)
            painter.setFont(font)
            is_problem = state is StepState.PROBLEM
            colour = self._theme.colours.problem if is_problem else self._theme.colours.muted
            painter.setPen(QColor(colour))
            painter.drawText(text.x(), used.bottom() + px(15), state.label)

    def _font(self, option: QStyleOptionViewItem, index: _Index) -> QFont:
        font = QFont(option.font)
        font.setPixelSize(self._theme.px(15))
        if index.data(_STEP) is None:
            font.setPixelSize(self._theme.px(13))
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _list_width(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        return view.viewport().width() if isinstance(view, Contents) else self._theme.px(260)


def _state_of(index: _Index) -> StepState | None:
    """Return the state kept in an entry; Qt hands a StrEnum back as a plain text."""
    kept = index.data(_STATE)
    return StepState(kept) if kept else None


_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop

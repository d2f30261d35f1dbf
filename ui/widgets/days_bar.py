"""The days from a start to a limit as a bar, with today marked and the words beside it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.rules.need import DaySpan
from ui.theme import Theme
from ui.widgets.labels import label, set_role

_LEAST_BEFORE_LIMIT = 0.6
_TOP, _BAR, _WIDTH, _HEIGHT = 28, 14, 620, 92


class DaysBar(QWidget):
    """What is left in words and the last day, over the drawn bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon = QLabel()
        self.words = label("", "heading")
        self.last_day = label("", wraps=True)
        self.bar = _Bar(theme)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._icon)
        head.addWidget(self.words)
        head.addWidget(self.last_day, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        column.addWidget(self.bar)

    def show_span(self, span: DaySpan) -> None:
        """Show the days of *span*; being late is said with a word and an icon, not only red."""
        icon = ("error-fill", "problem") if span.is_overdue else ("event", "accent")
        size = self._theme.px(22)
        self._icon.setPixmap(self._theme.icon(*icon).pixmap(QSize(size, size)))
        self.words.setText(span.words)
        set_role(self.words, "problem" if span.is_overdue else "heading")
        self.last_day.setText(f"{span.ends} {dates.long(span.limit)}.")
        self.bar.show_span(span)


def places(span: DaySpan) -> tuple[float, float]:
    """Return where the limit and today are on the bar, 0 at its start and 1 at its end.

    Far too late would press the days before the limit together, so they keep
    most of the bar.
    """
    gone = (span.today - span.start).days
    if span.is_overdue:
        return max(span.length / max(gone, 1), _LEAST_BEFORE_LIMIT), 1.0
    return 1.0, min(max(gone / max(span.length, 1), 0.0), 1.0)


class _Bar(QWidget):
    """The drawing alone; a screen reader is told what it shows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._span: DaySpan | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(_HEIGHT))
        self.setMaximumWidth(theme.px(_WIDTH))

    def show_span(self, span: DaySpan) -> None:
        """Draw *span*."""
        self._span = span
        self.setAccessibleName(
            f"{span.began} {dates.long(span.start)}. {span.ends} {dates.long(span.limit)}. "
            f"I dag är det {dates.long(span.today)}: {span.words}."
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the bar, the two days under it and today above it."""
        super().paintEvent(event)
        if self._span is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Its own ground: under a contrast theme the card may have another colour than ours.
        painter.fillRect(self.rect(), QColor(self._theme.colours.surface))
        _Drawing(painter, self._theme, self.width()).draw(self._span)
        painter.end()


class _Drawing:
    """Draws a span with *painter* over *width* pixels."""

    def __init__(self, painter: QPainter, theme: Theme, width: int) -> None:
        self._painter, self._theme, self._width = painter, theme, width

    def draw(self, span: DaySpan) -> None:
        """Draw everything."""
        room = self._width - 2
        limit, today = (1 + place * room for place in places(span))
        self._bar(limit, today)
        self._today(today)
        below = self._theme.px(_TOP + _BAR + 8)
        for x, day, said in ((1, span.start, span.began), (limit, span.limit, span.ends)):
            self._write(said, x, below, "muted")
            self._write(dates.short(day, span.today), x, below + self._theme.px(19))
        self._write(f"I dag {dates.short(span.today, span.today)}", today, 0)

    def _bar(self, limit: float, today: float) -> None:
        painter, colour, px = self._painter, self._colour, self._theme.px
        top, high = px(_TOP), px(_BAR)
        painter.setPen(QPen(colour("border"), 1))
        painter.setBrush(colour("sunken"))
        painter.drawRect(QRectF(1, top, limit - 1, high))
        painter.fillRect(QRectF(1, top, min(limit, today) - 1, high), colour("accent"))
        if today > limit:
            painter.setPen(QPen(colour("problem"), 2))
            painter.setBrush(QBrush(colour("problem"), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(QRectF(limit, top + 1, today - limit - 1, high - 2))
        painter.setPen(QPen(colour("ink"), 2))
        for x in (1.0, limit):
            painter.drawLine(QPointF(x, top - px(4)), QPointF(x, top + high + px(6)))

    def _today(self, today: float) -> None:
        tip, side = self._theme.px(_TOP) - 1, self._theme.px(6)
        x = min(max(today, side), self._width - side)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colour("ink"))
        corners = [QPointF(x - side, tip - side), QPointF(x + side, tip - side), QPointF(x, tip)]
        self._painter.drawPolygon(QPolygonF(corners))

    def _write(self, text: str, x: float, top: float, role: str = "ink") -> None:
        """Write *text* with its middle at *x*, or as near as there is room."""
        width = self._painter.fontMetrics().horizontalAdvance(text) + 2
        left = min(max(x - width / 2, 0), self._width - width)
        self._painter.setPen(self._colour(role))
        line = QRectF(left, top, width, self._theme.px(20))
        self._painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)

    def _colour(self, role: str) -> QColor:
        return QColor(getattr(self._theme.colours, role))

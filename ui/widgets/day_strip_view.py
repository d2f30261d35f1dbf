"""The day and night drawn from six to six: a lane for each life area, gaps hatched (S22)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gplan_desktop.rules.day_strip import DayStrip, in_words
from ui.theme import Theme

_LANE, _AXIS, _FIRST = 18, 20, 6
_LABELLED = range(0, 25, 3)
_NAMES_SHARE, _MOST_FOR_NAMES, _SMALL, _FAINT = 0.3, 190, 13, 110


@dataclass(frozen=True)
class _Lane:
    """One life area: its name, and the places of the day (0 is six o'clock) it is described at."""

    name: str
    places: frozenset[int]


class DayStripView(QWidget):
    """Draws a strip; what it shows is also its spoken description, and a tooltip hour by hour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._strip: DayStrip | None = None
        self._lanes: tuple[_Lane, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme.px(300))

    def show_strip(self, strip: DayStrip, name: str) -> None:
        """Show *strip*; *name* is whose day it is."""
        self._strip, self._lanes = strip, _lanes(strip)
        self.setAccessibleName(name)
        self.setAccessibleDescription(in_words(strip))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the height of all lanes and the hours under them."""
        lanes = max(1, len(self._lanes))
        return QSize(self._theme.px(480), self._theme.px(lanes * _LANE + _AXIS) + 2)

    def event(self, event: QEvent) -> bool:
        """Tell what is described at the hour under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._told_at(event.pos().x()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw gaps, lanes and hours."""
        super().paintEvent(event)
        if self._strip is None:
            return
        painter = QPainter(self)
        font = self.font()
        font.setPixelSize(self._theme.px(_SMALL))
        painter.setFont(font)
        self._draw_gaps(painter)
        for number, lane in enumerate(self._lanes):
            self._draw_lane(painter, number, lane)
        self._draw_hours(painter)
        painter.end()

    def _told_at(self, x: int) -> str:
        if self._strip is None or x < self._left:
            return ""
        slot = self._strip.slots[min(23, int((x - self._left) / self._hour_width))]
        told = [f"{one.what} ({one.label})" for one in slot.described]
        hours = f"Kl. {slot.hour}–{(slot.hour + 1) % 24}"
        return "\n".join([hours, *(told or ["Ingen beskrivning"])])

    @property
    def _left(self) -> float:
        return min(self.width() * _NAMES_SHARE, self._theme.px(_MOST_FOR_NAMES))

    @property
    def _hour_width(self) -> float:
        return (self.width() - self._left - self._theme.px(8)) / 24

    def _x(self, place: float) -> float:
        return self._left + place * self._hour_width

    @property
    def _bottom(self) -> float:
        return float(self._theme.px(max(1, len(self._lanes)) * _LANE))

    def _draw_gaps(self, painter: QPainter) -> None:
        """Hatch the hours without anything described: the ground alone would be colour alone."""
        colours = self._theme.colours
        lines = QColor(colours.warning)
        lines.setAlpha(_FAINT)
        for place, slot in enumerate(self._strip.slots if self._strip else ()):
            if not slot.described:
                space = QRectF(self._x(place), 0, self._hour_width, self._bottom)
                painter.fillRect(space, QColor(colours.warning_back))
                painter.fillRect(space, QBrush(lines, Qt.BrushStyle.BDiagPattern))

    def _draw_lane(self, painter: QPainter, number: int, lane: _Lane) -> None:
        colours, height = self._theme.colours, self._theme.px(_LANE)
        top = number * height
        room = QRectF(0, top, self._left - self._theme.px(8), height)
        name = QFontMetricsF(painter.font()).elidedText(
            lane.name, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(QColor(colours.ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        for place in lane.places:
            bar = QRectF(self._x(place), top + 3, self._hour_width, height - 6)
            painter.fillRect(bar.adjusted(0, 0, -1, 0), QColor(colours.accent))

    def _draw_hours(self, painter: QPainter) -> None:
        colours, bottom = self._theme.colours, self._bottom
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawLine(QPointF(self._left, bottom), QPointF(self._x(24), bottom))
        for place in _LABELLED:
            x = self._x(place)
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, bottom + self._theme.px(3)))
            painter.setPen(QColor(colours.muted))
            space = QRectF(x - 20, bottom + 2, 40, self._theme.px(_AXIS))
            text = f"{(_FIRST + place) % 24:02}"
            painter.drawText(space, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)


def _lanes(strip: DayStrip) -> tuple[_Lane, ...]:
    """Return the life areas in the order in which the day meets them."""
    found: dict[str, set[int]] = {}
    names: dict[str, str] = {}
    for place, slot in enumerate(strip.slots):
        for one in slot.described:
            found.setdefault(one.area, set()).add(place)
            names[one.area] = one.label
    return tuple(_Lane(names[code], frozenset(places)) for code, places in found.items())


def gaps_in_words(strip: DayStrip) -> str:
    """Return "Ingen beskrivning kl. 22–06", or that every hour has one."""
    hours = [gap.text for gap in strip.gaps]
    if not hours:
        return "Alla timmar har en beskrivning."
    return f"Ingen beskrivning {_listed(hours)}."


def _listed(parts: Sequence[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} och {last}" if first else last

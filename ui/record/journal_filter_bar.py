"""What one looks for in the journal: heading, words, period, struck entries or not."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.office import Office
from ui.record.journal_filter import JournalFilter, Span
from ui.widgets.date_box import DateBox
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.journal_inputs import heading_box
from ui.widgets.labels import label
from ui.widgets.pick_box import PickBox
from ui.widgets.search_line import SearchLine
from ui.widgets.tick_box import TickBox

_ANY = "Alla rubriker"
_PAUSE_MS = 150


class JournalFilterBar(QWidget):
    """The choices side by side; the days of an own period are shown when it is chosen.

    Signals:
        changed: something else is looked for.
    """

    changed = Signal()

    def __init__(self, headings: tuple[str, ...], office: Office) -> None:
        super().__init__()
        self.wanted = JournalFilter()
        theme = self._theme = office.theme
        self.words = SearchLine("Sök i journalen", "nyckelord eller text", theme)
        self.words.setMinimumWidth(theme.px(190))
        self.heading = heading_box(headings, first=_ANY)
        self.heading.setAccessibleName("Rubrik att visa")
        self.span = PickBox([(span, span.label) for span in Span])
        self.span.setAccessibleName("Period att visa")
        self.struck = TickBox("Visa felmarkerade")
        self.first, self.last = (self._day(office, name) for name in ("Från", "Till"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._build()
        self._connect()

    def clear(self) -> None:
        """Look for everything again."""
        self.wanted = JournalFilter()
        self.words.clear()
        self._show()
        self.changed.emit()

    def event(self, event: QEvent) -> bool:
        """Take Esc before the window around does, while there is something to empty."""
        is_asked = event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._empties(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Empty the search with Esc."""
        if self._empties(event):
            self.words.clear()
        else:
            super().keyPressEvent(event)

    def _empties(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and bool(self.words.text())

    def _build(self) -> None:
        flow = FlowLayout(self, self._theme.px(10))
        self._days = self._own_period()
        for part in (self.words, self.heading, self.struck, self.span, self._days):
            flow.addWidget(part)
        self._show()

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(lambda: self._change(words=self.words.text()))
        self.heading.edited.connect(lambda name: self._change(heading=name))
        self.span.edited.connect(lambda span: self._change(span=span))
        self.struck.edited.connect(lambda ticked: self._change(shows_struck=ticked))
        self.first.edited.connect(lambda day: self._change(first=day))
        self.last.edited.connect(lambda day: self._change(last=day))

    def _change(self, **parts: Any) -> None:
        wanted = replace(self.wanted, **parts)
        if wanted != self.wanted:
            self.wanted = wanted
            self._days.setVisible(wanted.span is Span.OWN)
            self.changed.emit()

    def _show(self) -> None:
        wanted = self.wanted
        self.heading.set_value(wanted.heading)
        self.span.set_value(wanted.span)
        self.struck.set_value(wanted.shows_struck)
        self.first.set_value(wanted.first)
        self.last.set_value(wanted.last)
        self._days.setVisible(wanted.span is Span.OWN)

    def _own_period(self) -> QWidget:
        period = QWidget()
        row = QHBoxLayout(period)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(6))
        for name, box in (("Från", self.first), ("till", self.last)):
            row.addWidget(label(name))
            row.addWidget(box)
        return period

    @staticmethod
    def _day(office: Office, name: str) -> DateBox:
        box = DateBox(office.today, office.theme.icon("calendar_month"), ahead=False)
        box.set_name(f"{name} och med")
        return box

"""The help beside the fields: the manual at hand, to read, to search and to print."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from gplan_desktop.errors import WorldError
from gplan_desktop.method.entries import EntryKind
from gplan_desktop.method.hit import Hit
from gplan_desktop.method.model import Method
from gplan_desktop.method.reading import Reading, field_reading, rule_reading, step_reading
from ui.errors import show_error
from ui.help_print import print_help
from ui.hit_list import HitList
from ui.theme import Theme
from ui.widgets.buttons import push_button, tool_button
from ui.widgets.labels import label
from ui.widgets.reading_view import READING_MARGIN, ReadingView
from ui.widgets.search_line import SearchLine

_EMPTY = Reading("Hjälp", "Ställ dig i ett fält så visas hjälpen här.")
_STEP_LINK = "step:"
_NARROWEST, _ROOM_FOR_WORDS = 180, 300
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _nowhere(_step: str) -> bool:
    return False


class HelpPanel(QWidget):
    """Shows the help of one field at a time, and whatever else of the metodstöd is looked up.

    Signals:
        closed: the panel's close button was pressed.
        pinned: whether the help is to stay open and follow the field in use.
        step_wanted: the id of the page that one wants to go to.
        left: Esc was pressed with nothing left to go back to in the panel.
    """

    closed = Signal()
    pinned = Signal(bool)
    step_wanted = Signal(str)
    left = Signal()

    def __init__(
        self, method: Method, theme: Theme, has_step: Callable[[str], bool] = _nowhere
    ) -> None:
        super().__init__()
        self._method, self._theme, self._has_step = method, theme, has_step
        self._home: tuple[str, Reading] = ("", _EMPTY)
        self._step = ""
        self.field, self.reading = "", Reading("", "")
        self.search = SearchLine("Sök i metodstödet", "Ctrl+F", theme)
        self.search.textChanged.connect(self._find)
        self.search.entered.connect(self._show_found)
        self.pin = push_button("", "link")
        self.pin.setCheckable(True)
        self.pin.setAccessibleName("Låt hjälpen ligga kvar och följa fältet")
        self.pin.clicked.connect(self.pinned)
        self.pin.toggled.connect(self._tell_pin)
        self._build()
        # At 200 % text the pin's words would make the window wider than a small screen.
        self.setMinimumWidth(theme.px(_NARROWEST))
        self._tell_pin(False)
        self._show(*self._home)

    def show_field(self, field: str) -> None:
        """Show the help of *field*, which Esc then comes back to."""
        if field != self._home[0]:
            self._home = (field, field_reading(self._method, field))
        self.show_home()

    def show_step(self, step: str) -> None:
        """Show what is said about the page *step*, which Esc then comes back to."""
        self._home = ("", step_reading(self._method, step))
        self.show_home()

    def follow(self, field: str) -> None:
        """Show the help of *field*, unless one has only come back to it from what was looked up."""
        if field != self._home[0]:
            self.show_field(field)

    def rest(self) -> None:
        """Show that it waits for somebody to stand in a field."""
        self._home = ("", _EMPTY)
        self.show_home()

    def show_home(self) -> None:
        """Leave the search and show again what was shown before it."""
        self.search.clear()
        self._show(*self._home)

    def go_to_search(self) -> None:
        """Put the keyboard in the search."""
        self.search.setFocus()

    def enter(self) -> None:
        """Put the keyboard in what is shown."""
        if self._stack.currentWidget() is self._found:
            self.hits.enter()
        else:
            self.text.setFocus()

    def set_pinned(self, pinned: bool) -> None:
        """Show whether the help stays open and follows the field in use."""
        self.pin.setChecked(pinned)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show the pin as an icon alone where there is no room for its words."""
        super().resizeEvent(event)
        self._tell_pin(self.pin.isChecked())

    def event(self, event: QEvent) -> bool:
        """Take Esc before the window does: here it goes back, one thing at a time."""
        is_asked = event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go between search, hits and text; Enter turns no page from here."""
        key, in_search = event.key(), self.search.hasFocus()
        if key == Qt.Key.Key_Escape:
            self._go_back()
        elif key in _ENTER:
            if in_search:
                self.hits.open_first()
        elif key == Qt.Key.Key_Down and in_search:
            self.enter()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self._theme
        self.printer = tool_button(theme.icon("print"), "Skriv ut hjälpen", "help")
        self.printer.clicked.connect(self._print)
        self.close_button = tool_button(theme.icon("close"), "Stäng hjälpen (F1)", "help")
        self.close_button.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.setSpacing(theme.px(6))
        top.addWidget(self.search, 1)
        top.addWidget(self.printer)
        top.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(8), theme.px(8), theme.px(8))
        layout.setSpacing(theme.px(4))
        layout.addLayout(top)
        self._stack = QStackedLayout()
        layout.addLayout(self._stack, 1)
        self._stack.addWidget(self._make_told())
        self._stack.addWidget(self._make_found())

    def _make_told(self) -> QWidget:
        self._told = QWidget()
        self.title = label("", "heading", wraps=True)
        self.title.setContentsMargins(READING_MARGIN, 0, 0, 0)
        self.title.setToolTip("F6 går mellan fältet och hjälpen")
        self.text = ReadingView("Hjälp", self._theme)
        self.text.setAccessibleDescription("F6 eller Esc går tillbaka till fältet")
        self.text.link_wanted.connect(self._follow_link)
        self.go_there = push_button(
            "Gå till sidan", "", self._theme.icon("arrow_forward", "accent")
        )
        self.go_there.clicked.connect(lambda: self.step_wanted.emit(self._step))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.pin, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self._told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        column.addLayout(head)
        column.addWidget(self.text, 1)
        column.addWidget(self.go_there)
        return self._told

    def _make_found(self) -> QWidget:
        self._found = QWidget()
        self.count = label("", "small", wraps=True)
        self.hits = HitList(self._theme)
        self.hits.opened.connect(self._open)
        self.hits.left_upwards.connect(self.go_to_search)
        column = QVBoxLayout(self._found)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.count)
        column.addWidget(self.hits, 1)
        column.addStretch()
        return self._found

    def _show(self, field: str, reading: Reading, step: str = "") -> None:
        self._stack.setCurrentWidget(self._told)
        self._step = step
        self.go_there.setVisible(bool(step) and self._has_step(step))
        if reading != self.reading:
            self.title.setText(reading.title)
            self.text.show_markdown(reading.body)
            self.text.setAccessibleName(f"Hjälp: {reading.title}")
        self.field, self.reading = field, reading

    def _find(self, query: str) -> None:
        if not query.strip():
            self._show(*self._home)
            return
        # Loaded and made ready when asked for: few search, and all wait for the first window.
        from gplan_desktop.method.search import build_index, search  # noqa: PLC0415

        found = search(query, build_index(self._method))
        self.hits.show_hits(found)
        self.hits.setVisible(bool(found))
        self.count.setText(_told_of(len(found), query.strip()))
        # A screen reader is in the search line, and would say nothing of what changes under it.
        said = QAccessibleAnnouncementEvent(self.search, self.count.text())
        QAccessible.updateAccessibility(said)
        self._show_found()

    def _show_found(self) -> None:
        if self.search.text().strip():
            self._stack.setCurrentWidget(self._found)

    def _open(self, hit: Hit) -> None:
        if hit.kind is EntryKind.STEP:
            self._show("", step_reading(self._method, hit.id), hit.id)
        elif hit.kind is EntryKind.RULE:
            self._show("", rule_reading(self._method, hit.id))
        else:
            self._show(hit.id, field_reading(self._method, hit.id))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        if hit.marks:
            begin, end = hit.marks[0]
            self.text.find(hit.snippet[begin:end])
        self.text.setFocus()

    def _follow_link(self, target: str) -> None:
        step = target.removeprefix(_STEP_LINK)
        if step != target and step in self._method.steps:
            self._show("", step_reading(self._method, step), step)

    def _go_back(self) -> None:
        is_home = self.reading == self._home[1] and not self.search.text()
        if is_home:
            self.left.emit()
        else:
            self.show_home()
            self.text.setFocus()

    def _print(self) -> None:
        try:
            print_help(self.reading, self._source, self)
        except WorldError as error:
            show_error(error)

    @property
    def _source(self) -> str:
        return f"{self._method.title}, version {self._method.version}"

    def _tell_pin(self, pinned: bool) -> None:
        has_room = self.width() >= self._theme.px(_ROOM_FOR_WORDS)
        words = "Följer fältet" if pinned else "Följ fältet"
        self.pin.setText(words if has_room else "")
        self.pin.setIcon(self._theme.icon("keep-fill" if pinned else "keep", "accent"))
        self.pin.setToolTip(
            "Hjälpen ligger kvar och följer fältet du skriver i. Klicka för att låta den stå still."
            if pinned
            else "Hjälpen står still och stängs när du lämnar sidan. Klicka för att låta den följa."
        )


def _told_of(count: int, query: str) -> str:
    if count == 0:
        return f"Inget i metodstödet handlar om ”{query}”. Pröva med ett annat ord."
    return f"{count} träffar" if count > 1 else "1 träff"

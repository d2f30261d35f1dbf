"""The start: the unit's persons with what is due, and the plans that were begun."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.overview import PersonSummary, PlanSummary
from gplan_desktop.domain.user import Permission
from gplan_desktop.method.mistakes import MethodError
from ui.errors import show_error
from ui.office import Office
from ui.person_rows import DRAFT_HEADINGS, HEADINGS, WIDTHS, draft_row, person_rows
from ui.roles_aside import roles_notice
from ui.session_menu import SessionWays, who_is_in
from ui.start_menu import start_menu
from ui.to_do_card import UnitToDoCard
from ui.to_do_ways import ToDoWays
from ui.widgets.buttons import Button, push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.line_box import LineBox
from ui.widgets.permitted import permit
from ui.widgets.record_table import RecordTable
from ui.widgets.scrolled import page_of

_WHERE = "Var hör det hemma?"
_TYPING_MS = 120
_MOST = 2000
_ROW = 40
_EMPTY = (
    "Det finns inga individer i enheten än. Välj Ny person för att lägga till den första, eller "
    "läs in en lista under Mer."
)
_NO_HIT = "Ingen individ har det namnet eller numret."
_NO_OWN_HIT = "Ingen av dina individer har det namnet eller numret."
_ASK_UNIT = "Be enheten kontrollera vilken utförare som står hos individen."
_NONE_OWN = (
    "Du har inga individer än. Enhetschefen bestämmer vilka individer du ser, under Användare och "
    "inloggning."
)
_NOT_MINE = "Individen är inte min…"
Draft = tuple[PersonSummary, PlanSummary]


@dataclass(frozen=True)
class StartWays:
    """Where one goes from the start."""

    open_person: Callable[[str], None]
    open_plan: Callable[[str], None]
    new_person: Callable[[], None]
    show_method: Callable[[], None]
    show_papers: Callable[[], None]
    to_do: ToDoWays
    show_to_do: Callable[[], None]
    show_import: Callable[[], None]
    show_providers: Callable[[], None]
    show_bin: Callable[[], None]
    show_backups: Callable[[], None]
    show_users: Callable[[], None]
    show_log: Callable[[], None]
    show_retention: Callable[[], None]
    session: SessionWays


class StartView(QWidget):
    """Search as you type over all persons, most urgent first; what is to be done below."""

    def __init__(self, office: Office, ways: StartWays, menu: QWidget) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._office, self._ways = office, ways
        theme = office.theme
        self.people = RecordTable("Individer", HEADINGS, theme)
        self.people.set_widths([theme.px(width) for width in WIDTHS], spare=1)
        self.people.opened.connect(ways.open_person)
        self.empty = label("", "muted", wraps=True)
        self.empty.hide()
        inner = page_of(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(theme.px(28), theme.px(20), theme.px(28), theme.px(20))
        layout.setSpacing(theme.px(12))
        layout.addLayout(self._head(ways, menu))
        self._lines = QVBoxLayout()
        layout.addLayout(self._lines)
        if office.own_method.roles_aside:
            layout.addWidget(roles_notice(office, ways.show_method))
        if office.own_method.refused:
            layout.addWidget(self._refused_notice(office.own_method.refused, ways))
        layout.addWidget(self.empty)
        self.others = push_button(_NOT_MINE, "link")
        self.others.clicked.connect(self._open_other)
        self.others.hide()
        layout.addWidget(self.others, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.people, 3)
        self.to_do = UnitToDoCard(office, ways.to_do, ways.show_to_do)
        layout.addWidget(self.to_do)
        layout.addWidget(self._drafts_card(ways))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._find)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        QShortcut(QKeySequence("Ctrl+R"), self, self.ask_right_place)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search, self.people.setFocus)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave out the words of buttons where there is no room for them."""
        super().resizeEvent(event)
        for button, name, least in self._worded:
            button.setText(name if self.width() >= self._office.theme.px(least) else "")

    def refresh(self) -> None:
        """Show the persons, things to do and started plans as they are in the store now."""
        self._find()
        self.to_do.refresh()
        store = self._office.store
        self._office.database.newest(
            "drafts", store.plan_lists.drafts, self._show_drafts, show_error
        )

    def add_line(self, line: QWidget) -> None:
        """Show *line*, such as how it is with the backups, under the head."""
        self._lines.addWidget(line)

    def focus_first(self) -> None:
        """Put the keyboard in the search."""
        self.search.setFocus()

    def ask_right_place(self) -> None:
        """Tell where a text belongs; without a person at hand nothing is moved (F19)."""
        # Loaded when asked for, as the dialogs are.
        from ui.right_place.dialog import RightPlaceDialog  # noqa: PLC0415

        RightPlaceDialog(self._office, self).open()

    def _head(self, ways: StartWays, menu: QWidget) -> QVBoxLayout:
        theme = self._office.theme
        self.search = LineBox()
        self.search.setAccessibleName("Sök individ på namn eller personnummer")
        self.search.setPlaceholderText("Sök på namn eller personnummer")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(theme.px(86))
        self.search.setMaximumWidth(theme.px(320))
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self.people.setFocus)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        # Mer is given less than it needs by a row of buttons alone.
        row.addStrut(theme.px(_ROW))
        row.addWidget(label("Individer", "title"))
        row.addStretch(1)
        row.addWidget(self.search, 9)
        for button in self._make_buttons(ways):
            row.addWidget(button)
        self.more = start_menu(self._office, ways)
        row.addWidget(self.more)
        row.addWidget(menu)
        # A line of its own: the buttons need the room beside the title at large text.
        where = (self._office.unit.name, who_is_in(self._office))
        self.where = label(" · ".join(filter(None, where)), "muted", wraps=True)
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        column.addLayout(row)
        column.addWidget(self.where)
        return column

    def _make_buttons(self, ways: StartWays) -> list[Button]:
        """Return the buttons beside the search, and keep from which width each says its name."""
        shown = (
            ("Ny person", "person_add", ways.new_person, 700),
            (_WHERE, "search", self.ask_right_place, 960),
            ("Papper", "print", ways.show_papers, 840),
            ("Metodstöd", "menu_book", ways.show_method, 840),
        )
        self._worded: list[tuple[Button, str, int]] = []
        for name, icon, press, least in shown:
            button = push_button(name, "", self._office.theme.icon(icon, "accent"))
            button.setAccessibleName(name)
            button.setToolTip(f"{name} (Ctrl+R)" if name == _WHERE else name)
            button.clicked.connect(press)
            if press is ways.new_person:
                permit(button, self._office, Permission.WRITE)
            self._worded.append((button, name, least))
        return [button for button, _, _ in self._worded]

    def _open_other(self) -> None:
        """Let another unit's person be opened for a reason (F65)."""
        # Loaded when asked for, as the dialogs are.
        from ui.other_person_dialog import OtherPersonDialog, is_whole_number  # noqa: PLC0415

        text = self.search.text().strip()
        number = text if is_whole_number(text, self._office) else ""
        dialog = OtherPersonDialog(self._office, number, self)
        dialog.opened.connect(self._ways.open_person)
        dialog.open()

    def _refused_notice(self, refused: MethodError, ways: StartWays) -> QWidget:
        """Tell that the municipality's own metodstöd is not in use, and where to read more."""
        theme, more = self._office.theme, len(refused.mistakes) - 1
        others = f" Det finns {more} fel till." if more else ""
        text = f"Kommunens metodstöd används inte: {refused.mistakes[0].in_short}.{others}"
        notice = Card(theme, "notice")
        notice.column.setContentsMargins(theme.px(16), theme.px(8), theme.px(8), theme.px(8))
        show = push_button("Visa felen", "link")
        show.setAccessibleName("Visa felen i metodstödet")
        show.clicked.connect(ways.show_method)
        row = QHBoxLayout()
        row.addWidget(label(text, wraps=True), 1)
        row.addWidget(show)
        notice.column.addLayout(row)
        return notice

    def _drafts_card(self, ways: StartWays) -> QWidget:
        theme = self._office.theme
        self.drafts_card = Card(theme)
        self.drafts_card.column.setSpacing(theme.px(8))
        self.drafts_card.column.addWidget(label("Påbörjade planer", "heading"))
        self.drafts = RecordTable("Påbörjade planer", DRAFT_HEADINGS, theme)
        self.drafts.set_widths([theme.px(width) for width in (300, 500, 160)])
        self.drafts.horizontalHeader().hide()
        self.drafts.opened.connect(ways.open_plan)
        self.drafts_card.column.addWidget(self.drafts)
        self.drafts_card.hide()
        return self.drafts_card

    def _on_typed(self, _text: str) -> None:
        self._typing.start()

    def _find(self) -> None:
        store, text = self._office.store, self.search.text()
        self._office.database.newest(
            "people", lambda: store.people(text, _MOST), self._show_people, show_error
        )

    def _show_people(self, people: list[PersonSummary]) -> None:
        limits, today = self._office.method.limits, self._office.today()
        self.people.show_rows(person_rows(people, limits, today))
        text = self.search.text().strip()
        self.empty.setText(self._why_empty(text))
        self.empty.setVisible(not people)
        # Who sees everybody has no others, and an external provider's user never opens any.
        self.others.setVisible(not people and bool(text) and self._office.standing.opens_others)

    def _why_empty(self, text: str) -> str:
        if not text:
            return _NONE_OWN if self._office.standing.sees_some else _EMPTY
        if not self._office.standing.sees_some:
            return _NO_HIT
        return _NO_OWN_HIT if self._office.standing.opens_others else f"{_NO_OWN_HIT} {_ASK_UNIT}"

    def _show_drafts(self, drafts: list[Draft]) -> None:
        today, theme = self._office.today(), self._office.theme
        rows = [draft_row(person, plan, today) for person, plan in drafts]
        self.drafts.show_rows(rows, select=False)
        most = 3 if self.height() >= theme.px(640) else 1
        self.drafts.setFixedHeight(theme.px(40) * min(len(drafts), most) + 4)
        self.drafts_card.setVisible(bool(drafts))

"""One person: the parts of the record under a bar, one shown at a time, with help beside."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gplan_desktop.domain.fields import pattern
from gplan_desktop.domain.person import Person
from ui.field_help import FieldHelp
from ui.help_panel import HelpPanel
from ui.office import Office
from ui.record.assignments_part import AssignmentsPart
from ui.record.overview_part import OverviewPart
from ui.record.part import RecordPart
from ui.record.registry import make_part
from ui.record.ways import PartId, PersonWays, RecordWays
from ui.right_place.ways import PlaceWays, Source, text_source
from ui.widgets.buttons import push_button
from ui.widgets.labels import label, set_role
from ui.widgets.scrolled import scrolled

_HELP_WIDTH = 330
_ROOM_FOR_WORDS = 1000
_WHERE = "Var hör det hemma?"
_WITHOUT_FIELDS = (PartId.OVERVIEW, PartId.ASSIGNMENTS)
# The page of the manual that each part is about, for F1 when no field has the keyboard.
_STEPS = {
    PartId.OVERVIEW: "general",
    PartId.TABS: "tabs",
    PartId.VISIT_PLANS: "visit_plan",
    PartId.JOURNAL: "journal",
    PartId.ASSIGNMENTS: "general",
}


class PersonView(QWidget):
    """The bar of parts, the part that is shown, and the help of its fields.

    A part is made when it is first shown. What is written in it is saved by
    itself, and before another view is shown.
    """

    def __init__(self, person: Person, office: Office, ways: PersonWays) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.person, self._office, self._ways = person, office, ways
        self._record_ways = RecordWays(ways.open_plan_at, self.show_part)
        self.parts: dict[PartId, RecordPart] = {}
        self.part_id = PartId.OVERVIEW
        self._pages: dict[PartId, QScrollArea] = {}
        self._stack = QStackedWidget()
        self.help_panel = HelpPanel(office.method, office.theme)
        self._side = self._make_side()
        self._build()
        self.help = FieldHelp(self.help_panel, self, lambda frame: pattern(frame.field))
        self.help.changed.connect(self._side.setVisible)
        self.help.kept.connect(ways.help_toggled)
        self._side.hide()
        QShortcut(QKeySequence("Esc"), self, ways.leave)
        for number, part in enumerate(PartId, start=1):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, lambda part=part: self.show_part(part))
        QShortcut(QKeySequence("Ctrl+R"), self, self.ask_right_place)

    def start(self, part: PartId = PartId.OVERVIEW, field: str = "", *, help_open: bool) -> None:
        """Show *part*; keep the help open when the user had it so."""
        self.help.set_pinned(help_open)
        self.show_part(part, field)

    def show_part(self, part: PartId, field: str = "") -> None:
        """Show *part* as it is in the store now, with the keyboard in *field* if one is named."""
        if self.part_id in self.parts and part is not self.part_id:
            self.parts[self.part_id].finish()
        if part not in self.parts:
            self._make(part)
        self.part_id = part
        self.tabs[part].setChecked(True)
        self.saved.setText("")
        self.parts[part].refresh()
        self._stack.setCurrentWidget(self._pages[part])
        self.help.show_page(_STEPS[part], has_fields=part not in _WITHOUT_FIELDS)
        if field:
            self.parts[part].go(field)
        else:
            self.parts[part].focus_first()
            # What has the keyboard is scrolled to, and what stands over it should be seen.
            QTimer.singleShot(0, self._pages[part], self._show_top)

    def refresh(self) -> None:
        """Show the part in sight as it is in the store now."""
        self.show_part(self.part_id)

    def finish(self) -> bool:
        """Save everything that is written in any part; False when something is left unsaved."""
        # Each of them is to save, also after one that could not.
        unsaved = [part for part in self.parts.values() if not part.finish()]
        return not unsaved

    def ask_right_place(self) -> None:
        """Tell where a text belongs, and move it there (F19)."""
        self._open_right_place(None)

    def _open_right_place(self, source: Source | None) -> None:
        """Open the adviser; *source* is a text that stands in the wrong place."""
        # Loaded when asked for, as the dialogs are.
        from ui.right_place.dialog import RightPlaceDialog  # noqa: PLC0415

        ways = PlaceWays(
            finish=self.finish,
            refresh=self.parts[self.part_id].refresh,
            show_part=self.show_part,
            open_plan=self._ways.open_plan,
        )
        RightPlaceDialog(self._office, self, self.person, ways, source).open()

    def regions(self) -> Iterable[QWidget]:
        """Return the parts of the view in the order in which they are read."""
        return self._header, self._stack, self._side

    def _own_part(self, part: PartId) -> RecordPart | None:
        """Return a part that only stands on this page, or None when *part* is another one."""
        kinds = {PartId.OVERVIEW: OverviewPart, PartId.ASSIGNMENTS: AssignmentsPart}
        kind = kinds.get(part)
        return kind(self.person, self._office, self._record_ways, self._ways) if kind else None

    def _show_top(self) -> None:
        self._pages[self.part_id].verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave out the words of the adviser's button where there is no room for them."""
        super().resizeEvent(event)
        has_room = self.width() >= self._office.theme.px(_ROOM_FOR_WORDS)
        self.right_place.setText(_WHERE if has_room else "")

    def _make(self, part: PartId) -> None:
        made = self._own_part(part) or make_part(part, self.person, self._office, self._record_ways)
        made.help_wanted.connect(self.help.ask)
        made.told.connect(self._show_saved)
        made.move_wanted.connect(
            lambda field, text: self._open_right_place(text_source(made.writer, field, text))
        )
        px = self._office.theme.px
        inner = QWidget()
        self.parts[part], self._pages[part] = made, scrolled(inner)
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(28), px(12), px(16), px(20))
        column.addWidget(made)
        self._stack.addWidget(self._pages[part])

    def _build(self) -> None:
        px = self._office.theme.px
        middle = QHBoxLayout()
        middle.setSpacing(px(12))
        middle.addWidget(self._stack, 3)
        middle.addWidget(self._side)
        self._header = self._make_header()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addLayout(middle, 1)

    def _make_header(self) -> QFrame:
        theme = self._office.theme
        header = QFrame()
        header.setObjectName("header")
        column = QVBoxLayout(header)
        column.setContentsMargins(theme.px(28), theme.px(8), theme.px(16), theme.px(8))
        column.setSpacing(theme.px(6))
        column.addLayout(self._head())
        column.addLayout(self._bar())
        return header

    def _head(self) -> QHBoxLayout:
        theme, person = self._office.theme, self.person
        back = push_button("Till listan", "link", theme.icon("arrow_back", "accent"))
        back.setToolTip("Esc")
        back.clicked.connect(self._ways.leave)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(back)
        row.addWidget(label(person.name, "title"))
        row.addWidget(label(person.personal_id.masked, "muted"))
        if person.protected_identity:
            row.addWidget(label("Skyddade personuppgifter", "warning"))
        if person.support_end:
            row.addWidget(label(f"Avslutad {person.support_end.day.isoformat()}", "warning"))
        if person.provider.external:
            row.addWidget(label(f"Extern utförare: {person.provider.name}", "warning"))
        row.addStretch(1)
        self.saved = label("", "small")
        row.addWidget(self.saved)
        return row

    def _bar(self) -> QHBoxLayout:
        theme = self._office.theme
        self.tabs = {part: push_button(part.label, "toggle") for part in PartId}
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        for number, (part, button) in enumerate(self.tabs.items(), start=1):
            button.setCheckable(True)
            button.setToolTip(f"Ctrl+{number}")
            button.clicked.connect(lambda _=False, part=part: self.show_part(part))
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.right_place = push_button("", "link", theme.icon("search", "accent"))
        self.right_place.setAccessibleName(_WHERE)
        self.right_place.setToolTip(f"{_WHERE} (Ctrl+R)")
        self.right_place.clicked.connect(self.ask_right_place)
        row.addWidget(self.right_place, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _make_side(self) -> QFrame:
        side = QFrame()
        side.setObjectName("side")
        side.setMinimumWidth(self._office.theme.px(_HELP_WIDTH))
        side.setMaximumWidth(self._office.theme.px(_HELP_WIDTH))
        inside = QVBoxLayout(side)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.help_panel)
        return side

    def _show_saved(self, text: str, is_well: bool) -> None:
        self.saved.setText(text)
        set_role(self.saved, "small" if is_well else "problem")

"""Many established plans at once: choose which, then print or save them (F55)."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.print_out import Way
from gplan_desktop.domain.user import Permission
from ui.errors import show_error
from ui.office import Office
from ui.papers import Summary
from ui.plan_ticks import Listed, PlanTicks
from ui.plans_out import PlansOut
from ui.print_words import details, outcome
from ui.save_many import Merge
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.date_box import NOT_A_DATE, DateBox
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label, set_role
from ui.widgets.low_area import LowArea
from ui.widgets.permitted import permit_all
from ui.widgets.spoken import say

DAYS = 30
_DAY, _REST = "day", "rest"
_CHOICES = (
    (_DAY, "De som upprättades en viss dag"),
    (_REST, f"Alla från de senaste {DAYS} dagarna som inte är utskrivna"),
)
_WHICH = "Vilka planer"
_NONE_THAT_DAY = "Ingen gällande plan upprättades {day}. Välj en annan dag."
_NONE_LEFT = f"Alla planer som har upprättats de senaste {DAYS} dagarna är utskrivna."
_TICK_ONE = "Kryssa i minst en plan."
_LIST_HEIGHT = 190


class PrintManyCard(Card):
    """The plans to choose among, three ways out, and how it went.

    Signals:
        noted: plans were printed or saved, and stand in the register.
    """

    noted = Signal()

    def __init__(self, office: Office, merge: Merge) -> None:
        super().__init__(office.theme)
        self._office = office
        self._out = PlansOut(office, merge, self._on_noted)
        self._which: object = _DAY
        self._day: date | None = office.today()
        self.column.setSpacing(office.theme.px(10))
        self.column.addWidget(label("Skriv ut flera planer", "heading"))
        self.column.addLayout(self._choice())
        self.column.addWidget(self._list())
        self.empty = label("", "muted", wraps=True)
        self.column.addWidget(self.empty)
        self.column.addWidget(self._buttons())
        self.column.addWidget(self._result())

    def refresh(self) -> None:
        """Show the plans to choose among as they are in the store now."""
        self._office.database.newest("many plans", self._fetching(), self._show, show_error)

    def focus_first(self) -> None:
        """Put the keyboard on the first choice."""
        self.which.setFocus()

    def _choice(self) -> QVBoxLayout:
        self.which = ChoiceGroup(_CHOICES)
        self.which.set_name(_WHICH)
        self.which.set_value(self._which)
        self.which.edited.connect(self._on_which)
        column = QVBoxLayout()
        column.setSpacing(self._office.theme.px(6))
        column.addWidget(self.which)
        column.addWidget(self._day_line())
        return column

    def _day_line(self) -> QWidget:
        theme = self._office.theme
        self.day = DateBox(self._office.today, theme.icon("calendar_month", "accent"), ahead=False)
        self.day.set_name("Dag då planerna upprättades")
        self.day.set_value(self._day)
        self.day.edited.connect(self._on_day)
        self._when = QWidget()
        row = QHBoxLayout(self._when)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(label("Upprättade den", "label"))
        row.addWidget(self.day, 1)
        return self._when

    def _list(self) -> QWidget:
        theme = self._office.theme
        self.plans = PlanTicks(theme)
        self.plans.changed.connect(self._count)
        self.chosen = label("", "label")
        self.all = push_button("Kryssa i alla", "link")
        self.all.clicked.connect(lambda: self.plans.tick_all(True))
        self.none = push_button("Kryssa ur alla", "link")
        self.none.clicked.connect(lambda: self.plans.tick_all(False))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self.chosen)
        head.addWidget(self.all)
        head.addWidget(self.none)
        head.addStretch(1)
        self._found = QWidget()
        column = QVBoxLayout(self._found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(head)
        column.addWidget(LowArea(self.plans, theme.px(_LIST_HEIGHT)))
        self._found.hide()
        return self._found

    def _buttons(self) -> QWidget:
        theme, out = self._office.theme, self._out
        self.print = push_button("Skriv ut…", "primary", theme.icon("print", "on_accent"))
        # Past a long list of ticks without going through it.
        self.print.setShortcut(QKeySequence.StandardKey.Print)
        self.print.setToolTip("Ctrl+P")
        self.print.clicked.connect(lambda: self._send(out.print, Way.PRINTER))
        self.one = push_button("Spara som en PDF…", "", theme.icon("save", "accent"))
        self.one.clicked.connect(lambda: self._send(out.save_as_one, Way.FILE))
        self.folder = push_button("Spara i en mapp…", "", theme.icon("save", "accent"))
        self.folder.clicked.connect(lambda: self._send(out.save_in_folder, Way.FILE))
        buttons = (self.print, self.one, self.folder)
        permit_all(buttons, self._office, Permission.PRINT)
        self._ways = QWidget()
        flow = FlowLayout(self._ways, theme.px(10))
        for button in buttons:
            flow.addWidget(button)
        self._ways.hide()
        return self._ways

    def _result(self) -> QWidget:
        self.result = Card(self._office.theme, "quote")
        self.result.column.setSpacing(self._office.theme.px(6))
        self.outcome = label("", "label", wraps=True)
        self.details = label("", wraps=True)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.result.column.addWidget(self.outcome)
        self.result.column.addWidget(self.details)
        self.result.hide()
        return self.result

    def _on_which(self, which: object) -> None:
        self._which = which
        self.which.set_value(which)
        self._when.setVisible(which == _DAY)
        self.result.hide()
        self.refresh()

    def _on_day(self, day: object) -> None:
        self._day = day if isinstance(day, date) else None
        self.result.hide()
        self.refresh()

    def _fetching(self) -> Callable[[], list[Listed]]:
        store, day, today = self._office.store, self._day, self._office.today()
        if self._which == _REST:
            return lambda: store.plan_lists.not_printed(dates.add_days(today, -DAYS), today)
        return lambda: store.plan_lists.established_on(day) if day else []

    def _show(self, plans: Sequence[Listed]) -> None:
        self.plans.show_plans(plans)
        self.empty.setText(self._why_empty())
        self.empty.setVisible(not plans)
        focused = self.window().focusWidget()
        for part in (self._found, self._ways):
            if not plans and focused and part.isAncestorOf(focused):
                # What had the keyboard is about to go.
                self.focus_first()
            part.setVisible(bool(plans))

    def _why_empty(self) -> str:
        if self._which == _REST:
            return _NONE_LEFT
        if self._day is None:
            return NOT_A_DATE
        is_today = self._day == self._office.today()
        return _NONE_THAT_DAY.format(day="i dag" if is_today else f"den {self._day.isoformat()}")

    def _count(self) -> None:
        self.chosen.setText(f"{len(self.plans.chosen)} av {len(self.plans.plans)} valda")

    def _send(
        self, way_out: Callable[[Sequence[Listed], QWidget], Summary | None], way: Way
    ) -> None:
        """Take the ticked plans out of the program, and tell how it went."""
        self.result.hide()
        plans = self.plans.chosen
        if not plans:
            self._tell(_TICK_ONE, [], "problem")
            return
        try:
            self._office.demand(Permission.PRINT)
            summary = way_out(plans, self)
        except Exception as error:  # noqa: BLE001 - every failure is told, none ends the program
            show_error(error)
            return
        if summary is not None:
            role = "done" if summary.is_complete else "label"
            self._tell(outcome(summary, way), details(summary, way), role)

    def _tell(self, happened: str, lines: list[str], role: str) -> None:
        self.outcome.setText(happened)
        set_role(self.outcome, role)
        self.details.setText("\n".join(lines))
        self.details.setVisible(bool(lines))
        self.result.show()
        say(self, "\n".join([happened, *lines]))

    def _on_noted(self, _count: int) -> None:
        self.refresh()
        self.noted.emit()

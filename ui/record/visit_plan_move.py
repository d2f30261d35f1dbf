"""The end of a temporary visit plan: its text goes into the plan, and out of TES (S98-S99)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gplan_desktop.domain.home import Home
from gplan_desktop.domain.life_areas import life_area
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.domain.visit_plan import VisitPlan
from gplan_desktop.method.model import Method
from gplan_desktop.rules.right_place import Advice, right_place
from gplan_desktop.rules.tes_text import CODE_FIELD, WRITTEN_ON, tes_items
from ui.clipboard import lend, note_copied
from ui.office import Office
from ui.record.ways import RecordWays
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label
from ui.widgets.pick_box import PickBox

if TYPE_CHECKING:
    # The database's libraries are loaded after the first window.
    from gplan_desktop.store.store import Store

_HEADING = "Skriv in i genomförandeplanen"
_HOW = (
    "{end}. Kopiera det som ska stå i genomförandeplanen, ett livsområde i taget. "
    "Ta sedan bort texten i Tes."
)
_INTO_FORCE = "Planen är upprättad. Följ upp den för att skriva in texten."
_NO_PLAN = "Det finns ingen genomförandeplan än. Skapa den, så kan texten skrivas in där."
_NOT_IN_PLAN = "{area} finns inte i planen än. Välj ett annat livsområde, eller lägg till det."
_CLEARED = "Texten är borttagen i Tes"
_NEVER_IN_PLAN = frozenset((Home.HEALTH_RECORD, Home.NOWHERE))
_COPY, _COPIED, _TOLD_MS = "Kopiera", "Kopierad", 3_000


@dataclass(frozen=True)
class Target:
    """The plan that the text goes into: its id, its life areas, and whether it is a draft."""

    plan_id: str
    areas: tuple[str, ...]
    is_draft: bool


@dataclass(frozen=True)
class Proposed:
    """One sentence and where it is proposed to go."""

    text: str
    advice: Advice


def target_of(store: "Store", person_id: str) -> Target | None:
    """Return the person's draft or, without one, the plan in force; None without any plan."""
    plans = store.plans(person_id)
    drafts = [plan for plan in plans if plan.status is PlanStatus.DRAFT]
    found = next(iter((*drafts, *(plan for plan in plans if plan.is_current))), None)
    if found is None:
        return None
    areas = tuple(area.code for area in store.plan(found.id).plan.areas)
    return Target(found.id, areas, found.status is PlanStatus.DRAFT)


def proposed(plan: VisitPlan, method: Method) -> tuple[Proposed, ...]:
    """Return every sentence of *plan* with its place; a code never leaves the visit plan."""
    return tuple(
        Proposed(answer.text.strip(), answer.advices[0])
        for item in tes_items(plan, method)
        if item.field not in (CODE_FIELD, WRITTEN_ON)
        for answer in right_place(item.text, method)
    )


class MoveCard(Card):
    """The notice of the last day, the sentences with their life areas, and the tick at the end.

    Signals:
        cleared: the text has been taken away from TES.
    """

    cleared = Signal()

    def __init__(self, office: Office, ways: RecordWays) -> None:
        super().__init__(office.theme, "notice")
        self._office, self._ways = office, ways
        self.how = label("", wraps=True)
        self.about_plan = label("", "muted", wraps=True)
        self._person_id = ""
        self.rows: list[MoveRow] = []
        self._shown: tuple[tuple[Proposed, ...], Target | None] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(office.theme.px(8))
        self.done = push_button(_CLEARED, "", office.theme.icon("check_circle-fill", "accent"))
        self.done.clicked.connect(self.cleared)
        self.column.setSpacing(office.theme.px(10))
        self.column.addWidget(label(_HEADING, "heading"))
        self.column.addWidget(self.how)
        self.column.addWidget(self.about_plan)
        self.column.addLayout(self._list)
        self.column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)

    def show_plan(self, plan: VisitPlan, end: str, target: Target | None) -> None:
        """Show the sentences of *plan*, whose end is told as *end*, and the ways to *target*."""
        self._person_id = plan.person_id
        self.how.setText(_HOW.format(end=end))
        about = "" if target and target.is_draft else _INTO_FORCE if target else _NO_PLAN
        self.about_plan.setText(about)
        self.about_plan.setVisible(bool(about))
        found = proposed(plan, self._office.method)
        if self._shown != (found, target):
            self._shown = found, target
            self._rebuild(found, target)

    def _rebuild(self, found: tuple[Proposed, ...], target: Target | None) -> None:
        for row in self.rows:
            row.hide()
            self._list.removeWidget(row)
            row.deleteLater()
        self.rows = [MoveRow(one, target, self._office.theme, self._ways) for one in found]
        for row in self.rows:
            row.copied.connect(lambda: note_copied(self._person_id, self._office))
            self._list.addWidget(row)


class MoveRow(QFrame):
    """One sentence, why it goes where, the life area to choose, and the way there.

    Signals:
        copied: the sentence is on the clipboard.
    """

    copied = Signal()

    def __init__(
        self, one: Proposed, target: Target | None, theme: Theme, ways: RecordWays
    ) -> None:
        super().__init__()
        self.text, self._target, self._ways = one.text, target, ways
        self._area = one.advice.area if target and one.advice.area in target.areas else ""
        self.setObjectName("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(10), theme.px(10), theme.px(10))
        column.setSpacing(theme.px(6))
        column.addWidget(label(one.text, "label", wraps=True))
        column.addWidget(label(_reason(one.advice, target), "muted", wraps=True))
        self.copy = push_button(_COPY, "", theme.icon("content_copy", "accent"))
        self.copy.setAccessibleName(f"{_COPY}: {one.text}")
        self.copy.clicked.connect(self._copy)
        self.area = PickBox([(code, life_area(code).label) for code in _areas(target)])
        self.area.setAccessibleName(f"Livsområde för: {one.text}")
        self.area.set_value(self._area)
        self.area.edited.connect(lambda code: self._choose(str(code)))
        self.open = push_button("", "link", theme.icon("arrow_forward", "accent"))
        self.open.clicked.connect(self._open)
        actions = QWidget()
        flow = FlowLayout(actions, theme.px(10))
        for widget in (self.copy, self.area, self.open):
            flow.addWidget(widget)
        column.addWidget(actions)
        self.area.setVisible(bool(_areas(target)) and one.advice.home not in _NEVER_IN_PLAN)
        self._choose(self._area)

    def _choose(self, code: str) -> None:
        self._area = code
        self.open.setVisible(bool(code))
        if code:
            self.open.setText(f"Öppna planen på {life_area(code).label}")

    def _open(self) -> None:
        if self._target:
            self._ways.open_plan(self._target.plan_id, f"area.{self._area}")

    def _copy(self) -> None:
        lend(self.text)
        self.copied.emit()
        self.copy.setText(_COPIED)
        QTimer.singleShot(_TOLD_MS, self.copy, lambda: self.copy.setText(_COPY))


def _areas(target: Target | None) -> tuple[str, ...]:
    return target.areas if target else ()


def _reason(advice: Advice, target: Target | None) -> str:
    """Return where the sentence belongs and why, and when the plan lacks that life area."""
    told = f"{advice.home.label}. {advice.reason}"
    if advice.area and target and advice.area not in target.areas:
        return f"{told} {_NOT_IN_PLAN.format(area=life_area(advice.area).label)}"
    return told

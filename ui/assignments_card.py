"""A person's assignments, newest first: which can be corrected, and why the others cannot."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.life_areas import life_area, official_order
from gplan_desktop.domain.overview import PlanSummary
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label

if TYPE_CHECKING:
    # The window is shown before the database's libraries are loaded.
    from gplan_desktop.store.store import Store

_NONE = "Inget uppdrag än. Lägg in det med Nytt uppdrag innan planen skrivs."
_SHOWN_AT_FIRST = 1


@dataclass(frozen=True)
class Ground:
    """An assignment and the plans that stand on it, newest first; an established one locks it."""

    assignment: Assignment
    plans: tuple[PlanSummary, ...] = ()

    @property
    def title(self) -> str:
        """The day and the case officer, as an assignment is spoken of."""
        return f"{self.assignment.day.isoformat()}, {self.assignment.case_officer}"

    @property
    def areas(self) -> str:
        """The life areas in words, in official order."""
        codes = sorted((area.code for area in self.assignment.areas), key=official_order)
        return ", ".join(life_area(code).label for code in codes)

    @property
    def lock(self) -> PlanSummary | None:
        """The newest established plan that stands on it, None while it may be corrected."""
        return next((plan for plan in self.plans if plan.established_at), None)

    @property
    def why_locked(self) -> str:
        """Why it cannot be corrected, or "" when it can."""
        if self.lock is None or self.lock.established_at is None:
            return ""
        day = dates.in_sweden(self.lock.established_at).date().isoformat()
        return (
            f"Kan inte rättas: planen {self.lock.name} upprättades {day} på det. "
            "Lägg in ett nytt uppdrag i stället."
        )


def grounds(store: "Store", person_id: str) -> list[Ground]:
    """Return the person's assignments, newest first, each with the plans that stand on it."""
    plans = store.plans(person_id)
    return [
        Ground(one, tuple(plan for plan in plans if plan.assignment_id == one.id))
        for one in store.assignments.of_person(person_id)
    ]


@dataclass(frozen=True)
class AssignmentWays:
    """What one can do with assignments."""

    add: Callable[[], None]
    correct: Callable[[Assignment], None]


class AssignmentsCard(Card):
    """The newest assignment; older ones are shown when asked for."""

    def __init__(self, theme: Theme, ways: AssignmentWays) -> None:
        super().__init__(theme)
        self._theme, self._ways = theme, ways
        self.column.setSpacing(theme.px(10))
        self.add = push_button("Nytt uppdrag", "", theme.icon("description", "accent"))
        self.add.clicked.connect(ways.add)
        self.empty = label(_NONE, "muted", wraps=True)
        self.empty.hide()
        self.older = push_button("", "link")
        self.older.clicked.connect(self._show_older)
        self.older.hide()
        head = QHBoxLayout()
        head.addWidget(label("Uppdrag", "heading"))
        head.addStretch(1)
        head.addWidget(self.older)
        head.addWidget(self.add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(10))
        self.column.addLayout(head)
        self.column.addWidget(self.empty)
        self.column.addLayout(self._rows)
        self.column.addStretch(1)
        self.rows: list[AssignmentRow] = []

    def show_grounds(self, found: Iterable[Ground]) -> None:
        """Show the newest assignment; those before it are a press away."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [AssignmentRow(ground, self._theme, self._ways.correct) for ground in found]
        for place, row in enumerate(self.rows):
            self._rows.addWidget(row)
            row.setVisible(place < _SHOWN_AT_FIRST)
        hidden = len(self.rows) - _SHOWN_AT_FIRST
        self.older.setText(f"Visa äldre uppdrag ({hidden})")
        self.older.setVisible(hidden > 0)
        self.empty.setVisible(not self.rows)

    def _show_older(self) -> None:
        older = self.rows[_SHOWN_AT_FIRST:]
        for row in older:
            row.show()
        open_ones = (row.correct for row in older if row.correct.isVisible())
        next(open_ones, self.add).setFocus()
        self.older.hide()


class AssignmentRow(QWidget):
    """One assignment: date, case officer, life areas in words, and the way to correct it."""

    def __init__(self, ground: Ground, theme: Theme, correct: Callable[[Assignment], None]) -> None:
        super().__init__()
        assignment = ground.assignment
        self.areas = label(ground.areas, "muted", wraps=True)
        self.why = label(ground.why_locked, "small", wraps=True)
        if not ground.why_locked:
            self.why.hide()
        texts = QVBoxLayout()
        texts.setSpacing(theme.px(2))
        texts.addWidget(label(ground.title, "label", wraps=True))
        texts.addWidget(self.areas)
        texts.addWidget(self.why)
        self.correct = push_button("Rätta uppdraget", "link", theme.icon("edit", "accent"))
        self.correct.setAccessibleName(f"Rätta uppdraget {ground.title}")
        self.correct.clicked.connect(lambda: correct(assignment))
        if ground.lock:
            self.correct.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addLayout(texts, 1)
        row.addWidget(self.correct, 0, Qt.AlignmentFlag.AlignTop)

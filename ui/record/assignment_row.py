"""One assignment in full: plans on it, life areas, what was decided, and what was corrected."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.life_areas import life_area, official_order
from gplan_desktop.domain.overview import PlanSummary
from gplan_desktop.rules.assignment_difference import told_parts
from ui.assignments_card import Ground
from ui.office import Office
from ui.record.assignment_compare import AssignmentCompare
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.fold import Fold
from ui.widgets.labels import label
from ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    # The window is shown before the database's libraries are loaded.
    from gplan_desktop.store.assignments import AssignmentBefore

_NO_PLAN = "Ingen plan är skriven på uppdraget än."
_DECIDED = "Det här är beslutat"


@dataclass(frozen=True)
class Kept:
    """An assignment with the plans on it, and what it was before each correction, newest first."""

    ground: Ground
    history: "tuple[AssignmentBefore, ...]" = ()

    @property
    def assignment(self) -> Assignment:
        """The assignment as it is now."""
        return self.ground.assignment


class AssignmentRow(Card):
    """A card with the assignment; what takes room is unfolded when it is asked for.

    Signals:
        chosen: it was ticked or unticked, to be compared with another one.
        correct_wanted: it is to be corrected.
        plan_wanted: the id of a plan that stands on it and is to be opened.
    """

    chosen = Signal(bool)
    correct_wanted = Signal()
    plan_wanted = Signal(str)

    def __init__(self, kept: Kept, office: Office, *, comparable: bool) -> None:
        super().__init__(office.theme)
        self.kept, self._office = kept, office
        ground = kept.ground
        self.column.setSpacing(office.theme.px(8))
        self.column.addLayout(self._head(comparable))
        self.areas = label(ground.areas, "muted", wraps=True)
        self.column.addWidget(self.areas)
        self.plans = self._plans()
        self.why = label(ground.why_locked, "small", wraps=True)
        self.column.addWidget(self.why)
        self.why.setVisible(bool(ground.why_locked))
        self.decided = Fold(_DECIDED, self._decided, office.theme)
        self.column.addWidget(self.decided)
        times = len(kept.history)
        self.corrections = Fold(f"Rättat ({times})", self._corrections, office.theme)
        self.column.addWidget(self.corrections)
        self.corrections.setVisible(times > 0)

    def _head(self, comparable: bool) -> QHBoxLayout:
        theme, title = self._office.theme, self.kept.ground.title
        self.tick = TickBox("Jämför")
        self.tick.setAccessibleName(f"Jämför uppdraget {title}")
        self.tick.setVisible(comparable)
        self.tick.edited.connect(lambda ticked: self.chosen.emit(bool(ticked)))
        self.correct = push_button("Rätta uppdraget", "link", theme.icon("edit", "accent"))
        self.correct.setAccessibleName(f"Rätta uppdraget {title}")
        self.correct.setVisible(self.kept.ground.lock is None)
        self.correct.clicked.connect(self.correct_wanted)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(label(title, "heading", wraps=True), 1)
        row.addWidget(self.correct)
        row.addWidget(self.tick)
        return row

    def _plans(self) -> list[QWidget]:
        made: list[QWidget] = [self._plan(plan) for plan in self.kept.ground.plans]
        for shown in made:
            self.column.addWidget(shown, 0, Qt.AlignmentFlag.AlignLeft)
        if not made:
            self.column.addWidget(label(_NO_PLAN, "muted", wraps=True))
        return made

    def _plan(self, plan: PlanSummary) -> QWidget:
        button = push_button(_plan_in_words(plan), "link")
        button.clicked.connect(lambda: self.plan_wanted.emit(plan.id))
        return button

    def _decided(self) -> QWidget:
        """Return what the case officer decided, area by area."""
        holder, column = _column(self._office.theme.px(8))
        fields = self._office.method.fields
        for area in sorted(self.kept.assignment.areas, key=lambda one: official_order(one.code)):
            column.addWidget(label(life_area(area.code).label, "label", wraps=True))
            facts = [
                (fields[f"assignment.areas.*.{part}"].label, words)
                for part, words in told_parts(area)
            ]
            column.addWidget(Facts(facts, self._office.theme))
        return holder

    def _corrections(self) -> QWidget:
        """Return each correction, newest first: when, by whom, and what it changed."""
        holder, column = _column(self._office.theme.px(12))
        for moment, before, after in self._corrected():
            column.addWidget(label(moment, "label", wraps=True))
            column.addWidget(AssignmentCompare(before, after, self._office))
        return holder

    def _corrected(self) -> Iterator[tuple[str, Assignment, Assignment]]:
        history = self.kept.history
        states = [self.kept.assignment, *(before.assignment for before in history)]
        for change, (after, before) in zip(history, pairwise(states), strict=True):
            moment = f"Rättat {dates.stamp(change.changed_at)} av {change.changed_by}"
            yield moment, before, after


def _plan_in_words(plan: PlanSummary) -> str:
    if plan.established_at is None:
        return f"{plan.name}, {plan.status.label.lower()}"
    day = dates.in_sweden(plan.established_at).date().isoformat()
    state = "tv (tillsvidare)" if plan.is_current else plan.status.label.lower()
    return f"{plan.name}, upprättad {day}, {state}"


def _column(spacing: int) -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return holder, column

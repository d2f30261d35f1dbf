"""Plans to choose among for printing: by unit, with a tick each."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.overview import PersonSummary, PlanSummary
from ui.theme import Theme
from ui.widgets.labels import label
from ui.widgets.tick_box import TickBox

Listed = tuple[PersonSummary, PlanSummary]

_PROTECTED = ", skyddade personuppgifter"


class PlanTicks(QWidget):
    """All plans are ticked to begin with; one that was unticked stays so when shown again.

    Signals:
        changed: other plans are ticked than before.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._plans: tuple[Listed, ...] = ()
        self._without: set[str] = set()
        self.ticks: dict[str, TickBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))

    @property
    def plans(self) -> tuple[Listed, ...]:
        """All plans that are shown."""
        return self._plans

    @property
    def chosen(self) -> list[Listed]:
        """The ticked plans, in the order in which they are shown."""
        return [listed for listed in self._plans if self.ticks[listed[1].id].isChecked()]

    def show_plans(self, plans: Sequence[Listed]) -> None:
        """Show *plans*, which stand by unit, in place of those before."""
        while (item := self._column.takeAt(0)) and (before := item.widget()):
            before.hide()
            before.deleteLater()
        self._plans, self.ticks = tuple(plans), {}
        for unit, listed in groupby(plans, key=lambda found: found[0].unit):
            part = self._unit(unit, list(listed))
            self._column.addWidget(part)
            part.show()
        self.changed.emit()

    def tick_all(self, ticked: bool) -> None:
        """Tick every plan, or none."""
        for plan_id in self.ticks:
            self._keep(plan_id, ticked)
        for tick in self.ticks.values():
            tick.set_value(ticked)
        self.changed.emit()

    def _unit(self, unit: str, plans: list[Listed]) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(2))
        if unit:
            column.addWidget(label(unit, "label", wraps=True))
        for person, plan in plans:
            column.addLayout(self._line(person, plan))
        return part

    def _line(self, person: PersonSummary, plan: PlanSummary) -> QHBoxLayout:
        about = _about(person, plan)
        tick = TickBox(person.name.replace("&", "&&"))
        tick.setAccessibleName(f"{person.name}, {about}")
        tick.set_value(plan.id not in self._without)
        tick.edited.connect(lambda ticked: self._on_ticked(plan.id, bool(ticked)))
        self.ticks[plan.id] = tick
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(12))
        row.addWidget(tick)
        row.addWidget(label(about, "muted", wraps=True), 1)
        return row

    def _on_ticked(self, plan_id: str, ticked: bool) -> None:
        self._keep(plan_id, ticked)
        self.changed.emit()

    def _keep(self, plan_id: str, ticked: bool) -> None:
        (self._without.discard if ticked else self._without.add)(plan_id)


def _about(person: PersonSummary, plan: PlanSummary) -> str:
    at = plan.established_at
    established = f", upprättad {dates.in_sweden(at).date().isoformat()}" if at else ""
    return f"{plan.name}{established}{_PROTECTED if person.protected else ''}"

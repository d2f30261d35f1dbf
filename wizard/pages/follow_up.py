"""Planering av uppföljning: the one date, proposed and explained (S70-S73, F38)."""

from collections.abc import Iterator

from PySide6.QtCore import Qt

from gplan_desktop.domain import dates
from gplan_desktop.domain.plan import AreaPlan
from gplan_desktop.rules.deadlines import Proposal, propose_follow_up
from gplan_desktop.rules.steps import Step
from ui.widgets.buttons import push_button
from ui.widgets.date_table import DateRow, DateTable
from ui.widgets.labels import label
from wizard.context import PageContext
from wizard.pages.form import FormPage

_ONE_DATE = "Systemet har bara ett datum. Skiljer sig datumen åt väljs det som kommer först."
_FRIDAY = "Fredagen före, för den dagen är en {weekday}"


class FollowUpPage(FormPage):
    """The date of the next follow-up with the sum behind the proposal, and how."""

    def __init__(self, context: PageContext, step: Step) -> None:
        theme = context.office.theme
        self.table = DateTable(theme)
        self.table.wanted.connect(self._go_to)
        self.explained = label("", wraps=True)
        self.take = push_button("", "", theme.icon("event", "accent"))
        super().__init__(context, step)
        proposal = self.insert_card(0)
        proposal.addWidget(label("Förslag på datum", "heading"))
        for part in (label(_ONE_DATE, "muted", wraps=True), self.table, self.explained):
            proposal.addWidget(part)
        proposal.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.take.clicked.connect(self._take)
        self.take.setVisible(not self.editor.read_only)

    def refresh(self) -> None:
        """Show the dates, the earliest of them, and the fields."""
        proposal = self._proposal()
        self.table.show_rows(tuple(self._rows(proposal)))
        self.explained.setText(f"→ {dates.long(proposal.day)}. {proposal.reason}")
        self.take.setText(f"Använd {proposal.day.isoformat()}")
        self.take.setEnabled(self.editor.plan.follow_up.day != proposal.day)
        super().refresh()

    def focus_first(self) -> None:
        """Put the keyboard on the proposal while there is no date, so that Enter takes it."""
        if self.editor.plan.follow_up.day is None and not self.editor.read_only:
            self.take.setFocus()
        else:
            super().focus_first()

    def _proposal(self) -> Proposal:
        return propose_follow_up(self.editor.plan, self.editor.situation)

    def _rows(self, proposal: Proposal) -> Iterator[DateRow]:
        """Tell the date of every life area, and the last day that is allowed with its weekday."""
        earliest = self.editor.plan.earliest_area_follow_up
        for area in self.editor.plan.areas:
            yield self._area_row(area, is_chosen=area is earliest and _is_of(area, proposal))
        limit = self.editor.situation.latest_follow_up
        months = self.editor.situation.method.limits.follow_up_months
        about = f"Senast tillåtna dag, {months} månader om planen upprättas i dag"
        yield DateRow(about, limit.isoformat(), dates.WEEKDAYS[limit.weekday()])
        before = dates.weekday_before(limit)
        if before != limit:
            yield DateRow(
                _FRIDAY.format(weekday=dates.WEEKDAYS[limit.weekday()]),
                before.isoformat(),
                dates.WEEKDAYS[before.weekday()],
                is_chosen=before == proposal.day,
            )

    def _area_row(self, area: AreaPlan, *, is_chosen: bool) -> DateRow:
        day, limit = area.next_follow_up, self.editor.situation.latest_follow_up
        way = f"area.{area.code}"
        if day is None:
            return DateRow(area.label, "Välj datum", "inget datum", way)
        meaning = "kommer först" if is_chosen else dates.WEEKDAYS[day.weekday()]
        return DateRow(
            area.label,
            day.isoformat(),
            "efter den sista dagen" if day > limit else meaning,
            way,
            is_chosen,
        )

    def _go_to(self, page: str) -> None:
        self.context.actions.go(page, f"{page}.next_follow_up")

    def _take(self) -> None:
        self.editor.change("follow_up.day", self._proposal().day)
        self.editor.leave("follow_up.day")
        super().focus_first()


def _is_of(area: AreaPlan, proposal: Proposal) -> bool:
    return area.next_follow_up == proposal.day

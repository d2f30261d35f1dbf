"""Planering av uppföljning: the one date, proposed and explained (S70-S73, F38)."""

from PySide6.QtCore import Qt

from gplan_desktop.domain import dates
from gplan_desktop.rules.deadlines import Proposal, propose_follow_up
from gplan_desktop.rules.steps import Step
from ui.widgets.buttons import push_button
from ui.widgets.labels import label
from wizard.context import PageContext
from wizard.pages.form import FormPage


class FollowUpPage(FormPage):
    """The date of the next follow-up with the sum behind the proposal, and how."""

    def __init__(self, context: PageContext, step: Step) -> None:
        self.explained = label("", wraps=True)
        self.take = push_button("", "", context.office.theme.icon("event", "accent"))
        super().__init__(context, step)
        proposal = self.insert_card(0)
        proposal.addWidget(label("Förslag på datum", "heading"))
        proposal.addWidget(self.explained)
        proposal.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.take.clicked.connect(self._take)
        self.take.setVisible(not self.editor.read_only)

    def refresh(self) -> None:
        """Show the dates, the earliest of them, and the fields."""
        proposal = self._proposal()
        self.explained.setText("\n".join(self._sum(proposal)))
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

    def _sum(self, proposal: Proposal) -> list[str]:
        lines = [
            f"{area.label}: {area.next_follow_up.isoformat()}"
            for area in self.editor.plan.areas
            if area.next_follow_up
        ]
        latest = self.editor.situation.latest_follow_up.isoformat()
        lines.append(f"Senaste tillåtna dag om planen upprättas i dag: {latest}")
        lines.append(f"→ {dates.long(proposal.day)}. {proposal.reason}")
        return lines

    def _take(self) -> None:
        self.editor.change("follow_up.day", self._proposal().day)
        self.editor.leave("follow_up.day")
        super().focus_first()

"""The overview of the life areas: which are reviewed, which are left (S56-S57, F34)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from gplan_desktop.domain.plan import AreaPlan
from gplan_desktop.rules.steps import Step, StepState
from ui.widgets.buttons import push_button
from ui.widgets.labels import label, set_role
from wizard.context import PageContext
from wizard.pages.day import Day
from wizard.pages.page import Page
from wizard.pages.reading import page_text

_ROLES = {StepState.DONE: "done", StepState.PROBLEM: "problem"}


class AttainmentPage(Page):
    """Every life area with its state and a way to it, "4 av 7 omprövade", and the day."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        theme = context.office.theme
        inside = self.add_card()
        self.progress = label("", "heading")
        inside.addWidget(self.progress)
        self.next = push_button("", "primary", theme.icon("arrow_forward", "on_accent"))
        self.next.clicked.connect(self._go_to_next)
        inside.addWidget(self.next, 0, Qt.AlignmentFlag.AlignLeft)
        self._states = {area.code: label() for area in self.editor.plan.areas}
        for area in self.editor.plan.areas:
            inside.addLayout(self._row(area))
        self.day = Day(context)
        day = self.add_card()
        day.addWidget(label("Dygnet", "heading"))
        day.addWidget(self.day)
        self.add_card().addWidget(page_text(context, step))
        self.column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show how far each life area has come, and the day that they describe."""
        self.progress.setText(self._progress())
        waiting = self._waiting()
        if waiting:
            self.next.setText(f"Gå till {waiting.label}")
        self.next.setVisible(bool(waiting) and not self.editor.read_only)
        for area in self.editor.plan.areas:
            self._show_state(area)
        self.day.refresh()

    def focus_first(self) -> None:
        """Put the keyboard on the way to the next life area."""
        self.next.setFocus()

    def _progress(self) -> str:
        done, count = self.editor.reviewed
        if count:
            return f"{done} av {count} livsområden omprövade"
        if self.editor.read_only:
            return "Livsområden i planen"
        areas = self.editor.plan.areas
        done = sum(self._state_of(area) is StepState.DONE for area in areas)
        return f"{done} av {len(areas)} livsområden klara"

    def _state_of(self, area: AreaPlan) -> StepState | None:
        """Return how far the page of *area* has come."""
        return next(self.editor.state(s) for s in self.editor.steps if s.area == area.code)

    def _waiting(self) -> AreaPlan | None:
        blocked = {f.step for f in self.editor.blocking}
        areas = self.editor.plan.areas
        return next((a for a in areas if f"area.{a.code}" in blocked), None)

    def _go_to_next(self) -> None:
        if waiting := self._waiting():
            self.context.actions.go(f"area.{waiting.code}", "")

    def _row(self, area: AreaPlan) -> QHBoxLayout:
        button = push_button(area.label, "link")
        button.clicked.connect(lambda: self.context.actions.go(f"area.{area.code}", ""))
        row = QHBoxLayout()
        row.addWidget(button, 1)
        row.addWidget(self._states[area.code])
        return row

    def _show_state(self, area: AreaPlan) -> None:
        shown = self._states[area.code]
        if area.attainment:
            text, role = area.attainment.label, "done"
        elif area.copied:
            text, role = "Kopierad – ej omprövad", "warning"
        elif self.editor.plan.is_follow_up:
            text, role = "Nytt i uppdraget", "muted"
        else:
            state = self._state_of(area)
            text = state.label if state else ""
            role = _ROLES.get(state, "muted") if state else "muted"
        set_role(shown, role)
        shown.setText(text)

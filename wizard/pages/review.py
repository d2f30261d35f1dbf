"""The whole plan to read through, and the three ways on (S74-S81, screen rule 10)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.user import Permission
from gplan_desktop.rules.completeness import plan_points
from gplan_desktop.rules.steps import Step, StepKind
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.fold import Fold
from ui.widgets.labels import label
from ui.widgets.permitted import permit
from ui.widgets.point_row import PointRow
from wizard.context import PageContext
from wizard.pages.day import Day
from wizard.pages.news import News
from wizard.pages.page import Page
from wizard.summary import lines

_SAVED = "✓  Utkastet sparas. Du kan upprätta handlingen nu, fortsätta skriva eller stänga planen."
_POINTS = "Punkter enligt Socialstyrelsens allmänna råd"
_NOT_YET = "Planen är inte upprättad än. Den sparas som utkast tills du väljer Upprätta handling."


class ReviewPage(Page):
    """Everything in sections with "Ändra", and then Spara, Ta bort or Upprätta handling."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        if not self.editor.read_only:
            self.column.addWidget(self._actions())
        elif self.editor.record.is_current:
            self.column.addWidget(self._change(), 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._overview())
        self._sections = QVBoxLayout()
        self._sections.setSpacing(self.px(16))
        self.column.addLayout(self._sections)
        self.column.addStretch(1)
        self._read: object = None

    def refresh(self) -> None:
        """Show the whole plan as it is now."""
        if self._read == self.editor.plan:
            return
        self._read = self.editor.plan
        self._show_overview()
        while item := self._sections.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for page in self.editor.steps:
            if page.kind is StepKind.WRITING:
                self._sections.addWidget(self._section(page))

    def focus_first(self) -> None:
        """Put the keyboard on Upprätta handling, the reason one comes here."""
        if not self.editor.read_only:
            self.establish.setFocus()

    def _overview(self) -> QWidget:
        """What can be seen of the whole plan at once, folded away until it is wanted."""
        theme = self.context.office.theme
        card = Card(theme)
        card.column.setSpacing(theme.px(4))
        self.points = PointRow(theme, down=True)
        self.points.wanted.connect(self._go_to)
        self.points_fold = Fold(_POINTS, lambda: self.points, theme)
        self.news = News(self.context) if self.editor.situation.previous else None
        self.day = Day(self.context)
        day = Fold("Dygnet", lambda: self.day, theme)
        for part in (self.points_fold, self.news, day):
            if part:
                card.column.addWidget(part)
        return card

    def _show_overview(self) -> None:
        points = plan_points(
            self.editor.plan, self.editor.situation, self.editor.record.establishment
        )
        self.points.show_points(points)
        met = sum(point.met for point in points)
        self.points_fold.show_summary(f"{met} av {len(points)}")
        if self.news:
            self.news.compare()
        self.day.refresh()

    def _go_to(self, field: str) -> None:
        """Go to where a point is written; the review itself is where the plan is established."""
        step = self.editor.step_of(field)
        if step != self.step.id:
            self.context.actions.go(step, field)
        elif not self.editor.read_only:
            self.establish.setFocus()

    def _actions(self) -> QWidget:
        theme, actions = self.context.office.theme, self.context.actions
        card = Card(theme)
        card.column.addWidget(label(_NOT_YET, wraps=True))
        row = QHBoxLayout()
        self.establish = push_button(
            "Upprätta handling", "primary", theme.icon("lock", "on_accent")
        )
        self.save = push_button("Spara", "", theme.icon("save", "accent"))
        self.close_plan = push_button("Stäng planen", "link")
        self.versions = push_button("Tidigare versioner…", "link", theme.icon("history", "accent"))
        self.saved = label("", "done", wraps=True)
        self.remove = push_button("Ta bort", "danger", theme.icon("delete", "problem"))
        permit(self.establish, self.context.office, Permission.ESTABLISH)
        self.establish.clicked.connect(actions.establish)
        self.save.clicked.connect(self._save)
        self.close_plan.clicked.connect(actions.leave)
        self.remove.clicked.connect(actions.remove)
        self.versions.clicked.connect(actions.versions)
        row.addWidget(self.establish)
        row.addSpacing(self.px(24))
        row.addWidget(self.save)
        row.addStretch(1)
        row.addSpacing(self.px(24))
        row.addWidget(self.remove)
        card.column.addLayout(row)
        after = QHBoxLayout()
        after.addWidget(self.versions)
        after.addWidget(self.saved, 1)
        after.addWidget(self.close_plan)
        card.column.addLayout(after)
        for part in (self.saved, self.close_plan):
            part.hide()
        return card

    def _change(self) -> QWidget:
        """Return the way to correct or annul the plan, in which nothing itself changes (F26)."""
        icon = self.context.office.theme.icon("edit", "accent")
        self.change = push_button("Rätta eller makulera…", "link", icon)
        permit(self.change, self.context.office, Permission.CORRECT)
        self.change.clicked.connect(self.context.actions.change)
        return self.change

    def _save(self) -> None:
        """Save, and tell what one can do then (S75-S76)."""
        self.context.actions.save()
        self.saved.setText(_SAVED)
        for part in (self.saved, self.close_plan):
            part.show()

    def _section(self, page: Step) -> QWidget:
        card = Card(self.context.office.theme)
        head = QHBoxLayout()
        head.addWidget(label(page.title, "heading", wraps=True), 1)
        change = push_button("Visa" if self.editor.read_only else "Ändra", "link")
        change.setAccessibleName(f"{change.text()} {page.title}")
        change.clicked.connect(lambda: self.context.actions.go(page.id, ""))
        head.addWidget(change)
        card.column.addLayout(head)
        facts = lines(self.editor.plan, page, self.method)
        card.column.addWidget(Facts(facts, self.context.office.theme))
        return card

"""What is left to do when the plan has been established (F16, S15, S135-S142)."""

from gplan_desktop.rules.to_do import AFTER_THE_PLAN, ToDo, ToDoKind
from ui.errors import show_error
from ui.record.ways import PartId
from ui.to_do_card import Found, of_person
from ui.to_do_rows import ToDoRows
from ui.to_do_ways import ToDoWays
from ui.widgets.card import Card
from ui.widgets.labels import label
from wizard.context import PageContext

_HEADING = "Kvar att göra"
_ALL_DONE = "Allt som hör till planen är gjort."
_STEPS = {
    PartId.VISIT_PLANS: "visit_plan",
    PartId.TABS: "tabs",
    PartId.JOURNAL: "journal",
}
# The plan itself is written and established in the wizard around the card.
_NOT_HERE = frozenset({ToDoKind.ESTABLISH, ToDoKind.FOLLOW_UP})


class LeftToDo(Card):
    """What is left for the person, with what was done of this plan since under it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.office.theme, "quote")
        self._context = context
        self._takes_keyboard = False
        self.column.setSpacing(context.office.theme.px(8))
        self.heading = label(_HEADING, "label")
        self.rows = ToDoRows(context.office, self._ways())
        self.rows.changed.connect(self._count)
        # The page of filing shows the same note.
        self.rows.changed.connect(context.aftercare.load)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.rows)

    def refresh(self) -> None:
        """Show what stands in the store now."""
        office, person_id = self._context.office, self._context.editor.plan.person_id
        office.database.newest(
            "left to do", lambda: of_person(person_id, office), self._show, show_error
        )

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to do, as soon as it is known."""
        self._takes_keyboard = True

    def _ways(self) -> ToDoWays:
        actions = self._context.actions
        return ToDoWays(
            open_person=lambda _: None,
            follow_up=lambda _: None,
            new_plan=lambda _: None,
            open_plan=self._open_plan,
            show_part=lambda _, part: actions.go(_STEPS[part], ""),
        )

    def _open_plan(self, plan_id: str, step: str) -> None:
        """Go to a page of the plan that is open, or to that of another one."""
        if plan_id == self._context.editor.plan.id:
            self._context.actions.go(step, "")
        else:
            self._context.actions.open_plan(plan_id, step)

    def _show(self, found: Found) -> None:
        left = [one for one in found.left if one.kind not in _NOT_HERE]
        done = [one for one in found.done if self._is_of_this_plan(one)]
        # What belongs to this plan first: it is what one has just established.
        left.sort(key=lambda one: not self._is_of_this_plan(one))
        self.rows.show_all([*left, *done])
        self._count()
        if self._takes_keyboard:
            self._takes_keyboard = False
            self._focus()

    def _is_of_this_plan(self, one: ToDo) -> bool:
        return one.kind in AFTER_THE_PLAN and one.subject == self._context.editor.plan.id

    def _focus(self) -> None:
        first = next((row for row in self.rows.rows if row.to_do.is_open), None)
        if first and (place := first.act or first.tick):
            place.setFocus()

    def _count(self) -> None:
        left = self.rows.left
        self.heading.setText(f"{_HEADING} ({left})" if left else _ALL_DONE)

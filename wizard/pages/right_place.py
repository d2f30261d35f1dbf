"""How the adviser works in the wizard: it writes in the open draft, and in the person's record."""

from collections.abc import Callable

from gplan_desktop.rules.moving_words import added_line
from ui.record.ways import PartId
from ui.right_place.ways import PlaceWays, Undo, put_by
from wizard.context import PageContext

_STEPS = {
    PartId.TABS: "tabs",
    PartId.VISIT_PLANS: "visit_plan",
    PartId.JOURNAL: "journal",
}
_AREA_PAGES = ("attainment", "first_areas")


def place_ways(
    context: PageContext, finish: Callable[[], bool], refresh: Callable[[], None]
) -> PlaceWays:
    """Return what the adviser asks of the wizard; a plan that is only read takes no text.

    *finish* saves what is written on the open page, *refresh* shows it anew.
    """
    editor, actions = context.editor, context.actions

    def put_in_plan(field: str, text: str) -> Undo | None:
        return put_by(editor, field, lambda stands: added_line(stands, text))

    def show_in_plan(field: str) -> None:
        pages = [step.id for step in editor.steps]
        page = editor.step_of(field)
        if page in pages:
            actions.go(page, field)
        else:
            # The life area is not in the plan; it is added where they all are.
            actions.go(next(page for page in _AREA_PAGES if page in pages), "")

    return PlaceWays(
        finish=finish,
        refresh=refresh,
        show_part=lambda part, field: actions.go(_STEPS[part], field),
        open_plan=lambda plan_id: actions.open_plan(plan_id, ""),
        put_in_plan=None if editor.read_only else put_in_plan,
        show_in_plan=None if editor.read_only else show_in_plan,
    )

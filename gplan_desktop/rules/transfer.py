"""What is copied from an established plan into Treserva, and how far the copying has come (F57)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from gplan_desktop.domain import dates
from gplan_desktop.domain.fields import pattern
from gplan_desktop.domain.labelled import Labelled
from gplan_desktop.domain.life_areas import life_area
from gplan_desktop.domain.plan import Activity, AreaPlan, DayPart, Plan, PlanRecord
from gplan_desktop.domain.text import is_blank
from gplan_desktop.domain.transfer import TransferItem, Transferred
from gplan_desktop.method.model import Method

_Line = tuple[str, str]
_TICK = "Kryssa i rutan"


class Manner(Labelled):
    """How a field of Treserva is filled in; the label says that it has been."""

    PASTED = "pasted", "Inklistrad"
    CHOSEN = "chosen", "Vald"
    TICKED = "ticked", "Ikryssad"


_MANNERS = {
    "participation.ticked": Manner.TICKED,
    "closing.participated": Manner.TICKED,
    "area.*.attainment": Manner.CHOSEN,
}
_IN_THE_FORMER_PLAN = {
    "closing.followed_up_on": "Kryssa i att planen är uppföljd. "
    "Står det ett annat datum klistrar du in det här.",
    "closing.participated": "Kryssa i rutan för delaktighet och spara ändringarna.",
}
_ADVICE = {
    "participation.ticked": "Kryssa i rutan för delaktighet. Den räknas i statistiken.",
    "contributors": "Gör det på nytt varje gång, även om det är samma personer.",
    "area.*.attainment": "Välj det här i Treserva.",
    "area.*.next_follow_up": "Skrivs i samma ruta som resultatet av uppföljningen.",
    "follow_up.day": "Treserva håller ett enda datum: det som inträffar först.",
}


def plan_items(plan: Plan, method: Method) -> tuple[TransferItem, ...]:
    """Return the texts of *plan* in the order of the manual's pages; blanks are left out.

    A box that is ticked in the plan is among them; one that is not is left as it is in Treserva.
    """
    return tuple(
        TransferItem(field, _label(field, plan, method), text.strip(), _group(field, method))
        for field, text in _lines(plan)
        if not is_blank(text)
    )


def manner(item: TransferItem) -> Manner:
    """Return how *item* is put into Treserva."""
    return _MANNERS.get(pattern(item.field), Manner.PASTED)


def advice(item: TransferItem, previous: PlanRecord | None) -> str:
    """Return what to think of at *item* (S31, S39-S42, S54, S60, S68, S73), or ""."""
    place = pattern(item.field)
    if place in _IN_THE_FORMER_PLAN:
        return f"{_former(previous)} {_IN_THE_FORMER_PLAN[place]}"
    return _ADVICE.get(place, "")


def _former(previous: PlanRecord | None) -> str:
    made = previous.establishment if previous else None
    day = f", upprättad {dates.in_sweden(made.at).date().isoformat()}" if made else ""
    return f"Görs i den tidigare planen{day}."


def _lines(plan: Plan) -> Iterator[_Line]:
    yield from _participation(plan)
    yield from _closing(plan)
    yield "name", plan.name
    yield "contributors", _contributors(plan)
    for area in plan.areas:
        yield from _area(area, f"area.{area.code}")
    day = plan.follow_up.day
    yield "follow_up.day", day.isoformat() if day else ""
    yield "follow_up.how", plan.follow_up.how
    yield "follow_up.cooperation", plan.follow_up.cooperation


def _participation(plan: Plan) -> Iterator[_Line]:
    """S28-S33: the box is ticked when one has described how."""
    told = plan.participation
    yield "participation.voice", told.voice.label if told.voice else ""
    yield "participation.how", told.how
    yield "participation.wishes", told.wishes
    yield "participation.under_revision", told.under_revision
    yield "participation.ticked", _TICK if told.ticked else ""


def _closing(plan: Plan) -> Iterator[_Line]:
    """S39-S41: what is done in the former plan."""
    if plan.is_follow_up:
        day = plan.closing.followed_up_on
        yield "closing.followed_up_on", day.isoformat() if day else ""
        yield "closing.participated", _TICK if plan.closing.participated else ""


def _contributors(plan: Plan) -> str:
    """Return those confirmed for this plan (S54), a line each."""
    present = (c for c in plan.contributors if c.confirmed)
    return "\n".join(", ".join(filter(None, (c.name.strip(), c.role.strip()))) for c in present)


def _area(area: AreaPlan, place: str) -> Iterator[_Line]:
    """S58-S68; the day stands by the result, and last where there is none to stand by."""
    day = area.next_follow_up
    follow_up = f"Nästa uppföljning: {day.isoformat()}" if day else ""
    has_result = not is_blank(area.result)
    yield f"{place}.attainment", area.attainment.label if area.attainment else ""
    yield f"{place}.attainment_reason", area.attainment_reason
    yield f"{place}.result", area.result
    if has_result:
        yield f"{place}.next_follow_up", follow_up
    yield f"{place}.needs", area.needs
    yield f"{place}.goal", area.goal
    for number, activity in enumerate(area.activities):
        yield f"{place}.activities.{number}", _activity(activity)
    if not has_result:
        yield f"{place}.next_follow_up", follow_up


def _activity(activity: Activity) -> str:
    parts = [part.label.lower() for part in DayPart if part in activity.day_parts]
    when = ", ".join(filter(None, (*parts, activity.when.strip())))
    told = (
        ("Vad", activity.what),
        ("När", when[:1].upper() + when[1:]),
        ("Hur", activity.how),
        ("Av vem", activity.who),
        ("Delmål", activity.sub_goal),
    )
    return "\n".join(f"{name}: {text.strip()}" for name, text in told if not is_blank(text))


def _label(field: str, plan: Plan, method: Method) -> str:
    holder, _, number = field.rpartition(".")
    if not number.isdigit():
        return method.field(field).label
    count = len(plan.area(field.split(".")[1]).activities)
    which = f", {int(number) + 1} av {count}" if count > 1 else ""
    return f"{method.field(holder).label}{which}"


def _group(field: str, method: Method) -> str:
    if field.startswith("area."):
        return life_area(field.split(".")[1]).label
    return method.step(method.field(field).step).title


@dataclass(frozen=True)
class GroupProgress:
    """A page: its title, its fields, and how many of them are done."""

    title: str
    fields: tuple[str, ...]
    done: int

    @property
    def is_done(self) -> bool:
        """Whether nothing is left on the page."""
        return self.done == len(self.fields)


@dataclass(frozen=True)
class Progress:
    """What is to be copied, and what has been, by field."""

    items: tuple[TransferItem, ...]
    transferred: Mapping[str, Transferred]

    def tick(self, item: TransferItem) -> Transferred | None:
        """Return when and by whom *item* was pasted, or something else in its place."""
        return self.transferred.get(item.field)

    def is_done(self, item: TransferItem) -> bool:
        """Tell whether *item* was pasted as it stands now."""
        tick = self.tick(item)
        return tick is not None and tick.covers(item)

    def is_changed(self, item: TransferItem) -> bool:
        """Tell whether another text was pasted than what stands there now."""
        tick = self.tick(item)
        return tick is not None and not tick.covers(item)

    @property
    def done(self) -> int:
        """How many items are done."""
        return sum(map(self.is_done, self.items))

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left."""
        return self.done == len(self.items)

    def item(self, field: str) -> TransferItem | None:
        """Return the item at *field*, if there is one."""
        return next((item for item in self.items if item.field == field), None)

    def next_after(self, field: str = "") -> TransferItem | None:
        """Return the first that is left after *field*, else the first that is left at all."""
        fields = [item.field for item in self.items]
        start = fields.index(field) + 1 if field in fields else 0
        in_turn = (*self.items[start:], *self.items[:start])
        return next((item for item in in_turn if not self.is_done(item)), None)

    @property
    def groups(self) -> tuple[GroupProgress, ...]:
        """The pages in order."""
        return tuple(
            _group_progress(title, tuple(items), self)
            for title, items in groupby(self.items, key=lambda item: item.group)
        )


def _group_progress(
    title: str, items: tuple[TransferItem, ...], progress: Progress
) -> GroupProgress:
    fields = tuple(item.field for item in items)
    return GroupProgress(title, fields, sum(map(progress.is_done, items)))

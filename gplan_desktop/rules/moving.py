"""How a sentence is moved to where the adviser says that it belongs (F19); no word is lost."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any, Final, TypeVar

from gplan_desktop.domain.fields import pattern
from gplan_desktop.domain.home import Home
from gplan_desktop.domain.journal_entry import EntryDraft
from gplan_desktop.domain.life_areas import LIFE_AREAS
from gplan_desktop.domain.tabs import Tabs
from gplan_desktop.domain.text import fold
from gplan_desktop.domain.visit_plan import VisitPlan
from gplan_desktop.method.model import Method
from gplan_desktop.rules.moving_tabs import put_in_tabs
from gplan_desktop.rules.moving_visits import put_in_visit_plan
from gplan_desktop.rules.moving_words import added_line
from gplan_desktop.rules.right_place import Advice

Record = Tabs | VisitPlan | EntryDraft
R = TypeVar("R", Tabs, VisitPlan, EntryDraft)
_ANY_AREA: Final = "*"
# The manual's words about health care are for the writer to complete and choose (S103-S107).
_BY_HAND = ("visit_plan.health_care.", "visit_plan.temporary")
_TABS, _VISIT_PLAN, _JOURNAL = "tabs.", "visit_plan.", "journal.text"
_AREAS: Mapping[str, str] = {area.code: area.label for area in LIFE_AREAS}
# The first whose words stand in the text; only those that the municipality has.
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "Händelse av vikt": ("ramla", "föll", "fallit", "ambulans", "sjukhus", "akut"),
    "Synpunkt eller klagomål": ("klag", "synpunkt", "missnöjd"),
    "Kontakt med biståndshandläggare": ("handläggare", "biståndsbedömare"),
    "Samverkan": ("sjuksköterska", "arbetsterapeut", "fysioterapeut", "läkare", "vårdcentral"),
    "Kontakt med närstående": (
        "dotter",
        "sonen",
        "hustru",
        "maka",
        "make",
        "anhörig",
        "närstående",
    ),
    "Avvikelse från planen": ("tackade nej", "ville inte", "avböj", "inte utför", "avbok"),
    "Allmänt": ("",),
}


@dataclass(frozen=True)
class Ground:
    """What moving goes by: the method in use, and the day."""

    method: Method
    today: date


@dataclass(frozen=True)
class Put:
    """The record with the text in it; *rest* is what it could not hold, to be written by hand."""

    record: Record
    rest: str = ""


class ChangedSince(Exception):
    """What was put somewhere has been changed since, and is not taken back."""


def put(record: Record, field: str, text: str, ground: Ground) -> Put | None:
    """Return *record* with *text* at *field*; None when it must be written by hand.

    What stands there already stays: a text gets one more line, a list one more row.
    """
    text = text.strip()
    if isinstance(record, Tabs):
        found = put_in_tabs(record, field.removeprefix(_TABS), text, ground.method)
        return Put(*found) if found else None
    if isinstance(record, VisitPlan):
        part = field.removeprefix(_VISIT_PLAN)
        plan = put_in_visit_plan(record, part, text, ground.today)
        return Put(plan) if plan else None
    heading = record.heading or proposed_heading(text, ground.method)
    keyword = record.keyword or heading
    draft = replace(record, heading=heading, keyword=keyword, text=added_line(record.text, text))
    return Put(draft)


def proposed_heading(text: str, method: Method) -> str:
    """Return the journal heading that *text* seems to be about, or "" (S136)."""
    told = fold(text)
    fitting = (one for one, stems in _HEADINGS.items() if any(fold(s) in told for s in stems))
    return next((one for one in fitting if one in method.journal.headings), "")


def may_be_moved(advice: Advice) -> bool:
    """Tell whether the program can put the text at the advised field by itself."""
    field = advice.field
    if advice.home is Home.PLAN:
        return "activities." not in field
    known = field.startswith((_TABS, _VISIT_PLAN)) or field == _JOURNAL
    return known and not field.startswith(_BY_HAND)


def asks_for_area(advice: Advice) -> bool:
    """Tell whether the writer must say which life area it is about."""
    return advice.home is Home.PLAN and advice.field.startswith(f"area.{_ANY_AREA}.")


def in_area(advice: Advice, code: str) -> Advice:
    """Return *advice* for the life area that the writer chose."""
    return replace(advice, field=advice.field.replace(_ANY_AREA, code, 1), area=code)


def where(advice: Advice, method: Method) -> str:
    """Return the place in words: "Fliken Besöksinfo, Portkoder"."""
    parts = [advice.home.label, _AREAS.get(advice.area, "")]
    if advice.field in method.fields or pattern(advice.field) in method.fields:
        parts.append(method.field(pattern(advice.field)).label)
    return ", ".join(filter(None, parts))


def taken_back(now: R, before: R, after: R) -> R:
    """Return *now* without what made *after* of *before*, whatever else was written since.

    Raises:
        ChangedSince: the very same places have been written in since.
    """
    taken: R = _taken_back(now, before, after)
    return taken


def _taken_back(now: Any, before: Any, after: Any) -> Any:
    if before == after:
        return now
    if now == after:
        return before
    if not (is_dataclass(now) and is_dataclass(before)) or type(now) is not type(before):
        raise ChangedSince
    changed = {
        one.name: _taken_back(*(getattr(value, one.name) for value in (now, before, after)))
        for one in fields(now)
    }
    return replace(now, **changed)  # type: ignore[type-var]

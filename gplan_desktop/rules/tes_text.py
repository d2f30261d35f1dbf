"""What is to stand in TES of a visit plan, line by line and in the manual's words (S85-S107)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from gplan_desktop.domain import dates
from gplan_desktop.domain.tabs import MASK
from gplan_desktop.domain.text import is_blank
from gplan_desktop.domain.transfer import TransferItem
from gplan_desktop.domain.visit_plan import BRING_KEY, DOOR_ALARM, OPENS_DOOR, Home, VisitPlan
from gplan_desktop.method.model import Method

CODE_FIELD: Final = "visit_plan.home.medicine_cabinet_code"
WRITTEN_ON: Final = "visit_plan.written_on"
CARE_PLANS: Final = "visit_plan.health_care.care_plans"

_HEADING = "Besöksplanen"
_CONTENT = "Tes-besöksplan innehåll"
_HEALTH_CARE = "Hälso- och sjukvårdsinformation"
_CODE = "Kod till medicinskåp/läkemedelsskåp: {code}"

_Line = tuple[str, str]


def tes_items(plan: VisitPlan, method: Method) -> tuple[TransferItem, ...]:
    """Return the lines to paste into TES, in the manual's order; what says nothing is left out.

    The code of the medicine cabinet is among them: the manual places it here (S90).
    """
    return (
        *_told(_dated(plan), _HEADING, method),
        *_told(_content(plan), _CONTENT, method),
        *_told(_health_care(plan), _HEALTH_CARE, method),
    )


def without_code(item: TransferItem) -> TransferItem:
    """Return *item* as it may be seen by anyone: a code is dots."""
    return replace(item, text=_CODE.format(code=MASK)) if item.field == CODE_FIELD else item


def _told(lines: Iterator[_Line], group: str, method: Method) -> Iterator[TransferItem]:
    for field, text in lines:
        if not is_blank(text):
            yield TransferItem(field, method.field(field).label, text.strip(), group)


def _dated(plan: VisitPlan) -> Iterator[_Line]:
    """S97: a temporary one is dated, where it is read too."""
    if plan.temporary and plan.written_on:
        yield WRITTEN_ON, f"Tillfällig besöksplan {plan.written_on.isoformat()}"


def _content(plan: VisitPlan) -> Iterator[_Line]:
    """S85-S95, and then what is always told, and the name on the door (S100-S101)."""
    arrival, home = plan.arrival, plan.home
    windows = ", ".join(window.text for window in arrival.time_windows)
    code = home.medicine_cabinet_code
    yield "visit_plan.arrival.coverage", arrival.coverage_text
    yield "visit_plan.arrival.time_windows", windows and f"Tidsfönster {windows}"
    yield "visit_plan.arrival.bring_key", BRING_KEY if arrival.bring_key else ""
    yield "visit_plan.arrival.opens_door", OPENS_DOOR if arrival.opens_door else ""
    yield CODE_FIELD, "" if code.is_blank else _CODE.format(code=code.reveal().strip())
    yield "visit_plan.home.sensitive_to", _after("Känslig för", home.sensitive_to)
    if plan.wish:
        wish = f"Önskemål om {plan.wish.staff.label.lower()}"
        yield "visit_plan.wish.situations", _after(wish, plan.wish.situations)
    yield "visit_plan.home.animals", _after("Djur finns i bostaden", home.animals)
    yield "visit_plan.arrival.door_alarm", DOOR_ALARM if arrival.door_alarm else ""
    yield from _single_visits(plan)
    yield "visit_plan.home.others_live_here", _others(home)
    yield "visit_plan.arrival.name_on_door", _after("Namn på dörren", arrival.name_on_door)
    yield "visit_plan.other", plan.other


def _single_visits(plan: VisitPlan) -> Iterator[_Line]:
    """S95: each with its day, the first day first."""
    for number, visit in enumerate(plan.single_visits):
        day = f" {dates.long(visit.day)}" if visit.day else ""
        yield (
            f"visit_plan.single_visits.{number}.text",
            _after(f"Ett enstaka besök{day}", visit.text),
        )


def _others(home: Home) -> str:
    """S100: always told, also that there is nobody else."""
    if home.others_live_here is None:
        return ""
    if not home.others_live_here:
        return "Det bor inga fler personer i bostaden"
    return _after("Det bor fler personer i bostaden", home.others) or (
        "Det bor fler personer i bostaden"
    )


def _health_care(plan: VisitPlan) -> Iterator[_Line]:
    """S103-S107: the only four sentences, in the manual's own words."""
    care = plan.health_care
    fields = [CARE_PLANS] * len(care.care_plans)
    for part in ("fitting_protocol", "signing_system", "advanced_home_care"):
        if getattr(care, part):
            fields.append(f"visit_plan.health_care.{part}")
    yield from _grouped(zip(fields, care.sentences, strict=True))


def _grouped(lines: Iterator[_Line]) -> Iterator[_Line]:
    """Join the lines of one field, as those of several vårdplaner."""
    joined: dict[str, list[str]] = {}
    for field, text in lines:
        joined.setdefault(field, []).append(text)
    for field, texts in joined.items():
        yield field, "\n".join(texts)


def _after(words: str, text: str) -> str:
    """Return *text* after *words* and a colon; "" when there is none."""
    return "" if is_blank(text) else f"{words}: {text.strip()}"

"""What a field is called, and what stands in it, for texts shown side by side."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date, time

from gplan_desktop.domain.fields import pattern
from gplan_desktop.domain.labelled import Labelled
from gplan_desktop.domain.life_areas import life_area
from gplan_desktop.domain.plan import AcceptedWarning, AreaPlan
from gplan_desktop.domain.tabs import MASK, Secret
from gplan_desktop.domain.visit_plan import TimeWindow
from gplan_desktop.method.model import Method
from gplan_desktop.rules.merging import Question

NOTHING = "–"
_REASON = "Skälet till att en anmärkning står kvar"
_COPIED = "Hämtat från den tidigare planen"
_MOST_NAMED = 3
_NOT_TOLD = ("code", "copied")


def place_of(field: str, method: Method) -> str:
    """Return the page or life area on which *field* stands, as on the screen."""
    parts = field.split(".")
    if parts[0] == "area":
        return life_area(parts[1]).label
    known = _known(field, method)
    return (
        method.step(method.fields[known].step).title if known and _has_step(known, method) else ""
    )


def name_of(field: str, method: Method) -> str:
    """Return what *field* is called, with its page or life area and its row in front."""
    parts = field.split(".")
    if parts[0] == "accepted":
        return _REASON
    place, row = place_of(field, method), _row_of(parts)
    if field == f"area.{parts[-1]}":
        return place
    known = _known(field, method)
    label = _COPIED if parts[-1] == "copied" else method.fields[known].label if known else ""
    where = ", ".join(dict.fromkeys(filter(None, (place, row))))
    return f"{where}: {label}" if where and label and label != where else where or label


def places_in_short(questions: Iterable[Question], method: Method) -> str:
    """Return where the texts differ, as in "Personlig vård, Delaktighet och 2 till"."""
    told = (place_of(q.field, method) or name_of(q.field, method) for q in questions)
    places = list(dict.fromkeys(filter(None, told)))
    shown, more = places[:_MOST_NAMED], len(places) - _MOST_NAMED
    if more > 0:
        return f"{', '.join(shown)} och {more} till"
    return " och ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def text_of(value: object) -> str:
    """Return what *value* says; a code is never told, and what says nothing is a dash."""
    if isinstance(value, tuple):
        separator = "\n" if any(is_dataclass(row) for row in value) else ", "
        return separator.join(text_of(row) for row in value) or NOTHING
    if isinstance(value, AcceptedWarning):
        return value.reason
    if isinstance(value, AreaPlan):
        return _area_text(value)
    if is_dataclass(value) and not isinstance(value, TimeWindow):
        return ", ".join(_told_parts(value)) or NOTHING
    return _plain(value) or NOTHING


def _plain(value: object) -> str:
    match value:
        case None:
            text = ""
        case Secret():
            text = "" if value.is_blank else MASK
        case Labelled():
            text = value.label
        case bool():
            text = "Ja" if value else "Nej"
        case TimeWindow():
            text = value.text
        case date() | time():
            text = value.isoformat() if isinstance(value, date) else f"{value:%H:%M}"
        case _:
            text = str(value).strip()
    return text


def _area_text(area: AreaPlan) -> str:
    return "\n".join(_told_parts(area)) or NOTHING


def _told_parts(holder: object) -> list[str]:
    """Return what each part says, but for those that say nothing."""
    names = (part.name for part in fields(holder) if part.name not in _NOT_TOLD)  # type: ignore[arg-type]
    values = (getattr(holder, name) for name in names)
    return [text_of(value) for value in values if value not in (None, "", (), False)]


def _known(field: str, method: Method) -> str:
    """Return the id under which *field*, or what it is a part of, is described; or ""."""
    parts = pattern(field).split(".")
    while parts and ".".join(parts) not in method.fields:
        del parts[-1]
    if parts:
        return ".".join(parts)
    # What is put together of fields, such as a wish, is known by the first of them.
    return next((known for known in method.fields if known.startswith(f"{pattern(field)}.")), "")


def _has_step(field: str, method: Method) -> bool:
    return method.fields[field].step in method.steps


def _row_of(parts: list[str]) -> str:
    number = next((part for part in parts if part.isdigit()), "")
    if not number:
        return ""
    kind = "aktivitet" if "activities" in parts else "rad"
    return f"{kind} {int(number) + 1}"

"""What a correction changes in an assignment, so that nobody changes a text unseen."""

from collections.abc import Iterator, Mapping

from gplan_desktop.domain.life_areas import Functioning, life_area
from gplan_desktop.domain.text import clean, is_blank
from gplan_desktop.rules.registering import AssignedAreaForm, AssignmentForm

_PARTS = ("need", "assessed", "intended", "goal", "support", "sub_areas")
_LONGEST = 160


def corrections(before: AssignmentForm, after: AssignmentForm) -> Mapping[str, str]:
    """Return for each field that differs from *before* what stood there.

    A field is named as assignment_problems() names it; a life area that was
    added or taken away has its code alone.
    """
    found = {}
    if after.day != before.day:
        found["day"] = _stood(before.day.isoformat() if before.day else "")
    if _plain(after.case_officer) != _plain(before.case_officer):
        found["case_officer"] = _stood(before.case_officer)
    return found | dict(_in_areas(before, after))


def _in_areas(before: AssignmentForm, after: AssignmentForm) -> Iterator[tuple[str, str]]:
    old = {area.code: area for area in before.areas}
    new = {area.code: area for area in after.areas}
    for code, area in new.items():
        if code in old:
            yield from _in_area(old[code], area)
        else:
            yield code, f"{life_area(code).label} läggs till i uppdraget."
    for code in (code for code in old if code not in new):
        yield code, f"{life_area(code).label} tas bort ur uppdraget."


def _in_area(old: AssignedAreaForm, new: AssignedAreaForm) -> Iterator[tuple[str, str]]:
    for part in _PARTS:
        before, after = getattr(old, part), getattr(new, part)
        if _plain(before) != _plain(after):
            yield f"{old.code}.{part}", _stood(_words(old.code, before))


def _plain(value: object) -> object:
    """Return *value* as it is compared: in what order parts were ticked is no change."""
    if isinstance(value, str):
        return clean(value).strip()
    return frozenset(value) if isinstance(value, tuple) else value


def _words(code: str, value: object) -> str:
    if isinstance(value, Functioning):
        return f"{value.value}  {value.label}"
    if isinstance(value, tuple):
        names = {sub.code: sub.label for sub in life_area(code).sub_areas}
        return ", ".join(names.get(part, str(part)) for part in value)
    return str(value or "")


def _stood(text: str) -> str:
    text = " ".join(clean(text).split())
    if is_blank(text):
        return "Ändrat. Förut stod det inget."
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"Ändrat. Förut stod det: ”{text}”"

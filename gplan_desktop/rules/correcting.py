"""What a correction changes in an assignment or about a person, so that nothing changes unseen."""

from collections.abc import Iterator, Mapping

from gplan_desktop.domain.life_areas import Functioning, life_area
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.text import clean, is_blank
from gplan_desktop.rules.registering import (
    AssignedAreaForm,
    AssignmentForm,
    PersonForm,
    person_form,
)

_PARTS = ("need", "assessed", "intended", "goal", "support", "sub_areas")
_LONGEST = 160
_PROTECTED_AWAY = ("address", "phone")
_TAKEN_AWAY = "Tas bort, för individen har skyddade personuppgifter."


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


def person_corrections(before: PersonForm, after: PersonForm) -> Mapping[str, str]:
    """Return for each field that differs from *before* what stood there.

    A field is named as person_problems() names it. What a protected identity
    takes away (address and phone) is told as taken away.
    """
    old, new = _person_words(before), _person_words(after)
    found = {part: _stood(text) for part, text in old.items() if text != new[part]}
    if after.protected_identity:
        taken = (part for part in _PROTECTED_AWAY if old[part])
        found |= dict.fromkeys(taken, _TAKEN_AWAY)
    return found


def changed_facts(before: Person, after: Person) -> tuple[str, ...]:
    """Return which fields differ between what stood about a person and what stands now."""
    return tuple(person_corrections(person_form(before), person_form(after)))


def _person_words(form: PersonForm) -> dict[str, str]:
    """Return what each field says; a box beside a field belongs to it."""
    protected = form.protected_identity
    return {
        "given_name": _one_line(form.given_name),
        "family_name": _one_line(form.family_name),
        "personal_id": _with(form.personal_id, "reservnummer" if form.is_reserve else ""),
        "support_start": form.support_start.isoformat() if form.support_start else "",
        "support_kinds": ", ".join(sorted(kind.label for kind in form.support_kinds)),
        "unit": _one_line(form.unit),
        "provider": _with(form.provider, "extern utförare" if form.external else ""),
        "protected_identity": "Ja" if protected else "Nej",
        "address": "" if protected else _one_line(form.address),
        "phone": "" if protected else _one_line(form.phone),
    }


def _with(text: str, note: str) -> str:
    return f"{_one_line(text)} ({note})" if note else _one_line(text)


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
    text = _one_line(text)
    if is_blank(text):
        return "Ändrat. Förut stod det inget."
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"Ändrat. Förut stod det: ”{text}”"


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())

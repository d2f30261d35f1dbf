"""What differs between a person's tabs then and now, told so that no code can be read (F61)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from gplan_desktop.domain.difference import same_words
from gplan_desktop.domain.plan import AcceptedWarning
from gplan_desktop.domain.tabs import Secret, Tabs
from gplan_desktop.domain.text import is_blank, words
from gplan_desktop.rules.difference import ChangeKind

CODE: Final = "kod"
UNANSWERED: Final = "Inte besvarat"
_YES, _NO, _FIRST = "Ja", "Nej", "kontaktas först"


@dataclass(frozen=True)
class TabChange:
    """One thing that differs, at the field *field*.

    *row* is what the row is called that it stands in. Of a code nothing is
    told but that it is there: *before* and *after* are then CODE or "". Of a row that
    came or went all is told at once, at the field of its list.
    *is_reason* tells that it is the reason why the text there was let stand.
    """

    field: str
    kind: ChangeKind
    before: str
    after: str
    row: str = ""
    is_reason: bool = False

    @property
    def is_code(self) -> bool:
        """Whether it is a code that came, went or was changed."""
        return self.field.endswith(".secret")


def tabs_changes(before: Tabs, after: Tabs) -> tuple[TabChange, ...]:
    """Return what differs, in the order of the tabs; white space alone never does."""
    return (
        *_row_changes("reference_people", before, after),
        *_row_changes("relatives", before, after),
        *_row_changes("keys", before, after),
        *_row_changes("visit.door_codes", before, after),
        *_changes("tabs.visit", before.visit, after.visit),
        *_row_changes("good_to_know.card_codes", before, after),
        *_changes("tabs.good_to_know", before.good_to_know, after.good_to_know),
        *_reason_changes(before.accepted, after.accepted),
    )


def _row_changes(place: str, before: Tabs, after: Tabs) -> Iterator[TabChange]:
    """Return what became of the rows: those that are there now in their order, then the gone."""
    old, new = _rows(before, place), _rows(after, place)
    pairs = _pairs(old, new)
    field = f"tabs.{place}"
    for number, row in enumerate(new):
        if number in pairs:
            yield from _changes(f"{field}.{number}", old[pairs[number]], row, _name(row))
        elif told := _whole(row):
            yield TabChange(field, ChangeKind.ADDED, "", told, _name(row))
    for number, row in enumerate(old):
        if number not in pairs.values() and (told := _whole(row)):
            yield TabChange(field, ChangeKind.REMOVED, told, "", _name(row))


def _rows(tabs: Tabs, place: str) -> Sequence[Any]:
    rows: Any = tabs
    for part in place.split("."):
        rows = getattr(rows, part)
    return tuple(rows)


def _pairs(old: Sequence[Any], new: Sequence[Any]) -> dict[int, int]:
    """Return which old row each new one was: an equal one first, then one that is akin."""
    pairs: dict[int, int] = {}
    free = list(range(len(old)))
    for alike in (_equal, _akin):
        for number, row in enumerate(new):
            found = next((one for one in free if alike(old[one], row)), None)
            if number not in pairs and found is not None:
                pairs[number] = found
                free.remove(found)
    return pairs


def _equal(old: Any, new: Any) -> bool:
    return bool(old == new)


def _akin(old: Any, new: Any) -> bool:
    """Tell whether one name holds the other, as "Sten" and "Sten Ek", or only the name differs.

    One word in common is not enough: a family has its name in common.
    """
    before, after = set(words(_name(old))), set(words(_name(new)))
    return before <= after or after <= before or _rest(old) == _rest(new) != ()


def _rest(row: Any) -> tuple[object, ...]:
    """Return what a row tells besides its name, () when that is nothing."""
    values = [getattr(row, part.name) for part in fields(row)[1:]]
    return tuple(values) if any(_told(value) not in ("", _NO) for value in values) else ()


def _changes(place: str, before: object, after: object, row: str = "") -> Iterator[TabChange]:
    """Return the parts that differ between two of the same kind, but for rows in them."""
    for part in fields(after):  # type: ignore[arg-type]  # both are dataclasses of domain.tabs
        old, new = getattr(before, part.name), getattr(after, part.name)
        if not isinstance(new, tuple) and not _is_same(old, new):
            yield _change(f"{place}.{part.name}", _told(old), _told(new), row)


def _change(field: str, before: str, after: str, row: str = "") -> TabChange:
    kind = ChangeKind.CHANGED
    if is_blank(before) or is_blank(after):
        kind = ChangeKind.REMOVED if is_blank(after) else ChangeKind.ADDED
    return TabChange(field, kind, before, after, row)


def _reason_changes(
    before: Iterable[AcceptedWarning], after: Iterable[AcceptedWarning]
) -> Iterator[TabChange]:
    """Return what became of the reasons why texts were let stand (design §8.9)."""
    old, new = ({(one.rule, one.field): one.reason for one in all_} for all_ in (before, after))
    for rule, field in dict.fromkeys((*new, *old)):
        told, tells = old.get((rule, field), ""), new.get((rule, field), "")
        if not same_words(told, tells):
            yield replace(_change(field, told, tells), is_reason=True)


def _is_same(old: object, new: object) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        return same_words(old, new)
    return old == new


def _told(value: object) -> str:
    """Return what may be told of *value*; of a code only that there is one."""
    if isinstance(value, Secret):
        return "" if value.is_blank else CODE
    if isinstance(value, str):
        return value.strip()
    return UNANSWERED if value is None else _YES if value else _NO


def _whole(row: Any) -> str:
    """Return all that is told of a row at once; "" of one where nothing was written."""
    values = [getattr(row, part.name) for part in fields(row)]
    parts = [_told(value) for value in values if not isinstance(value, bool)]
    first = [_FIRST] if getattr(row, "is_first_contact", False) else []
    return ", ".join(filter(None, (*parts, *first)))


def _name(row: Any) -> str:
    return str(getattr(row, "name", "") or getattr(row, "what", "")).strip()

"""How a sentence is put in the tabs of a person: as a text, an answer or a row (S111-S127)."""

from dataclasses import replace

from gplan_desktop.domain import fields
from gplan_desktop.domain.sentences import listed
from gplan_desktop.domain.tabs import Tabs
from gplan_desktop.domain.text import fold
from gplan_desktop.method.model import Method
from gplan_desktop.rules.moving_codes import row_of
from gplan_desktop.rules.moving_people import reference_person, relative
from gplan_desktop.rules.moving_words import (
    added_line,
    added_sentence,
    left_over,
    name_on_door,
    words_of,
)

_CODES = ("keys", "visit.door_codes", "good_to_know.card_codes")
_NAME = "visit.name_on_door"
_LINES = ("visit.others", _NAME, "visit.floor", "visit.lift")
_OTHERS = "visit.others_live_here"
_LIVES_ALONE = listed("ensam ensamboende ingen inga")
_SAYS_ALONE = "bor lever ensam ensamboende ingen inga annan andra fler flera mer personer person"


def put_in_tabs(tabs: Tabs, part: str, text: str, method: Method) -> tuple[Tabs, str] | None:
    """Return *tabs* with *text* at *part*, and what of it found no place; None: do it by hand."""
    if part in _CODES:
        row = row_of(f"tabs.{part}", text)
        return (_with_row(tabs, part, row), "") if row else None
    if part == "reference_people":
        person, rest = reference_person(text, method)
        return (_with_row(tabs, part, person), rest) if person.name else None
    if part == "relatives":
        return _with_row(tabs, part, relative(text, method)), ""
    if part == _OTHERS:
        return _with_others(tabs, text), ""
    try:
        stands = fields.value_at(tabs, part)
    except KeyError:
        return None
    text = name_on_door(text) if part == _NAME else text
    added = added_sentence if part in _LINES else added_line
    return fields.with_value(tabs, part, added(stands, text)), ""


def _with_row(tabs: Tabs, part: str, row: object) -> Tabs:
    rows = fields.value_at(tabs, part)
    return tabs if row in rows else fields.with_value(tabs, part, (*rows, row))


def _with_others(tabs: Tabs, text: str) -> Tabs:
    """Answer whether more persons live there; an answer that says otherwise stands (S126)."""
    visit = tabs.visit
    lives_alone = not _LIVES_ALONE.isdisjoint(map(fold, words_of(text)))
    if visit.others_live_here is lives_alone:
        return replace(tabs, visit=replace(visit, other=added_line(visit.other, text)))
    if not lives_alone:
        visit = replace(visit, others=added_sentence(visit.others, text))
    elif left_over(text, (_SAYS_ALONE,)):
        visit = replace(visit, other=added_line(visit.other, text))
    return replace(tabs, visit=replace(visit, others_live_here=not lives_alone))

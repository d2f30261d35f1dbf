"""How the free texts of a visit plan and of the tabs are read by the guard."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from gplan_desktop.method.guard_terms import Place
from gplan_desktop.method.model import Method
from gplan_desktop.rules.finding import Finding
from gplan_desktop.rules.guard import Hit, guard_hits
from gplan_desktop.rules.text_checks import guarded

Texts = Iterable[tuple[str, str]]

CABINET_CODE: Final = "skapskod"
# The kinds of the guard that have a field of their own, where they are written as dots.
CODES: Final = frozenset(("portkod", "nyckelnummer", "kortkod", "bankkod", CABINET_CODE))


def check_guarded(texts: Texts, place: Place, rule: str, method: Method) -> Iterator[Finding]:
    """Find what may not stand at *place* (S108-S109, S121-S125); one finding a field."""
    for field, text in texts:
        if hits := guard_hits(text, place, method.guard):
            yield guarded(rule, field, hits, method)


def hits_of(text: str, kinds: Iterable[str], method: Method) -> tuple[Hit, ...]:
    """Return what *text* holds of *kinds*, wherever it may stand."""
    wanted = frozenset(kinds)
    # Nothing is allowed in a plan that is forbidden anywhere else.
    found = guard_hits(text, Place.PLAN, method.guard)
    return tuple(hit for hit in found if hit.kind in wanted)


def in_force(found: Iterable[Finding], method: Method, today: date) -> tuple[Finding, ...]:
    """Return *found* without what a rule found that is not valid yet."""
    return tuple(one for one in found if method.rules[one.rule].valid_from <= today)

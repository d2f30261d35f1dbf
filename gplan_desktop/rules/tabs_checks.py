"""What must be right in a person's tabs (S107, S111-S127); codes are never looked at."""

from collections.abc import Iterator, Sequence
from datetime import date

from gplan_desktop.domain.tabs import GOOD_TO_KNOW_TEXTS, VISIT_TEXTS, Code, Tabs
from gplan_desktop.domain.text import is_blank, words
from gplan_desktop.domain.visit_plan import VisitPlan
from gplan_desktop.method.guard_terms import Place
from gplan_desktop.method.model import Method
from gplan_desktop.rules.finding import Finding, finding
from gplan_desktop.rules.record_texts import CODES, check_guarded, hits_of, in_force
from gplan_desktop.rules.text_checks import guarded

Findings = Iterator[Finding]

_ASIH = "asih"


def check_tabs(
    tabs: Tabs, method: Method, today: date, visit_plans: Sequence[VisitPlan] = ()
) -> tuple[Finding, ...]:
    """Return everything that the method finds in *tabs*, the same whether let stand or not.

    *visit_plans* are those in use. A rule that is not valid yet finds nothing.
    """
    important = _texts_of(tabs, "good_to_know", GOOD_TO_KNOW_TEXTS)
    found = (
        *_reference_people(tabs, method),
        *_advanced_home_care(tabs, method, visit_plans),
        *_relatives(tabs, method),
        *_codes(tabs, method),
        *_others(tabs, method),
        *_visit(tabs, method),
        *check_guarded(important, Place.IMPORTANT, "important-guarded", method),
        *_open_codes(tabs, method),
    )
    return in_force(found, method, today)


def tabs_texts(tabs: Tabs) -> Iterator[tuple[str, str]]:
    """Return every free text of *tabs* with its field, in the order of the tabs; no code."""
    for number, person in enumerate(tabs.reference_people):
        place = f"tabs.reference_people.{number}"
        yield from (
            (f"{place}.{part}", getattr(person, part)) for part in ("name", "role", "phone")
        )
    for number, relative in enumerate(tabs.relatives):
        place = f"tabs.relatives.{number}"
        for part in ("name", "relation", "contact"):
            yield f"{place}.{part}", getattr(relative, part)
    yield from ((f"{place}.what", code.what) for place, code in _all_codes(tabs))
    yield from _texts_of(tabs, "visit", ("others", *VISIT_TEXTS))
    yield from _texts_of(tabs, "good_to_know", GOOD_TO_KNOW_TEXTS)


def _texts_of(tabs: Tabs, tab: str, parts: Sequence[str]) -> Iterator[tuple[str, str]]:
    for part in parts:
        yield f"tabs.{tab}.{part}", getattr(getattr(tabs, tab), part)


def _all_codes(tabs: Tabs) -> Iterator[tuple[str, Code]]:
    """Return every code with the field of its row."""
    for place, codes in (
        ("tabs.keys", tabs.keys),
        ("tabs.visit.door_codes", tabs.visit.door_codes),
        ("tabs.good_to_know.card_codes", tabs.good_to_know.card_codes),
    ):
        yield from ((f"{place}.{number}", code) for number, code in enumerate(codes))


def _reference_people(tabs: Tabs, method: Method) -> Findings:
    """S111, S130: everyone by name and role."""
    for number, person in enumerate(tabs.reference_people):
        place = f"tabs.reference_people.{number}"
        if is_blank(person.name):
            yield finding(method, "tabs-reference-name", f"{place}.name")
        elif is_blank(person.role):
            name = person.name.strip()
            yield finding(method, "tabs-reference-role", f"{place}.role", name=name)


def _advanced_home_care(tabs: Tabs, method: Method, visit_plans: Sequence[VisitPlan]) -> Findings:
    """S107: "Kunden har ASIH" is also written under referenspersoner."""
    told = any(plan.health_care.advanced_home_care for plan in visit_plans)
    people = tabs.reference_people
    if told and not any(_ASIH in words(f"{one.role} {one.name}") for one in people):
        yield finding(method, "tabs-asih", "tabs.reference_people")


def _relatives(tabs: Tabs, method: Method) -> Findings:
    """S112: by name, and how to reach them."""
    for number, relative in enumerate(tabs.relatives):
        place = f"tabs.relatives.{number}"
        if is_blank(relative.name):
            yield finding(method, "tabs-relative-name", f"{place}.name")
        elif is_blank(relative.contact):
            name = relative.name.strip()
            yield finding(method, "tabs-relative-contact", f"{place}.contact", name=name)


def _codes(tabs: Tabs, method: Method) -> Findings:
    """S113-S115: a code that opens nobody knows what is of no use."""
    for place, code in _all_codes(tabs):
        if is_blank(code.what):
            yield finding(method, "tabs-code-what", f"{place}.what")


def _others(tabs: Tabs, method: Method) -> Findings:
    """S126: always told."""
    if tabs.visit.others_live_here is None:
        yield finding(method, "tabs-others", "tabs.visit.others_live_here")


def _visit(tabs: Tabs, method: Method) -> Findings:
    """S116: the tab tells the way; what the guard knows besides codes has no place there."""
    kinds = frozenset(method.guard.kinds) - CODES
    for field, text in _texts_of(tabs, "visit", ("others", *VISIT_TEXTS)):
        if hits := hits_of(text, kinds, method):
            yield guarded("tabs-guarded", field, hits, method)


def _open_codes(tabs: Tabs, method: Method) -> Findings:
    """S113-S115: codes are written where they are shown as dots.

    What has no place in Viktigt att veta is found by its own rule.
    """
    kinds = method.guard.kinds
    allowed = {one for one in CODES if Place.IMPORTANT not in kinds[one].forbidden}
    important = {field for field, _ in _texts_of(tabs, "good_to_know", GOOD_TO_KNOW_TEXTS)}
    for field, text in tabs_texts(tabs):
        if hits := hits_of(text, allowed if field in important else CODES, method):
            yield guarded("tabs-code-open", field, hits, method)

from dataclasses import replace
from typing import Any

import pytest

from gplan_desktop.domain.plan import AcceptedWarning
from gplan_desktop.domain.tabs import (
    NO_SECRET,
    Code,
    GoodToKnow,
    ReferencePerson,
    Relative,
    Secret,
    Tabs,
    VisitInformation,
)
from gplan_desktop.rules.difference import ChangeKind
from gplan_desktop.rules.tabs_difference import CODE, UNANSWERED, TabChange, tabs_changes

ADDED, REMOVED, CHANGED = ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED
STEN = Relative("Sten Ek", "Barn", "070-174 06 11")
EVA = Relative("Eva Ek", "Barn", "070-174 06 12", is_first_contact=True)
GATE = Code("Porten", Secret("1234"))


def tabs(**parts: Any) -> Tabs:
    return Tabs("karin", **parts)


def visit(**parts: Any) -> Tabs:
    return tabs(visit=VisitInformation(**parts))


CASES = {
    "nothing": (tabs(relatives=(STEN,)), tabs(relatives=(STEN,)), ()),
    "white space alone": (visit(floor="3 tr"), visit(floor=" 3  tr\n"), ()),
    "a text that came": (
        visit(),
        visit(floor="3 tr"),
        (TabChange("tabs.visit.floor", ADDED, "", "3 tr"),),
    ),
    "a text that went": (
        tabs(good_to_know=GoodToKnow(covid_19="Munskydd")),
        tabs(),
        (TabChange("tabs.good_to_know.covid_19", REMOVED, "Munskydd", ""),),
    ),
    "an answer": (
        visit(),
        visit(others_live_here=True),
        (TabChange("tabs.visit.others_live_here", CHANGED, UNANSWERED, "Ja"),),
    ),
    "a row that came": (
        tabs(),
        tabs(relatives=(EVA,)),
        (
            TabChange(
                "tabs.relatives",
                ADDED,
                "",
                "Eva Ek, Barn, 070-174 06 12, kontaktas först",
                "Eva Ek",
            ),
        ),
    ),
    "a row that went from the middle": (
        tabs(relatives=(EVA, STEN, replace(EVA, name="Åsa"))),
        tabs(relatives=(EVA, replace(EVA, name="Åsa"))),
        (TabChange("tabs.relatives", REMOVED, "Sten Ek, Barn, 070-174 06 11", "", "Sten Ek"),),
    ),
    "one of a family in the place of another": (
        tabs(relatives=(STEN,)),
        tabs(relatives=(EVA,)),
        (
            TabChange(
                "tabs.relatives",
                ADDED,
                "",
                "Eva Ek, Barn, 070-174 06 12, kontaktas först",
                "Eva Ek",
            ),
            TabChange("tabs.relatives", REMOVED, "Sten Ek, Barn, 070-174 06 11", "", "Sten Ek"),
        ),
    ),
    "who is called first": (
        tabs(relatives=(STEN,)),
        tabs(relatives=(replace(STEN, is_first_contact=True),)),
        (TabChange("tabs.relatives.0.is_first_contact", CHANGED, "Nej", "Ja", "Sten Ek"),),
    ),
    "a name that was spelt right": (
        tabs(relatives=(replace(STEN, name="Stenn Ekk"),)),
        tabs(relatives=(STEN,)),
        (TabChange("tabs.relatives.0.name", CHANGED, "Stenn Ekk", "Sten Ek", "Sten Ek"),),
    ),
    "a row that was begun before": (
        tabs(reference_people=(ReferencePerson("", ""),)),
        tabs(reference_people=(ReferencePerson("Kim", "ASIH"),)),
        (
            TabChange("tabs.reference_people.0.name", ADDED, "", "Kim", "Kim"),
            TabChange("tabs.reference_people.0.role", ADDED, "", "ASIH", "Kim"),
        ),
    ),
    "an empty row": (tabs(), tabs(keys=(Code("", NO_SECRET),)), ()),
    "a code that was changed": (
        visit(door_codes=(GATE,)),
        visit(door_codes=(Code("Porten", Secret("9999")),)),
        (TabChange("tabs.visit.door_codes.0.secret", CHANGED, CODE, CODE, "Porten"),),
    ),
    "a code that came": (
        visit(door_codes=(Code("Porten", NO_SECRET),)),
        visit(door_codes=(GATE,)),
        (TabChange("tabs.visit.door_codes.0.secret", ADDED, "", CODE, "Porten"),),
    ),
    "a row with a code": (
        tabs(),
        tabs(keys=(Code("Ytterdörren", Secret("17")),)),
        (TabChange("tabs.keys", ADDED, "", "Ytterdörren, kod", "Ytterdörren"),),
    ),
    "a reason": (
        tabs(),
        tabs(accepted=(AcceptedWarning("important-guarded", "tabs.good_to_know.other", "Beslut"),)),
        (TabChange("tabs.good_to_know.other", ADDED, "", "Beslut", is_reason=True),),
    ),
}


@pytest.mark.parametrize(("before", "after", "expected"), CASES.values(), ids=CASES.keys())
def test_what_differs_is_told_field_by_field(
    before: Tabs, after: Tabs, expected: tuple[TabChange, ...]
) -> None:
    assert tabs_changes(before, after) == expected


def test_no_code_is_told_whatever_became_of_it() -> None:
    full = Tabs(
        "karin",
        keys=(GATE,),
        visit=VisitInformation(door_codes=(GATE,)),
        good_to_know=GoodToKnow(card_codes=(GATE,)),
    )
    other = replace(full, keys=(Code("Porten", Secret("1235")),))
    for before, after in ((tabs(), full), (full, tabs()), (full, other)):
        changes = tabs_changes(before, after)
        assert changes
        assert "123" not in repr(changes)


def test_the_changes_come_in_the_order_of_the_tabs() -> None:
    full = Tabs(
        "karin",
        reference_people=(ReferencePerson("Kim", "ASIH"),),
        relatives=(STEN,),
        keys=(GATE,),
        visit=VisitInformation(door_codes=(GATE,), floor="3 tr"),
        good_to_know=GoodToKnow(card_codes=(GATE,), other="Katten"),
    )
    assert [change.field for change in tabs_changes(tabs(), full)] == [
        "tabs.reference_people",
        "tabs.relatives",
        "tabs.keys",
        "tabs.visit.door_codes",
        "tabs.visit.floor",
        "tabs.good_to_know.card_codes",
        "tabs.good_to_know.other",
    ]

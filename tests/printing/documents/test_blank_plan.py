"""The blank plan: the whole form on paper, in the wizard's order."""

import re
from collections.abc import Callable
from dataclasses import replace

import page
import pytest

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.fields import is_of_plan
from gplan_desktop.domain.life_areas import LIFE_AREAS
from gplan_desktop.domain.overview import Unit
from gplan_desktop.domain.plan import DayPart, GoalAttainment, Voice
from gplan_desktop.method.model import Method
from printing.document import PlanDocument
from printing.documents.blank_plan import FOOT, BlankPlan, blank_plan_stem, tell_blank_plan
from printing.documents.writing_room import LINE, Ruled
from printing.layout.paper import written

UNIT = Unit("Hemvården Norr", "Maria Lind", practice=False)
ALL = tuple(area.code for area in LIFE_AREAS)


@pytest.fixture
def filled(draft: PlanDocument) -> BlankPlan:
    return BlankPlan(draft.unit, draft.person, draft.assignment, ("d5", "d6"))


@pytest.fixture
def pages(method: Method, read: Callable[[bytes], list[str]]) -> Callable[[BlankPlan], list[str]]:
    """The text of each page, its lines joined."""

    def texts(blank: BlankPlan) -> list[str]:
        told = read(written(tell_blank_plan(blank, method)))
        return [" ".join(text.replace("\u00ad\n", "").split()) for text in told]

    return texts


@pytest.mark.parametrize(
    "blank",
    [
        BlankPlan(UNIT),
        BlankPlan(UNIT, codes=ALL, follows_up=True),
    ],
)
def test_is_valid(blank: BlankPlan, method: Method) -> None:
    data = written(tell_blank_plan(blank, method))
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant, profile


def test_is_the_same_bytes_each_time(filled: BlankPlan, method: Method) -> None:
    assert written(tell_blank_plan(filled, method)) == written(tell_blank_plan(filled, method))


@pytest.mark.parametrize(
    ("follows_up", "order"),
    [
        (False, ["participation", "name", "contributors", "area", "follow_up"]),
        (True, ["participation", "close_previous", "name", "contributors", "area", "follow_up"]),
    ],
)
def test_shows_all_parts_in_the_wizards_order_before_the_first(
    follows_up: bool,
    order: list[str],
    method: Method,
    pages: Callable[[BlankPlan], list[str]],
) -> None:
    first = pages(BlankPlan(UNIT, follows_up=follows_up))[0]
    places = [first.index(method.steps[step].purpose) for step in order]
    assert places == sorted(places)
    assert ("Avsluta den tidigare planen" in first) is follows_up


def test_asks_for_every_field_that_is_written_in_a_plan(
    method: Method, pages: Callable[[BlankPlan], list[str]]
) -> None:
    # In a table the columns have the short names of the plan.
    in_table = {"what", "how", "who", "day_parts", "when"}
    told = " ".join(pages(BlankPlan(UNIT, codes=("d4",), follows_up=True)))
    for name, field in method.fields.items():
        is_column = "activities." in name and name.rpartition(".")[2] in in_table
        if is_of_plan(name) and field.enabled and not is_column:
            assert field.label in told, name
    assert all(part.label in told for part in DayPart)
    assert all(voice.label in told for voice in Voice)
    assert all(attainment.label in told for attainment in GoalAttainment)
    assert all(name in told for name in method.plan_names)
    assert all(role in told for role in method.roles)


def test_marks_what_is_mandatory(pages: Callable[[BlankPlan], list[str]]) -> None:
    told = " ".join(pages(BlankPlan(UNIT)))
    assert "Behov och önskemål *" in told
    assert "Individens önskemål *" not in told


def test_without_a_person_asks_who_it_is(pages: Callable[[BlankPlan], list[str]]) -> None:
    first = pages(BlankPlan(UNIT))[0]
    assert re.search("Namn Personnummer Enhet Biståndshandläggare Uppdrag från", first)


def test_with_a_person_tells_who_it_is_and_what_was_decided(
    filled: BlankPlan, pages: Callable[[BlankPlan], list[str]]
) -> None:
    told = pages(filled)
    assert "Anna Öström-Åkerlund" in told[0]
    assert "Björkvägen 12 B" in told[0]
    assert all("19410331-9036" in text for text in told)
    assert "Anna ska kunna sköta sin hygien så självständigt som möjligt." in " ".join(told)


def test_keeps_address_and_phone_of_a_protected_person_off_the_paper(
    filled: BlankPlan, method: Method, pages: Callable[[BlankPlan], list[str]]
) -> None:
    assert filled.person
    hidden = replace(filled, person=replace(filled.person, protected_identity=True))
    told = " ".join(pages(hidden))
    assert "Skyddade personuppgifter" in told
    assert "Björkvägen" not in told
    assert "070-174" not in told
    assert b"Bj\xf6rkv" not in written(tell_blank_plan(hidden, method))


def test_every_life_area_of_a_first_plan_has_one_page_of_its_own(
    pages: Callable[[BlankPlan], list[str]],
) -> None:
    told = pages(BlankPlan(UNIT, codes=ALL))
    for area in LIFE_AREAS:
        (sheet,) = [text for text in told if f"{area.label} {area.code} " in text]
        assert "Nästa uppföljning av livsområdet" in sheet
        assert sheet.count("Dagar, tid") >= 2


def test_a_first_plan_asks_nothing_about_how_it_went(
    pages: Callable[[BlankPlan], list[str]],
) -> None:
    told = " ".join(pages(BlankPlan(UNIT)))
    assert "Resultat av uppföljning" not in told
    assert "Helt uppfyllt" not in told


def test_without_chosen_areas_the_area_is_written_by_hand(
    pages: Callable[[BlankPlan], list[str]],
) -> None:
    told = pages(BlankPlan(UNIT))
    assert sum("Vilket livsområde" in text for text in told) == 1


@pytest.mark.parametrize("length", [200, 3000])
def test_activities_have_room_however_much_was_decided(
    length: int, filled: BlankPlan, pages: Callable[[BlankPlan], list[str]]
) -> None:
    assert filled.assignment
    areas = tuple(replace(a, need="Ord " * (length // 4)) for a in filled.assignment.areas)
    assignment: Assignment = replace(filled.assignment, areas=areas)
    told = pages(replace(filled, assignment=assignment, codes=("d5",), follows_up=True))
    assert max(text.count("Dagar, tid") for text in told) >= 2
    assert not any(text.count("Dagar, tid") == 1 for text in told)


def test_signs_only_when_the_method_names_who(method: Method) -> None:
    signed = replace(method, signature_lines=("Individen", "Kontaktmannen"))
    titles = [
        [
            block.text
            for block in tell_blank_plan(BlankPlan(UNIT), its).story.blocks
            if hasattr(block, "text")
        ]
        for its in (method, signed)
    ]
    assert "Underskrifter" not in titles[0]
    assert "Underskrifter" in titles[1]


def test_every_page_tells_what_to_do_with_the_paper(
    pages: Callable[[BlankPlan], list[str]],
) -> None:
    assert all(FOOT in text for text in pages(BlankPlan(UNIT)))


def test_lines_stand_as_far_apart_as_handwriting_needs() -> None:
    assert 8 <= LINE / 72 * 25.4 <= 9
    assert Ruled(4, 100).height == 4 * LINE


def test_is_named_after_the_person_without_number(filled: BlankPlan) -> None:
    stem = blank_plan_stem(filled)
    assert stem == "Blankett för genomförandeplan – Anna Öström-Åkerlund"
    assert blank_plan_stem(BlankPlan(UNIT)) == "Blankett för genomförandeplan"


def test_practice_is_marked(pages: Callable[[BlankPlan], list[str]]) -> None:
    practice = replace(UNIT, practice=True)
    assert all("ÖVNING" in text for text in pages(BlankPlan(practice)))

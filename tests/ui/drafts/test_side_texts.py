"""What fields are called and what stands in them, where texts are shown side by side."""

from datetime import date, time

import pytest

from gplan_desktop.domain.plan import (
    AcceptedWarning,
    Activity,
    AreaPlan,
    Contributor,
    DayPart,
    GoalAttainment,
)
from gplan_desktop.domain.tabs import Code, Secret
from gplan_desktop.domain.visit_plan import StaffWish, TimeWindow, Wish
from gplan_desktop.rules.merging import Question
from ui.drafts.side_texts import name_of, place_of, places_in_short, text_of


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("area.d5.goal", "Personlig vård: Mål"),
        ("area.d5.activities.1.how", "Personlig vård, aktivitet 2: Hur ska det göras?"),
        ("area.d5.activities", "Personlig vård: Aktiviteter"),
        ("area.d5.copied", "Personlig vård: Hämtat från den tidigare planen"),
        ("area.d5", "Personlig vård"),
        ("accepted.R1.name.", "Skälet till att en anmärkning står kvar"),
    ],
)
def test_a_field_is_told_with_its_life_area_and_row(method, field, name):
    assert name_of(field, method) == name


@pytest.mark.parametrize(
    "field",
    [
        "participation.how",
        "follow_up.day",
        "contributors",
        "contributors.0.name",
        "closing.participated",
        "assignment_id",
        "tabs.keys.0.secret",
        "tabs.visit.lift",
        "visit_plan.wish",
        "visit_plan.health_care.care_plans",
        "visit_plan.arrival.time_windows",
    ],
)
def test_every_field_has_some_name(method, field):
    place, name = place_of(field, method), name_of(field, method)
    assert field == "assignment_id" or name
    assert name.startswith(place)
    assert "." not in name.replace("t.ex.", "")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("", "–"),
        (None, "–"),
        (" Dusch ", "Dusch"),
        (True, "Ja"),
        (False, "Nej"),
        (date(2027, 1, 8), "2027-01-08"),
        (time(8, 30), "08:30"),
        (GoalAttainment.FULLY_MET, "Helt uppfyllt"),
        ((), "–"),
        ((DayPart.MORNING, DayPart.NIGHT), "Morgon, Natt"),
        (("Sårvård", "Läkemedel"), "Sårvård, Läkemedel"),
        ((Contributor("Sten", "Son", True), Contributor("Eva")), "Sten, Son, Ja\nEva"),
        (Wish(StaffWish.FEMALE, "Dusch"), "Kvinnlig personal, Dusch"),
        ((TimeWindow(time(10), time(11)),), "10:00-11:00"),
        (AcceptedWarning("R1", "name", "Så heter den"), "Så heter den"),
        (
            AreaPlan("d5", needs="Hjälp", activities=(Activity("Dusch", how="Stol"),)),
            "Hjälp\nDusch, Stol",
        ),
        (AreaPlan("d5"), "–"),
    ],
)
def test_what_stands_there_is_told_in_words(value, text):
    assert text_of(value) == text


@pytest.mark.parametrize(
    "value", [Secret("2580"), Code("Porten", Secret("2580")), (Code("Porten", Secret("2580")),)]
)
def test_a_code_is_never_told(value):
    assert "2580" not in text_of(value)
    assert "••••" in text_of(value)


def test_places_are_told_once_and_the_first_of_many_by_name(method):
    fields = ("area.d5.goal", "area.d5.needs", "area.d4.goal")
    found = [Question(field, "a", "b") for field in fields]
    assert places_in_short(found[:2], method) == "Personlig vård"
    assert places_in_short(found, method) == "Personlig vård och Förflyttning"
    more = [Question(f"area.{code}.goal", "a", "b") for code in ("d1", "d2", "d3", "d4", "d5")]
    assert places_in_short(more, method).endswith(" och 2 till")
    assert places_in_short([], method) == ""

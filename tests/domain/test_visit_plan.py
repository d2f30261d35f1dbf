"""What a visit plan says, and what it must tell before it is used."""

from datetime import date, time

import pytest

from gplan_desktop.domain.tabs import Secret
from gplan_desktop.domain.visit_plan import (
    Arrival,
    Coverage,
    HealthCare,
    Home,
    Missing,
    SingleVisit,
    StaffWish,
    TimeWindow,
    VisitPlan,
    Wish,
)

ALONE = Home(others_live_here=False)
DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("arrival", "text"),
    [
        (Arrival(), ""),
        (
            Arrival(Coverage.PARTLY, "hallen "),
            "Mobiltäckning saknas delvis, gå till hallen där täckning är bättre",
        ),
        (
            Arrival(Coverage.PARTLY),
            "Mobiltäckning saknas delvis, gå till … där täckning är bättre",
        ),
        (Arrival(Coverage.MISSING), "Mobiltäckning saknas helt"),
    ],
)
def test_coverage_is_told_in_the_words_of_the_manual(arrival, text):
    assert arrival.coverage_text == text


@pytest.mark.parametrize(
    ("care", "sentences"),
    [
        (HealthCare(), ()),
        (HealthCare(("Trycksår ",)), ("Utför enligt vårdplan Trycksår",)),
        (HealthCare(("",)), ("Utför enligt vårdplan …",)),
        (
            HealthCare(("A", "B"), True, True, True),
            (
                "Utför enligt vårdplan A",
                "Utför enligt vårdplan B",
                "Utför enligt utprovningsprotokoll",
                "Utför enligt signeringssystemet",
                "Kunden har ASIH",
            ),
        ),
    ],
)
def test_health_care_is_told_in_the_permitted_sentences_only(care, sentences):
    assert care.sentences == sentences


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({}, ()),
        ({"temporary": True}, (Missing.DAY,)),
        ({"temporary": True, "written_on": DAY}, ()),
        ({"arrival": Arrival(Coverage.PARTLY, " ")}, (Missing.PLACE,)),
        ({"arrival": Arrival(Coverage.MISSING)}, ()),
        ({"home": Home()}, (Missing.OTHERS,)),
        ({"home": Home(others_live_here=True)}, ()),
        ({"wish": Wish(StaffWish.FEMALE)}, (Missing.SITUATIONS,)),
        ({"wish": Wish(StaffWish.FEMALE, "vid dusch")}, ()),
        ({"health_care": HealthCare(("Fall", ""))}, (Missing.CARE_PLAN,)),
        ({"single_visits": (SingleVisit("Sjukresebil"),)}, (Missing.VISIT_DAY,)),
        ({"single_visits": (SingleVisit("Sjukresebil", DAY),)}, ()),
    ],
)
def test_what_must_be_told_is_asked_for(values, missing):
    plan = VisitPlan("b1", "p1", **{"home": ALONE, **values})

    assert plan.missing == missing


@pytest.mark.parametrize(
    ("window", "text"),
    [
        (TimeWindow(time(10), time(11)), "10:00-11:00"),
        (TimeWindow(time(23, 30), time(0, 15)), "23:30-00:15"),
    ],
)
def test_a_time_window_is_written_as_the_manual_does(window, text):
    assert window.text == text


def test_a_time_window_has_a_length():
    with pytest.raises(ValueError, match="end when it starts"):
        TimeWindow(time(10), time(10))


def test_the_code_of_the_cabinet_never_shows_in_a_log():
    plan = VisitPlan("b1", "p1", home=Home(medicine_cabinet_code=Secret("4711")))

    assert "4711" not in repr(plan)

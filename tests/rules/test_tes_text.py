"""The text for TES: the manual's order and words, and nothing that was not told."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from gplan_desktop.domain.fields import with_value
from gplan_desktop.domain.tabs import Secret
from gplan_desktop.domain.visit_plan import (
    Arrival,
    Coverage,
    HealthCare,
    Home,
    SingleVisit,
    StaffWish,
    TimeWindow,
    VisitPlan,
    Wish,
)
from gplan_desktop.method.model import Method
from gplan_desktop.rules.tes_text import CODE_FIELD, tes_items, without_code

PLAN = VisitPlan(
    "b1",
    "karin",
    "Alla besök",
    temporary=True,
    written_on=date(2026, 11, 23),
    arrival=Arrival(
        Coverage.PARTLY,
        "hallen",
        (TimeWindow(time(10), time(11)), TimeWindow(time(17), time(18, 30))),
        bring_key=True,
        opens_door=True,
        door_alarm=True,
        name_on_door="Lindqvist",
    ),
    home=Home(
        others_live_here=True,
        others="maken Sten",
        animals="katt",
        sensitive_to="starka dofter",
        medicine_cabinet_code=Secret("2468"),
    ),
    wish=Wish(StaffWish.FEMALE, "dusch"),
    health_care=HealthCare(("Förflyttning", "Sår"), True, True, True),
    single_visits=(SingleVisit("följ med på läkarbesök", date(2026, 11, 26)),),
    other="Ring två gånger.",
)


def test_every_line_comes_in_the_order_and_with_the_words_of_the_manual(method: Method) -> None:
    assert [item.text for item in tes_items(PLAN, method)] == [
        "Tillfällig besöksplan 2026-11-23",
        "Mobiltäckning saknas delvis, gå till hallen där täckning är bättre",
        "Tidsfönster 10:00-11:00, 17:00-18:30",
        "Ta med nyckel",
        "Individen vill öppna dörren själv",
        "Kod till medicinskåp/läkemedelsskåp: 2468",
        "Känslig för: starka dofter",
        "Önskemål om kvinnlig personal: dusch",
        "Djur finns i bostaden: katt",
        "Dörrlarm finns",
        "Ett enstaka besök torsdag 26 november 2026: följ med på läkarbesök",
        "Det bor fler personer i bostaden: maken Sten",
        "Namn på dörren: Lindqvist",
        "Ring två gånger.",
        "Utför enligt vårdplan Förflyttning\nUtför enligt vårdplan Sår",
        "Utför enligt utprovningsprotokoll",
        "Utför enligt signeringssystemet",
        "Kunden har ASIH",
    ]


def test_each_line_has_a_field_of_its_own_that_the_method_knows(method: Method) -> None:
    items = tes_items(PLAN, method)
    assert len({item.field for item in items}) == len(items)
    assert all(item.label and item.group for item in items)


@pytest.mark.parametrize(
    ("home", "told"),
    [
        (Home(None), []),
        (Home(False, "ingen"), ["Det bor inga fler personer i bostaden"]),
        (Home(True), ["Det bor fler personer i bostaden"]),
        (Home(True, " två barn "), ["Det bor fler personer i bostaden: två barn"]),
    ],
)
def test_a_plan_tells_only_what_has_been_answered(
    method: Method, home: Home, told: list[str]
) -> None:
    plan = VisitPlan("b1", "karin", "Morgon", home=home)
    assert [item.text for item in tes_items(plan, method)] == told


def test_an_ordinary_plan_tells_no_date(method: Method) -> None:
    items = tes_items(replace(PLAN, temporary=False), method)
    assert "Tillfällig" not in items[0].text


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("arrival.coverage", Coverage.MISSING, "Mobiltäckning saknas helt"),
        ("wish", Wish(StaffWish.MALE, "toalett"), "Önskemål om manlig personal: toalett"),
        ("single_visits", (SingleVisit("tillsyn"),), "Ett enstaka besök: tillsyn"),
    ],
)
def test_other_choices_have_other_words(method: Method, field: str, value: Any, text: str) -> None:
    assert text in [item.text for item in tes_items(with_value(PLAN, field, value), method)]


def test_the_code_is_dots_to_whoever_only_looks(method: Method) -> None:
    shown = [without_code(item) for item in tes_items(PLAN, method)]
    code = next(item for item in shown if item.field == CODE_FIELD)
    assert code.text == "Kod till medicinskåp/läkemedelsskåp: ••••"
    assert "2468" not in repr(shown)

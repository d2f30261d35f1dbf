"""Days, choices and names as people and systems write them."""

from datetime import date

import pytest

from gplan_desktop.domain.life_areas import LIFE_AREAS, Functioning
from gplan_desktop.domain.person import SupportKind
from gplan_desktop.exchange.cell_values import (
    CellError,
    read_area,
    read_day,
    read_functioning,
    read_kinds,
    read_sub_areas,
    read_yes_no,
    split_name,
)

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "text",
    ["2026-10-05", "20261005", "2026/10/05", "5/10 2026", "5/10/2026", "5.10.2026",
     "5 okt 2026", "2026-10-05 00:00:00", "2026-10-05T08:30", "2026-10-05 08.30"],
)  # fmt: skip
def test_a_day_is_read_as_it_is_written(text):
    assert read_day(text, TODAY) == date(2026, 10, 5)


@pytest.mark.parametrize(
    "text", ["2026-02-30", "20261301", "261005", "5/10", "5/10 26", "10/25/2026", "46300", "snart",
             "1026-10-05"]
)  # fmt: skip
def test_what_is_no_whole_day_is_told(text):
    with pytest.raises(CellError, match=f"”{text}” är inget datum"):
        read_day(text, TODAY)


@pytest.mark.parametrize(
    ("text", "said"), [("Ja", True), ("X", True), ("1", True), ("nej", False), ("-", False)]
)
def test_yes_and_no_are_read(text, said):
    assert read_yes_no(text) is said


def test_what_is_neither_yes_nor_no_is_told():
    with pytest.raises(CellError, match="”kanske” är varken ja eller nej"):
        read_yes_no("kanske")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Hemvård", [SupportKind.HOME_CARE]),
        ("trygghetslarm, Hemtjänst", [SupportKind.HOME_CARE, SupportKind.ALARM]),
        ("Hemvård natt/larm+service", [SupportKind.NIGHT, SupportKind.SERVICE, SupportKind.ALARM]),
        ("HSL;  hemvård\nhemtjänst", [SupportKind.HOME_CARE, SupportKind.HEALTH_CARE]),
        ("Hälso- och sjukvård & Ledsagning", [SupportKind.ESCORT, SupportKind.HEALTH_CARE]),
    ],
)
def test_kinds_of_support_are_read(text, kinds):
    assert read_kinds(text) == tuple(kinds)


def test_an_unknown_kind_of_support_is_told_with_the_choices():
    with pytest.raises(CellError, match=r"”Fotvård” är inget stöd .* Hemvård, Hemvård natt"):
        read_kinds("Hemvård, Fotvård")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Öberg, Karin Anna", ("Karin Anna", "Öberg", True)),
        ("Karin Öberg", ("Karin", "Öberg", True)),
        ("Karin Anna Öberg", ("Karin Anna", "Öberg", False)),
        ("Karin von der Heide", ("Karin", "von der Heide", True)),
        ("Karin", ("Karin", "", True)),
        ("", ("", "", True)),
    ],
)
def test_a_whole_name_is_divided(text, parts):
    assert split_name(text) == parts


@pytest.mark.parametrize("area", LIFE_AREAS)
def test_a_life_area_is_known_by_code_label_or_both(area):
    for text in (area.code.upper(), area.label, f"{area.code}  {area.label}",
                 f"{area.code} – {area.label}"):  # fmt: skip
        assert read_area(text) == area.code


@pytest.mark.parametrize("text", ["d10", "Hemma", "d5 Hemliv", "d5 och d6"])
def test_an_unknown_life_area_is_told(text):
    with pytest.raises(CellError, match="är inget livsområde"):
        read_area(text)


@pytest.mark.parametrize("area", LIFE_AREAS)
def test_delomraden_are_known_by_code_label_or_both(area):
    codes = tuple(sub.code for sub in area.sub_areas)
    labels = [sub.label for sub in area.sub_areas]
    both = [f"{sub.code} {sub.label}" for sub in area.sub_areas]
    for text in (", ".join(codes), "; ".join(labels), "; ".join(both), "\n".join(both)):
        assert read_sub_areas(text, area.code) == codes


def test_a_delomrade_of_another_life_area_is_told():
    with pytest.raises(CellError, match="”d620” är inget delområde i d5"):
        read_sub_areas("d510, d620", "d5")


@pytest.mark.parametrize("each", Functioning)
def test_functioning_is_known_by_number_words_or_both(each):
    for text in (str(each.value), each.label.upper(), f"{each.value} {each.label}",
                 f"{each.value} – {each.label}"):  # fmt: skip
        assert read_functioning(text) is each


@pytest.mark.parametrize("text", ["5", "3 Lätt begränsning", "mycket", "-1"])
def test_an_unknown_functioning_is_told(text):
    with pytest.raises(CellError, match="är inget funktionstillstånd"):
        read_functioning(text)

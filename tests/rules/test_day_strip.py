"""The day hour by hour: times read out of free text, and the hours nobody has described."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gplan_desktop.domain.plan import Activity, AreaPlan, DayPart
from gplan_desktop.method.model import Hours
from gplan_desktop.rules.day_strip import Described, day_strip, in_words

# Forty at every run: a hundred of each take seconds together.
some = settings(max_examples=40)

HOURS = {
    DayPart.MORNING: Hours(6, 9),
    DayPart.FORENOON: Hours(9, 12),
    DayPart.NOON: Hours(12, 14),
    DayPart.AFTERNOON: Hours(14, 17),
    DayPart.EVENING: Hours(17, 22),
    DayPart.NIGHT: Hours(22, 6),
}
MORNING, FORENOON, NOON, AFTERNOON, EVENING, NIGHT = DayPart
PARTS = {
    MORNING: [6, 7, 8],
    FORENOON: [9, 10, 11],
    NOON: [12, 13],
    AFTERNOON: [14, 15, 16],
    EVENING: [17, 18, 19, 20, 21],
    NIGHT: [22, 23, 0, 1, 2, 3, 4, 5],
}


def hours(when: str, *parts: DayPart) -> list[int]:
    """Return the described hours, in the order of the strip."""
    area = AreaPlan("d5", activities=(Activity("Dusch", day_parts=parts, when=when),))
    return [slot.hour for slot in day_strip([area], HOURS).slots if slot.described]


@pytest.mark.parametrize("part", DayPart)
def test_without_a_time_a_part_of_the_day_gives_its_hours(part):
    assert hours("Varje dag", part) == PARTS[part]


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("kl. 9", [9]),
        ("kl 9", [9]),
        ("KL.9", [9]),
        ("Klockan nio", [9]),
        ("ungefär kl 7.30", [7]),
        ("Torsdag 7.30", [7]),
        ("kl. 24", [0]),
        ("halv åtta", [7]),
        ("kl. halv 8", [7]),
        ("kvart i nio", [8]),
        ("kvart över nio", [9]),
        ("08:00–09:30", [8, 9]),
        ("08.00-09.00", [8]),
        ("kl. 8–10", [8, 9]),
        ("kl 8 - 10 varje dag", [8, 9]),
        ("kl. 8 till kl. 10", [8, 9]),
        ("kl. 11–1", [11, 12]),
        ("kl. 22–02", [22, 23, 0, 1]),
        ("från 22 till 6", [22, 23, 0, 1, 2, 3, 4, 5]),
        ("kl. 0–24", [*range(6, 24), *range(6)]),
        ("Varannan onsdag kl. 13.30–16", [13, 14, 15]),
        ("Varje dag mellan kl. 8 och 9", [8]),
        ("mellan 12 och 13", [12]),
        ("mellan klockan åtta och tio på morgonen", [8, 9]),
        ("kl 22 och kl 02", [22, 2]),
        ("kl. 8, 12 och 18", [8, 12, 18]),
        ("kl. 8 och 20 varje dag", [8, 20]),
        ("Ungefär kl. 8.30, 12.30 och 17.30", [8, 12, 17]),
        ("Måndag och torsdag, efter nyheterna kl. 8", [8]),
        ("2 gånger, kl. 8 och 14", [8, 14]),
        ("kl. 9 tisdag 3/11 i 45 minuter", [9]),
        ("kl. 8, 2 gånger i veckan", [8]),
        ("kl. 8 – 2 gånger i veckan", [8]),
        ("kl. 8 och 2 smörgåsar", [8]),
        ("kl. 8 till ett besök", [8]),
        ("kl. 10.30–45", [10]),
    ],
)
def test_a_time_in_the_text_gives_its_hours(when, told):
    assert hours(when) == told


@pytest.mark.parametrize(
    "when",
    [
        "",
        "Varje dag",
        "2 gånger",
        "2–3 gånger i veckan",
        "mellan 2 och 3 gånger",
        "från 2 till 3 gånger",
        "tisdag 3/11",
        "den 3.11",
        "3.11.2026",
        "2026-11-03",
        "vecka 8–9",
        "45 minuter",
        "1.30 timmar",
        "1,5 timme",
        "2 personal",
        "Var tredje torsdag",
        "en kvart i slutet av besöket",
        "Fredag, före kl. 15",
        "senast kl. 10",
        "från kl. 22",
        "kl. 25",
        "9.75 kr",
        "klart",
    ],
)
def test_other_numbers_are_no_hours(when):
    assert hours(when, FORENOON) == [9, 10, 11]


@pytest.mark.parametrize(
    ("when", "parts", "told"),
    [
        ("kl. 8", (EVENING,), [20]),
        ("kl. 8–9", (EVENING,), [20]),
        ("halv nio", (EVENING,), [20]),
        ("kl. 1", (NOON,), [13]),
        ("kl. 12", (NIGHT,), [0]),
        ("kl. 1 och kl. 5", (NIGHT,), [1, 5]),
        ("kl. 08", (EVENING,), [8]),
        ("kl. 20", (MORNING,), [20]),
    ],
)
def test_eight_in_the_evening_is_twenty_when_the_part_of_the_day_says_so(when, parts, told):
    assert hours(when, *parts) == told


@pytest.mark.parametrize(
    ("when", "parts", "told"),
    [
        ("kl. 8", (MORNING, EVENING), [8, *PARTS[EVENING]]),
        ("kl. 8 och 20", (MORNING, EVENING), [8, 20]),
        ("kl. 8.30, 12.30 och 17.30", (MORNING, NOON, EVENING), [8, 12, 17]),
        ("kl. 8.45", (FORENOON,), [8]),
        ("kl. 8.45 och 12", (FORENOON, NOON), [8, 12]),
    ],
)
def test_a_part_whose_time_is_not_told_keeps_its_hours(when, parts, told):
    assert hours(when, *parts) == told


def test_the_strip_begins_at_six_and_tells_what_is_done():
    dusch = Activity(" Dusch ", day_parts=(MORNING,))
    areas = [
        AreaPlan("d5", activities=(dusch, Activity("", day_parts=(NOON,)))),
        AreaPlan("d6", activities=(Activity("Frukost", when="kl. 8"),)),
    ]
    slots = day_strip(areas, HOURS).slots
    assert [slot.hour for slot in slots] == [*range(6, 24), *range(6)]
    shower = Described("d5", "Personlig vård", "Dusch")
    breakfast = Described("d6", "Hemliv", "Frukost")
    assert [slot.described for slot in slots[:4]] == [(shower,), (shower,), (shower, breakfast), ()]
    assert not any(slot.described for slot in slots[3:])


def test_the_method_decides_the_hours():
    area = AreaPlan("d5", activities=(Activity("Dusch", day_parts=(MORNING,)),))
    strip = day_strip([area], {**HOURS, MORNING: Hours(7, 10)})
    assert [slot.hour for slot in strip.slots if slot.described] == [7, 8, 9]


def test_gaps_are_told_in_words():
    parts = (MORNING, NOON, NIGHT)
    area = AreaPlan("d5", activities=(Activity("Dusch", day_parts=parts),))
    strip = day_strip([area], HOURS)
    assert [gap.text for gap in strip.gaps] == ["kl. 9–12", "kl. 14–22"]
    assert [(gap.start, gap.end) for gap in strip.gaps] == [(9, 12), (14, 22)]


def test_an_empty_plan_is_one_gap():
    strip = day_strip([AreaPlan("d5")], HOURS)
    assert [gap.text for gap in strip.gaps] == ["hela dygnet"]
    assert in_words(strip) == "Hela dygnet: inget är beskrivet."


def test_a_whole_described_day_has_no_gap():
    area = AreaPlan("d5", activities=(Activity("Tillsyn", day_parts=tuple(DayPart)),))
    strip = day_strip([area], HOURS)
    assert strip.gaps == ()
    assert in_words(strip) == "Hela dygnet: Tillsyn (Personlig vård)."


def test_the_strip_is_told_to_those_who_do_not_see_it():
    shower = Activity("Dusch", when="kl. 8")
    areas = [
        AreaPlan("d5", activities=(shower,)),
        AreaPlan("d6", activities=(replace(shower, what="Frukost", when="kl. 8–10"),)),
    ]
    assert in_words(day_strip(areas, HOURS)).splitlines() == [
        "Kl. 6–8: inget är beskrivet.",
        "Kl. 8–9: Dusch (Personlig vård), Frukost (Hemliv).",
        "Kl. 9–10: Frukost (Hemliv).",
        "Kl. 10–6: inget är beskrivet.",
    ]


@some
@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 23), st.integers(0, 59))
def test_every_clock_time_is_read_back(start, minute, end, end_minute):
    assert hours(f"kl. {start:02}.{minute:02}") == [start]
    touched = set(hours(f"{start:02}:{minute:02}–{end:02}:{end_minute:02}"))
    assert start in touched
    if (start, minute) < (end, end_minute):
        assert touched == set(range(start, end + (end_minute > 0)))


@some
@given(st.text(max_size=60), st.sets(st.sampled_from(DayPart)))
def test_whatever_is_written_gives_a_strip(when, parts):
    assert set(hours(when, *parts)) <= set(range(24))

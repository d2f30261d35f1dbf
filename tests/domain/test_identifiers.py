"""Numbers of persons: the official ones are read, and every known trap is refused."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gplan_desktop.domain.identifiers import IdentifierError, IdentifierKind, parse, reserve

# Forty at every run: a hundred of each take seconds together.
some = settings(max_examples=40)

TODAY = date(2026, 11, 23)
# Skatteverket's test numbers, which belong to nobody.
PERSONAL = (
    "19410331-9036",
    "19310401-9140",
    "19440122-9085",
    "19250125-9176",
    "19260626-7439",
    "19271101-9097",
    "19430328-2398",
    "19250909-9269",
    "19490810-2363",
    "19350223-4796",
    "19520319-1852",
    "19270517-8354",
    "19451102-7080",
    "19450207-3416",
    "19251015-8351",
    "19350705-9107",
    "19270515-9198",
    "19450225-3190",
)
COORDINATION = ("19490791-2382", "19340262-2397", "19371166-2399", "19701063-2391")


def with_check_digit(eleven: str) -> str:
    doubled = "".join(str(int(d) * (2 - i % 2)) for i, d in enumerate(eleven[2:]))
    return eleven + str(-sum(map(int, doubled)) % 10)


@pytest.mark.parametrize("number", PERSONAL)
def test_the_official_numbers_are_personal_numbers(number):
    read = parse(number, TODAY)
    assert (read.kind, str(read)) == (IdentifierKind.PERSONAL, number)
    assert read.value == number.replace("-", "")


@pytest.mark.parametrize("number", COORDINATION)
def test_sixty_is_added_to_the_day_of_a_coordination_number(number):
    read = parse(number, TODAY)
    assert (read.kind, str(read)) == (IdentifierKind.COORDINATION, number)


@pytest.mark.parametrize("birth", ["19490070", "19490760", "19491291", "19490291"])
def test_a_coordination_number_need_not_hold_a_real_date(birth):
    number = with_check_digit(f"{birth}238")
    assert parse(number, TODAY).kind is IdentifierKind.COORDINATION


@pytest.mark.parametrize("birth", ["19491361", "19490792", "19490759"])
def test_a_coordination_number_has_bounds(birth):
    with pytest.raises(IdentifierError):
        parse(with_check_digit(f"{birth}238"), TODAY)


@pytest.mark.parametrize(
    ("written", "today", "number"),
    [
        ("410331-9036", TODAY, "19410331-9036"),
        ("250909+9269", TODAY, "19250909-9269"),
        ("260626+7439", TODAY, "19260626-7439"),
        ("260626-7439", TODAY, "20260626-7439"),
        ("270517-8354", TODAY, "19270517-8354"),
        # The sign turns in the year of the hundredth birthday, not on the day.
        ("270517+8354", date(2027, 1, 1), "19270517-8354"),
        ("270517-8354", date(2026, 12, 31), "19270517-8354"),
        ("490791-2382", TODAY, "19490791-2382"),
    ],
)
def test_the_separator_tells_the_century_of_ten_digits(written, today, number):
    assert str(parse(written, today)) == number


@pytest.mark.parametrize("born", ["18700101", "19000101", "19991231", "20000101", "20261123"])
def test_who_was_born_from_1870_until_today_is_read_both_ways(born):
    number = with_check_digit(f"{born}238")
    assert parse(number, TODAY).value == number
    if born >= "1900":
        separator = "+" if TODAY.year - int(born[:4]) >= 100 else "-"
        assert parse(f"{number[2:8]}{separator}{number[8:]}", TODAY).value == number


@pytest.mark.parametrize("written", ["19410331-9036", "19410331+9036", "194103319036"])
def test_twelve_digits_need_no_separator(written):
    assert parse(written, TODAY).value == "194103319036"


@pytest.mark.parametrize("written", [" 19410331 - 9036 ", "1941 0331 9036", "19410331-9036\n"])
def test_spaces_do_not_matter(written):
    assert parse(written, TODAY).value == "194103319036"


def test_ten_digits_without_a_separator_could_be_two_persons():
    with pytest.raises(IdentifierError, match="århundradet"):
        parse("4103319036", TODAY)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("150916-0006", "000"),
        ("700428-9895", "sista siffran"),
        ("19600430-9886", "sista siffran"),
        ("19410331-9037", "sista siffran"),
        ("19410332-9036", "inte ett datum"),
        ("19410229-9036", "inte ett datum"),
        ("19411301-9036", "inte ett datum"),
        ("20261124-9036", "framtiden"),
        ("261124-9036", "framtiden"),
        ("20270101-9036", "inte ett möjligt födelseår"),
        ("18690101-9036", "inte ett möjligt födelseår"),
        ("270517+8354", "inte ett möjligt födelseår"),
        ("", "tolv siffror"),
        ("Karin", "tolv siffror"),
        ("19410331-903", "tolv siffror"),
        ("19410331-90366", "tolv siffror"),
        ("19410331--9036", "tolv siffror"),
        ("19410331-TF36", "tolv siffror"),
    ],
)
def test_a_wrong_number_is_told_in_a_sentence(written, told):
    with pytest.raises(IdentifierError, match=told) as refused:
        parse(written, TODAY)
    assert str(refused.value).endswith(".")


def test_digits_of_another_script_are_refused():
    # They would be kept as another number, and the same person could be added twice.
    with pytest.raises(IdentifierError):
        parse("١٩٤١٠٣٣١-٩٠٣٦", TODAY)


@some
@given(st.sampled_from(PERSONAL + COORDINATION), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(number, place, change):
    digits = number.replace("-", "")
    wrong = f"{digits[:place]}{(int(digits[place]) + change) % 10}{digits[place + 1 :]}"
    if place < 2 and wrong[:2] in {"18", "19", "20"}:
        return  # The check digit does not cover the century.
    with pytest.raises(IdentifierError):
        parse(wrong, TODAY)


@given(st.text(max_size=16))
def test_nothing_that_is_typed_stops_the_program(written):
    try:
        read = parse(written, TODAY)
    except IdentifierError:
        return
    assert len(read.value) == 12


def test_lists_show_a_masked_number():
    assert parse("19410331-9036", TODAY).masked == "19410331-••••"
    assert reserve("98240301AA06").masked == "9824••••"
    assert reserve("AB12").masked == "••••"


@pytest.mark.parametrize("number", ["98240301AA06", "20210325K069", "19410331-9037", "TF 12"])
def test_a_reserve_number_may_look_like_anything(number):
    read = reserve(f"  {number} ")
    assert (read.kind, str(read)) == (IdentifierKind.RESERVE, number)


@pytest.mark.parametrize("number", ["", "   ", "AB1", " A B "])
def test_a_reserve_number_has_at_least_four_signs(number):
    with pytest.raises(IdentifierError, match="fyra tecken"):
        reserve(number)

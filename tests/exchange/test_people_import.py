"""A list of persons, checked before anything is written."""

from datetime import date

import pytest

from gplan_desktop.domain.identifiers import IdentifierKind
from gplan_desktop.domain.person import Provider, SupportKind
from gplan_desktop.exchange.checked import Known
from gplan_desktop.exchange.columns import ListKind, guess
from gplan_desktop.exchange.faults import Cancelled
from gplan_desktop.exchange.people_import import CheckedPeople, check_people
from gplan_desktop.exchange.table import FORMULA, CellFault, Row, Table
from gplan_desktop.exchange.watch import Watch

TODAY = date(2026, 11, 23)
KNOWN = Known(TODAY, {"193502234796": "p1"}, frozenset({"Bertil  Sandström"}))
HEADINGS = "Pnr|Förnamn|Efternamn|Start|Insats"
KARIN = "19410331-9036|Karin|Öberg|2026-11-01|Hemtjänst"
BO = "19440122-9085|Bo|Ek|2026-11-01|Larm"


@pytest.fixture
def check(table):
    def checked(*lines: str, headings: str = HEADINGS, watch: Watch | None = None) -> CheckedPeople:
        made = table(headings, *lines)
        return check_people(made, guess(made.headings, ListKind.PEOPLE), KNOWN, watch)

    return checked


def test_a_right_row_becomes_a_person(check):
    found = check(KARIN, BO)
    assert found.is_ready
    assert (found.failed, found.warned, found.known, found.skipped) == (0, 0, 0, 0)
    karin, bo = found.people
    assert (karin.name, str(karin.personal_id)) == ("Karin Öberg", "19410331-9036")
    assert (karin.support_start, karin.support_kinds) == (
        date(2026, 11, 1),
        (SupportKind.HOME_CARE,),
    )
    assert len({karin.id, bo.id}) == 2


def test_every_column_is_read(check):
    headings = (
        "Personnummer|Är reservnummer|Namn|Startdatum|Stöd|Enhet|Utförare|Extern|Skyddad|Adress|Tel"
    )
    line = "98240301AA06|ja|Ek, Bo|1/11 2026|Natt|Norr|Syd AB|x|nej|Gatan 1|0046"
    (bo,) = check(line, headings=headings).people
    assert bo.personal_id.kind is IdentifierKind.RESERVE
    assert (bo.name, bo.unit, bo.provider) == ("Bo Ek", "Norr", Provider("Syd AB", external=True))
    assert (bo.address, bo.phone, bo.protected_identity) == ("Gatan 1", "0046", False)


@pytest.mark.parametrize(
    ("line", "problems"),
    [
        ("19410331-9037|Karin|Öberg|2026-11-01|Larm",
         ["Kontrollera personnumret. Den sista siffran stämmer inte."]),
        ("1,94103E+11|Karin|Öberg|2026-11-01|Larm",
         ["Skriv personnumret med tolv siffror, till exempel 19410331-9036."]),
        ("19410331-9036|Karin|Öberg||Larm", ["Skriv vilken dag stödet började."]),
        ("19410331-9036|Karin|Öberg|2026-02-30|Larm",
         ["Start: ”2026-02-30” är inget datum. Skriv till exempel 2026-11-23."]),
        ("19410331-9036|Karin|Öberg|1941-03-31|Larm",
         ["Start: dagen är inte efter födelsedagen i personnumret."]),
        ("19410331-9036|Karin||2026-11-01|", ["Skriv efternamnet.", "Välj minst ett stöd."]),
        ("19350223-4796|Bertil|Sandström|2026-11-01|Larm", ["Personnumret finns redan i enheten."]),
    ],
)  # fmt: skip
def test_what_must_be_put_right_is_told_at_its_row(check, line, problems):
    found = check(BO, line)
    assert [row.problems for row in found.rows] == [(), tuple(problems)]
    assert not found.is_ready
    assert len(found.people) == found.failed == 1


def test_a_formula_is_told_only_where_it_would_be_read():
    cells = ("19410331-9036", "=A1", "Öberg", "2026-11-01", "Larm", "=B2")
    faults = (CellFault(1, FORMULA), CellFault(5, FORMULA))
    table = Table((*HEADINGS.split("|"), "Ålder"), (Row(2, cells, faults),))
    (row,) = check_people(table, guess(table.headings, ListKind.PEOPLE), KNOWN).rows
    assert row.problems == ("Förnamn: innehåller en formel. Skriv värdet i stället.",)


def test_of_a_row_that_cannot_be_read_nothing_else_is_told():
    table = Table(("Pnr", "Namn"), (Row(2, (), (CellFault(None, "Går inte."),)),))
    (row,) = check_people(table, {"personal_id": 0, "name": 1}, KNOWN).rows
    assert row.problems == ("Går inte.",)


def test_a_number_that_comes_twice_is_told_at_both_rows(check):
    # The number is the same though one of the rows is wrong in another way.
    found = check(KARIN, BO, "194103319036|Eva|Sol||Larm")
    assert found.rows[0].problems == ("Samma personnummer som på rad 4.",)
    assert found.rows[2].problems[-1] == "Samma personnummer som på rad 2."
    assert [person.name for person in found.people] == ["Bo Ek"]


def test_of_many_rows_alike_the_first_are_named(check):
    found = check(*[KARIN] * 5)
    assert found.rows[4].problems == ("Samma personnummer som på rad 2, 3, 4 och 1 till.",)
    assert found.rows[0].problems == ("Samma personnummer som på rad 3, 4, 5 och 1 till.",)


def test_the_same_name_is_a_warning(check):
    found = check(KARIN, "19440122-9085|karin|ÖBERG|2026-11-01|Larm",
                  "19490810-2363|Bertil|Sandström|2026-11-01|Larm")  # fmt: skip
    assert [row.warnings for row in found.rows] == [
        ("Samma namn som på rad 3.",),
        ("Samma namn som på rad 2.",),
        ("Samma namn finns redan i enheten.",),
    ]
    assert found.is_ready
    assert found.warned == 3


def test_a_name_that_may_be_divided_in_two_ways_is_a_warning(check):
    line = "19410331-9036|Karin Anna Öberg|2026-11-01|Larm"
    (row,) = check(line, headings="Pnr|Namn|Start|Insats").rows
    assert row.warnings == ("Namnet läses som förnamn ”Karin Anna” och efternamn ”Öberg”.",)


def test_whom_the_unit_has_is_passed_over_when_it_is_asked_for(check):
    found = check(KARIN, "19350223-4796|Bertil|Sandström||Larm").without_known()
    assert found.is_ready
    assert (found.known, found.skipped, len(found.people)) == (1, 1, 1)
    assert not check("19350223-4796|B|S|2026-11-01|Larm").without_known().is_ready


def test_a_protected_address_is_left_out_and_told(check):
    headings = f"{HEADINGS}|Skyddad identitet|Adress|Telefon"
    found = check(f"{KARIN}|Ja|Gatan 1|", f"{BO}|kanske|Gatan 1|", headings=headings)
    assert found.rows[0].warnings == (
        "Adress och telefon tas inte med, för personuppgifterna är skyddade.",
    )
    assert (found.people[0].address, found.people[0].protected_identity) == ("", True)
    assert found.rows[1].problems == ("Skyddad identitet: ”kanske” är varken ja eller nej.",)


def test_the_example_of_the_template_is_a_warning(check):
    (row,) = check("19121212-1212|Tolvan|Tolvansson|2026-11-02|Hemvård").rows
    assert row.warnings == ("Det här är mallens exempelrad.",)


def test_progress_is_told_and_the_check_can_be_stopped(check):
    told: list[tuple[int, int]] = []
    check(*[BO] * 450, watch=Watch(lambda *at: told.append(at)))
    assert told == [(200, 450), (400, 450), (450, 450)]
    with pytest.raises(Cancelled):
        check(*[BO] * 450, watch=Watch(cancelled=lambda: True))

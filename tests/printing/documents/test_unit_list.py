"""What a unit's list says, and that nobody can be named by it."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import page as validation
import pytest
from pypdf import PdfReader

from gplan_desktop.domain.overview import PersonSummary, PlanSummary, Unit
from gplan_desktop.domain.person import SupportKind
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.domain.text import initials
from printing.documents import unit_list
from printing.documents.unit_list import UnitList, file_stem, signs, tell_unit_list
from printing.layout.paper import written

PROFILES = (validation.ValidationProfile.PDF_A_2A, validation.ValidationProfile.PDF_UA_1)
TODAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
PERSON = PersonSummary(
    id="p1",
    name="Anna Öström",
    number="19410331-9036",
    unit="Hemvården Norr",
    provider="Kommunens hemvård",
    external=False,
    protected=False,
    support_start=date(2026, 11, 1),
    support_kinds=(SupportKind.HOME_CARE,),
    needs_plan=True,
)
DRAFT = PlanSummary("d1", "p1", "Plan för Anna Öström b1528A", PlanStatus.DRAFT, 1, AT)
DOCUMENT = UnitList(
    (PERSON,), Unit("Hemvården Norr", "Maria Lind", practice=False), AT, "Maria Lind"
)


def current(day, **values):
    plan = replace(DRAFT, id="g1", status=PlanStatus.ESTABLISHED, next_follow_up=day)
    return replace(PERSON, current=(plan,), **values)


def with_people(*people):
    return replace(DOCUMENT, people=people)


@pytest.fixture
def pages_of(method, read):
    def pages(document):
        return read(written(tell_unit_list(document, method.limits)))

    return pages


@pytest.fixture
def text_of(pages_of):
    def text(document):
        return " ".join(" ".join(pages_of(document)).split())

    return text


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Anna Öström", "A.Ö."),
        ("Anna Öström-Åkerlund", "A.Ö."),
        ("Anna Maria von Essen", "A.E."),
        ("anna  öström ", "A.Ö."),
        ("Karin", "K."),
        ("A\u030ake O\u0308berg", "Å.Ö."),
        ("”Lillan” (Ek)", "L.E."),
        ("Олена Шевченко", "О.Ш."),
        ("1 234", "–"),
        ("", "–"),
    ],
)
def test_initials_are_of_the_first_and_the_last_name(name, told):
    assert initials(name) == told


def test_the_same_initials_are_told_apart_by_when_the_support_began():
    first = replace(PERSON, id="z", name="Arne Östlund", support_start=date(2025, 1, 1))
    other = replace(PERSON, id="k", name="Karin Ek")

    assert signs([PERSON, other, first]) == {"z": "A.Ö. (1)", "p1": "A.Ö. (2)", "k": "K.E."}


def test_the_order_in_which_persons_are_given_does_not_matter():
    people = [replace(PERSON, id=f"p{n}") for n in range(9)]

    assert signs(people) == signs(reversed(people))
    assert len(set(signs(people).values())) == 9


def test_who_comes_later_does_not_change_the_others_numbers():
    people = [PERSON, replace(PERSON, id="p2")]
    newcomer = replace(PERSON, id="a", support_start=TODAY)

    assert signs(people).items() <= signs([newcomer, *people]).items()


@pytest.mark.parametrize(
    ("person", "told"),
    [
        (PERSON, "2026-12-01 A.Ö. Första planen Ingen plan Om 7 dagar"),
        (
            replace(PERSON, support_start=date(2026, 10, 1), drafts=(DRAFT,)),
            "2026-10-31 A.Ö. Första planen Påbörjad, ändrad 24 nov Försenad 24 dagar",
        ),
        (current(TODAY), "2026-11-24 A.Ö. Uppföljning Upprättad I dag"),
        (
            current(date(2027, 5, 17), drafts=(DRAFT,)),
            "2027-05-17 A.Ö. Uppföljning Uppföljning påbörjad, ändrad 24 nov Om 174 dagar",
        ),
        (current(None), "Datum saknas A.Ö. Uppföljning Upprättad"),
    ],
)
def test_a_row_tells_when_who_what_and_how_far(person, told, text_of):
    assert told in text_of(with_people(person))


def test_rows_come_by_date_and_those_without_last(text_of):
    people = [
        current(None, id="p1", name="Bo Ek"),
        current(TODAY + timedelta(days=90), id="p2", name="Cia Ek"),
        current(TODAY - timedelta(days=9), id="p3", name="Dan Ek"),
    ]
    text = text_of(with_people(*people))

    assert text.index("D.E.") < text.index("C.E.") < text.index("B.E.")
    assert "Försenade 1 Inom 30 dagar 0 Senare 1 Utan datum 1" in text


def test_who_needs_no_plan_has_no_row(text_of):
    alarm = replace(PERSON, needs_plan=False)

    assert unit_list.NOTHING in text_of(with_people(alarm))


def test_the_number_is_explained_only_where_there_is_one(text_of):
    twice = with_people(PERSON, replace(PERSON, id="p2"))

    assert unit_list.TOLD_APART in text_of(twice)
    assert unit_list.TOLD_APART not in text_of(DOCUMENT)


def test_every_page_has_the_heading_row_and_every_row_a_box_to_tick(pages_of):
    many = [current(TODAY + timedelta(days=n), id=f"p{n}") for n in range(70)]
    pages = pages_of(with_people(*many))

    assert len(pages) > 2
    for number, text in enumerate(pages, 1):
        assert "Klart" in text
        assert f"Sida {number} av {len(pages)}" in text
    assert sum(text.count("☐") for text in pages) == len(many)


NAMES = ("Anna Öström", "Sven-Erik Åberg", "Mirela Popović", "Олена Шевченко", "Bo Björkvall")
NUMBERS = ("19410331-9036", "19330214-1232", "20010101-2384", "19500563-2391", "RES-88412")


@pytest.mark.parametrize("practice", [False, True])
def test_no_name_number_or_plan_name_is_anywhere_in_the_file(practice, method):
    people = tuple(
        current(TODAY + timedelta(days=n), id=f"person-{n}", protected=True, drafts=(DRAFT,))
        for n in range(len(NAMES))
    )
    people = tuple(
        replace(person, name=name, number=number)
        for person, name, number in zip(people, NAMES, NUMBERS, strict=True)
    )
    unit = replace(DOCUMENT.unit, practice=practice)
    data = written(tell_unit_list(replace(DOCUMENT, people=people, unit=unit), method.limits))

    held = _everything(data)
    assert "S.Å." in held
    parts = {part for name in NAMES for part in (name, *name.replace("-", " ").split())}
    numbers = {part for number in NUMBERS for part in (number, number.replace("-", ""))}
    others = {"b1528A", DRAFT.name, "person-", SupportKind.HOME_CARE.label + ","}
    secret = {part for part in parts | numbers | others if len(part) > 2}
    assert not [part for part in secret if part in held]


def _everything(data):
    """Every text of a file: its pages, its structure and bookmarks, and what it says of itself."""
    reader = PdfReader(io.BytesIO(data))
    told = [part.extract_text() for part in reader.pages]
    told += [str(reader.metadata), reader.xmp_metadata.stream.get_data().decode()]
    told += [str(reader.get_object(number)) for number in range(1, len(reader.xref[0]))]
    return "\n".join(told)


def test_the_file_name_tells_unit_and_day():
    assert file_stem(DOCUMENT) == "Enhetslista – Hemvården Norr – 2026-11-24"


@pytest.mark.parametrize("people", [(), (PERSON, current(None, id="p2"))])
@pytest.mark.parametrize("profile", PROFILES)
def test_the_file_is_for_the_archive_and_for_every_reader(people, profile, method):
    paper = tell_unit_list(with_people(*people), method.limits)
    data = written(paper)

    assert validation.validate_pdf_bytes(data, profile=profile).is_compliant
    assert written(tell_unit_list(with_people(*people), method.limits)) == data

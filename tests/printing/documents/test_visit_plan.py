"""What the paper of a visit plan says, what it keeps to itself, and that it is one page."""

from dataclasses import replace
from datetime import date, time

import page
import pytest

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
from printing.documents.visit_plan import VisitPlanDocument, tell_visit_plan
from printing.layout.paper import written

CODE = "4711"
WINDOW = TimeWindow(time(7, 30), time(8, 15))
FULL = VisitPlan(
    "b1",
    "p1",
    "Morgon",
    temporary=True,
    written_on=date(2026, 11, 23),
    arrival=Arrival(Coverage.PARTLY, "hallen", (WINDOW,), True, True, True, "Öström"),
    home=Home(True, "maken Sven", "två katter", "starka dofter och pälsdjur", Secret(CODE)),
    wish=Wish(StaffWish.FEMALE, "vid dusch och toalettbesök"),
    health_care=HealthCare(("Trycksår", "Kompression"), True, True, True),
    single_visits=(
        SingleVisit("Sjukresebilen kommer kl. 9.15, följ med.", date(2026, 11, 25)),
        SingleVisit("Tillfällig tillsyn.", date(2026, 11, 24)),
    ),
    other="Rollatorn ska stå till höger om sängen.",
)
SMALLEST = VisitPlan("b2", "p1", home=Home(others_live_here=False))


@pytest.fixture
def document(established):
    return VisitPlanDocument(established.person, FULL, established.unit)


@pytest.fixture
def pages_of(method, read):
    def pages(document, **options):
        texts = read(written(tell_visit_plan(replace(document, **options), method)))
        return [" ".join(text.split()) for text in texts]

    return pages


def test_a_full_visit_plan_is_one_page(document, pages_of):
    assert len(pages_of(document)) == 1


def test_everything_written_is_told(document, pages_of):
    [text] = pages_of(document)

    for part in (
        "Tillfällig besöksplan – Morgon",
        "07:30-08:15",
        "Namn på dörren Öström",
        "Ta med nyckel",
        "Individen vill öppna dörren själv.",
        "Dörrlarm finns",
        "Mobiltäckning saknas delvis, gå till hallen där täckning är bättre",
        "Kvinnlig personal: vid dusch och toalettbesök",
        "Ja, maken Sven",
        "två katter",
        "starka dofter och pälsdjur",
        "Utför enligt vårdplan Trycksår",
        "Utför enligt utprovningsprotokoll",
        "Utför enligt signeringssystemet",
        "Kunden har ASIH",
        "Rollatorn ska stå till höger",
        "Björkvägen 12 B",
    ):
        assert part in text


def test_what_applies_to_one_visit_stands_under_its_day_in_order(document, pages_of):
    [text] = pages_of(document)

    earlier = text.index("Tisdag 24 november 2026 Tillfällig tillsyn.")
    assert earlier < text.index("Onsdag 25 november 2026 Sjukresebilen")


def test_a_temporary_one_shows_its_date_and_its_last_day(document, pages_of):
    [text] = pages_of(document)

    assert "Datum Måndag 23 november 2026" in text
    # Five weekdays later.
    assert "Sista dag Måndag 30 november 2026." in text


def test_a_lasting_one_has_no_last_day(document, pages_of):
    [text] = pages_of(replace(document, plan=replace(FULL, temporary=False)))

    assert "Sista dag" not in text
    assert "Skriven 2026-11-23" in text


@pytest.mark.parametrize(("options", "shown"), [({}, False), ({"shows_codes": True}, True)])
def test_the_code_is_masked_unless_it_is_asked_for(document, method, pages_of, options, shown):
    [text] = pages_of(document, **options)

    assert (CODE in text) is shown
    assert ("••••" in text) is not shown
    longer = replace(FULL, home=replace(FULL.home, medicine_cabinet_code=Secret("47114711")))
    told = [
        written(tell_visit_plan(replace(document, plan=plan, **options), method))
        for plan in (FULL, longer)
    ]
    assert (told[0] == told[1]) is not shown


def test_without_a_cabinet_nothing_is_said_of_codes(document, pages_of):
    [text] = pages_of(replace(document, plan=SMALLEST))

    assert "Medicinskåp" not in text


@pytest.mark.parametrize(
    ("home", "told"),
    [
        (Home(others_live_here=False), "Bor fler här Nej"),
        (Home(others_live_here=True), "Bor fler här Ja"),
        (Home(), "Bor fler här Ej ifyllt"),
    ],
)
def test_who_else_lives_there_is_always_told(document, pages_of, home, told):
    [text] = pages_of(replace(document, plan=replace(SMALLEST, home=home)))

    assert told in text


def test_one_without_a_date_that_must_have_it_is_marked(document, method, pages_of):
    undated = replace(document, plan=replace(FULL, written_on=None))

    [text] = pages_of(undated)

    assert "Datum Ej ifyllt" in text
    assert "Utan datum – ofullständig, gäller inte" in text
    assert tell_visit_plan(undated, method).dressing.mark == "UTKAST – gäller inte"
    assert tell_visit_plan(document, method).dressing.mark == ""


def test_protected_identity_leaves_no_trace_of_where_the_person_lives(document, pages_of):
    person = replace(document.person, protected_identity=True)

    [text] = pages_of(replace(document, person=person))

    assert "Skyddade personuppgifter" in text
    assert "Björkvägen" not in text
    assert "070-174" not in text


@pytest.mark.parametrize("plan", [FULL, SMALLEST, replace(FULL, written_on=None)])
def test_the_file_is_for_everybody_and_for_always(document, method, plan):
    data = written(tell_visit_plan(replace(document, plan=plan), method))

    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant

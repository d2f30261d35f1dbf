"""What the paper of a person's tabs says, and that codes are on it only when asked for."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import page as validation
import pytest
from pypdf import PdfReader

from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.overview import Unit
from gplan_desktop.domain.person import Person, Provider, SupportKind
from gplan_desktop.domain.tabs import (
    MASK,
    Code,
    GoodToKnow,
    ReferencePerson,
    Relative,
    Secret,
    Tabs,
    VisitInformation,
)
from printing.documents import person_tabs
from printing.documents.person_tabs import TabsDocument, tell_tabs
from printing.layout.paper import written

PERSON = Person(
    id="p1",
    given_name="Anna",
    family_name="Öström",
    personal_id=PersonalId(IdentifierKind.PERSONAL, "194103319036"),
    support_start=date(2024, 2, 12),
    support_kinds=(SupportKind.HOME_CARE,),
    unit="Hemvården Norr",
    provider=Provider("Kommunens hemvård"),
    address="Björkvägen 12 B",
    phone="070-174 06 05",
)
PROFILES = (validation.ValidationProfile.PDF_A_2A, validation.ValidationProfile.PDF_UA_1)
CODES = ("N-4471", "7719#", "44-12")
TABS = Tabs(
    person_id="p1",
    reference_people=(
        ReferencePerson("Åsa Berg", "Kontaktman", "070-174 06 11"),
        ReferencePerson("ASIH Södra", "Avancerad sjukvård i hemmet"),
    ),
    relatives=(
        Relative("Bo Öström", "Son", "070-174 06 99, kvällar"),
        Relative("Karin Öström", "Dotter", "070-174 06 98", is_first_contact=True),
    ),
    keys=(Code("Nyckel till bostaden", Secret(CODES[0])),),
    visit=VisitInformation(
        door_codes=(Code("Porten mot gatan", Secret(CODES[1])),),
        others_live_here=True,
        others="Maken Bo",
        name_on_door="Öström-Ek",
        way_home="Andra porten till vänster på Björkvägen",
        floor="3 tr",
        lift="Den högra hissen",
        bedrooms="Två sovrum",
        way_to_waste="På gården",
        way_to_laundry="I källaren",
    ),
    good_to_know=GoodToKnow(
        card_codes=(Code("ICA-kortet", Secret(CODES[2])),),
        bed_linen="I linneskåpet",
        medicines="I låst skåp",
        incontinence_aids="I badrummet",
        covid_19="Munskydd vid symtom",
    ),
    changed_at=datetime(2026, 11, 15, 9, 30, tzinfo=UTC),
    changed_by="Åsa Berg",
)
DOCUMENT = TabsDocument(
    PERSON,
    TABS,
    Unit("Hemvården Norr", "Maria Lind", practice=False),
    datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
    "Maria Lind",
)
WITH_CODES = replace(DOCUMENT, shows_codes=True)


@pytest.fixture
def text_of(read):
    def text(document):
        return " ".join(" ".join(read(written(tell_tabs(document)))).split())

    return text


def everything(data):
    """Every text of a file: its pages, its structure and bookmarks, and what it says of itself."""
    reader = PdfReader(io.BytesIO(data))
    told = [part.extract_text() for part in reader.pages]
    told += [str(reader.metadata), reader.xmp_metadata.stream.get_data().decode()]
    told += [str(reader.get_object(number)) for number in range(1, len(reader.xref[0]))]
    return "\n".join(told)


def test_every_tab_is_told_in_the_order_of_the_manual(text_of):
    text = text_of(DOCUMENT)

    tabs = ("Referenspersoner", "Närstående", "Nyckelnummer", "Besöksinfo", "Viktigt att veta")
    assert [text.find(tab) for tab in tabs] == sorted(text.index(tab) for tab in tabs)
    for told in (
        "Åsa Berg Kontaktman 070-174 06 11",
        "ASIH Södra Avancerad sjukvård i hemmet",
        "Bo Öström Son 070-174 06 99, kvällar",
        "Våning 3 tr",
        "Hiss Den högra hissen",
        "Sovrum Två sovrum",
        "Vägen till soprummet På gården",
        "Vägen till tvättstugan I källaren",
        "Fler i bostaden Maken Bo",
        "Namn på dörren Öström-Ek",
        "Sängombyte I linneskåpet",
        "Läkemedel I låst skåp",
        "Inkontinenshjälpmedel I badrummet",
        "Covid-19 Munskydd vid symtom",
        "Utskrivet 2026-11-24 kl. 10.30 av Maria Lind",
        "Senast ändrat 2026-11-15 kl. 10.30 av Åsa Berg",
    ):
        assert told in text


def test_whom_to_call_first_stands_first(text_of):
    text = text_of(DOCUMENT)

    assert text.index("Karin Öström Dotter, kontaktas först") < text.index("Bo Öström")


def test_codes_are_dots_unless_asked_for(text_of):
    text = text_of(DOCUMENT)

    for what in ("Nyckel till bostaden", "Porten mot gatan", "ICA-kortet"):
        assert f"{what} {MASK}" in text
    assert person_tabs.CODES_HIDDEN in text
    assert person_tabs.HAS_CODES not in text
    held = everything(written(tell_tabs(DOCUMENT)))
    assert not [code for code in CODES if code in held]


def test_a_paper_with_codes_says_so_and_how_to_destroy_it(text_of):
    text = text_of(WITH_CODES)

    assert not [code for code in CODES if code not in text]
    assert person_tabs.HAS_CODES in text
    assert "Strimla det" in text
    assert person_tabs.CODES_HIDDEN not in text
    assert MASK not in text.replace(PERSON.personal_id.masked, "")


def test_every_page_of_a_paper_with_codes_says_so(read):
    long = replace(TABS, keys=tuple(Code(f"Dörr {n}", Secret(f"N-{n}")) for n in range(60)))
    pages = read(written(tell_tabs(replace(WITH_CODES, tabs=long))))

    assert len(pages) > 2
    assert all("Innehåller koder – strimlas" in text for text in pages)


def test_a_paper_with_codes_does_not_tell_whose_door_they_open():
    held = everything(written(tell_tabs(WITH_CODES)))

    assert "19410331-••••" in held
    for told in (str(PERSON.personal_id), PERSON.personal_id.value, PERSON.address, PERSON.phone):
        assert told not in held


def test_without_codes_there_is_nothing_to_warn_of(text_of):
    text = text_of(replace(WITH_CODES, tabs=Tabs("p1")))

    assert person_tabs.HAS_CODES not in text
    assert "strimlas" not in text
    assert "19410331-9036" in text


def test_empty_tabs_say_that_nothing_is_noted(text_of):
    text = text_of(replace(DOCUMENT, tabs=Tabs("p1")))

    assert text.count(person_tabs.NOTHING) == 4
    assert "Fler i bostaden Ej ifyllt" in text


def test_whether_others_live_there_is_asked_for_when_it_is_missing(text_of):
    told = replace(TABS, visit=VisitInformation(floor="3 tr"))
    text = text_of(replace(DOCUMENT, tabs=told))

    assert "Fler i bostaden Ej ifyllt" in text
    assert person_tabs.NOTHING not in text


def test_a_code_that_was_never_written_is_a_gap(text_of):
    told = replace(TABS, keys=(Code("Förråd", Secret(" ")),))

    assert "Förråd Ej ifyllt" in text_of(replace(DOCUMENT, tabs=told))


@pytest.mark.parametrize("shows_codes", [False, True])
def test_with_protected_identity_nothing_tells_where_the_person_lives(shows_codes, text_of):
    protected = replace(PERSON, protected_identity=True)
    document = replace(DOCUMENT, person=protected, shows_codes=shows_codes)
    held = everything(written(tell_tabs(document)))

    for told in (PERSON.address, PERSON.phone, "Björkvägen"):
        assert told not in held
    assert "Skyddade personuppgifter" in held
    assert "Vägen till bostaden Visas inte på papper" in text_of(document)


@pytest.mark.parametrize("document", [DOCUMENT, WITH_CODES, replace(DOCUMENT, tabs=Tabs("p1"))])
@pytest.mark.parametrize("profile", PROFILES)
def test_the_file_is_for_the_archive_and_for_every_reader(document, profile):
    data = written(tell_tabs(document))

    assert validation.validate_pdf_bytes(data, profile=profile).is_compliant
    assert written(tell_tabs(document)) == data

"""What an extract of the register looks like on paper."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import page as validation
import pytest

from gplan_desktop.archive.register_extract import TITLE, Handed
from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.overview import Unit
from gplan_desktop.domain.person import Person, Provider, SupportKind
from gplan_desktop.rules.register_extract import (
    Record,
    RegisterExtract,
    Section,
    SectionKind,
    Told,
)
from printing.documents.register_extract import NOTHING, tell_register
from printing.layout.paper import written

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
PROFILES = (validation.ValidationProfile.PDF_A_2A, validation.ValidationProfile.PDF_UA_1)
PERSON = Person(
    id="p1",
    given_name="Anna",
    family_name="Öström",
    personal_id=PersonalId(IdentifierKind.PERSONAL, "194103319036"),
    support_start=(AT - timedelta(days=400)).date(),
    support_kinds=(SupportKind.HOME_CARE,),
    unit="Hemvården Norr",
    provider=Provider("Kommunens hemvård"),
)
PLAN = Record(
    "Genomförandeplan Hemvård",
    (
        Told("status", "Status", "Upprättad."),
        Told("area.d5.goal", "Mål", "Känna sig ren.", "Personlig vård"),
        Told("area.d5.needs", "Behov", "", "Personlig vård"),
    ),
)
ENTRY = Record(
    "",
    (
        Told("journal.at", "När", "2026-11-20 kl. 14.32"),
        Told("journal.by", "Av vem", "Åsa Berg"),
        Told("journal.text", "Anteckning", "Allmänt\nRingde dottern."),
    ),
)
SECTIONS = {
    SectionKind.PERSON: (Record("", (Told("person.unit", "Enhet", "Hemvården Norr"),)),),
    SectionKind.PLANS: (PLAN,),
    SectionKind.JOURNAL: (ENTRY,),
}
EXTRACT = RegisterExtract(
    PERSON, tuple(Section(kind, SECTIONS.get(kind, ())) for kind in SectionKind), 0, False
)
DOCUMENT = Handed(EXTRACT, Unit("Hemvården Norr", "Maria Lind", practice=False), AT, "Maria Lind")


@pytest.fixture
def text_of(read):
    def text(document):
        told = " ".join(read(written(tell_register(document))))
        return " ".join(told.replace("\u00a0", " ").split())

    return text


def test_it_tells_of_whom_by_whom_and_when(text_of):
    text = text_of(DOCUMENT)
    for told in (
        "Registerutdrag Anna Öström",
        "Personnummer 19410331-9036",
        "Utdraget gjordes 2026-11-24 kl. 10.30",
        "Av Maria Lind",
        "artikel 15 i dataskyddsförordningen",
        "26 kap. 1 § offentlighets- och sekretesslagen",
    ):
        assert told in text


def test_every_section_stands_there_with_what_it_holds(text_of):
    text = text_of(DOCUMENT)
    for kind in SectionKind:
        assert kind.label in text
    assert "Genomförandeplan Hemvård Status Upprättad. Personlig vård Mål Känna sig ren." in text
    assert "När Av vem Anteckning 2026-11-20 kl. 14.32 Åsa Berg Allmänt Ringde dottern." in text
    assert text.count(NOTHING) == len(SectionKind) - len(SECTIONS)


def test_what_is_left_out_of_the_journal_is_told(text_of):
    note = "En anteckning är inte med."
    sections = tuple(
        replace(one, note=note if one.kind is SectionKind.JOURNAL else "")
        for one in EXTRACT.sections
    )
    assert note in text_of(replace(DOCUMENT, extract=replace(EXTRACT, sections=sections)))


def test_codes_on_the_paper_are_told(text_of):
    with_codes = replace(DOCUMENT, extract=replace(EXTRACT, shows_codes=True))
    assert "Papperet innehåller koder" in text_of(with_codes)
    assert "Papperet innehåller koder" not in text_of(DOCUMENT)


def test_a_company_is_bound_by_another_act(text_of):
    company = replace(PERSON, provider=Provider("Omsorg AB", external=True))
    text = text_of(replace(DOCUMENT, extract=replace(EXTRACT, person=company)))
    assert "tystnadsplikt" in text


@pytest.mark.parametrize("profile", PROFILES)
def test_the_file_is_for_the_archive_and_for_every_reader(profile):
    data = written(tell_register(DOCUMENT))
    assert validation.validate_pdf_bytes(data, profile=profile).is_compliant
    assert written(tell_register(DOCUMENT)) == data


def test_a_long_log_goes_on_over_pages(read):
    lines = ("2026-11-20 kl. 14.32", "Åsa Berg", "Öppnade Annas sida")
    labels = ("När", "Vem", "Vad")
    entry = Record("", tuple(Told("log", *both) for both in zip(labels, lines, strict=True)))
    log = Section(SectionKind.LOG, (entry,) * 100)
    pages = read(
        written(tell_register(replace(DOCUMENT, extract=replace(EXTRACT, sections=(log,)))))
    )
    assert len(pages) > 1
    assert sum(page.count("Öppnade") for page in pages) == 100
    assert all(TITLE in page for page in pages)

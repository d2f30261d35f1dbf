"""What an extract of the journal says, and what of it is shown as wrong."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import page as validation
import pytest

from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.journal_entry import JournalEntry, Period, Strike
from gplan_desktop.domain.overview import Unit
from gplan_desktop.domain.person import Person, Provider, SupportKind
from printing.documents import journal_extract
from printing.documents.journal_extract import JournalExtract, tell_journal
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
AT = datetime(2026, 11, 20, 13, 32, tzinfo=UTC)
FOLLOW_UP = "Uppföljning av genomförandeplan utan förändring"
ENTRY = JournalEntry("e1", "p1", AT, AT, "Åsa Berg", "Uppföljning", "Uppföljning", FOLLOW_UP)
STRIKE = Strike(AT + timedelta(days=1), "Maria Lind", "fel klockslag")
DOCUMENT = JournalExtract(
    PERSON,
    (ENTRY,),
    Period(date(2026, 11, 1), date(2026, 11, 23)),
    Unit("Hemvården Norr", "Maria Lind", practice=False),
    datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
    "Maria Lind",
)


def with_entries(*entries):
    return replace(DOCUMENT, entries=entries)


@pytest.fixture
def text_of(read):
    def text(document):
        return " ".join(" ".join(read(written(tell_journal(document)))).split())

    return text


def test_the_opening_tells_whose_journal_which_period_and_who_made_it(text_of):
    text = text_of(DOCUMENT)

    for told in (
        "Utdrag ur verkställighetsjournalen Anna Öström 2026-11-01 – 2026-11-23",
        "Personnummer 19410331-9036",
        "Hemvården Norr",
        "Kommunens hemvård",
        "Utdraget gjordes 2026-11-24 kl. 10.30",
        "Av Maria Lind",
        "26 kap. 1 § offentlighets- och sekretesslagen",
        "Sida 1 av 1",
    ):
        assert told in " ".join(text.replace("\u00a0", " ").split())


def test_an_entry_tells_when_by_whom_and_under_what(text_of):
    text = text_of(DOCUMENT).replace("\u00a0", " ")

    assert "2026-11-20 kl. 14.32 Åsa Berg" in text
    assert f"Uppföljning Nyckelord: Uppföljning {FOLLOW_UP}" in text
    assert "Felmarkerad" not in text
    assert "i efterhand" not in text


def test_entries_outside_the_period_are_left_out(text_of):
    before = replace(ENTRY, id="e2", at=AT - timedelta(days=30), text="Hörde till oktober")

    assert "oktober" not in text_of(with_entries(ENTRY, before))


def test_the_oldest_entry_comes_first(text_of):
    later = replace(ENTRY, id="e0", at=AT + timedelta(hours=1), text="Sedan kom dottern")
    text = text_of(with_entries(later, ENTRY))

    assert text.index(FOLLOW_UP) < text.index("Sedan kom dottern")
    assert "2, äldst först" in text


def test_a_struck_entry_says_so_and_why_and_is_still_readable(text_of):
    text = text_of(with_entries(replace(ENTRY, strike=STRIKE))).replace("\u00a0", " ")

    struck = "Felmarkerad 2026-11-21 kl. 14.32 av Maria Lind Skäl: fel klockslag"
    assert f"{struck} {FOLLOW_UP}" in text


def test_a_struck_text_about_somebody_else_is_withheld(text_of):
    struck = replace(STRIKE, reason="skrevs i fel journal", about_other=True)
    text = text_of(with_entries(replace(ENTRY, text="Grannen föll", strike=struck)))

    assert "Grannen" not in text
    assert journal_extract.WITHHELD in text
    assert "skrevs i fel journal" in text


def test_a_correction_tells_what_it_corrects(text_of):
    wrong = replace(ENTRY, strike=STRIKE)
    right = replace(ENTRY, id="e2", at=AT + timedelta(hours=1), corrects="e1")

    text = text_of(with_entries(wrong, right)).replace("\u00a0", " ")
    assert "Rättar anteckningen 2026-11-20 kl. 14.32" in text
    assert "Rättar en annan anteckning" in text_of(with_entries(right))


def test_what_was_written_on_a_later_day_says_so(text_of):
    late = replace(ENTRY, written_at=AT + timedelta(days=2))

    text = text_of(with_entries(late)).replace("\u00a0", " ")
    assert "Antecknat i efterhand, 2026-11-22 kl. 14.32" in text


def test_an_empty_period_says_so(text_of):
    assert journal_extract.NOTHING in text_of(with_entries())


def test_a_company_is_bound_by_another_act(text_of):
    company = replace(PERSON, provider=Provider("Omsorg AB", external=True))
    text = text_of(replace(DOCUMENT, person=company))

    assert "tystnadsplikt" in text
    assert "offentlighets" not in text


def test_address_and_phone_are_not_told(text_of):
    text = text_of(replace(DOCUMENT, person=replace(PERSON, protected_identity=True)))

    assert "Björkvägen" not in text
    assert "174 06 05" not in text
    assert "Skyddade personuppgifter" in text


def test_a_long_journal_has_head_and_page_number_on_every_page(read):
    many = [replace(ENTRY, id=f"e{n}", at=AT - timedelta(hours=n)) for n in range(120)]
    pages = read(written(tell_journal(with_entries(*many))))

    assert len(pages) > 5
    for number, text in enumerate(pages, 1):
        assert f"Sida {number} av {len(pages)}" in text
        assert "När och av vem" in text
        assert "19410331-9036" in text
    assert sum(text.count("Nyckelord") for text in pages) == len(many)


def test_a_very_long_entry_goes_on_over_pages(read):
    text = " ".join(f"Mening nummer {n} slutar här." for n in range(600))
    pages = read(written(tell_journal(with_entries(replace(ENTRY, text=text)))))

    told = " ".join(" ".join(pages).split())
    assert len(pages) > 2
    assert all(f"nummer {n} " in told for n in range(0, 600, 50))


@pytest.mark.parametrize("entries", [(), (ENTRY, replace(ENTRY, id="e2", strike=STRIKE))])
@pytest.mark.parametrize("profile", PROFILES)
def test_the_file_is_for_the_archive_and_for_every_reader(entries, profile):
    document = with_entries(*entries)
    data = written(tell_journal(document))

    assert validation.validate_pdf_bytes(data, profile=profile).is_compliant
    assert written(tell_journal(document)) == data

"""What a report out of the log says, and that it is a tagged file as the others."""

from dataclasses import replace
from datetime import UTC, date, datetime

import page as validation
import pytest

from gplan_desktop.domain.journal_entry import Period
from gplan_desktop.domain.log_entry import Finding, LogCount, LogEntry, LogSheet, UnusualKind
from gplan_desktop.domain.overview import Unit
from printing.documents import log_report
from printing.documents.log_report import LogReport, file_stem, tell_log_report
from printing.layout.paper import written

PROFILES = (validation.ValidationProfile.PDF_A_2A, validation.ValidationProfile.PDF_UA_1)
AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
ENTRY = LogEntry(7, AT, "Eva Ström", "tabs.read", "p1", "", "p1", "Karin Öberg")
SHEET = LogSheet(
    "Karin Öberg",
    Period(date(2026, 11, 1), date(2026, 11, 24)),
    (ENTRY,),
    head_number=12,
    head_digest="ab12" * 16,
)
DOCUMENT = LogReport(SHEET, Unit("Hemvården Norr", "Maria Lind", practice=False), AT, "Maria Lind")


@pytest.fixture
def text_of(read):
    def text(document):
        return " ".join(" ".join(read(written(tell_log_report(document)))).split())

    return text


def test_an_entry_tells_when_who_and_what(text_of):
    told = text_of(DOCUMENT)
    assert "2026-11-24 kl. 10.30 Eva Ström Öppnade Karins flikar Karin Öberg" in told
    assert "Ovanligt" not in told


def test_the_end_of_the_log_stands_on_it_in_fours(text_of):
    assert "Händelse 12, ab12 ab12 ab12 ab12 ab12 ab12 ab12 ab12" in text_of(DOCUMENT)


def test_what_was_unusual_stands_with_its_reasons(text_of):
    found = Finding(UnusualKind.OTHERS, "Li Al", AT, 1, 1, ("Larm.",))
    told = text_of(replace(DOCUMENT, sheet=replace(SHEET, entries=(), findings=(found,))))
    assert "Li Al Öppnade individer utanför sina egna: 1 individ. Skäl: Larm." in told


def test_how_often_each_thing_was_done_stands_without_names(text_of):
    counts = (LogCount("tabs.read", 31), LogCount("access.refused", 2), LogCount("list.read", 1))
    told = text_of(replace(DOCUMENT, sheet=replace(SHEET, entries=(), counts=counts)))
    assert "Öppnade en individs flikar 31 Nekades 2 Visade en lista över individer 1" in told


def test_a_period_without_anything_says_so(text_of):
    told = text_of(replace(DOCUMENT, sheet=replace(SHEET, entries=())))
    assert log_report.NOTHING_UNUSUAL in told


def test_the_files_name_tells_about_whom_and_when():
    assert file_stem(DOCUMENT) == "Loggrapport – Karin Öberg – 2026-11-01 – 2026-11-24"


@pytest.mark.parametrize("count", [0, 120])
@pytest.mark.parametrize("profile", PROFILES)
def test_the_file_is_for_the_archive_and_for_every_reader(count, profile):
    document = replace(DOCUMENT, sheet=replace(SHEET, entries=(ENTRY,) * count))
    data = written(tell_log_report(document))
    assert validation.validate_pdf_bytes(data, profile=profile).is_compliant

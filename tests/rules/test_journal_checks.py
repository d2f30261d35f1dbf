"""An entry tells heading, keyword, time and text before it is added to the journal."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from gplan_desktop.domain import dates
from gplan_desktop.domain.journal_entry import EntryDraft
from gplan_desktop.rules.journal_checks import check_entry

TODAY = date(2026, 10, 5)
AT = dates.at_in_sweden(TODAY, time(14, 20))
ENTRY = EntryDraft(
    "Uppföljning", "Uppföljning", "Uppföljning av genomförandeplan utan förändring", AT
)


def found(draft, method):
    return [(f.rule, f.field) for f in check_entry(draft, method, TODAY)]


def test_a_whole_entry_lacks_nothing(method):
    assert not found(ENTRY, method)
    assert not found(replace(ENTRY, heading="Allmänt", keyword=""), method)


@pytest.mark.parametrize(
    ("change", "rule", "field"),
    [
        ({"heading": " "}, "journal-heading", "journal.heading"),
        ({"keyword": ""}, "journal-keyword", "journal.keyword"),
        ({"keyword": "Måltid"}, "journal-keyword", "journal.keyword"),
        ({"at": None}, "journal-at", "journal.at"),
        ({"at": AT + timedelta(days=1)}, "journal-at", "journal.at"),
        ({"text": "\n"}, "journal-text", "journal.text"),
    ],
)
def test_what_is_missing_is_asked_for_at_its_field(method, change, rule, field):
    assert found(replace(ENTRY, **change), method) == [(rule, field)]


def test_the_keyword_is_the_same_in_small_letters(method):
    assert not found(replace(ENTRY, keyword="uppföljning "), method)


def test_an_empty_entry_lacks_heading_time_and_text_in_order(method):
    assert [rule for rule, _ in found(EntryDraft(), method)] == [
        "journal-heading",
        "journal-at",
        "journal-text",
    ]


def test_a_rule_that_is_not_valid_yet_finds_nothing(method):
    assert not check_entry(EntryDraft(), method, date(2024, 12, 31))

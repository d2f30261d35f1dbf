"""What must be told before an entry is added to the verkställighetsjournal (S136, S139)."""

from collections.abc import Iterator
from datetime import date

from gplan_desktop.domain import dates
from gplan_desktop.domain.journal_entry import EntryDraft
from gplan_desktop.domain.text import is_blank, words
from gplan_desktop.method.model import Method
from gplan_desktop.rules.finding import Finding, finding
from gplan_desktop.rules.record_texts import in_force


def check_entry(draft: EntryDraft, method: Method, today: date) -> tuple[Finding, ...]:
    """Return what *draft* lacks before it can be added, in the order of its fields.

    A rule that is not valid yet finds nothing.
    """
    return in_force(_lacking(draft, method, today), method, today)


def _lacking(draft: EntryDraft, method: Method, today: date) -> Iterator[Finding]:
    texts = method.journal
    if is_blank(draft.heading):
        yield finding(method, "journal-heading", "journal.heading")
    elif draft.heading == texts.heading and words(draft.keyword) != words(texts.keyword):
        yield finding(
            method,
            "journal-keyword",
            "journal.keyword",
            keyword=texts.keyword,
            heading=texts.heading,
        )
    if draft.at is None or dates.in_sweden(draft.at).date() > today:
        yield finding(method, "journal-at", "journal.at")
    if is_blank(draft.text):
        yield finding(method, "journal-text", "journal.text")

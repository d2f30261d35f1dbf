"""The sentence about a followed-up plan: chosen, added once, copied, and told of."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from shiboken6 import delete

from gplan_desktop.domain.journal_entry import Strike
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.rules.journal import JournalLine, journal_line
from ui.office import Office
from ui.record.follow_up_line import FollowUpLine

PLAN = "karin-plan-2"


@pytest.fixture
def record(office: Office) -> PlanRecord:
    """Karin's plan in force, established in May."""
    return office.database.call(lambda: office.store.plan(PLAN))


@pytest.fixture
def sentences(office: Office, record: PlanRecord) -> JournalLine:
    return journal_line(record.plan, record, office.method.journal)


@pytest.fixture
def show(
    office: Office, put_up: Callable[..., Any], record: PlanRecord, sentences: JournalLine
) -> Iterator[Callable[[], FollowUpLine]]:
    lines: list[FollowUpLine] = []

    def show() -> FollowUpLine:
        line = put_up(FollowUpLine(record, sentences, office))
        lines.append(line)
        office.database.flush()
        return line

    yield show
    office.database.flush()
    for line in lines:
        delete(line)


def count(office: Office, text: str) -> int:
    entries = office.database.call(lambda: office.store.journal.of_person("karin"))
    return [entry.text for entry in entries].count(text)


def test_the_chosen_sentence_is_added_once(
    show: Callable[[], FollowUpLine], office: Office, sentences: JournalLine
) -> None:
    line = show()
    told: list[str] = []
    line.added.connect(lambda: told.append("added"))
    line.sentence.buttons[1].click()
    line.add.click()
    line.add.click()
    office.database.flush()
    assert count(office, sentences.sentences[1]) == 1
    assert told == ["added"]
    again = show()
    assert not again.add.isEnabled()
    assert again.told.text().startswith("✓  Tillagd i journalen 2026-11-23")


def test_what_was_copied_may_still_be_added(
    show: Callable[[], FollowUpLine], office: Office, sentences: JournalLine
) -> None:
    line = show()
    told: list[str] = []
    line.copied.connect(lambda: told.append("copied"))
    line.copy.click()
    office.database.flush()
    assert QGuiApplication.clipboard().text() == sentences.sentences[0]
    assert told == ["copied"]
    again = show()
    assert again.told.text().startswith("✓  Kopierad")
    assert again.add.isEnabled()


def test_what_stands_in_the_journal_is_not_asked_to_be_pasted_there_once_it_is_copied(
    show: Callable[[], FollowUpLine], office: Office
) -> None:
    line = show()
    line.add.click()
    office.database.flush()
    line.copy.click()
    office.database.flush()
    assert line.told.text() == "✓  Kopierad. Den står redan i journalen."


def test_a_struck_sentence_may_be_added_again(
    show: Callable[[], FollowUpLine], office: Office, record: PlanRecord
) -> None:
    line = show()
    line.add.click()
    office.database.flush()
    journal = office.store.journal
    at = record.establishment.at if record.establishment else None
    entries = office.database.call(lambda: journal.of_person("karin"))
    added = next(entry for entry in entries if entry.at == at)
    office.database.call(lambda: journal.strike(added.id, Strike(office.now(), "Kim Ek", "Fel")))
    assert show().add.isEnabled()


def test_a_refused_sentence_may_be_tried_again(
    show: Callable[[], FollowUpLine], office: Office, messages: Any
) -> None:
    line = show()
    driver = office.store._connection._driver
    office.database.call(lambda: driver.execute("PRAGMA query_only = 1"))
    line.add.click()
    office.database.flush()
    assert len(messages()) == 1
    assert line.add.isEnabled()
    office.database.call(lambda: driver.execute("PRAGMA query_only = 0"))

"""The journal of a person: written, read, searched, struck and printed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import delete

from gplan_desktop.domain.journal_entry import EntryDraft, JournalEntry, Strike
from gplan_desktop.domain.user import only_user
from ui.office import Office
from ui.paper_dialog import PaperDialog
from ui.record.journal_filter import Span
from ui.record.journal_part import JournalPart
from ui.record.journal_strike_dialog import StrikeDialog
from ui.record.ways import RecordWays

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
TEXT = "Vi gick till biblioteket."


def entry(name: str, hours: int, heading: str = "Allmänt", text: str = TEXT) -> JournalEntry:
    at = NOW - timedelta(hours=hours)
    return JournalEntry(name, "gunnel", at, at, "Kim Ek", heading, "Besök", text)


@pytest.fixture
def add(office: Office) -> Callable[..., None]:
    """Put entries in the store."""

    def add(*entries: JournalEntry) -> None:
        for one in entries:
            office.database.call(lambda one=one: office.store.journal.add(one))  # type: ignore[misc]

    return add


@pytest.fixture
def show(office: Office, put_up: Callable[..., Any]) -> Iterator[Callable[..., JournalPart]]:
    """Show the journal of a person; Gunnel has no plan and no entries."""
    parts: list[JournalPart] = []

    def show(person_id: str = "gunnel", office: Office = office) -> JournalPart:
        person = office.database.call(lambda: office.store.person(person_id))
        part = JournalPart(person, office, RecordWays(lambda *_: None, lambda *_: None))
        # Painting takes long; the test that looks at what has room turns it on.
        part.setUpdatesEnabled(False)
        put_up(part)
        parts.append(part)
        part.refresh()
        office.database.flush()
        part.focus_first()
        return part

    yield show
    # Nobody may ask for the office once it has closed.
    office.database.flush()
    for part in parts:
        delete(part)


def stored(office: Office, person_id: str = "gunnel") -> list[JournalEntry]:
    return office.database.call(lambda: office.store.journal.of_person(person_id))


def draft(office: Office) -> EntryDraft | None:
    return office.database.call(lambda: office.store.journal.draft("gunnel"))


def begin_as(name: str, office: Office) -> None:
    """Let another user begin an entry about the same person."""
    access, own = office.store.access, office.store.access.actor
    access.hand_over(only_user(name))
    office.store.journal.keep_draft("gunnel", EntryDraft("Allmänt", "", "Evas text"))
    access.hand_over(own)


def write(part: JournalPart, **values: object) -> None:
    for name, value in values.items():
        part.writing.writer.change(f"journal.{name}", value)


def texts(part: Any) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def ids(part: JournalPart) -> list[str]:
    return [card.entry.id for card in part.list.cards]


def problem(part: JournalPart, field: str) -> str:
    return str(part.writing.frames[f"journal.{field}"].top.problem.text())


def strike_dialog(part: JournalPart) -> StrikeDialog:
    dialogs = part.window().findChildren(StrikeDialog)
    return next(dialog for dialog in dialogs if dialog.isVisible())


def test_an_empty_journal_says_what_to_do(show: Callable[..., JournalPart]) -> None:
    part = show()
    assert part.empty.text().startswith("Det finns ingen anteckning än.")
    assert not part.print.isEnabled()
    assert part.writing.frames["journal.heading"].box.hasFocus()


def test_an_entry_is_written_with_the_keys_alone(
    show: Callable[..., JournalPart], office: Office, type_text: Callable[..., None]
) -> None:
    part = show()
    next_page: list[bool] = []
    QShortcut(QKeySequence("Ctrl+Return"), part, lambda: next_page.append(True))
    heading = part.writing.frames["journal.heading"].box
    QTest.keyClick(heading, Qt.Key.Key_Down)
    QTest.keyClick(heading, Qt.Key.Key_Down)
    assert heading.currentText() == "Allmänt"
    boxes = []
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        boxes.append(QApplication.focusWidget())
    frames = part.writing.frames
    moment = frames["journal.at"].box
    assert boxes == [
        frames["journal.keyword"].box,
        moment.day.line,
        moment.day.button,
        moment.clock,
        frames["journal.text"].box,
    ]
    assert boxes[0].text() == "Allmänt"
    type_text(boxes[-1], TEXT)
    QTest.keyClick(boxes[-1], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    office.database.flush()
    assert next_page == []
    (added,) = stored(office)
    assert (added.heading, added.keyword, added.text) == ("Allmänt", "Allmänt", TEXT)
    assert (added.at, added.written_at, added.by) == (NOW, NOW, office.unit.coordinator)
    assert ids(part) == [added.id]
    assert part.writing.writer.is_untouched
    assert heading.hasFocus()


def test_what_an_entry_lacks_is_told_at_the_fields_only_when_asked(
    show: Callable[..., JournalPart], office: Office
) -> None:
    part = show()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert problem(part, "heading") == ""
    part.writing.add.click()
    assert problem(part, "heading") == "Välj en rubrik."
    assert problem(part, "text") == "Skriv anteckningens text."
    assert part.writing.frames["journal.heading"].box.hasFocus()
    assert stored(office) == []


def test_nothing_happens_later_than_now(show: Callable[..., JournalPart], office: Office) -> None:
    part = show()
    write(part, heading="Allmänt", text=TEXT, at=NOW + timedelta(minutes=1))
    part.writing.add.click()
    assert problem(part, "at")
    assert stored(office) == []
    write(part, at=NOW - timedelta(days=2))
    part.writing.add.click()
    office.database.flush()
    assert any("Skriven i efterhand 2026-11-23 kl. 11.00" in text for text in texts(part))


def test_the_keyword_follows_the_heading_until_it_is_ones_own(
    show: Callable[..., JournalPart],
) -> None:
    part = show()
    write(part, heading="Allmänt")
    write(part, heading="Samverkan")
    assert part.writing.writer.draft.keyword == "Samverkan"
    write(part, keyword="Rehab", heading="Allmänt")
    write(part, heading="Allmänt", keyword="Rehab")
    write(part, heading="Uppföljning")
    assert part.writing.writer.draft.keyword == "Rehab"


def test_a_draft_is_kept_restored_and_taken_away(
    show: Callable[..., JournalPart], office: Office, qtbot: Any, messages: Any
) -> None:
    part = show()
    write(part, heading="Allmänt", text="Påbörjat")
    timer = part.writing.autosave.findChild(QTimer)
    assert timer.isActive()
    with qtbot.waitSignal(timer.timeout):
        timer.start(0)
    office.database.flush()
    kept = draft(office)
    assert kept is not None
    assert kept.text == "Påbörjat"
    office.database.call(lambda: begin_as("Eva Ström", office))
    other = show()
    assert other.writing.begun.text().startswith("Du har en påbörjad anteckning")
    told = other.writing.others
    assert told.text().startswith("Eva Ström har en påbörjad anteckning från ")
    assert told.isVisibleTo(other)
    assert other.writing.writer.draft == kept
    other.writing.remove.click()
    question = messages()[0]
    next(b for b in question.buttons() if b.text() == "Ta bort texten").click()
    office.database.flush()
    assert draft(office) is None
    assert not other.writing.begun.isVisible()


def test_leaving_keeps_the_draft_and_adding_takes_it_away(
    show: Callable[..., JournalPart], office: Office
) -> None:
    part = show()
    write(part, heading="Allmänt", text="Påbörjat")
    assert part.finish()
    assert draft(office) is not None
    part.writing.add.click()
    office.database.flush()
    assert draft(office) is None
    assert part.finish()
    assert draft(office) is None


def test_a_draft_that_was_added_in_another_window_is_not_offered_again(
    show: Callable[..., JournalPart], office: Office
) -> None:
    part = show()
    write(part, heading="Allmänt", text="Påbörjat")
    assert part.finish()
    other = show()
    other.writing.add.click()
    office.database.flush()
    part.refresh()
    office.database.flush()
    assert part.writing.writer.is_untouched
    assert draft(office) is None


def test_the_latest_that_happened_stands_first(
    show: Callable[..., JournalPart], add: Callable[..., None]
) -> None:
    add(entry("old", 50), entry("new", 1), entry("middle", 20))
    assert ids(show()) == ["new", "middle", "old"]


def test_entries_are_searched_and_all_are_one_click_away(
    show: Callable[..., JournalPart], add: Callable[..., None], qtbot: Any
) -> None:
    add(entry("walk", 1), entry("call", 2, "Samverkan", "Samtal"))
    part = show()
    part.filter.words.setText("bibliotek")
    qtbot.waitUntil(lambda: ids(part) == ["walk"])
    assert part.count.text() == "1 av 2"
    QTest.keyClick(part.filter.words, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: ids(part) == ["walk", "call"])
    part.filter.words.setText("pannkaka")
    qtbot.waitUntil(lambda: ids(part) == [])
    assert part.empty.text() == "Ingen anteckning stämmer med det du söker."
    part.show_all.click()
    assert ids(part) == ["walk", "call"]


def test_a_long_journal_is_shown_a_part_at_a_time(
    show: Callable[..., JournalPart], add: Callable[..., None]
) -> None:
    add(*(entry(f"e{hours}", hours) for hours in range(1, 61)))
    part = show()
    assert len(part.list.cards) == 50
    assert part.list.more.text() == "Visa fler (10 kvar)"
    part.list.more.click()
    assert len(part.list.cards) == 60
    assert not part.list.more.isVisible()
    assert part.list.cards[50].copy.hasFocus()


def test_an_entry_is_copied_as_it_is_pasted_elsewhere(
    show: Callable[..., JournalPart], add: Callable[..., None], office: Office
) -> None:
    add(entry("walk", 1))
    card = show().list.cards[0]
    card.copy.click()
    office.database.flush()
    last = office.database.call(office.store.audit)[-1]
    assert (last.action, last.subject) == ("person.copied", "gunnel")
    assert QGuiApplication.clipboard().text() == (
        f"Rubrik: Allmänt\nNyckelord: Besök\n2026-11-23 kl. 10.00\n{TEXT}"
    )
    assert card.copy.text() == "Kopierad"


def test_a_struck_entry_stays_readable_and_says_why(
    show: Callable[..., JournalPart], add: Callable[..., None], office: Office
) -> None:
    add(entry("wrong", 1))
    part = show()
    part.list.cards[0].strike.click()
    dialog = strike_dialog(part)
    dialog.do_it.click()
    assert dialog.frames["strike_reason"].top.problem.text() == "Skriv varför anteckningen är fel."
    dialog.frames["strike_reason"].input.edited.emit("Fel person")
    dialog.about_other.setChecked(True)
    dialog.do_it.click()
    office.database.flush()
    (struck,) = stored(office)
    assert struck.strike == Strike(NOW, office.unit.coordinator, "Fel person", about_other=True)
    card = part.list.cards[0]
    assert card.text.text() == TEXT
    assert card.text.font().strikeOut()
    told = next(text for text in texts(part) if text.startswith("Felmarkerad"))
    by = office.unit.coordinator
    assert told.startswith(f"Felmarkerad 2026-11-23 kl. 11.00 av {by}: Fel person")
    assert not hasattr(card, "strike")
    card.copy.click()
    assert QGuiApplication.clipboard().text().startswith("Felmarkerad")
    part.filter.struck.click()
    assert ids(part) == []


def test_a_new_entry_is_written_instead_of_the_struck_one(
    show: Callable[..., JournalPart], add: Callable[..., None], office: Office
) -> None:
    add(entry("wrong", 30))
    part = show()
    part.list.cards[0].strike.click()
    dialog = strike_dialog(part)
    dialog.frames["strike_reason"].input.edited.emit("Fel dag")
    dialog.rewrite.setChecked(True)
    dialog.do_it.click()
    office.database.flush()
    assert part.writing.corrects.text() == (
        "Anteckningen ersätter den felmarkerade från 2026-11-22 kl. 05.00."
    )
    assert part.writing.writer.draft.text == TEXT
    write(part, at=NOW - timedelta(hours=1))
    part.writing.add.click()
    office.database.flush()
    new, struck = stored(office)
    assert (new.corrects, struck.id) == ("wrong", "wrong")
    shown = texts(part)
    assert "Ersätter den felmarkerade anteckningen från 2026-11-22 kl. 05.00." in shown
    assert any(text.startswith("Ersatt: ") for text in shown)


def test_a_begun_entry_is_not_written_over(
    show: Callable[..., JournalPart], add: Callable[..., None]
) -> None:
    add(entry("wrong", 1))
    part = show()
    write(part, text="Påbörjat")
    part.list.cards[0].strike.click()
    dialog = strike_dialog(part)
    assert not dialog.rewrite.isEnabled()
    assert "Lägg först till eller ta bort anteckningen som du har påbörjat." in texts(dialog)


def test_the_chosen_period_is_printed(
    show: Callable[..., JournalPart], add: Callable[..., None], office: Office
) -> None:
    add(entry("new", 1), entry("old", 24 * 40))
    printed = []

    def journal(person: Any, entries: Any, period: Any) -> bytes:
        printed.append(((person.id, *(e.id for e in entries)), period.first, period.last))
        return office.record_papers.journal(person, entries, period)

    papers = replace(office.record_papers, journal=journal)
    part = show("gunnel", replace(office, record_papers=papers))
    part.filter.span.edited.emit(Span.MONTH)
    part.print.click()
    office.paper.flush()
    assert printed == [(("gunnel", "new", "old"), date(2026, 11, 1), date(2026, 11, 23))]
    part.window().findChild(PaperDialog).close()


def test_a_plan_that_is_not_noted_is_told_on_top_and_added_with_one_click(
    show: Callable[..., JournalPart], office: Office
) -> None:
    store = office.store
    plan_id = "karin-plan-2"
    noted = office.database.call(lambda: store.aftercares.of_plan(plan_id))
    office.database.call(lambda: store.aftercares.note(plan_id, replace(noted, noted_at=None)))
    part = show("karin")
    (line,) = part.lines
    assert line.title.text() == "Uppföljning av Genomförandeplan Hemvård, upprättad 2026-05-15"
    assert part.writing.add.objectName() == ""
    line.add.click()
    office.database.flush()
    assert office.database.call(lambda: store.aftercares.of_plan(plan_id)).noted_at == NOW
    added = next(e for e in stored(office, "karin") if e.written_at == NOW)
    assert (added.heading, added.keyword) == ("Uppföljning", "Uppföljning")
    assert added.id in ids(part)
    assert line.told.text().startswith("✓  Tillagd i journalen")
    assert part.writing.add.objectName() == "primary"
    part.refresh()
    office.database.flush()
    assert part.lines == []


def test_one_comes_to_a_field(show: Callable[..., JournalPart]) -> None:
    part = show()
    for field in ("journal.text", "journal.at", ""):
        part.go(field)
        frame = part.writing.frames[field or "journal.heading"]
        assert (frame.box.focusProxy() or frame.box).hasFocus(), field


def test_everything_has_a_spoken_name_and_fits_where_there_is_little_room(
    show: Callable[..., JournalPart], add: Callable[..., None], unnamed: Any, qtbot: Any
) -> None:
    add(entry("walk", 1))
    part = show()
    assert unnamed(part) == []
    part.setUpdatesEnabled(True)
    part.resize(700, 680)
    qtbot.waitUntil(lambda: part.minimumSizeHint().width() <= 560)

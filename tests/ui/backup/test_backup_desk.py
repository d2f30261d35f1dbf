"""Today's backup is made by itself, and how it went is remembered."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gplan_desktop.backup.faults import BackupUnusable
from gplan_desktop.backup.finding import list_backups
from gplan_desktop.backup.kept import Reason
from gplan_desktop.backup.restoring import Target, restore, take_failed
from gplan_desktop.backup.status import State
from gplan_desktop.store import reserve
from ui.backup.backup_desk import BackupDesk
from ui.backup.backup_line import told_of
from ui.progress_window import Stopped

Settle = Callable[[], None]


@pytest.fixture
def chosen(memory: Any, place: Path) -> Path:
    memory.settings = replace(memory.settings, backup_place=str(place))
    return place


def logged(desk: BackupDesk) -> list[tuple[str, str]]:
    """Return what the log tells of backups."""
    entries = desk.office.database.call(desk.office.store.audit)
    return [(e.action, e.detail) for e in entries if e.action.startswith("unit.")]


def test_the_day_begins_with_a_backup_and_a_reserve(
    desk: BackupDesk, chosen: Path, settle: Settle
) -> None:
    desk.start()
    assert desk.is_running
    settle()
    assert not desk.is_running
    assert [backup.reason for backup in list_backups(chosen)] == [Reason.DAILY]
    assert desk.status.is_well
    assert logged(desk) == [("unit.backed_up", "daily")]
    assert (desk.office.store.copies.path.parent / reserve.FILE).exists()


def test_one_a_day_is_made(desk: BackupDesk, chosen: Path, settle: Settle, memory: Any) -> None:
    for hours in (0, 1, 4, 20):
        memory.move(hours=hours)
        desk.make_if_due()
        settle()
    assert len(list_backups(chosen)) == 2


def test_without_a_place_nothing_is_made(desk: BackupDesk, settle: Settle) -> None:
    desk.start()
    settle()
    assert desk.status.state is State.UNSET


def test_a_place_that_is_gone_is_remembered_and_tried_again(
    desk: BackupDesk, chosen: Path, settle: Settle, memory: Any
) -> None:
    chosen.rmdir()
    desk.start()
    settle()
    assert desk.status.why == "platsen går inte att nå"
    chosen.mkdir()
    desk.make_if_due()
    settle()
    assert list_backups(chosen) == []
    memory.move(hours=2)
    desk.make_if_due()
    settle()
    assert len(list_backups(chosen)) == 1
    assert desk.status.is_well
    gone = ("unit.backup_failed", "daily platsen går inte att nå")
    assert logged(desk) == [gone, ("unit.backed_up", "daily")]


def test_copies_that_cannot_be_reached_are_told_of_although_one_was_made_today(
    desk: BackupDesk, chosen: Path, settle: Settle
) -> None:
    desk.make()
    settle()
    assert told_of(desk).role == "done"
    away = chosen.rename(chosen.with_name("away"))
    desk.start()
    settle()
    assert told_of(desk).role == "warning"
    assert "Men kopiorna går inte att nå nu" in told_of(desk).text
    away.rename(chosen)
    desk.make()
    settle()
    assert told_of(desk).role == "done"


def test_what_the_user_stops_is_no_failure(desk: BackupDesk, chosen: Path, settle: Settle) -> None:
    failures: list[Exception] = []

    def stop(_text: str, _done: int, _whole: int) -> None:
        raise Stopped

    desk.make(Reason.ASKED, stop, failures.append)
    settle()
    assert [type(error) for error in failures] == [Stopped]
    assert desk.status.why == ""
    assert list(chosen.iterdir()) == []
    assert logged(desk) == [("unit.backup_stopped", "asked")]


def test_a_restoring_is_in_the_log_whatever_came_of_it(
    desk: BackupDesk, chosen: Path, settle: Settle
) -> None:
    desk.make()
    settle()
    (backup,) = list_backups(chosen)
    folder = desk.office.store.copies.path.parent
    desk.note_restoring(backup)
    with pytest.raises(BackupUnusable):
        restore(backup, bytes(32), Target(folder, desk.office.now, "Anna Ek"))
    desk.start()
    settle()
    name = backup.path.stem
    assert logged(desk)[1:3] == [("unit.restore_begun", name), ("unit.restore_failed", name)]
    assert take_failed(folder) == ()


def test_work_goes_on_while_the_copy_is_written(
    desk: BackupDesk, chosen: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gplan_desktop.store.driver._PAGES_AT_A_TIME", 4)
    store, database = desk.office.store, desk.office.database
    done: list[str] = []
    gate = threading.Event()
    database.run(lambda: gate.wait(5), lambda _: None, pytest.fail)
    desk.make()
    database.run(lambda: store.words.add("ordet"), lambda _: done.append("word"), pytest.fail)
    desk.changed.connect(lambda: done.append("backup"))
    gate.set()
    settle()
    assert done == ["word", "backup"]
    (backup,) = list_backups(chosen)
    held = database.call(store.copies.contents)
    # What came after is that it was made.
    assert backup.contents == replace(held, head=backup.contents.head)  # type: ignore[union-attr]
    assert held.head.number == backup.contents.head.number + 1  # type: ignore[union-attr]


def test_an_end_of_the_program_stops_what_is_being_made(desk: BackupDesk, chosen: Path) -> None:
    desk.make()
    desk.stop()
    desk.office.database.flush()
    assert list(chosen.iterdir()) == []


def test_a_copy_that_was_ready_when_the_program_ended_is_taken_away(
    desk: BackupDesk, chosen: Path
) -> None:
    desk.make()
    desk.office.database.call(lambda: None)
    assert any(chosen.iterdir())
    desk.stop()
    desk.office.database.flush()
    assert list(chosen.iterdir()) == []


def test_a_file_that_was_put_back_is_seen_at_the_start(
    desk: BackupDesk, chosen: Path, settle: Settle
) -> None:
    desk.make()
    settle()
    head = list_backups(chosen)[0].path.with_suffix(".head")
    text = head.read_text("utf-8")
    number = list_backups(chosen)[0].contents.head.number  # type: ignore[union-attr]
    head.write_text(text.replace(f'"number": {number}', f'"number": {number + 5}'), "utf-8")
    desk.start()
    settle()
    assert [backup.path.stem for backup in desk.contradicted] == [head.stem]

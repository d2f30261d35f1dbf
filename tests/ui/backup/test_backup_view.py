"""The page Säkerhetskopior: its state, its list, and the page on which one is put back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from gplan_desktop.backup.finding import list_backups
from gplan_desktop.backup.kept import Backup
from gplan_desktop.backup.unlocking import OpenedBackup
from gplan_desktop.domain.user import Permission
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.backup.backup_desk import BackupDesk
from ui.backup.backup_line import BackupLine
from ui.backup.backup_view import BackupView, BackupWays
from ui.office import Standing

Settle = Callable[[], None]
Messages = Callable[[], list[QMessageBox]]


class Went:
    """Where the page asked to go."""

    def __init__(self) -> None:
        self.left = 0
        self.restored: list[tuple[Backup, bytes]] = []

    def ways(self) -> BackupWays:
        return BackupWays(
            self._leave, lambda backup, opened: self.restored.append((backup, opened))
        )

    def _leave(self) -> None:
        self.left += 1


@pytest.fixture
def went() -> Went:
    return Went()


@pytest.fixture
def page(
    desk: BackupDesk, put_up: Callable[..., Any], went: Went, settle: Settle
) -> Callable[[], BackupView]:
    def page() -> BackupView:
        view: BackupView = put_up(BackupView(desk, went.ways()))
        view.refresh()
        settle()
        view.focus_first()
        QApplication.processEvents()
        return view

    return page


@pytest.fixture
def made(desk: BackupDesk, memory: Any, place: Path, settle: Settle) -> Backup:
    """A backup at the place that is chosen, made an hour ago."""
    memory.settings = replace(memory.settings, backup_place=str(place))
    desk.make()
    settle()
    memory.move(hours=1)
    return list_backups(place)[0]


def test_a_place_is_chosen_and_the_first_backup_made_at_once(
    page: Callable[[], BackupView], place: Path, settle: Settle, memory: Any, messages: Messages
) -> None:
    view = page()
    assert "inte inställda" in view.place.state.text.text()
    assert view.place.choose_button.hasFocus()
    assert not view.place.make_button.isEnabled()
    view.place.choose_button.click()
    dialog = view.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(place))
    dialog.close()
    settle()
    assert len(list_backups(place)) == 1
    assert view.place.progress is None
    assert memory.settings.backup_place == str(place)
    assert view.place.state.text.text().endswith("gjordes i dag kl. 11.00 och är kontrollerad.")
    assert len(view.backups.table.rows) == 1
    assert messages() == []


def test_a_place_inside_the_units_own_folder_is_refused(
    page: Callable[[], BackupView], desk: BackupDesk, settle: Settle
) -> None:
    view = page()
    view.place.use(desk.office.store.copies.path.parent)
    settle()
    assert "inuti mappen" in view.place.verdict.text.text()
    assert desk.place is None


def test_the_same_disk_is_warned_of(page: Callable[[], BackupView], made: Backup) -> None:
    assert "samma disk" in page().place.verdict.text.text()


def test_the_list_tells_of_each_backup(page: Callable[[], BackupView], made: Backup) -> None:
    cells = [cell.text for cell in page().backups.table.rows[0].cells]
    assert cells[:4] == ["2026-11-23 kl. 11.00", "På begäran", "1", "1"]
    assert cells[4].endswith(" kB")
    assert cells[5] == "Kontrollerad 2026-11-23"


def test_a_backup_is_made_with_the_keyboard(
    page: Callable[[], BackupView], made: Backup, place: Path, settle: Settle
) -> None:
    view = page()
    assert view.place.make_button.hasFocus()
    QTest.keyClick(view.place.make_button, Qt.Key.Key_Return)
    assert view.place.progress is not None
    assert not view.place.make_button.isEnabled()
    settle()
    assert len(list_backups(place)) == 2


def test_a_backup_that_fails_is_told_of(
    page: Callable[[], BackupView], made: Backup, place: Path, settle: Settle, messages: Messages
) -> None:
    view = page()
    for file in place.iterdir():
        file.unlink()
    place.rmdir()
    view.place.make_button.click()
    settle()
    assert [box.text() for box in messages()] == [
        "Säkerhetskopian blev inte klar: platsen går inte att nå."
    ]
    assert "Det gick inte senast: platsen går inte att nå." in view.place.state.text.text()
    assert "Kopiorna kan inte visas" in view.backups.told.text()


def test_a_backup_is_read_again(
    page: Callable[[], BackupView], made: Backup, settle: Settle, memory: Any
) -> None:
    view = page()
    memory.move(days=1)
    view.backups.verify_button.click()
    assert not view.backups.verify_button.isEnabled()
    settle()
    assert view.backups.told.text() == "Kopian från 2026-11-23 kl. 11.00 är hel."
    assert view.backups.table.rows[0].cells[5].text == "Kontrollerad 2026-11-24"


def test_a_damaged_backup_is_told_of_and_marked(
    page: Callable[[], BackupView], made: Backup, settle: Settle, messages: Messages
) -> None:
    view = page()
    content = bytearray(made.path.read_bytes())
    content[len(content) // 2] ^= 1
    made.path.write_bytes(content)
    view.backups.verify_button.click()
    settle()
    assert "går inte att använda" in messages()[0].text()
    assert view.backups.table.rows[0].cells[5].text == "Skadad"
    messages()[0].close()
    view.backups.restore_button.click()
    settle()
    assert not view.is_restoring
    assert "går inte att använda" in messages()[0].text()


def test_what_a_restoring_changes_is_told_before_the_word_is_typed(
    page: Callable[[], BackupView],
    made: Backup,
    add: Callable[[int, str], None],
    settle: Settle,
    went: Went,
    type_text: Any,
) -> None:
    add(2, "Siv Holm")
    view = page()
    view.backups.restore_button.click()
    assert view.is_restoring
    settle()
    assert "innehåller 1 individ och 1 plan" in view.restore.held.text()
    assert [line.text.text() for line in view.restore.lines] == [
        "1 individ finns inte i kopian och försvinner ur listan: Siv Holm.",
        "1 plan finns inte i kopian: Siv Holm.",
    ]
    assert view.restore.word.hasFocus()
    type_text(view.restore.word, "återställa")
    assert not view.restore.restore_button.isEnabled()
    view.restore.word.clear()
    type_text(view.restore.word, "Återställ\n")
    assert [backup.path for backup, _ in went.restored] == [made.path]
    assert went.restored[0][1] == OpenedBackup(bytes(range(32)), "Anna Ek")


def test_nothing_lost_is_said_so(
    page: Callable[[], BackupView], made: Backup, settle: Settle
) -> None:
    view = page()
    view.backups.restore_button.click()
    settle()
    assert [line.text.text() for line in view.restore.lines] == [
        "Inget som är skrivet nu går förlorat."
    ]


def test_esc_goes_back_one_page_at_a_time(
    page: Callable[[], BackupView], made: Backup, settle: Settle, went: Went
) -> None:
    view = page()
    view.backups.restore_button.click()
    settle()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert (view.is_restoring, went.left) == (False, 0)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert went.left == 1


def test_every_control_has_a_spoken_name(
    page: Callable[[], BackupView], made: Backup, settle: Settle, unnamed: Any
) -> None:
    view = page()
    assert unnamed(view) == []
    view.backups.restore_button.click()
    settle()
    assert unnamed(view) == []


@pytest.mark.parametrize("restoring", [False, True])
def test_large_text_is_shown_whole(
    desk: BackupDesk,
    put_up: Callable[..., Any],
    went: Went,
    made: Backup,
    settle: Settle,
    clipped: Any,
    qapp: QApplication,
    qtbot: QtBot,
    restoring: bool,
) -> None:
    desk.office = replace(desk.office, theme=themes.apply(qapp, Settings(text_size=200)))
    view = put_up(BackupView(desk, went.ways()))
    view.refresh()
    settle()
    if restoring:
        view.backups.restore_button.click()
        settle()
    # The cards get their height step by step.
    qtbot.waitUntil(lambda: clipped(view) == [])


def test_the_line_on_the_start_tells_how_it_is(
    desk: BackupDesk, qtbot: QtBot, memory: Any, place: Path, settle: Settle
) -> None:
    shown: list[bool] = []
    line = BackupLine(desk, lambda: shown.append(True))
    qtbot.addWidget(line)
    assert line.show_button.text() == "Välj plats"
    line.show_button.click()
    assert shown == [True]
    memory.settings = replace(memory.settings, backup_place=str(place))
    desk.make()
    assert line.told.text.text() == "Säkerhetskopierar…"
    settle()
    assert "i dag kl. 11.00" in line.told.text.text()
    memory.move(days=3)
    line.refresh()
    assert line.told.text.text() == "Senaste säkerhetskopian är 3 dagar gammal."
    desk.contradicted = list_backups(place)
    line.refresh()
    assert "stämmer inte med säkerhetskopian från 2026-11-23" in line.told.text.text()


def test_who_may_not_back_up_is_told_only_of_what_is_wrong(
    desk: BackupDesk, qtbot: QtBot, memory: Any, place: Path, settle: Settle
) -> None:
    desk.office = replace(desk.office, standing=Standing({Permission.BACK_UP: "Får inte."}))
    line = BackupLine(desk, lambda: None)
    qtbot.addWidget(line)
    assert (line.isHidden(), line.show_button.isHidden()) == (False, True)
    assert line.told.text.text().endswith("i Gplan. Säg till enhetschefen.")
    memory.settings = replace(memory.settings, backup_place=str(place))
    desk.make()
    settle()
    assert line.isHidden()

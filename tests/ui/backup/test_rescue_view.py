"""A unit that cannot be opened: its backups are found, unlocked and put back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gplan_desktop.backup.faults import BackupUnusable
from gplan_desktop.backup.finding import list_backups
from gplan_desktop.backup.kept import Backup
from gplan_desktop.backup.unlocking import OpenedBackup
from gplan_desktop.errors import DatabaseMissing
from ui.background import Background
from ui.backup.backup_desk import BackupDesk
from ui.backup.rescue_view import Lost, RescueView, RescueWays

KEY = bytes(range(32))


class Went:
    """What the page asked for; the code is "rätt"."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.restored: list[tuple[Backup, OpenedBackup]] = []

    def ways(self) -> RescueWays:
        return RescueWays(
            lambda: self.asked.append("again"),
            lambda: self.asked.append("practise"),
            lambda backup, opened: self.restored.append((backup, opened)),
            self._unlock,
            ("Samordnare", "Enhetschef"),
        )

    def _unlock(self, backup: Backup, login: str, typed: str) -> OpenedBackup:
        self.asked.append(login)
        if typed != "rätt":
            raise BackupUnusable(backup.path.name, "koden är fel")
        return OpenedBackup(KEY, "Anna Ek")


@pytest.fixture
def went() -> Went:
    return Went()


@pytest.fixture
def made(desk: BackupDesk, memory: Any, place: Path, settle: Callable[[], None]) -> Backup:
    memory.settings = replace(memory.settings, backup_place=str(place))
    desk.make()
    settle()
    return list_backups(place)[0]


@pytest.fixture
def page(
    put_up: Callable[..., Any], went: Went, theme: Any, background: Background
) -> Callable[..., RescueView]:
    def page(place: Path | None) -> RescueView:
        lost = Lost(DatabaseMissing(Path("/gone/unit.db")), place)
        view: RescueView = put_up(RescueView(lost, went.ways(), theme, background))
        background.flush()
        return view

    return page


def test_it_is_told_why_and_there_are_ways_on(
    page: Callable[..., RescueView], went: Went, unnamed: Any
) -> None:
    view = page(None)
    assert view.again.hasFocus()
    assert "Välj mappen" in view.told.text()
    view.again.click()
    assert went.asked == ["again"]
    assert unnamed(view) == []


def test_a_folder_without_backups_is_told_of(
    page: Callable[..., RescueView], tmp_path: Path, background: Background
) -> None:
    view = page(tmp_path)
    assert "Det finns ingen säkerhetskopia" in view.told.text()
    view.look(tmp_path / "gone")
    background.flush()
    assert "platsen går inte att nå" in view.told.text()
    assert not view.restore_button.isEnabled()


def test_the_code_unlocks_and_the_word_restores(
    page: Callable[..., RescueView],
    made: Backup,
    went: Went,
    place: Path,
    background: Background,
    type_text: Any,
) -> None:
    view = page(place)
    view.restore_button.click()
    assert view.key_card.login.hasFocus()
    assert "De här rollerna får återställa: samordnare, enhetschef." in view.key_card.what.text()
    type_text(view.key_card.secret, "fel\n")
    background.flush()
    assert "koden är fel" in view.key_card.problem.text()
    assert view.key_card.secret.hasFocus()
    view.key_card.back.click()
    assert (view.key_card.isVisible(), view.list.isVisible()) == (False, True)
    view.restore_button.click()
    type_text(view.key_card.secret, "rätt\n")
    background.flush()
    assert view.restore.word.hasFocus()
    assert "1 individ och 1 plan" in view.restore.held.text()
    assert "går inte att läsa" in view.restore.lines[0].text.text()
    type_text(view.restore.word, "ÅTERSTÄLL\n")
    assert [(backup.path, opened) for backup, opened in went.restored] == [
        (made.path, OpenedBackup(KEY, "Anna Ek"))
    ]

"""The start of who may not read of anyone: what there is to do, and what is closed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from gplan_desktop.domain.user import Permission
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.duties_view import DutiesView, DutiesWays
from ui.office import Office, Standing
from ui.session_menu import LockTime, SessionWays

NO_READING = "Din roll, utbildare, får inte läsa om individer och deras planer."
NO_COPIES = "Din roll, utbildare, får inte säkerhetskopiera och återställa."
WHO = "Kim Ek, utbildare"
CLOSED = Standing({Permission.READ: NO_READING, Permission.BACK_UP: NO_COPIES}, who=WHO)


@pytest.fixture
def went() -> list[str]:
    return []


@pytest.fixture
def show(put_up: Callable[..., Any], went: list[str]) -> Callable[[Office], DutiesView]:
    names = ("users", "backups", "method", "practise")
    go = {name: lambda *_, name=name: went.append(name) for name in (*names, "lock", "log out")}
    time = LockTime(10, (2, 10), lambda minutes: went.append(f"{minutes} minuter"))
    session = SessionWays(go["lock"], go["log out"], time)
    ways = DutiesWays(*(go[name] for name in names), session)

    def show(office: Office) -> DutiesView:
        view: DutiesView = put_up(DutiesView(office, ways, QPushButton("Utseende")))
        view.focus_first()
        return view

    return show


def test_each_button_leads_where_it_says(office: Office, show: Any, went: list[str]) -> None:
    view = show(replace(office, standing=CLOSED))
    assert view.why.text() == NO_READING
    assert view.users.hasFocus()
    for button in (view.users, view.backups, view.method, view.practise):
        button.click()
    assert went == ["users", "method", "practise"]
    assert view.backups.toolTip() == NO_COPIES


def test_who_is_in_locks_chooses_when_and_logs_out(
    office: Office, show: Any, went: list[str]
) -> None:
    view = show(replace(office, standing=CLOSED))
    assert view.who.text() == "Inloggad: Kim Ek, utbildare"
    lock, after, log_out = view.more.menu().actions()
    assert (lock.text(), log_out.text()) == ("Lås eller byt användare (Ctrl+L)", "Logga ut")
    choices = after.menu().actions()
    assert [(one.text(), one.isChecked()) for one in choices] == [
        ("2 minuter", False),
        ("10 minuter", True),
    ]
    for action in (lock, choices[0], log_out):
        action.trigger()
    assert went == ["lock", "2 minuter", "log out"]


def test_where_nobody_logs_in_there_is_nothing_to_log_out_of(office: Office, show: Any) -> None:
    view = show(office)
    assert not view.who.isVisible()
    assert not view.more.isVisible()


@pytest.mark.parametrize("size", [100, 200])
def test_every_text_is_whole_and_every_control_has_a_name(
    qapp: QApplication, office: Office, show: Any, clipped: Any, unnamed: Any, size: int
) -> None:
    larger = themes.apply(qapp, Settings(theme="light", text_size=size))
    view = show(replace(office, standing=CLOSED, theme=larger))
    assert clipped(view) == []
    assert unnamed(view) == []

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

NO_READING = "Din roll, utbildare, får inte läsa om individer och deras planer."
NO_COPIES = "Din roll, utbildare, får inte säkerhetskopiera och återställa."
CLOSED = Standing({Permission.READ: NO_READING, Permission.BACK_UP: NO_COPIES})


@pytest.fixture
def went() -> list[str]:
    return []


@pytest.fixture
def show(put_up: Callable[..., Any], went: list[str]) -> Callable[[Office], DutiesView]:
    names = ("users", "backups", "method", "practise")
    ways = DutiesWays(*(lambda *_, name=name: went.append(name) for name in names))

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


@pytest.mark.parametrize("size", [100, 200])
def test_every_text_is_whole_and_every_control_has_a_name(
    qapp: QApplication, office: Office, show: Any, clipped: Any, unnamed: Any, size: int
) -> None:
    larger = themes.apply(qapp, Settings(theme="light", text_size=size))
    view = show(replace(office, standing=CLOSED, theme=larger))
    assert clipped(view) == []
    assert unnamed(view) == []

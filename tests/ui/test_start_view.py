from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from gplan_desktop.method.in_use import OwnMethod
from gplan_desktop.method.mistakes import MethodError, Mistake
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.office import Office, Standing
from ui.session_menu import LockTime, SessionWays
from ui.start_view import StartView, StartWays
from ui.to_do_ways import by_tick_alone

KEY = Qt.Key


@pytest.fixture
def went() -> list[tuple[str, str]]:
    """Where the view asked to go."""
    return []


@pytest.fixture
def view(office: Office, put_up: Callable[..., Any], went: list[tuple[str, str]]) -> StartView:
    ways = StartWays(
        lambda i: went.append(("person", i)),
        lambda i: went.append(("plan", i)),
        lambda: went.append(("new", "")),
        lambda: went.append(("method", "")),
        lambda: went.append(("papers", "")),
        by_tick_alone(lambda i: went.append(("person", i))),
        lambda: went.append(("to do", "")),
        lambda: went.append(("import", "")),
        lambda: went.append(("providers", "")),
        lambda: went.append(("bin", "")),
        lambda: went.append(("backups", "")),
        lambda: went.append(("users", "")),
        lambda: went.append(("log", "")),
        lambda: went.append(("retention", "")),
        SessionWays(print, print, LockTime(10, (5, 10), print)),
    )
    view = put_up(StartView(office, ways, QPushButton("Utseende")))
    view.refresh()
    office.database.flush()
    view.focus_first()
    return view


@pytest.fixture
def search(view: StartView, office: Office, type_text: Any, qtbot: Any) -> Callable[[str], None]:
    """Type in the search and wait for what is found; the pause after it is made short."""
    view._typing.setInterval(1)

    def search(text: str) -> None:
        type_text(view.search, text)
        qtbot.waitSignal(view._typing.timeout, timeout=2000).wait()
        office.database.flush()

    return search


def names(view: StartView) -> list[str]:
    return [row.cells[0].text for row in view.people.rows]


def test_all_are_listed_and_the_most_urgent_is_first(view: StartView) -> None:
    assert len(view.people.rows) == 10
    assert [c.text for c in view.people.rows[0].cells] == [
        "Karin Bergström",
        "19310401-••••",
        "Genomförandeplan Hemvård",
        "Upprättad",
        "Försenad 12 dagar",
        "Hemvården Björkbacken",
    ]


def test_no_whole_number_is_shown(view: StartView) -> None:
    shown = [cell.text for row in view.people.rows for cell in row.cells]
    assert sum(text.endswith("-••••") for text in shown) == 10


def test_the_keyboard_starts_in_the_search(view: StartView) -> None:
    assert view.search.hasFocus()


def test_the_list_follows_what_is_typed(view: StartView, search: Callable[[str], None]) -> None:
    for text, found in (
        ("åker", ["Gunnel Åkerlund"]),
        ("KARIN", ["Karin Bergström"]),
        ("Коваленко", ["Олена Коваленко"]),
        ("19410331", ["Sven-Erik Holm"]),
        ("<zz>&\"*'", []),
    ):
        view.search.clear()
        search(text)
        assert (text, names(view)) == (text, found)
        assert view.empty.isVisible() == (not found), text


def test_no_hit_is_told_and_all_come_back(view: StartView, search: Callable[[str], None]) -> None:
    search("zzz")
    assert view.empty.text() == "Ingen individ har det namnet eller numret."
    view.search.clear()
    search("k")
    assert "Karin Bergström" in names(view)
    assert not view.empty.isVisible()


def test_the_arrow_goes_from_the_search_into_the_list_and_enter_opens(
    view: StartView, search: Callable[[str], None], went: list[tuple[str, str]]
) -> None:
    search("holm")
    QTest.keyClick(view.search, KEY.Key_Down)
    assert view.people.hasFocus()
    QTest.keyClick(view.people, KEY.Key_Return)
    assert went == [("person", "svenerik")]


def test_enter_in_the_search_goes_to_the_list(view: StartView) -> None:
    QTest.keyClick(view.search, KEY.Key_Return)
    assert view.people.hasFocus()


def test_ctrl_f_goes_back_to_the_search(view: StartView) -> None:
    view.people.setFocus()
    QTest.keyClick(view.people, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.search.hasFocus()


def test_a_started_plan_is_offered_and_opens(view: StartView, went: list[tuple[str, str]]) -> None:
    (row,) = view.drafts.rows
    assert [cell.text for cell in row.cells][:2] == [
        "Олена Коваленко",
        "Genomförandeplan dagverksamhet",
    ]
    view.drafts.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.drafts, KEY.Key_Return)
    assert went == [("plan", "olena-utkast")]


def test_the_most_urgent_to_do_leads_to_the_person_and_to_all(
    view: StartView, went: list[tuple[str, str]]
) -> None:
    view.to_do.rows.rows[0].person.click()
    view.to_do.more.click()
    assert went == [("person", "karin"), ("to do", "")]


def test_without_started_plans_there_is_no_card(view: StartView, office: Office) -> None:
    view._show_drafts([])
    assert not view.drafts_card.isVisible()


def test_an_empty_unit_says_what_to_do(view: StartView) -> None:
    view._show_people([])
    assert "Ny person" in view.empty.text()
    assert view.empty.isVisible()


def test_what_is_needed_now_and_then_is_in_a_menu(view: StartView, went: Any) -> None:
    (button,) = (b for b in view.findChildren(QToolButton) if b.accessibleName() == "Mer")
    actions = button.menu().actions()
    for action in actions:
        action.trigger()
    assert [action.text() for action in actions] == [
        "Läs in och spara listor…",
        "Externa utförare…",
        "Borttagna utkast…",
        "Loggkontroll…",
        "Gallring…",
    ]
    names = ("import", "providers", "bin", "log", "retention")
    assert went == [(name, "") for name in names]


def test_a_new_person_is_one_press_away(view: StartView, went: list[tuple[str, str]]) -> None:
    new = next(b for b in view.findChildren(QPushButton) if b.text() == "Ny person")
    new.click()
    assert went == [("new", "")]


def test_everything_has_a_name(view: StartView, unnamed: Callable[..., list[str]]) -> None:
    assert unnamed(view) == []


def test_the_metodstod_is_one_press_away(view: StartView, went: list[tuple[str, str]]) -> None:
    next(b for b in view.findChildren(QPushButton) if b.text() == "Metodstöd").click()
    assert went == [("method", "")]


@pytest.fixture
def refused() -> OwnMethod:
    """A municipality's own metodstöd that cannot be used."""
    mistake = Mistake("fields.toml", 12, "area.*.goal.hint", "texten är tom", "Skriv en text.")
    return OwnMethod(refused=MethodError((mistake, mistake)))


def test_a_metodstod_that_is_not_used_is_told_with_a_way_to_it(
    office: Office, put_up: Any, refused: OwnMethod, went: list[tuple[str, str]]
) -> None:
    to_method = [lambda: went.append(("method", ""))]
    ways = StartWays(print, print, print, *to_method, print, by_tick_alone(print), *[print] * 9)
    view = put_up(StartView(replace(office, own_method=refused), ways, QPushButton("Utseende")))
    notice = "Kommunens metodstöd används inte: fields.toml, rad 12: texten är tom. "
    assert any(
        shown.text() == f"{notice}Det finns 1 fel till." for shown in view.findChildren(QLabel)
    )
    next(b for b in view.findChildren(QPushButton) if b.text() == "Visa felen").click()
    assert went == [("method", "")]


def test_nothing_is_told_of_a_metodstod_that_is_well(view: StartView) -> None:
    assert not any("metodstöd" in shown.text() for shown in view.findChildren(QLabel))


def test_buttons_say_their_names_where_there_is_room(view: StartView) -> None:
    buttons = [button for button, _, _ in view._worded]
    for width, worded in ((1280, 4), (900, 3), (800, 1), (640, 0)):
        view.resize(width, 680)
        QApplication.processEvents()
        assert (width, sum(bool(button.text()) for button in buttons)) == (width, worded)
    assert all(button.accessibleName() and button.toolTip() for button in buttons)


def test_the_largest_text_clips_no_button_and_no_label(
    qapp: QApplication, office: Office, put_up: Any, clipped: Any, refused: OwnMethod
) -> None:
    larger = themes.apply(qapp, Settings(theme="light", text_size=200))
    office = replace(office, own_method=refused)
    session = SessionWays(print, print, LockTime(10, (5, 10), print))
    by_ticks = by_tick_alone(print)
    ways = StartWays(print, print, print, print, print, by_ticks, *[print] * 8, session)
    office = replace(office, theme=larger, standing=Standing(who="Kim Ek, samordnare"))
    view = put_up(StartView(office, ways, QPushButton("Utseende")))
    view.refresh()
    office.database.flush()
    QApplication.processEvents()
    assert clipped(view) == []
    assert (view.width(), view.height()) == (1280, 680)
    assert view.where.text().endswith(" · Inloggad: Kim Ek, samordnare")

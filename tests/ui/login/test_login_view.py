"""Logging in: what is asked, what is told, and that waiting is waiting."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from gplan_desktop.errors import WorldError
from ui.login.login_view import LoginView, LoginWays
from ui.widgets.fold import Fold

WRONG = WorldError("Användarnamnet eller lösenfrasen stämmer inte.", "Inget är ändrat.", "Pröva.")


@pytest.fixture
def asked() -> list[tuple[Any, ...]]:
    """What the view asked for."""
    return []


@pytest.fixture
def view(theme: Any, put_up: Callable[..., Any], asked: list[tuple[Any, ...]]) -> LoginView:
    ways = LoginWays(
        lambda *told: asked.append(("unlock", *told)),
        lambda: asked.append(("recover",)),
        lambda: asked.append(("practise",)),
    )
    view: LoginView = put_up(LoginView(theme))
    view.serve("Hemvården Norra", ways)
    view.focus_first()
    return view


def write(view: LoginView, type_text: Any) -> None:
    type_text(view.login, "anna.ek ")
    type_text(view.passphrase.line, "blå häst röd å")


def test_name_and_passphrase_are_handed_over_as_they_were_written(
    view: LoginView, type_text: Any, asked: Any
) -> None:
    write(view, type_text)
    QTest.keyClick(view.passphrase.line, Qt.Key.Key_Return)
    assert asked == [("unlock", "anna.ek", "blå häst röd å", False)]
    assert view.told.text().startswith("Låser upp")


def test_a_second_enter_asks_nothing_more_while_it_is_busy(
    view: LoginView, type_text: Any, asked: Any
) -> None:
    write(view, type_text)
    for _ in range(3):
        QTest.keyClick(view.passphrase.line, Qt.Key.Key_Return)
    assert len(asked) == 1


def test_what_is_missing_is_asked_for_in_words(view: LoginView, asked: Any, type_text: Any) -> None:
    view.enter.click()
    assert view.told.text() == "Skriv ditt användarnamn."
    type_text(view.login, "anna")
    view.enter.click()
    assert (view.told.text(), asked) == ("Skriv din lösenfras.", [])
    assert view.passphrase.line.hasFocus()


def test_a_refusal_says_why_and_lets_one_try_again(
    view: LoginView, type_text: Any, asked: Any
) -> None:
    write(view, type_text)
    view.enter.click()
    view.show_refused(WRONG)
    assert view.told.text() == WRONG.message
    assert (view.login.text(), view.passphrase.text) == ("anna.ek ", "")
    type_text(view.passphrase.line, "en annan")
    view.enter.click()
    assert len(asked) == 2


def test_after_many_wrong_tries_the_wait_is_counted_down_beside_the_reason(
    view: LoginView,
) -> None:
    view.show_refused(WRONG, wait_seconds=3)
    for wait in ("Vänta 3 sekunder.", "Vänta 2 sekunder.", "Vänta en sekund."):
        assert (view.told.text(), view.enter.isEnabled()) == (f"{WRONG.happened} {wait}", False)
        view._clock.timeout.emit()
    told = f"{WRONG.happened} Försök igen. Se efter att Caps Lock är av."
    assert (view.told.text(), view.enter.isEnabled()) == (told, True)


def test_a_long_refusal_is_read_whole(view: LoginView, clipped: Any, qtbot: Any) -> None:
    view.show_refused(WorldError(*("Ett skäl som är långt nog för flera rader. " * 3,) * 3))
    qtbot.waitUntil(lambda: clipped(view) == [])


def test_the_passphrase_is_dots_until_one_looks(view: LoginView, type_text: Any) -> None:
    write(view, type_text)
    assert view.passphrase.line.echoMode() is QLineEdit.EchoMode.Password
    view.passphrase.look.click()
    assert view.passphrase.line.echoMode() is QLineEdit.EchoMode.Normal
    view.passphrase.clear()
    assert view.passphrase.line.echoMode() is QLineEdit.EchoMode.Password


def test_there_is_a_way_on_for_the_one_who_forgot(view: LoginView, asked: Any) -> None:
    view.findChild(Fold).toggle()
    view.recover.click()
    view.practise.click()
    assert asked == [("recover",), ("practise",)]


def test_everything_has_a_name(view: LoginView, unnamed: Any, clipped: Any, qtbot: Any) -> None:
    assert unnamed(view) == []
    qtbot.waitUntil(lambda: clipped(view) == [])

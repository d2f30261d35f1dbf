"""Setting a unit up: four steps, each with what it needs, and nothing half made."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from gplan_desktop.backup.places import Fitness, Verdict
from gplan_desktop.entrance import NewUnit
from gplan_desktop.errors import StorageFull
from ui.login.set_up_view import SetUpView, SetUpWays, proposed_login

PHRASE = "sommar tegel brygga mandel"
CODE = "K7QD-4M2P"


@pytest.fixture
def asked() -> list[tuple[Any, ...]]:
    """What the view asked for."""
    return []


@pytest.fixture
def view(theme: Any, put_up: Callable[..., Any], asked: list[tuple[Any, ...]]) -> SetUpView:
    ways = SetUpWays(
        propose=lambda: PHRASE,
        weakness=lambda phrase, *_: "" if len(phrase) > 13 else "Skriv minst 14 tecken.",
        make=lambda unit: asked.append(("make", unit)),
        print_code=lambda: asked.append(("print",)),
        confirm=lambda typed: "" if typed == CODE else "Koden stämmer inte.",
        choose_place=lambda: asked.append(("choose",)),
        finish=lambda place: asked.append(("finish", place)),
        cancel=lambda: asked.append(("cancel",)),
    )
    view: SetUpView = put_up(SetUpView("Norra", "Anna Ek", theme, ways))
    view.focus_first()
    return view


def to_code(view: SetUpView, type_text: Any) -> None:
    view.next.click()
    type_text(view.again.line, PHRASE)
    view.next.click()
    view.show_code(CODE)


def test_the_whole_way_leads_to_a_unit(view: SetUpView, type_text: Any, asked: Any) -> None:
    to_code(view, type_text)
    assert view.code.text() == CODE
    type_text(view.typed, CODE)
    view.next.click()
    view.choose.click()
    view.show_place(Path("/kopior"), Verdict())
    assert view.place_told.text().endswith("kopior.")
    assert not view.verdict.isVisible()
    view.next.click()
    made = NewUnit("Norra", "Anna Ek", "anna.ek", PHRASE)
    assert asked == [("make", made), ("choose",), ("finish", Path("/kopior"))]


@pytest.mark.parametrize(
    ("fitness", "kept"), [(Fitness.REFUSED, None), (Fitness.WARNED, Path("/kopior"))]
)
def test_an_unfit_place_is_told_and_not_kept_and_a_doubtful_one_is_warned_of(
    view: SetUpView, asked: Any, fitness: Fitness, kept: Path | None
) -> None:
    view._show(3)
    view.show_place(Path("/kopior"), Verdict(fitness, "Mappen ligger på samma disk."))
    assert view.verdict.isVisible()
    assert view.verdict.text.text() == "Mappen ligger på samma disk."
    view.next.click()
    assert asked == [("finish", kept)]


def test_a_place_for_copies_may_be_chosen_later(
    view: SetUpView, type_text: Any, asked: Any
) -> None:
    to_code(view, type_text)
    type_text(view.typed, CODE)
    view.next.click()
    view.next.click()
    assert asked[-1] == ("finish", None)


def test_each_step_says_what_is_missing(view: SetUpView, type_text: Any, asked: Any) -> None:
    view.unit.clear()
    view.next.click()
    assert view.problem.text() == "Skriv enhetens namn."
    type_text(view.unit, "Norra")
    view.next.click()
    view.phrase.clear()
    type_text(view.phrase.line, "kort")
    view.next.click()
    assert view.problem.text() == "Skriv minst 14 tecken."
    view.phrase.fill(PHRASE)
    view.next.click()
    assert view.problem.text() == "Skriv samma lösenfras i båda rutorna."
    assert asked == []


def test_a_wrong_code_does_not_lead_on(view: SetUpView, type_text: Any, asked: Any) -> None:
    to_code(view, type_text)
    type_text(view.typed, "FEL")
    view.next.click()
    assert view.problem.text() == "Koden stämmer inte."
    assert view.pages.currentIndex() == 2


def test_turning_back_is_always_there(view: SetUpView, type_text: Any, asked: Any) -> None:
    view.next.click()
    view.back.click()
    assert (view.pages.currentIndex(), asked) == (0, [])
    to_code(view, type_text)
    type_text(view.typed, CODE)
    view.next.click()
    view.back.click()
    assert view.pages.currentIndex() == 2
    # Its code may be on paper already, which is worth a question.
    view.back.click()
    leave, do_it = sorted(
        view.findChild(QMessageBox).buttons(), key=lambda button: button.text(), reverse=True
    )
    assert asked[-1][0] == "make"
    assert leave.text() == "Fortsätt"
    do_it.click()
    assert asked[-1] == ("cancel",)


def test_tab_goes_from_one_line_of_the_passphrase_to_the_other(
    view: SetUpView, type_text: Any
) -> None:
    view.next.click()
    QTest.keyClick(view.phrase.line, Qt.Key.Key_Tab)
    assert view.again.line.hasFocus()


def test_when_it_cannot_be_made_nothing_typed_is_lost(
    view: SetUpView, type_text: Any, asked: Any
) -> None:
    view.next.click()
    type_text(view.again.line, PHRASE)
    view.next.click()
    view.show_failure(StorageFull())
    assert view.isEnabled()
    assert "disken är full" in view.problem.text()
    assert (view.phrase.text, view.unit.text()) == (PHRASE, "Norra")


def test_the_login_follows_the_name_until_it_is_ones_own(view: SetUpView, type_text: Any) -> None:
    view.name.clear()
    type_text(view.name, "Åsa Öst")
    assert view.login.text() == "åsa.öst"
    assert proposed_login("  Anna   Maria Ek ") == "anna.maria.ek"


def test_everything_has_a_name_on_every_step(
    view: SetUpView, type_text: Any, unnamed: Any, clipped: Any, qtbot: Any
) -> None:
    for step in range(4):
        view._show(step)
        assert unnamed(view) == []
        qtbot.waitUntil(lambda: clipped(view) == [])

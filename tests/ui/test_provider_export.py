"""Handing persons over: one at a time, wholly and noted, or not at all."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gplan_desktop.domain.person import Provider
from gplan_desktop.errors import StorageFull
from ui.office import Office
from ui.progress_window import Stopped
from ui.provider_export import ExportWork
from ui.provider_words import Order, Outcome, details, outcome, question

NAME = "Norrbackens Hemservice AB"
BOTH = (("karin", "Karin Bergström"), ("rolf", "Rolf Engdahl"))


@pytest.fixture
def both(office: Office) -> Office:
    """The practice unit, in which two persons have the provider."""

    def work() -> None:
        karin = office.store.person("karin")
        office.store.change_person(replace(karin, provider=Provider(NAME, external=True)))

    office.database.call(work)
    return office


@pytest.fixture
def run(both: Office, tmp_path: Path) -> Callable[..., Outcome]:
    """Hand both over, as the worker of papers does."""

    def run(tell: Callable[[str, int, int], None]) -> Outcome:
        work = ExportWork(both, Order(NAME, BOTH), tmp_path)
        return both.paper.call(lambda: work.run(tell))

    return run


def refuse_to_note(office: Office, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def add(_prints: object) -> None:
        raise error

    monkeypatch.setattr(office.store.prints, "add", add)


def test_how_far_it_has_come_is_told(run: Callable[..., Outcome]) -> None:
    told: list[tuple[str, int, int]] = []
    assert run(lambda *what: told.append(what)).is_complete
    assert told == [("Individ 1 av 2 exporteras.", 0, 2), ("Individ 2 av 2 exporteras.", 1, 2)]


def test_what_was_stopped_is_whole_up_to_there(run: Callable[..., Outcome], tmp_path: Path) -> None:
    def tell(_text: str, done: int, _whole: int) -> None:
        if done:
            raise Stopped

    ended = run(tell)
    assert ended == Outcome(tmp_path.name, done=("Karin Bergström",), not_begun=("Rolf Engdahl",))
    assert [path.name for path in tmp_path.glob("*2026*")] == ["KB – 2026-11-23"]
    assert details(ended) == ["De här påbörjades inte:", "• Rolf Engdahl"]


def test_what_cannot_be_noted_has_not_left_the_unit(
    both: Office, run: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = StorageFull()
    refuse_to_note(both, monkeypatch, error)
    ended = run(lambda *_: None)
    assert ended.failed == tuple((name, error.happened) for _, name in BOTH)
    assert list(tmp_path.glob("*2026*")) == []


def test_a_bug_is_logged_and_the_rest_goes_on(
    both: Office,
    run: Callable[..., Outcome],
    monkeypatch: pytest.MonkeyPatch,
    expect_log: Callable[[str], None],
) -> None:
    expect_log("a bug")
    pdf = both.store.pdf

    def only_rolfs(plan_id: str) -> bytes:
        if plan_id.startswith("karin"):
            raise ZeroDivisionError
        return pdf(plan_id)

    monkeypatch.setattr(both.store, "pdf", only_rolfs)
    ended = run(lambda *_: None)
    assert ended.done == ("Rolf Engdahl",)
    assert [name for name, _ in ended.failed] == ["Karin Bergström"]


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (Outcome("Ut"), "Ingenting exporterades."),
        (Outcome("Ut", done=("A",)), "1 individ exporterades till mappen ”Ut”."),
        (Outcome("Ut", done=("A", "B")), "2 individer exporterades till mappen ”Ut”."),
    ],
)
def test_the_outcome_is_a_sentence(told: Outcome, sentence: str) -> None:
    assert outcome(told) == sentence


def test_of_very_many_only_the_first_are_named() -> None:
    lines = details(Outcome("Ut", failed=tuple((f"P{n}", "Nej.") for n in range(25))))
    assert len(lines) == 22
    assert lines[-1] == "• och 5 till"


@pytest.mark.parametrize(
    ("changes", "said", "unsaid"),
    [
        ({}, "Exportera uppgifter om A till X?", "skyddade person"),
        ({"is_protected": True}, "skyddade personuppgifter", "följer inte med. I kolumnen"),
        ({"left_out": 1}, "1 individ följer inte med. I kolumnen Export", "skyddade person"),
    ],
)
def test_the_question_says_what_it_is_about(
    changes: dict[str, Any], said: str, unsaid: str
) -> None:
    asked = question(Order("X", (("a", "A"),), **changes))
    whole = f"{asked.text} {asked.consequence}"
    assert said in whole
    assert unsaid not in whole

import logging
import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from ui.background import Background
from ui.spell_check import OwnWords, SpellCheck

pytestmark = pytest.mark.usefixtures("dictionary_read_once")


class Heard:
    """What the spelling help told, in order."""

    def __init__(self) -> None:
        self.words: list[list[str]] = []

    def marks_in(self, text: str) -> Callable[..., None]:
        return lambda marks: self.words.append([mark.of(text) for mark in marks])


def own_words(background: Background, words: list[str]) -> OwnWords:
    return OwnWords(background, lambda: words, words.append)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def spelling(background: Background) -> SpellCheck:
    spelling = SpellCheck(background, own_words(background, ["Solgläntan"]))
    spelling.start()
    return spelling


def test_what_is_asked_before_the_dictionary_is_there_waits(
    spelling: SpellCheck, background: Background, heard: Heard
) -> None:
    spelling.check("a", "hemtjenst på Solgläntan", heard.marks_in("hemtjenst på Solgläntan"))
    assert heard.words == []
    background.flush()
    assert heard.words == [["hemtjenst"]]


def test_of_one_field_only_the_newest_text_is_told(
    spelling: SpellCheck, background: Background, heard: Heard
) -> None:
    for text in ("hemtj", "hemtjen", "hemtjenst"):
        spelling.check("a", text, heard.marks_in(text))
    spelling.check("b", "dushning", heard.marks_in("dushning"))
    background.flush()
    assert heard.words == [["hemtjenst"], ["dushning"]]


def test_the_window_is_told_when_words_can_be_checked_and_when_one_is_added(
    spelling: SpellCheck, background: Background, heard: Heard
) -> None:
    changes: list[bool] = []
    spelling.words_changed.connect(lambda: changes.append(True))
    background.flush()
    assert changes == [True]
    spelling.add("Treserva")
    spelling.check("a", "Treserva", heard.marks_in("Treserva"))
    background.flush()
    assert (heard.words, changes) == ([[]], [True, True])


def test_an_added_word_is_stored_where_the_unit_keeps_its_words(background: Background) -> None:
    words: list[str] = []
    threads: list[int] = []
    own = OwnWords(
        background, list, lambda w: (words.append(w), threads.append(threading.get_ident()))
    )
    spelling = SpellCheck(background, own)
    spelling.start()
    spelling.add("Treserva")
    background.flush()
    assert words == ["Treserva"]
    assert threads[0] != threading.get_ident()


def test_suggestions_come_from_the_dictionary(spelling: SpellCheck, background: Background) -> None:
    told: list[Any] = []
    spelling.suggest("omvådnad", told.append)
    background.flush()
    assert told[0][0] == "omvårdnad"


def test_the_names_of_the_plan_pass(
    spelling: SpellCheck, background: Background, heard: Heard
) -> None:
    spelling.accept_names(["Mirela Xyzic"])
    spelling.check("a", "Mirela Xyzic", heard.marks_in("Mirela Xyzic"))
    background.flush()
    assert heard.words == [[]]


def test_a_forgotten_field_is_told_nothing(
    spelling: SpellCheck, background: Background, heard: Heard
) -> None:
    spelling.check("a", "hemtjenst", heard.marks_in("hemtjenst"))
    spelling.forget("a")
    background.flush()
    spelling.check("a", "hemtjenst", heard.marks_in("hemtjenst"))
    spelling.forget("a")
    background.flush()
    assert heard.words == []


def test_a_field_that_is_gone_is_not_called(spelling: SpellCheck, background: Background) -> None:
    class Field(QObject):
        def done(self, _: object) -> None:
            raise AssertionError

    field = Field()
    spelling.check("a", "hemtjenst", field.done)
    delete(field)
    background.flush()


def test_without_a_dictionary_there_is_no_spelling_help_and_no_fault(
    background: Background,
    heard: Heard,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def missing() -> None:
        raise ModuleNotFoundError("No module named 'hunspell'")

    monkeypatch.setattr("gplan_desktop.spelling.care_words", missing)
    caplog.set_level(logging.INFO)
    told: list[Any] = []
    spelling = SpellCheck(background, own_words(background, []))
    spelling.start()
    spelling.check("a", "hemtjenst", heard.marks_in("hemtjenst"))
    background.flush()
    spelling.suggest("hemtjenst", told.append)
    spelling.add("hemtjenst")
    background.flush()
    assert (heard.words, told) == ([[]], [()])
    assert "There is no spelling help: ModuleNotFoundError" in caplog.text


def test_words_that_cannot_be_read_or_stored_are_told_in_the_log_but_not_quoted(
    background: Background,
    heard: Heard,
    expect_log: Callable[[str], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(*words: str) -> list[str]:
        raise OSError(*words)

    expect_log("The unit's own words could not be read: OSError")
    expect_log("A word could not be stored: OSError")
    spelling = SpellCheck(background, OwnWords(background, broken, broken))
    spelling.start()
    spelling.add("Hemligt")
    spelling.check("a", "Hemligt hemtjenst", heard.marks_in("Hemligt hemtjenst"))
    background.flush()
    assert heard.words == [["hemtjenst"]]
    assert "Hemligt" not in caplog.text


def test_a_field_may_be_left_after_the_threads_have_ended(
    spelling: SpellCheck, background: Background, heard: Heard
) -> None:
    background.flush()
    spelling.stop()
    background.stop()
    spelling.check("a", "hemtjenst", heard.marks_in("hemtjenst"))
    assert heard.words == []

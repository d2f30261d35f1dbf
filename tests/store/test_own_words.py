from collections.abc import Callable

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.store.own_words import LONGEST
from gplan_desktop.store.store import Store


def test_words_are_there_after_closing_and_opening_in_swedish_order(
    empty_store: Store, reopen: Callable[..., Store]
) -> None:
    for word in ("Ösregn", "tes", "ärta", "Åsagården", "HLR", "Zimmer", "hlr"):
        empty_store.words.add(word)
    found = ["HLR", "hlr", "tes", "Zimmer", "Åsagården", "ärta", "Ösregn"]
    assert empty_store.words.all() == found
    assert reopen(empty_store).words.all() == found


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Tes\n", "Tes"),
        ("Te\0s", "Tes"),
        ("A\u030asa", "Åsa"),
        ("d-vitamin", "d-vitamin"),
        ("å" * LONGEST, "å" * LONGEST),
    ],
)
def test_a_word_is_cleaned_before_it_is_kept(empty_store: Store, written: str, kept: str) -> None:
    empty_store.words.add(written)
    assert empty_store.words.all() == [kept]
    empty_store.words.remove(written)
    assert empty_store.words.all() == []


@pytest.mark.parametrize(
    "written", ["", "  ", "två ord", "två\nord", "två\xa0ord", "\u200b", "\ud83d", "x" * 65]
)
def test_what_is_not_one_word_is_refused_without_being_repeated(
    empty_store: Store, written: str
) -> None:
    for change in (empty_store.words.add, empty_store.words.remove):
        with pytest.raises(ValueError, match=r"^not one word of at most 64 signs$"):
            change(written)
    assert empty_store.words.all() == []


def test_adding_and_removing_twice_is_harmless_and_logged_once(empty_store: Store) -> None:
    for change in (empty_store.words.add, empty_store.words.remove):
        for _ in range(2):
            change("Åsagården")
    assert empty_store.words.all() == []
    assert [entry.action for entry in empty_store.audit()] == ["word.added", "word.removed"]


def test_the_word_itself_is_not_in_the_log(empty_store: Store) -> None:
    for word in ("Åsagården", "Tes"):
        empty_store.words.add(word)
    empty_store.words.remove("Tes")
    told = [(entry.action, entry.subject, entry.detail) for entry in empty_store.audit()]
    assert told == [("word.added", "1", ""), ("word.added", "2", ""), ("word.removed", "2", "")]


@pytest.mark.parametrize("word", ["", "x" * 65])
def test_the_database_itself_refuses_what_is_no_word(empty_store: Store, word: str) -> None:
    connection = empty_store._connection
    with pytest.raises(sqlcipher.IntegrityError, match="CHECK"), connection.writing():
        connection.write("INSERT INTO own_word (word) VALUES (?)", (word,))

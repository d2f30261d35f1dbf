import re

import pytest

from gplan_desktop.vault.passphrase import is_same, suggest, weakness, words


def test_there_are_words_enough_for_a_passphrase_that_cannot_be_guessed():
    assert len(words()) >= 2048
    assert all(re.fullmatch("[a-zåäö]{4,8}", word) for word in words())


def test_no_two_words_differ_by_a_single_sign():
    holes = [word[:at] + "_" + word[at + 1 :] for word in words() for at in range(len(word))]
    shorter = {word[:at] + word[at + 1 :] for word in words() for at in range(len(word))}
    assert len(holes) == len(set(holes))
    assert not shorter & set(words())


def test_four_words_are_offered_and_are_good():
    offered = [suggest() for _ in range(50)]
    assert len(set(offered)) == 50
    assert {len(passphrase.split()) for passphrase in offered} == {4}
    assert [weakness(passphrase, "anna", "Anna Ek") for passphrase in offered] == [""] * 50


@pytest.mark.parametrize(
    ("passphrase", "reason"),
    [
        ("", "för kort"),
        ("tretton tecke", "för kort"),
        ("kaffe moln", "för kort"),
        ("a" * 40, "upprepar"),
        ("1212121212121212", "upprepar"),
        ("Anna Åberg Anna Åberg", "namn"),
        ("anna.aberg2026anna", "namn"),
        ("lösenordlösenord", "vanliga"),
        ("Password123456!", "vanliga"),
        ("qwertyuiopåasdfghjkl", "vanliga"),
        ("Sommar2026Sommar", "vanliga"),
        ("hemtjänst2026!!", "vanliga"),
        ("hemvarden2026!!", "vanliga"),
        ("Omsorgen Örebro 26!", "vanliga"),
        ("qwertyuiopasdf", "vanliga"),
        ("abcdefghijklmn", "följd"),
        ("zyxwvutsrqponm", "följd"),
        ("kl jihgfedcba 7!", "följd"),
        ("bjorkbacken 2026", "namn"),
        ("kaffemolnkaffemoln", "upprepar"),
        ("grytagrytagryta!!", "upprepar"),
    ],
)
def test_what_is_easy_to_guess_is_told_with_the_reason(passphrase: str, reason: str):
    assert reason in weakness(passphrase, "anna.aberg", "Anna Åberg Björkbacken")


@pytest.mark.parametrize(
    "passphrase",
    [
        "kaffe moln trappa lejon",
        "min granne har tre hästar",
        "mingrannehartrehästar",
        "hund åker båt i mars",
        "grönsak lund mora skänk",
        "katten stolen gurka lampa",
        "73950 18264 60937",
    ],
)
def test_length_is_enough_without_digits_or_capitals(passphrase: str):
    assert weakness(passphrase, "anna", "Anna Åberg") == ""


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("sommar tegel brygga mandel", True),
        ("Sommar  Tegel-brygga mandel!", True),
        ("sommar tegel brygga mandlar", False),
    ],
)
def test_a_passphrase_is_the_same_however_it_is_dressed(other: str, same: bool) -> None:
    assert is_same("sommar tegel brygga mandel", other) is same

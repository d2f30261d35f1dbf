"""What is told of the backups, as a table."""

from datetime import UTC, datetime, timedelta

import pytest

from gplan_desktop.backup.finding import Changes
from gplan_desktop.backup.status import State, Status
from ui.backup.backup_words import changes_told, size_word, status_told, when

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("size", "word"),
    [(0, "0 B"), (999, "999 B"), (1000, "1,0 kB"), (323_584, "324 kB"), (1_739_000_000, "1,7 GB")],
)
def test_sizes_are_told_in_few_figures(size: int, word: str) -> None:
    assert size_word(size) == word


@pytest.mark.parametrize(
    ("hours", "words"),
    [(0, "i dag kl. 11.00"), (12, "i går kl. 23.00"), (36, "2026-11-21 kl. 23.00")],
)
def test_moments_are_told_as_people_say_them(hours: int, words: str) -> None:
    assert when(NOW - timedelta(hours=hours), NOW) == words


@pytest.mark.parametrize(
    ("status", "role", "text"),
    [
        (Status(State.UNSET), "warning", "Säkerhetskopior är inte inställda."),
        (Status(State.NEVER), "warning", "Ingen säkerhetskopia är gjord än."),
        (
            Status(State.OLD, NOW, 3, NOW, "disken är full"),
            "warning",
            "Senaste säkerhetskopian är 3 dagar gammal. Det gick inte senast: disken är full.",
        ),
        (Status(State.FRESH, NOW), "done", "Senaste säkerhetskopian gjordes i dag kl. 11.00"),
        (Status(State.FRESH, NOW, 0, NOW, "disken är full"), "warning", "Senaste säkerhetskopian"),
    ],
)
def test_the_state_is_one_sentence(status: Status, role: str, text: str) -> None:
    told = status_told(status, NOW)
    assert told.role == role
    assert told.text.startswith(text)


def test_who_may_not_be_named_is_counted() -> None:
    told = changes_told(Changes(("", "", "Siv"), (("", 2), ("Siv", 3)), (("", 1),), 1, 2))
    assert [line.text for line in told] == [
        "3 individer finns inte i kopian och försvinner ur listan: Siv och 2 till.",
        "5 planer finns inte i kopian: Siv (3) och 1 till.",
        "1 plan blir som när kopian gjordes.",
        "1 individ och 2 planer kommer tillbaka.",
    ]


def test_no_more_than_five_are_named() -> None:
    names = tuple(f"Person {number}" for number in range(8))
    told = changes_told(Changes(names))[0].text
    assert told.endswith("Person 0, Person 1, Person 2, Person 3, Person 4 och 3 till.")

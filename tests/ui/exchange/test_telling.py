"""Progress is told now and then, and stops the work."""

import pytest

from ui.exchange.telling import Telling, in_digits
from ui.progress_window import Stopped

NBSP = "\u00a0"


def test_rows_are_told_now_and_then_and_not_each_of_them() -> None:
    told: list[tuple[str, int, int]] = []
    telling = Telling(lambda *what: told.append(what), "Granskar")
    for number in range(1, 1001):
        telling.rows(number, 10_000)
    assert told[0] == (f"Granskar: rad 1 av 10{NBSP}000.", 1, 10_000)
    assert len(told) < 100


def test_what_is_told_stops_the_work_also_between_the_rows() -> None:
    def stop(_text: str, _done: int, _whole: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        Telling(stop, "Läser filen").watch.stop_if_cancelled()


def test_before_the_first_row_no_number_is_told() -> None:
    told: list[str] = []
    Telling(lambda text, _done, _whole: told.append(text), "Läser filen").watch.stop_if_cancelled()
    assert told == ["Läser filen…"]


@pytest.mark.parametrize(("number", "text"), [(9, "9"), (812, "812"), (10_000, f"10{NBSP}000")])
def test_large_numbers_are_written_as_in_swedish(number: int, text: str) -> None:
    assert in_digits(number) == text

import pytest

from gplan_desktop.domain.print_out import Way
from ui.papers import Failure, PaperJob, Summary
from ui.print_words import details, outcome

JOBS = tuple(PaperJob(f"Plan {number}", bytes) for number in range(1, 26))


@pytest.mark.parametrize(
    ("count", "way", "told"),
    [
        (0, Way.PRINTER, "Ingen plan skrevs ut."),
        (1, Way.PRINTER, "1 plan är utskriven."),
        (2, Way.PRINTER, "2 planer är utskrivna."),
        (0, Way.FILE, "Ingen plan sparades."),
        (1, Way.FILE, "1 plan är sparad."),
        (25, Way.FILE, "25 planer är sparade."),
    ],
)
def test_how_many_came_out_is_told_in_one_sentence(count: int, way: Way, told: str) -> None:
    assert outcome(Summary(done=JOBS[:count]), way) == told


def test_nothing_is_added_when_all_came_out() -> None:
    assert details(Summary(done=JOBS), Way.PRINTER) == []


def test_each_failure_tells_why() -> None:
    failed = Summary(failed=(Failure(JOBS[0], "Filen är borta."),), notice="Mindre papper.")
    assert details(failed, Way.FILE) == [
        "Mindre papper.",
        "Det gick inte att spara:",
        "• Plan 1: Filen är borta.",
    ]


def test_a_long_list_is_cut_and_counted() -> None:
    lines = details(Summary(not_begun=JOBS), Way.PRINTER)
    assert lines[:2] == ["De här påbörjades inte:", "• Plan 1"]
    assert lines[-2:] == ["• Plan 20", "• och 5 till"]

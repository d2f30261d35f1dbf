"""Times are read out of what people write, and other numbers are left alone."""

import pytest

from gplan_desktop.domain.clock_times import told_times


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("", []),
        ("kl. 9", [(9, 10)]),
        ("ungefär kl 7.30", [(7, 8)]),
        ("08:00–09:30", [(8, 10)]),
        ("mellan 12 och 13", [(12, 13)]),
        ("kl 22 och kl 02", [(22, 23), (2, 3)]),
        ("halv åtta varje morgon", [(7, 8)]),
        ("tisdag och fredag, 2 gånger", []),
        ("den 3/11, 45 minuter", []),
        ("före kl. 15", []),
    ],
)
def test_times_are_told_by_the_hour(text, hours):
    assert [(time.start, time.end) for time in told_times(text)] == hours


@pytest.mark.parametrize(("text", "may"), [("kl. 8", True), ("kl. 08", False), ("kl. 20", False)])
def test_only_a_bare_morning_hour_may_be_meant_for_the_evening(text, may):
    [time] = told_times(text)
    assert time.may_be_evening is may

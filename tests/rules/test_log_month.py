from datetime import date

import pytest

from gplan_desktop.domain.journal_entry import Period
from gplan_desktop.rules.log_month import last_month, month_id, month_name


@pytest.mark.parametrize(
    ("today", "first", "last", "name"),
    [
        (date(2026, 11, 24), date(2026, 10, 1), date(2026, 10, 31), "oktober 2026"),
        (date(2026, 3, 31), date(2026, 2, 1), date(2026, 2, 28), "februari 2026"),
        (date(2027, 1, 1), date(2026, 12, 1), date(2026, 12, 31), "december 2026"),
    ],
)
def test_the_month_to_report_is_the_last_whole_one(
    today: date, first: date, last: date, name: str
) -> None:
    month = last_month(today)
    assert month == Period(first, last)
    assert month_name(month) == name
    assert month_id(month) == f"{first:%Y-%m}"

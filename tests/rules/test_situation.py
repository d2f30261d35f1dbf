"""The limits follow the municipality's numbers and the day."""

from dataclasses import replace
from datetime import date

import pytest


@pytest.mark.parametrize(
    ("months", "latest"), [(6, date(2027, 5, 23)), (3, date(2027, 2, 23)), (12, date(2027, 11, 23))]
)
def test_the_last_day_is_counted_in_the_methods_months(follow_up, months, latest):
    method = follow_up.situation.method
    changed = replace(method, limits=replace(method.limits, follow_up_months=months))
    assert replace(follow_up.situation, method=changed).latest_follow_up == latest

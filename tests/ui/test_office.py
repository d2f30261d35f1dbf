from dataclasses import replace
from datetime import UTC, date, datetime

from ui.office import Office


def test_the_day_is_the_one_on_the_wall_in_sweden(office: Office) -> None:
    assert office.today() == date(2026, 11, 23)
    late = replace(office, now=lambda: datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    assert late.today() == date(2026, 11, 24)
    assert late.desk().today == date(2026, 11, 24)


def test_the_desk_plans_by_the_offices_store_and_method(office: Office) -> None:
    desk = office.desk()
    assert desk.store is office.store
    assert desk.method is office.method

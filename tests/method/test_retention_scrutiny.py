"""A municipality may keep records longer, never shorter than the law."""

import pytest

from gplan_desktop.method.load import load
from gplan_desktop.method.mistakes import MethodError
from gplan_desktop.method.model import Retention
from gplan_desktop.method.sources import built_in_text


def loaded(text: str) -> Retention:
    own = {"method.toml": f'version = "Eksta"\n[retention]\n{text}'}
    return load(built_in_text, own).method.retention


def test_a_municipality_says_that_nothing_is_erased_there() -> None:
    found = loaded("years = 10\nin_exempt_place = true")
    assert (found.years, found.in_exempt_place, found.exempt_days) == (10, True, (5, 15, 25))


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("years = 4", "retention.years: talet är inte rimligt. Skriv ett tal från 5 till 100."),
        ("years = 101", "retention.years: talet är inte rimligt."),
        ('years = "fem"', "retention.years: värdet har inte rätt form."),
        ("exempt_days = [5, 32]", "retention.exempt_days: dagen 32 finns inte."),
        ("exempt_days = [0]", "retention.exempt_days: dagen 0 finns inte."),
        (
            "exempt_places = []\nin_exempt_place = true",
            "retention.in_exempt_place: ingen plats är undantagen.",
        ),
        ("months = 3", "retention.months: nyckeln finns inte i metodstödet."),
    ],
)
def test_what_would_erase_too_much_is_told(text: str, mistake: str) -> None:
    with pytest.raises(MethodError) as caught:
        loaded(text)
    assert any(mistake in str(one) for one in caught.value.mistakes)
    assert all(one.file == "method.toml" for one in caught.value.mistakes)

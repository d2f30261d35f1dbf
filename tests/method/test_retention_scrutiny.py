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
    ("text", "mistakes"),
    [
        (
            "years = 4\nexempt_days = [5, 32]\nmonths = 3",
            (
                "retention.years: talet är inte rimligt. Skriv ett tal från 5 till 100.",
                "retention.exempt_days: dagen 32 finns inte.",
                "retention.months: nyckeln finns inte i metodstödet.",
            ),
        ),
        (
            "years = 101\nexempt_days = [0]\nexempt_places = []\nin_exempt_place = true",
            (
                "retention.years: talet är inte rimligt.",
                "retention.exempt_days: dagen 0 finns inte.",
                "retention.in_exempt_place: ingen plats är undantagen.",
            ),
        ),
        ('years = "fem"', ("retention.years: värdet har inte rätt form.",)),
    ],
)
def test_what_would_erase_too_much_is_told(text: str, mistakes: tuple[str, ...]) -> None:
    with pytest.raises(MethodError) as caught:
        loaded(text)
    told = [str(one) for one in caught.value.mistakes]
    assert [one for one in mistakes if not any(one in line for line in told)] == []
    assert all(one.file == "method.toml" for one in caught.value.mistakes)

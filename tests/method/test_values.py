"""What stands in braces is filled in when it is known, and told when it is not."""

import pytest

from gplan_desktop.method.values import filled_in, names_in


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("senast {establish_days} dagar", "senast 14 dagar"),
        ("{limit} och {establish_days}", "{limit} och 14"),
        ("{{establish_days}}", "{{establish_days}}"),
        ("inget", "inget"),
    ],
)
def test_what_is_known_is_filled_in_and_the_rest_is_left(text: str, read: str) -> None:
    assert filled_in(text, {"establish_days": 14}) == read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Senast {limit}, om {days} dagar.", {"limit", "days"}),
        ("{limit:d} {days!r}", {"limit:d", "days!r"}),
        ("{}", {""}),
        ("{{limit}}", set()),
    ],
)
def test_names_are_told_with_their_form(text: str, names: set[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize("text", ["{limit", "limit}", "{li{mit}"])
def test_a_lone_brace_is_no_name(text: str) -> None:
    with pytest.raises(ValueError, match=r"[{}]"):
        names_in(text)

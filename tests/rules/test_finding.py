"""Findings: on which page they stand, and what blocks."""

import pytest

from gplan_desktop.method.model import Severity
from gplan_desktop.rules.finding import Finding, finding, step_of


@pytest.mark.parametrize(
    ("field", "step"),
    [
        ("participation.how", "participation"),
        ("closing.followed_up_on", "close_previous"),
        ("name", "name"),
        ("contributors", "contributors"),
        ("contributors.3.role", "contributors"),
        ("area.d5.needs", "area.d5"),
        ("area.b1528A.activities.0.what", "area.b1528A"),
        ("follow_up.day", "follow_up"),
        ("review", "review"),
        ("general", "general"),
    ],
)
def test_a_field_stands_on_one_page(method, field, step):
    assert step_of(method, field) == step


def test_a_field_that_nobody_described_is_a_bug(method):
    with pytest.raises(KeyError):
        step_of(method, "participation.colour")


@pytest.mark.parametrize(
    ("severity", "blocks"),
    [(Severity.BLOCKING, True), (Severity.WARNING, False), (Severity.HINT, False)],
)
def test_only_what_blocks_blocks(severity, blocks):
    assert Finding("rule", "name", "name", severity, "Text.").blocks is blocks


def test_the_message_is_filled_in(method):
    found = finding(method, "contributor-role", "contributors.0.role", name="Karin Öberg")
    assert found.text == "Välj roll för Karin Öberg."
    assert (found.step, found.severity) == ("contributors", Severity.BLOCKING)

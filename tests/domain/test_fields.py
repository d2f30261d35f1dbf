"""Field ids: each names one place in the plan, and writing there changes nothing else."""

from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gplan_desktop.domain.fields import pattern, value_at, with_value
from gplan_desktop.domain.plan import DayPart, Plan

FIELDS = (
    "name",
    "participation.how",
    "participation.voice",
    "closing.followed_up_on",
    "contributors",
    "contributors.1.name",
    "area.d5.needs",
    "area.d6.goal",
    "area.d6.activities",
    "area.d5.activities.0.what",
    "area.d5.activities.1.day_parts",
    "follow_up.day",
)


def leaves(value: object, place: str = "") -> dict[str, object]:
    if is_dataclass(value):
        parts = {f.name: getattr(value, f.name) for f in dataclass_fields(value)}
    elif isinstance(value, tuple):
        parts = {str(number): entry for number, entry in enumerate(value)}
    else:
        return {place: value}
    return {k: v for n, part in parts.items() for k, v in leaves(part, f"{place}.{n}").items()}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Genomförandeplan Hemvård"),
        ("participation.how", "Vid köksbordet"),
        ("contributors.1.name", "Eva Öberg"),
        ("area.d6.goal", "Mål d6"),
        ("area.d5.activities.1.what", "Promenad"),
        ("area.d5.activities.0.day_parts", (DayPart.MORNING,)),
    ],
)
def test_a_field_stands_for_its_place(full_plan, field, value):
    assert value_at(full_plan, field) == value


@given(st.sampled_from(FIELDS), st.text(max_size=8))
def test_what_is_written_is_what_is_read(full_plan, field, text):
    assert value_at(with_value(full_plan, field, text), field) == text


@given(st.sampled_from(FIELDS), st.text(max_size=8))
def test_the_old_value_put_back_gives_the_same_plan(full_plan, field, text):
    changed = with_value(full_plan, field, text)
    assert with_value(changed, field, value_at(full_plan, field)) == full_plan


@pytest.mark.parametrize("field", ["name", "contributors.1.name", "area.d6.activities.0.how"])
def test_only_the_written_place_changes(full_plan: Plan, field: str):
    before, after = leaves(full_plan), leaves(with_value(full_plan, field, "NYTT"))
    differing = {place for place in before if before[place] != after[place]}
    assert len(differing) == 1
    assert differing.pop().endswith(field.rpartition(".")[2])


@pytest.mark.parametrize(
    "field",
    [
        "",
        "area",
        "area.d1.goal",
        "area.5.goal",
        "area.d5.colour",
        "area.d5.activities.2.what",
        "contributors.9.name",
        "contributors.name",
        "participation.colour",
        "name.0",
        "name.upper",
        "area_of_plan",
        "is_follow_up",
    ],
)
def test_a_place_that_is_not_there_is_a_key_error(full_plan, field):
    with pytest.raises(KeyError):
        value_at(full_plan, field)
    with pytest.raises(KeyError):
        with_value(full_plan, field, "")


@pytest.mark.parametrize(
    ("field", "described_as"),
    [
        ("name", "name"),
        ("participation.how", "participation.how"),
        ("contributors.12.role", "contributors.*.role"),
        ("area.d5.goal", "area.*.goal"),
        ("area.b1528A.activities.3.what", "area.*.activities.*.what"),
        ("area", "area"),
    ],
)
def test_every_area_and_row_shares_one_description(field, described_as):
    assert pattern(field) == described_as

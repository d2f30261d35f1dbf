"""What is shown and printed of the metodstöd: the parts, their order, and whose examples."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from gplan_desktop.domain.life_areas import LIFE_AREAS
from gplan_desktop.method.model import Method
from gplan_desktop.method.reading import field_reading, rule_reading, step_reading


def headings(body: str) -> list[str]:
    return [line.removeprefix("### ") for line in body.splitlines() if line.startswith("### ")]


def test_the_parts_stand_in_their_order_and_the_law_only_where_there_is_one(
    method: Method,
) -> None:
    always = ["Varför", "Så skriver du", "Bra exempel", "Mindre bra exempel", "Källa"]
    for field, text in method.fields.items():
        law = ["Lag"] if text.help.law else []
        reading = field_reading(method, field)
        assert headings(reading.body) == always + law, field
        assert reading.title == text.label
        assert text.help.poor in reading.body


@pytest.mark.parametrize("area", [area.code for area in LIFE_AREAS])
@pytest.mark.parametrize(
    ("part", "place"),
    [
        ("needs", "needs"),
        ("goal", "goal"),
        ("how", "activities.3.how"),
        ("attainment_reason", "attainment_reason"),
        ("result", "result"),
    ],
)
def test_a_life_area_has_examples_of_its_own(
    method: Method, area: str, part: str, place: str
) -> None:
    body = field_reading(method, f"area.{area}.{place}").body
    label = next(known.label for known in LIFE_AREAS if known.code == area)
    assert headings(body)[2:4] == [f"Bra exempel – {label}", f"Mindre bra exempel – {label}"]
    own = getattr(method.areas[area].examples, part)
    assert own.good in body
    assert own.poor in body
    assert method.field(f"area.*.{place}").help.good not in body


def test_other_fields_of_a_life_area_have_the_general_examples(method: Method) -> None:
    for field in ("area.d5.next_follow_up", "area.d5.activities.0.what", "area.*.goal"):
        assert headings(field_reading(method, field).body)[2] == "Bra exempel"


def test_a_method_without_the_area_gives_the_general_examples(method: Method) -> None:
    older = replace(method, areas=MappingProxyType({}))
    assert headings(field_reading(older, "area.d5.goal").body)[2] == "Bra exempel"


def test_a_field_that_nothing_is_said_of_is_an_error(method: Method) -> None:
    with pytest.raises(KeyError):
        field_reading(method, "area.d5.colour")


def test_a_page_tells_its_purpose_its_text_and_its_source(method: Method) -> None:
    reading = step_reading(method, "tabs")
    assert reading.title == method.steps["tabs"].title
    assert reading.body.startswith(method.steps["tabs"].purpose)
    assert method.steps["tabs"].body in reading.body
    assert reading.body.endswith(f"### Källa\n\n{method.steps['tabs'].source}.")


def test_the_page_of_a_life_area_tells_its_parts(method: Method) -> None:
    reading = step_reading(method, "area.d5")
    assert reading.title == "Personlig vård"
    assert "- Att sköta toalettbehov" in reading.body


def test_a_rule_tells_its_number_sentence_and_source(method: Method) -> None:
    for name, rule in method.rules.items():
        reading = rule_reading(method, name)
        assert reading.title == f"Regel {rule.number}"
        assert reading.body.startswith(rule.sentence)
        assert rule.source in reading.body

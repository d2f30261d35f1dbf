"""What the metodstöd says about one thing, as one text to read on the screen or on paper."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from gplan_desktop.domain.life_areas import life_area
from gplan_desktop.method.help_texts import HELP_SECTIONS
from gplan_desktop.method.model import AreaExamples, Example, Method

AREA_PARTS = tuple(field.name for field in fields(AreaExamples))
"""The fields of a life area that have examples of their own in each of the areas."""

_EXAMPLES = ("good", "poor")


@dataclass(frozen=True)
class Reading:
    """A title and a body in Markdown; nothing that anyone wrote in a plan is in it."""

    title: str
    body: str


def field_reading(method: Method, field: str) -> Reading:
    """Return the help of the input *field*, with the examples of its life area if it has one (F14).

    Raises:
        KeyError: when the method says nothing of the field.
    """
    text, area = method.field(field), area_of(field)
    own = _own_examples(method, field)
    parts = []
    for part, heading in HELP_SECTIONS.items():
        if own is not None and part in _EXAMPLES:
            parts.append((f"{heading} – {life_area(area).label}", getattr(own, part)))
        else:
            parts.append((heading, getattr(text.help, part)))
    return Reading(text.label, _sections(parts))


def step_reading(method: Method, step: str) -> Reading:
    """Return what is said about the page *step*: its purpose, its text and its source."""
    text, code = method.step(step), area_of(step)
    area = life_area(code) if code else None
    told = [("", text.purpose), ("", text.body)]
    if area and area.sub_areas:
        told.append(("Delområden", "\n".join(f"- {sub.label}" for sub in area.sub_areas)))
    told.append(("Källa", f"{text.source}."))
    return Reading(area.label if area else text.title, _sections(told))


def rule_reading(method: Method, rule: str) -> Reading:
    """Return the sentence of a rule, with its number and source."""
    text = method.rules[rule]
    told = [("", text.sentence), ("Källa", f"{text.source}.")]
    return Reading(f"Regel {text.number}", _sections(told))


def area_of(name: str) -> str:
    """Return the code of the life area in the id of a field or page ("area.d5.goal"), or ""."""
    parts = name.split(".")
    is_one = parts[0] == "area" and len(parts) > 1 and parts[1] != "*"
    return parts[1] if is_one else ""


def _own_examples(method: Method, field: str) -> Example | None:
    area, part = area_of(field), field.rpartition(".")[2]
    if area not in method.areas or part not in AREA_PARTS:
        return None
    example: Example = getattr(method.areas[area].examples, part)
    return example


def _sections(parts: Iterable[tuple[str, str]]) -> str:
    told = ((f"### {heading}\n\n" if heading else "") + text for heading, text in parts if text)
    return "\n\n".join(told)

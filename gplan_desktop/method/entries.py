"""Everything in the metodstöd that can be searched for, as plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gplan_desktop.domain.labelled import Labelled
from gplan_desktop.domain.life_areas import LIFE_AREAS
from gplan_desktop.method.model import Example, FieldText, Method
from gplan_desktop.method.reading import AREA_PARTS

_POOR = "Mindre bra: {}"
_DIALOGS = {"person": "Ny person", "assignment": "Uppdrag"}
_TABLE_LINE = re.compile(r"[|\s:-]+")
_LEAD = re.compile(r"^(?:#+|-|\d+\.)\s+")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"\*\*|\B\*(?=\w)|(?<=\w)\*\B")


class EntryKind(Labelled):
    """What one finds; the label stands beside the title."""

    FIELD = "field", "Fält"
    STEP = "step", "Sida"
    RULE = "rule", "Regel"
    EXAMPLE = "example", "Exempel"


@dataclass(frozen=True)
class Entry:
    """One thing to find: its kind and id, its title, where it belongs, and its texts in order.

    The id is that of a field, a page or a rule; an example has that of its field.
    The first of the texts tells in one line what it is about.
    """

    kind: EntryKind
    id: str
    title: str
    place: str
    texts: tuple[str, ...]


def entries(method: Method) -> tuple[Entry, ...]:
    """Return all that *method* tells: fields, pages, rules, examples, in the manual's order."""
    return (*_fields(method), *_steps(method), *_rules(method), *_examples(method))


def plain(markdown: str) -> str:
    """Return a text in Markdown as it is read aloud, on one line."""
    return " ".join(line for line in map(_plain_line, markdown.splitlines()) if line)


def without_links(markdown: str) -> str:
    """Return a text in Markdown with the words of its links, but without the links."""
    return _LINK.sub(r"\1", markdown)


def _plain_line(line: str) -> str:
    line = line.strip()
    if not line or _TABLE_LINE.fullmatch(line):
        return ""
    is_block = line.startswith("|") or _LEAD.match(line)
    cells = " – ".join(cell.strip() for cell in line.strip("|").split("|"))
    text = _EMPHASIS.sub("", without_links(_LEAD.sub("", cells)))
    # Or a heading would run into the sentence under it.
    return f"{text}." if is_block and text[-1:].isalnum() else text


def _fields(method: Method) -> Iterator[Entry]:
    for field, text in method.fields.items():
        told = text.help
        parts = (text.hint, told.why, told.how, told.good, _POOR.format(told.poor), told.law)
        yield _entry(EntryKind.FIELD, field, text.label, _place(method, field, text), *parts)


def _place(method: Method, field: str, text: FieldText) -> str:
    step = method.steps.get(text.step)
    return step.title if step else _DIALOGS.get(field.partition(".")[0], "")


def _steps(method: Method) -> Iterator[Entry]:
    for step, text in method.steps.items():
        if step != "area":
            yield _entry(EntryKind.STEP, step, text.title, "", text.purpose, text.body)
            continue
        for area in LIFE_AREAS:
            parts = "; ".join(sub.label for sub in area.sub_areas)
            place = (EntryKind.STEP, f"area.{area.code}", area.label, text.title)
            yield _entry(*place, text.purpose, parts)


def _rules(method: Method) -> Iterator[Entry]:
    for rule, text in method.rules.items():
        yield _entry(EntryKind.RULE, rule, f"Regel {text.number}", "", text.sentence)


def _examples(method: Method) -> Iterator[Entry]:
    for area in LIFE_AREAS:
        for part in AREA_PARTS:
            example: Example = getattr(method.areas[area.code].examples, part)
            field = f"area.{area.code}.{'activities.0.how' if part == 'how' else part}"
            place = (EntryKind.EXAMPLE, field, method.field(field).label, area.label)
            yield _entry(*place, example.good, _POOR.format(example.poor))


def _entry(kind: EntryKind, name: str, title: str, place: str, *texts: str) -> Entry:
    told = tuple(plain(text) for text in texts if text)
    return Entry(kind, name, title, place, told or ("",))

"""Reads the metodstöd from its TOML and Markdown files into one immutable Method."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeVar

from gplan_desktop.errors import WorldError
from gplan_desktop.method import strict
from gplan_desktop.method.model import FieldText, Method, RuleText, StepText
from resources import read_text

T = TypeVar("T")
Read = Callable[[str], str]

HELP_SECTIONS = {
    "why": "Varför",
    "how": "Så skriver du",
    "good": "Bra exempel",
    "poor": "Mindre bra exempel",
    "source": "Källa",
}


class MethodError(WorldError):
    """A file of the metodstöd that cannot be used: which file, where in it, and what."""

    def __init__(self, file: str, where: str, what: str) -> None:
        place = f"{file}, {where}" if where else file
        super().__init__(
            f"Metodstödet går inte att läsa. {place}: {what}.",
            "Planerna har inte ändrats.",
            "Be IT rätta filen eller installera Gplan på nytt.",
        )
        self.file = file
        self.where = where
        self.what = what


def built_in() -> Method:
    """Return the metodstöd that the program is delivered with."""
    return load(lambda file: read_text(f"method/{file}"))


def load(read: Read) -> Method:
    """Return the metodstöd whose files *read* gives by name.

    Raises:
        MethodError: naming the file and the key, when anything is missing, unknown
            or of the wrong kind.
    """
    general = _table(read, "method.toml")
    method = _typed(Method, {**general, "steps": {}, "fields": {}, "rules": {}}, "method.toml", "")
    steps = _steps(read)
    return replace(
        method,
        groups=MappingProxyType(dict(method.groups)),
        steps=MappingProxyType(steps),
        fields=MappingProxyType(_fields(read, steps)),
        rules=MappingProxyType(_rules(read)),
    )


def help_file(pattern: str) -> str:
    """Return the file that holds the help of the field *pattern* ("area.*.goal")."""
    return f"help/{pattern.replace('*', '_')}.md"


def _steps(read: Read) -> dict[str, StepText]:
    steps = _entries(read, "steps.toml", StepText)
    return {
        key: replace(step, body=_text(read, step.body)) if step.body else step
        for key, step in steps.items()
    }


def _fields(read: Read, steps: Mapping[str, StepText]) -> dict[str, FieldText]:
    file = "fields.toml"
    fields = {}
    for key, table in _table(read, file).items():
        with_help = {**table, "help": _help(read, help_file(key))}
        fields[key] = _typed(FieldText, with_help, file, key)
        if fields[key].step not in {"", *steps}:
            raise MethodError(file, f"{key}.step", f"steget {fields[key].step} finns inte")
    return fields


def _help(read: Read, file: str) -> dict[str, str]:
    """Split a help text by its headings; all five, in order, each with some text."""
    before, *rest = re.split(r"^## +(.+?) *$", _text(read, file), flags=re.MULTILINE)
    headings, texts = rest[::2], [text.strip() for text in rest[1::2]]
    if before.strip() or headings != list(HELP_SECTIONS.values()):
        wanted = ", ".join(HELP_SECTIONS.values())
        raise MethodError(file, "", f"rubrikerna ska vara {wanted}, i den ordningen")
    for heading, text in zip(headings, texts, strict=True):
        if not text:
            raise MethodError(file, heading, "texten saknas")
    return dict(zip(HELP_SECTIONS, texts, strict=True))


def _rules(read: Read) -> dict[str, RuleText]:
    rules = _entries(read, "rules.toml", RuleText)
    numbers: dict[int, str] = {}
    for key, rule in rules.items():
        if rule.number in numbers:
            other = numbers[rule.number]
            raise MethodError("rules.toml", f"{key}.number", f"{other} har samma nummer")
        numbers[rule.number] = key
    return rules


def _entries(read: Read, file: str, kind: type[T]) -> dict[str, T]:
    return {key: _typed(kind, entry, file, key) for key, entry in _table(read, file).items()}


def _table(read: Read, file: str) -> dict[str, Any]:
    text = _text(read, file)
    try:
        return strict.parse(text)
    except strict.FormError as error:
        raise MethodError(file, error.where, error.what) from error


def _typed(kind: type[T], value: object, file: str, where: str) -> T:
    try:
        return strict.convert(kind, value, where)
    except strict.FormError as error:
        raise MethodError(file, error.where, error.what) from error


def _text(read: Read, file: str) -> str:
    try:
        return read(file)
    except (OSError, KeyError) as error:
        raise MethodError(file, "", "filen saknas eller går inte att läsa") from error

"""What the texts of a metodstöd must be: whole, and without a brace that nothing fills."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from gplan_desktop.domain.life_areas import LIFE_AREAS
from gplan_desktop.method.help_texts import HELP_SECTIONS, OPTIONAL_SECTION, help_file
from gplan_desktop.method.model import Limits
from gplan_desktop.method.sources import Sources
from gplan_desktop.method.strict import FormError, did_you_mean
from gplan_desktop.method.values import names_in

LIMITS = tuple(field.name for field in fields(Limits))
# In the texts of a life area; rules.phrases turns them into "jag" and so on, or the name.
PERSON_WORDS = (
    *("jag", "Jag", "mig", "min", "mitt", "mina", "Min", "Mitt", "Mina"),
    *("sig", "sin", "sitt", "sina"),
)
_HINT_OF_GUARD = ("label", "belongs", "reason")
_FILLED_IN = {
    "steps.toml": ("title", "purpose"),
    "fields.toml": ("label", "hint"),
    "rules.toml": ("sentence",),
}


def scrutinise_texts(sources: Sources, tables: Mapping[str, dict[str, Any]]) -> None:
    """Note in *sources* what is wrong in the texts of *tables* and of the Markdown files."""
    for file, parts in _FILLED_IN.items():
        for key, entry in tables[file].items():
            for part in parts:
                _only_limits(sources, file, f"{key}.{part}", str(entry.get(part, "")))
    for step in tables["steps.toml"].values():
        if file := step.get("body"):
            _only_limits(sources, file, "", sources.text(file))
    for key in tables["fields.toml"]:
        _help(sources, help_file(key))
    for key, rule in tables["rules.toml"].items():
        built_in = sources.built_in_tables["rules.toml"].get(key, {}).get("message", "")
        known = (*sorted(names_in(str(built_in))), *LIMITS)
        _only_known_names(
            sources, "rules.toml", f"{key}.message", str(rule.get("message", "")), known
        )
    for area in LIFE_AREAS:
        _area(sources, f"areas/{area.code}.toml", tables[f"areas/{area.code}.toml"])

    hint = str(tables["guard.toml"].get("hint", ""))
    _only_known_names(sources, "guard.toml", "hint", hint, _HINT_OF_GUARD)


def _help(sources: Sources, file: str) -> None:
    """Note headings that a help text does not have, and those that it must have."""
    found, headings = sources.sections(file), list(HELP_SECTIONS.values())
    for heading, text in found.items():
        _only_limits(sources, file, "", text)
        if heading not in headings:
            what = (
                f"rubriken {heading} finns inte i en hjälptext" if heading else "text utan rubrik"
            )
            piece = heading or text.splitlines()[0]
            sources.wrong_in_text(file, piece, what, did_you_mean(piece.strip("# "), headings))
    for part, heading in HELP_SECTIONS.items():
        if not found.get(heading) and (heading in found or part != OPTIONAL_SECTION):
            instead = f"Skriv ## {heading} på en egen rad och texten under den."
            sources.wrong_in_text(file, heading, f"texten under {heading} saknas", instead)


def _area(sources: Sources, file: str, table: Mapping[str, Any]) -> None:
    """Only the words that rules.phrases turns into "jag" or the name are filled in."""
    for where, text in _texts("", table):
        _only_known_names(sources, file, where, text, PERSON_WORDS)


def _texts(where: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _texts(f"{where}.{key}".lstrip("."), entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _texts(where, entry)


def _only_limits(sources: Sources, file: str, where: str, text: str) -> None:
    _only_known_names(sources, file, where, text, LIMITS)


def _only_known_names(
    sources: Sources, file: str, where: str, text: str, known: tuple[str, ...]
) -> None:
    """Note the braces in *text* that nothing fills, or no brace would be read on screen."""
    if "{" not in text and "}" not in text:
        return
    try:
        unknown = sorted(names_in(text) - set(known))
    except ValueError:
        _wrong(sources, file, (where, "{"), ("en klammer står ensam", "Ta bort den."))
        return
    for name in unknown:
        instead = f"Det som kan fyllas i här är {', '.join(f'{{{one}}}' for one in known)}."
        _wrong(sources, file, (where, f"{{{name}"), (f"{{{name}}} kan inte fyllas i", instead))


def _wrong(
    sources: Sources, file: str, where_and_piece: tuple[str, str], wrong: tuple[str, str]
) -> None:
    """Note what is wrong at a key of a table, or at a piece of a Markdown file."""
    (where, piece), (what, instead) = where_and_piece, wrong
    if where:
        sources.wrong(file, FormError(where, what, instead))
    else:
        sources.wrong_in_text(file, piece, what, instead)

"""What a metodstöd must be besides well-formed: complete, plausible, and short enough."""

from collections.abc import Mapping
from typing import Any

from gplan_desktop.domain.plan import DayPart
from gplan_desktop.method.access_scrutiny import scrutinise_access
from gplan_desktop.method.guard_scrutiny import scrutinise_guard
from gplan_desktop.method.help_texts import help_file
from gplan_desktop.method.mistakes import Mistake
from gplan_desktop.method.place_scrutiny import scrutinise_places
from gplan_desktop.method.retention_scrutiny import scrutinise_retention
from gplan_desktop.method.sources import TABLES, Sources
from gplan_desktop.method.strict import FormError, did_you_mean
from gplan_desktop.method.text_scrutiny import LIMITS, scrutinise_texts

Tables = Mapping[str, dict[str, Any]]

FILES_OF_THEIR_OWN = (
    "steps",
    "fields",
    "rules",
    "language",
    "guard",
    "places",
    "access",
    "areas",
)
# What fits in its place on the screen, in characters.
LONGEST = {
    ("steps.toml", "title"): 42,
    ("fields.toml", "label"): 45,
    ("fields.toml", "hint"): 95,
}
_LEAST_AND_MOST = {
    "establish_days": (1, 365),
    "follow_up_months": (1, 24),
    "due_soon_days": (1, 365),
    "visit_plan_weekdays": (1, 60),
}
# The program goes by these; the texts and values around them are the municipality's.
_FIXED = {"steps.toml": ("body",), "fields.toml": ("step",), "rules.toml": ("number",)}
_HOURS_A_DAY = 24


def scrutinise(sources: Sources, tables: Tables) -> None:
    """Note in *sources* everything that does not hold in the merged *tables*.

    An entry that no code knows of is noted and taken away, so that what
    follows may trust the rest.
    """
    _files(sources, tables)
    for file in _FIXED:
        _entries(sources, file, tables[file])
    for (file, part), most in LONGEST.items():
        for key, entry in tables[file].items():
            _short_enough(sources, file, f"{key}.{part}", (entry.get(part), most))
    _general(sources, tables["method.toml"])
    scrutinise_retention(sources, tables["method.toml"].get("retention"))
    _version(sources)
    _rules(sources, tables["rules.toml"])
    _fields(sources, tables)
    scrutinise_texts(sources, tables)
    scrutinise_guard(sources, tables["guard.toml"])
    scrutinise_places(sources, tables)
    scrutinise_access(sources, tables["access.toml"])


def _files(sources: Sources, tables: Tables) -> None:
    """Refuse files that nobody would read."""
    pages = [step.get("body") for step in sources.built_in_tables["steps.toml"].values()]
    help_files = map(help_file, sources.built_in_tables["fields.toml"])
    known = [*tables, *filter(None, pages), *help_files]
    for file in sources.own:
        if file not in known:
            instead = did_you_mean(file, known) or f"De viktigaste är {', '.join(TABLES[:4])}."
            what = "filen hör inte till metodstödet"
            sources.mistakes.append(Mistake(file, 0, "", what, instead))


def _entries(sources: Sources, file: str, table: dict[str, Any]) -> None:
    """Refuse entries that no code knows of, and changes that would part text from code."""
    known = sources.built_in_tables[file]
    for key, entry in sources.own_tables.get(file, {}).items():
        if key not in known:
            what = "finns inte i det inbyggda metodstödet"
            sources.wrong(file, FormError(key, what, did_you_mean(key, known)))
            del table[key]
            continue
        for fixed in _FIXED[file]:
            if isinstance(entry, dict) and fixed in entry:
                what = "kan inte ändras av en kommun"
                sources.wrong(file, FormError(f"{key}.{fixed}", what, "Ta bort raden."))
                table[key] = {**table[key], fixed: known[key].get(fixed, "")}


def _short_enough(
    sources: Sources, file: str, where: str, text_and_most: tuple[object, int]
) -> None:
    text, most = text_and_most
    if isinstance(text, str) and not 0 < len(text) <= most:
        what = f"texten är {len(text)} tecken lång"
        instead = f"Skriv 1 till {most} tecken, så att den får plats."
        sources.wrong(file, FormError(where, what, instead))


def _general(sources: Sources, table: Mapping[str, Any]) -> None:
    file = "method.toml"
    for name in FILES_OF_THEIR_OWN:
        if name in table:
            what, instead = "tabellen står i en egen fil", f"Flytta den till {name}.toml."
            sources.wrong(file, FormError(name, what, instead))
    for name, (least, most) in _LEAST_AND_MOST.items():
        value = table.get("limits", {}).get(name)
        if type(value) is int and not least <= value <= most:
            instead = f"Skriv ett tal från {least} till {most}."
            sources.wrong(file, FormError(f"limits.{name}", "talet är inte rimligt", instead))
    for name in ("plan_names", "roles"):
        texts = [str(text) for text in table.get(name, [])]
        if not texts or len(set(texts)) < len(texts):
            instead = "Skriv minst en text, varje text en gång."
            sources.wrong(file, FormError(name, "listan är tom eller har dubbletter", instead))
    _day_parts(sources, table.get("day_parts", {}))


def _day_parts(sources: Sources, parts: Mapping[str, Any]) -> None:
    for part in DayPart:
        hours = parts.get(part.value, {})
        for edge in ("start", "end"):
            hour = hours.get(edge)
            if type(hour) is not int or not 0 <= hour <= _HOURS_A_DAY:
                where = f"day_parts.{part.value}.{edge}"
                instead = f"Skriv en hel timme från 0 till {_HOURS_A_DAY}."
                sources.wrong(
                    "method.toml", FormError(where, "timmen saknas eller är fel", instead)
                )


def _version(sources: Sources) -> None:
    """A plan keeps the version that it was made under, so the own files need one of their own."""
    file = "method.toml"
    unreadable = file in sources.own and file not in sources.own_tables
    if sources.own and not unreadable and "version" not in sources.own_tables.get(file, {}):
        what = "kommunens egen version saknas"
        instead = 'Skriv den överst i method.toml, till exempel version = "Eksta 2026-1".'
        sources.wrong(file, FormError("", what, instead))


def _rules(sources: Sources, rules: Mapping[str, Any]) -> None:
    file, numbers = "rules.toml", dict[object, str]()
    for key, rule in rules.items():
        number = rule.get("number")
        if number in numbers:
            what = f"{numbers[number]} har samma nummer"
            sources.wrong(file, FormError(f"{key}.number", what))
        numbers[number] = key
        parameters = rule.get("parameters")
        for name in parameters if isinstance(parameters, list) else ():
            if name not in LIMITS:
                what, instead = f"gränsen {name} finns inte", did_you_mean(str(name), list(LIMITS))
                sources.wrong(file, FormError(f"{key}.parameters", what, instead))


def _fields(sources: Sources, tables: Tables) -> None:
    steps = tables["steps.toml"]
    for key, field in tables["fields.toml"].items():
        step = field.get("step", "")
        if step and step not in steps:
            what = f"steget {step} finns inte"
            sources.wrong("fields.toml", FormError(f"{key}.step", what, did_you_mean(step, steps)))

"""The texts of a municipality: no brace that nothing fills, no heading that nobody reads."""

from collections.abc import Callable, Iterable, Mapping

import pytest

from gplan_desktop.method.load import load
from gplan_desktop.method.mistakes import MethodError
from gplan_desktop.method.sources import built_in_text
from gplan_desktop.method.text_scrutiny import PERSON_WORDS
from gplan_desktop.rules import phrases

InRounds = Callable[[Iterable[tuple[str, ...]]], list[list[tuple[str, ...]]]]


def told(own: Mapping[str, str]) -> list[str]:
    with pytest.raises(MethodError) as caught:
        load(built_in_text, {"method.toml": 'version = "Eksta"', **own})
    return [str(mistake) for mistake in caught.value.mistakes]


MISTAKES = (
    (
        "rules.toml",
        '[established-late]\nmessage = "{day} för sent"',
        (
            "rules.toml, rad 2: established-late.message: {day} kan inte fyllas i. "
            "Det som kan fyllas i här är {days}, {limit}, {establish_days}"
        ),
    ),
    (
        "rules.toml",
        '[established-late]\nmessage = "{days:x} för sent"',
        "rules.toml, rad 2: established-late.message: {days:x} kan inte fyllas i.",
    ),
    (
        "rules.toml",
        '[established-late]\nmessage = "{days för sent"',
        "rules.toml, rad 2: established-late.message: en klammer står ensam. Ta bort den.",
    ),
    (
        "rules.toml",
        '[established-late]\nsentence = "Inom {days} dagar."',
        "rules.toml, rad 2: established-late.sentence: {days} kan inte fyllas i.",
    ),
    (
        "fields.toml",
        '[name]\nhint = "Inom {dagar} dagar."',
        "fields.toml, rad 2: name.hint: {dagar} kan inte fyllas i.",
    ),
    (
        "steps.toml",
        '[login]\npurpose = "{}"',
        "steps.toml, rad 2: login.purpose: {} kan inte fyllas i.",
    ),
    (
        "pages/login.md",
        "## Logga in\n\nInom {dagar} dagar.",
        "pages/login.md, rad 3: {dagar} kan inte fyllas i.",
    ),
    ("pages/login.md", "\n", "pages/login.md, rad 1: texten är tom."),
    (
        "help/name.md",
        "## Varför\nInom {dagar} dagar.",
        "help/name.md, rad 2: {dagar} kan inte fyllas i.",
    ),
    (
        "help/name.md",
        "## Varfor\nFör att.",
        "help/name.md, rad 1: rubriken Varfor finns inte i en hjälptext. Menade du Varför?",
    ),
    (
        "help/name.md",
        "### Varför\nFör att.",
        "help/name.md, rad 1: text utan rubrik. Menade du Varför?",
    ),
    (
        "help/name.md",
        "## Varför\n\n## Källa\nRutin 4.",
        (
            "help/name.md, rad 1: texten under Varför saknas. "
            "Skriv ## Varför på en egen rad och texten under den."
        ),
    ),
    (
        "areas/d5.toml",
        '[results]\nremains = "{han} berättar"',
        (
            "areas/d5.toml, rad 2: results.remains: {han} kan inte fyllas i. "
            "Det som kan fyllas i här är {jag}, {Jag}"
        ),
    ),
    (
        "areas/d5.toml",
        '[phrases]\ngoal = ["{jag} vill", "{hon} vill"]',
        "areas/d5.toml, rad 2: phrases.goal: {hon} kan inte fyllas i.",
    ),
    (
        "guard.toml",
        'hint = "{etikett}: skriv det i {belongs}"',
        (
            "guard.toml, rad 1: hint: {etikett} kan inte fyllas i. "
            "Det som kan fyllas i här är {label}, {belongs}, {reason}."
        ),
    ),
)


def test_what_would_be_read_wrong_is_told(in_rounds: InRounds) -> None:
    failed = []
    for together in in_rounds(MISTAKES):
        lines = told({file: own for file, own, _ in together})
        for file, own, mistake in together:
            its = [line for line in lines if line.startswith(f"{file}, ")]
            if len(its) != 1 or not its[0].startswith(mistake):
                failed.append((file, own, its))
        assert len(lines) == len(together)
    assert failed == []


def test_the_words_for_the_person_are_those_that_are_filled_in() -> None:
    assert set(PERSON_WORDS) == set(phrases._AS_I)


def test_limits_are_filled_in_the_municipalitys_texts() -> None:
    own = {
        "method.toml": 'version = "Eksta"\n[limits]\nestablish_days = 14',
        "help/name.md": "## Varför\nInom {establish_days} dagar.",
        "pages/login.md": "Inom {establish_days} dagar.",
    }
    method = load(built_in_text, own).method
    assert method.field("name").help.why == "Inom 14 dagar."
    assert method.step("login").body == "Inom 14 dagar."

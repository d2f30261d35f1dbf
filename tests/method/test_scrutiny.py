"""What a municipality's own files may say: every mistake is named, and told how to mend."""

from collections.abc import Callable, Iterable, Mapping

import pytest

from gplan_desktop.method.load import load
from gplan_desktop.method.mistakes import MethodError
from gplan_desktop.method.model import Method
from gplan_desktop.method.sources import built_in_text

InRounds = Callable[[Iterable[tuple[str, ...]]], list[list[tuple[str, ...]]]]
VERSION = 'version = "Eksta 2026-1"\n'


def told(own: Mapping[str, str]) -> list[str]:
    """Return every mistake of *own* as it is read."""
    files = {"method.toml": VERSION, **own}
    with pytest.raises(MethodError) as caught:
        load(built_in_text, files)
    return [str(mistake) for mistake in caught.value.mistakes]


def test_the_built_in_holds_all_that_is_asked_of_a_municipality(method: Method) -> None:
    assert load(built_in_text).method.fields == method.fields


MISTAKES = (
    (
        "fields.toml",
        f'["area.*.goal"]\nhint = "{"x" * 130}"',
        (
            "fields.toml, rad 2: area.*.goal.hint: texten är 130 tecken lång. "
            "Skriv 1 till 95 tecken, så att den får plats."
        ),
    ),
    (
        "fields.toml",
        f'[name]\nlabel = "{"x" * 46}"',
        (
            "fields.toml, rad 2: name.label: texten är 46 tecken lång. "
            "Skriv 1 till 45 tecken, så att den får plats."
        ),
    ),
    (
        "steps.toml",
        f'[login]\ntitle = "{"x" * 43}"',
        (
            "steps.toml, rad 2: login.title: texten är 43 tecken lång. "
            "Skriv 1 till 42 tecken, så att den får plats."
        ),
    ),
    (
        "fields.toml",
        '["area.*.goall"]\nlabel = "Mål"',
        (
            "fields.toml, rad 1: area.*.goall: finns inte i det inbyggda metodstödet. "
            "Menade du area.*.goal?"
        ),
    ),
    (
        "rules.toml",
        '[area-goals]\nmessage = "Skriv målet."',
        (
            "rules.toml, rad 1: area-goals: finns inte i det inbyggda metodstödet. "
            "Menade du area-goal?"
        ),
    ),
    (
        "rules.toml",
        "area-goals = 3",
        (
            "rules.toml, rad 1: area-goals: finns inte i det inbyggda metodstödet. "
            "Menade du area-goal?"
        ),
    ),
    (
        "fields.toml",
        '[name]\nlabell = "Namnet"',
        "fields.toml, rad 2: name.labell: nyckeln finns inte i metodstödet. Menade du label?",
    ),
    (
        "fields.toml",
        '["participation.ticked"]\nrequired = "ja"',
        (
            "fields.toml, rad 2: participation.ticked.required: värdet har inte rätt form. "
            "Skriv true eller false utan citattecken."
        ),
    ),
    (
        "rules.toml",
        '[area-goal]\nseverity = "hard"',
        (
            "rules.toml, rad 2: area-goal.severity: värdet har inte rätt form. "
            "Skriv ett av orden: blocking, warning, hint."
        ),
    ),
    (
        "rules.toml",
        "[area-goal]\nnumber = 1",
        "rules.toml, rad 2: area-goal.number: kan inte ändras av en kommun. Ta bort raden.",
    ),
    (
        "fields.toml",
        '[name]\nstep = "login"',
        "fields.toml, rad 2: name.step: kan inte ändras av en kommun. Ta bort raden.",
    ),
    (
        "steps.toml",
        '[name]\nbody = "pages/name.md"',
        "steps.toml, rad 2: name.body: kan inte ändras av en kommun. Ta bort raden.",
    ),
    (
        "method.toml",
        f"{VERSION}[limits]\nestablish_days = 0",
        (
            "method.toml, rad 3: limits.establish_days: talet är inte rimligt. "
            "Skriv ett tal från 1 till 365."
        ),
    ),
    (
        "method.toml",
        f'{VERSION}roles = ["Tolk", "Tolk"]',
        (
            "method.toml, rad 2: roles: listan är tom eller har dubbletter. "
            "Skriv minst en text, varje text en gång."
        ),
    ),
    (
        "method.toml",
        f"{VERSION}plan_names = []",
        (
            "method.toml, rad 2: plan_names: listan är tom eller har dubbletter. "
            "Skriv minst en text, varje text en gång."
        ),
    ),
    (
        "method.toml",
        f"{VERSION}[day_parts]\nmorning = {{ start = 5, end = 25 }}",
        (
            "method.toml, rad 3: day_parts.morning.end: timmen saknas eller är fel. "
            "Skriv en hel timme från 0 till 24."
        ),
    ),
    (
        "method.toml",
        f"{VERSION}[limits]\nestablish_dagar = 14",
        "method.toml, rad 3: limits.establish_dagar: nyckeln finns inte i metodstödet.",
    ),
    (
        "method.toml",
        f"{VERSION}[rules.x]\nnumber = 1",
        "method.toml, rad 2: rules: tabellen står i en egen fil. Flytta den till rules.toml.",
    ),
    (
        "method.toml",
        "[limits]\nestablish_days = 14",
        (
            "method.toml: kommunens egen version saknas. Skriv den överst i method.toml, "
            'till exempel version = "Eksta 2026-1".'
        ),
    ),
    (
        "rules.toml",
        '[established-late]\nparameters = ["establish_dayz"]',
        (
            "rules.toml, rad 2: established-late.parameters: "
            "gränsen establish_dayz finns inte. "
            "Menade du establish_days?"
        ),
    ),
    (
        "language.toml",
        '[value_words.envis]\nword = "envis"',
        "language.toml, rad 2: value_words.envis.word: nyckeln finns inte i metodstödet.",
    ),
    (
        "language.toml",
        '[value_words.ny]\nwords = ["knepig"]',
        (
            "language.toml, rad 1: value_words.ny: nyckeln instead saknas. "
            "Lägg till raden instead = …"
        ),
    ),
    (
        "fields.tml.toml",
        "x = 1",
        "fields.tml.toml: filen hör inte till metodstödet. Menade du fields.toml?",
    ),
    (
        "help/namn.md",
        "## Varför\nx",
        "help/namn.md: filen hör inte till metodstödet. Menade du help/name.md?",
    ),
    (
        "areas/d10.toml",
        "x = 1",
        "areas/d10.toml: filen hör inte till metodstödet. Menade du areas/d1.toml?",
    ),
)


def test_a_mistake_is_told_with_its_place_and_what_to_write(in_rounds: InRounds) -> None:
    failed = []
    for together in in_rounds(MISTAKES):
        lines = told({file: own for file, own, _ in together})
        for file, own, mistake in together:
            its = [line for line in lines if line.startswith((f"{file}:", f"{file},"))]
            if len(its) != 1 or not its[0].startswith(mistake):
                failed.append((file, own, its))
        assert len(lines) == len(together)
    assert failed == []


def test_every_mistake_of_a_file_is_told_at_once() -> None:
    own = '[name]\nlabel = ""\nhint = 3\n\n[nam]\nlabel = "Namn"\n'
    assert [line.split(":")[0] for line in told({"fields.toml": own})] == [
        "fields.toml, rad 2",
        "fields.toml, rad 3",
        "fields.toml, rad 5",
    ]


def test_a_broken_file_does_not_hide_the_mistakes_of_another() -> None:
    lines = told({"method.toml": 'version = "Eksta', "fields.toml": "[name]\nlabel = 1"})
    assert lines == [
        (
            "fields.toml, rad 2: name.label: värdet har inte rätt form. "
            "Skriv en text inom citattecken."
        ),
        'method.toml, rad 1: citattecknet efter texten saknas. Avsluta texten med ".',
    ]


def test_what_may_differ_is_taken(own_folder: Callable[..., object]) -> None:
    own = {
        "method.toml": f'{VERSION}signature_lines = ["Individen"]\n[limits]\nestablish_days = 14',
        "rules.toml": '[area-goal]\nseverity = "hint"\n[established-late]\nmessage = "{days}"',
        "steps.toml": '[login]\ntitle = "Logga in i Gplan"',
    }
    method = load(built_in_text, own).method
    assert method.limits.establish_days == 14
    assert method.signature_lines == ("Individen",)
    assert method.rules["area-goal"].severity == "hint"
    assert "inom 14 dagar" in method.rules["established-late"].sentence
    assert method.step("login").title == "Logga in i Gplan"

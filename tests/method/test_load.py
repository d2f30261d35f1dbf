"""The metodstöd is read whole, or the broken file and key are named."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from gplan_desktop.errors import WorldError
from gplan_desktop.method.help_texts import help_file
from gplan_desktop.method.mistakes import MethodError, Mistake
from gplan_desktop.method.model import Method, Severity


def test_the_parts_fit_together(method: Method) -> None:
    assert method.version == "2026.2"
    assert method.field("area.d5.activities.2.how").step == "area"
    assert method.step("area.b1528A") is method.step("area")
    assert method.rules["area-goal"].severity is Severity.BLOCKING
    assert method.step("general").body.startswith("## Vem ska ha en genomförandeplan?")


def test_nothing_in_it_can_be_changed(method: Method) -> None:
    with pytest.raises(FrozenInstanceError):
        method.version = "2"  # type: ignore[misc]
    for part in (method.groups, method.steps, method.fields, method.rules):
        with pytest.raises(TypeError):
            part["new"] = None  # type: ignore[index]


def test_a_municipality_may_change_a_value(load_with: Callable[..., Method]) -> None:
    changed = load_with(("method.toml", "establish_days = 30", "establish_days = 14"))
    assert changed.limits.establish_days == 14


BROKEN = (
    ("method.toml", "version =", "verison =", "verison"),
    ("method.toml", 'version = "2026.2"', "version = 2026", "version"),
    ("method.toml", "establish_days = 30", 'establish_days = "30"', "limits.establish_days"),
    ("method.toml", "establish_days = 30", "", "limits"),
    ("method.toml", 'heading = "Uppföljning"', "", "journal"),
    ("method.toml", "[limits]", "[limits", ""),
    ("steps.toml", 'title = "Logga in"', "", "login"),
    ("steps.toml", 'title = "Logga in"', "title = 1", "login.title"),
    ("steps.toml", 'title = "Logga in"', 'titel = "Logga in"', "login.titel"),
    ("fields.toml", "required = true", 'required = "ja"', "participation.voice.required"),
    ("fields.toml", 'step = "name"', 'step = "namn"', "name.step"),
    ("rules.toml", 'severity = "blocking"', 'severity = "hard"', "plan-not-needed.severity"),
    ("rules.toml", "number = 2", "number = 1", "established-late.number"),
    ("rules.toml", "2025-01-01", '"januari"', "plan-not-needed.valid_from"),
    ("help/name.md", "## Bra exempel", "## Exempel", ""),
    ("help/name.md", "## Varför", "# Varför", ""),
)


def test_what_is_wrong_is_named_by_file_and_key(
    load_with: Callable[..., Method], in_rounds: Callable[..., list[list[tuple[str, ...]]]]
) -> None:
    failed = []
    for together in in_rounds(BROKEN):
        with pytest.raises(MethodError) as caught:
            load_with(*(change[:3] for change in together))
        mistakes = caught.value.mistakes
        named = [(mistake.file, mistake.where) for mistake in mistakes]
        failed += [(file, where) for file, *_, where in together if (file, where) not in named]
        assert mistakes[0].file in caught.value.happened
        assert all(mistake.what for mistake in mistakes)
    assert failed == []


def test_a_heading_without_text_is_named(load_with: Callable[..., Method]) -> None:
    with pytest.raises(MethodError) as caught:
        load_with(("help/name.md", "Manualen s. 12.", ""))
    [mistake] = caught.value.mistakes
    assert (mistake.file, mistake.line) == ("help/name.md", 22)
    assert "texten under Källa saknas" in mistake.what


@pytest.mark.parametrize("file", ["rules.toml", "help/name.md", "pages/general.md"])
def test_a_missing_file_is_named(load_without: Callable[[str], Method], file: str) -> None:
    with pytest.raises(MethodError) as caught:
        load_without(file)
    [mistake] = caught.value.mistakes
    assert mistake.file == file
    assert "saknas" in mistake.what


def test_the_user_is_told_what_is_safe_and_what_to_do() -> None:
    mistake = Mistake("rules.toml", 7, "area-goal", "nyckeln number saknas", "Skriv number = 23.")
    error: Any = MethodError((mistake, mistake))
    assert isinstance(error, WorldError)
    assert error.message == (
        "Metodstödet går inte att använda. rules.toml, rad 7: area-goal: nyckeln number saknas. "
        "Skriv number = 23. Det finns 1 fel till. "
        "Planerna har inte ändrats. Be den som ansvarar för metodstödet att rätta filen."
    )


def test_help_files_have_names_that_windows_takes() -> None:
    assert help_file("area.*.activities.*.what") == "help/area._.activities._.what.md"

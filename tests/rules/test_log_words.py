"""Every entry of the log is told in words, with the person's name and never a number."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

import gplan_desktop
from gplan_desktop.domain.log_entry import Finding, LogEntry, Noted, UnusualKind
from gplan_desktop.rules.log_words import WORDS, finding_in_words, in_words

AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
CORE = Path(gplan_desktop.__file__).parent
# An action is a text such as "plan.read" in what writes the log.
ACTION = re.compile(r'"([a-z_]+\.[a-z_]+)"')
READS = re.compile(r'reads="([a-z_]+)"')
# Files have names of that form, too.
NO_ACTIONS = {"reserve.bin", "unit.key", "anchor.json", "vault.json"}
NO_ACTIONS |= {"visit.name_on_door", "visit.others"}


def actions_in_code() -> set[str]:
    """Every action that the store writes, those put together from parts as well."""
    found = {"people.exported", "assignments.exported"}
    for file in (CORE / "store").glob("*.py"):
        code = file.read_text(encoding="utf-8")
        found |= set(ACTION.findall(code)) | {f"{kind}.read" for kind in READS.findall(code)}
    for kind in ("plan", "paper"):
        found |= {f"{kind}.{done}" for done in ("printed", "saved", "archived")}
    return found - NO_ACTIONS


def entry(action: str, detail: str = "", person: str = "Karin Öberg") -> LogEntry:
    return LogEntry(1, AT, "Anna Ek", action, "id-1", detail, "person-1", person)


def test_every_action_in_the_code_has_words() -> None:
    assert actions_in_code() - WORDS.keys() == set()


@pytest.mark.parametrize(
    ("action", "detail", "told"),
    [
        ("tabs.read", "", "Öppnade Karins flikar"),
        ("plan.established", "ab12", "Upprättade Karins genomförandeplan"),
        ("code.shown", "tabs.visit.door_codes.0.secret", "Visade Karins portkod"),
        ("code.shown", "tabs.keys.1.secret", "Visade numret på Karins nyckel"),
        ("code.shown", "tabs", "Visade alla koder i Karins flikar"),
        ("code.shown", "x", "Visade en kod hos Karin"),
        ("access.refused", "establish", "Nekades att upprätta planer"),
        ("access.refused", "not_own", "Nekades att öppna en individ utanför sina egna"),
        ("session.begun", "", "Loggade in"),
        ("something.new", "", "Annan händelse"),
    ],
)
def test_an_entry_in_words(action: str, detail: str, told: str) -> None:
    assert in_words(entry(action, detail)) == told


def test_nobody_is_named_when_nobody_is_known() -> None:
    assert in_words(entry("tabs.read", person="")) == "Öppnade en individs flikar"


def test_no_blank_is_left_in_any_words() -> None:
    told = [in_words(entry(action)) for action in WORDS]
    assert [words for words in told if "{" in words or not words[0].isupper()] == []


def test_what_is_noted_from_outside_has_its_own_words() -> None:
    assert {WORDS[noted.value] for noted in Noted} == {noted.label for noted in Noted}


@pytest.mark.parametrize(
    ("kind", "times", "people", "told"),
    [
        (UnusualKind.NIGHT, 4, 3, "Läste på natten: 3 individer"),
        (UnusualKind.MANY, 40, 40, "Läste om många individer på en timme: 40 individer"),
        (UnusualKind.FAILED_LOGIN, 1, 0, "Misslyckade inloggningar: 1 gång"),
        (UnusualKind.REFUSED, 2, 0, "Nekades: 2 gånger"),
    ],
)
def test_a_finding_in_words(kind: UnusualKind, times: int, people: int, told: str) -> None:
    assert finding_in_words(Finding(kind, "Anna Ek", AT, times, people)) == told


def test_the_reasons_stand_with_who_was_opened() -> None:
    found = Finding(UnusualKind.OTHERS, "Anna Ek", AT, 1, 1, ("Larm.", "Ringde."))
    assert finding_in_words(found).endswith("1 individ. Skäl: Larm.; Ringde.")

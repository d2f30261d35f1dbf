"""--check: the whole main job without a screen, told line by line."""

import io
import sys
import tempfile

import pytest

from gplan_desktop.domain.plan import Closing, PlanStatus
from gplan_desktop.method.in_use import MethodInUse, OwnMethod
from gplan_desktop.method.mistakes import MethodError, Mistake
from gplan_desktop.selfcheck import run_check
from gplan_desktop.version import VERSION

pytestmark = pytest.mark.usefixtures("dictionary_read_once")

STEPS = (
    "Skapa övningsenheten",
    "Hitta personen",
    "Följa upp",
    "Få veta vad som saknas",
    "Skriva den nya planen",
    "Spara utkastet",
    "Upprätta handlingen",
    "Läsa tillbaka papperet",
    "Kontrollera att bara en plan gäller",
    "Hämta journalraden",
    "Öppna databasen igen",
    "Läsa in ordlistan och rätta stavningen",
)


def paper(_record, _situation, _unit):
    return b"%PDF-fake"


@pytest.fixture
def in_use(method):
    """The built-in metodstöd."""
    return MethodInUse(method)


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    """The folder in which the check makes its own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_a_sound_program_tells_ok_for_every_step_and_leaves_only_its_report(
    in_use, capsys, tmp_path, temporary, home
):
    report = tmp_path / "svar.txt"
    assert run_check(in_use, paper, report) == 0
    told = capsys.readouterr().out
    first, *steps, last = told.splitlines()
    assert first.startswith(f"Gplan {VERSION}, Python 3")
    assert first.endswith(f", metodstöd {in_use.method.version}")
    assert last == "Allt fungerar"
    assert len(steps) == len(STEPS)
    for line, name in zip(steps, STEPS, strict=True):
        assert line.startswith(name)
        assert line.endswith(" ms  OK")
    assert report.read_text("utf-8") == told
    assert list(temporary.iterdir()) == []
    assert list(home.iterdir()) == []


def test_a_program_that_cannot_make_paper_fails_at_the_first_step(in_use, tmp_path, temporary):
    def out_of_paper(*_):
        raise RuntimeError("no paper for Олена")

    report = tmp_path / "svar.txt"
    assert run_check(in_use, out_of_paper, report) == 1
    _, failed, last = report.read_text("utf-8").splitlines()
    assert failed.startswith(STEPS[0])
    assert failed.endswith("FEL: RuntimeError: no paper for Олена")
    assert last == "Kontrollen misslyckades"
    assert list(temporary.iterdir()) == []


def test_a_failure_later_on_names_its_own_step(in_use, capsys):
    def out_of_paper_today(record, situation, _unit):
        # Only the plan that the check itself writes has no day of its own among the invented.
        if len(record.plan.id) == 36:
            raise RuntimeError("no paper")
        return b"%PDF-fake"

    assert run_check(in_use, out_of_paper_today, None) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[-1] for line in lines[1:-2]] == ["OK"] * 6
    assert lines[-2].startswith("Upprätta handlingen")
    assert lines[-2].endswith("FEL: RuntimeError: no paper")
    assert lines[-1] == "Kontrollen misslyckades"


def test_a_paper_that_is_no_pdf_is_a_failure(in_use, capsys):
    assert run_check(in_use, lambda *_: b"<html>", None) == 1
    assert "papperet är ingen PDF" in capsys.readouterr().out


def test_without_a_console_the_report_is_written_and_the_checked_plan_is_established(
    in_use, tmp_path, monkeypatch
):
    made = []

    def render(record, situation, _unit):
        made.append((record, situation))
        return b"%PDF-fake"

    # What Windows gives a program that was not started from a console.
    monkeypatch.setattr(sys, "stdout", None)
    report = tmp_path / "svar.txt"
    assert run_check(in_use, render, report) == 0
    assert "Allt fungerar" in report.read_text("utf-8")
    record, situation = made[-1]
    assert record.status is PlanStatus.ESTABLISHED
    assert record.plan.closing == Closing(situation.today, participated=True)
    assert record.plan.participation.ticked
    assert all(not area.awaits_review for area in record.plan.areas)


def test_a_windows_console_gets_what_it_can_show(in_use, monkeypatch):
    def out_of_paper(*_):
        raise RuntimeError("Олена är slut")

    shown = io.BytesIO()
    console = io.TextIOWrapper(shown, encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", console)
    assert run_check(in_use, out_of_paper, None) == 1
    assert "RuntimeError: ????? är slut" in shown.getvalue().decode("cp1252")


def test_a_metodstod_that_is_refused_is_told_though_all_else_works(method, capsys):
    mistake = Mistake("fields.toml", 12, "name.label", "texten är tom", "Skriv en text.")
    refused = MethodInUse(method, OwnMethod(refused=MethodError((mistake,))))
    assert run_check(refused, paper, None) == 1
    *_, said, told, last = capsys.readouterr().out.splitlines()
    assert said == "FEL: kommunens metodstöd används inte"
    assert told == "fields.toml, rad 12: name.label: texten är tom. Skriv en text."
    assert last == "Kontrollen misslyckades"

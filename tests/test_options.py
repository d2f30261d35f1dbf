"""The command line: what is understood, and what is refused in a sentence."""

import io
import sys
from datetime import date
from pathlib import Path

import pytest

from gplan_desktop.options import Options, answer, read
from gplan_desktop.version import VERSION


def test_nothing_asked_for_is_the_real_unit():
    assert read([]) == Options(
        practice=False, data=None, today=None, check=False, check_method=None, report=None
    )


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (["--practice"], Options(practice=True)),
        (["--data", "mapp"], Options(data=Path("mapp"))),
        (["--practice", "--today", "2026-10-05"], Options(True, today=date(2026, 10, 5))),
        (["--check"], Options(check=True)),
        (["--check-method", "mapp"], Options(check_method=Path("mapp"))),
        (
            ["--check-method", "mapp", "--report", "svar.txt"],
            Options(check_method=Path("mapp"), report=Path("svar.txt")),
        ),
        (["--check", "--report", "svar.txt"], Options(check=True, report=Path("svar.txt"))),
    ],
)
def test_what_is_asked_for_is_read(arguments, options):
    assert read(arguments) == options


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--today", "2026-10-05"], "bara tillsammans med --practice"),
        (["--report", "svar.txt"], "bara tillsammans med --check eller --check-method"),
        (["--check-method"], "--check-method"),
        (["--practice", "--today", "5/10"], "skriv datumet som 2026-10-05"),
        (["--practice", "--today", "2026-02-30"], "skriv datumet som 2026-10-05"),
        (["--data"], "--data"),
        (["--unknown"], "--unknown"),
        (["plan.pdf"], "plan.pdf"),
    ],
)
def test_what_makes_no_sense_ends_with_a_sentence(capsys, arguments, told):
    with pytest.raises(SystemExit) as ended:
        read(arguments)
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_the_version_is_told(capsys):
    with pytest.raises(SystemExit) as ended:
        read(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"Gplan {VERSION}\n"


def test_the_help_tells_of_every_choice(capsys):
    with pytest.raises(SystemExit):
        read(["--help"])
    told = capsys.readouterr().out
    assert all(f"--{name.replace('_', '-')}" in told for name in Options.__dataclass_fields__)


def test_an_answer_is_told_on_the_console_and_in_the_file(capsys, tmp_path):
    assert answer(["Åsa", "klart"], tmp_path / "svar.txt")
    assert capsys.readouterr().out == "Åsa\nklart\n"
    assert (tmp_path / "svar.txt").read_text("utf-8") == "Åsa\nklart\n"


def test_a_file_that_cannot_be_written_is_told(capsys, tmp_path):
    assert not answer(["klart"], tmp_path / "borta" / "svar.txt")
    assert "FEL: resultatet kunde inte skrivas till svar.txt" in capsys.readouterr().out


def test_an_answer_without_a_console_goes_to_the_file(monkeypatch, tmp_path):
    # What Windows gives a program that was not started from a console.
    monkeypatch.setattr(sys, "stdout", None)
    assert answer(["klart"], tmp_path / "svar.txt")
    assert (tmp_path / "svar.txt").read_text("utf-8") == "klart\n"


def test_a_windows_console_gets_what_it_can_show(monkeypatch):
    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(shown, encoding="cp1252"))
    assert answer(["Олена är klar"], None)
    assert shown.getvalue().decode("cp1252") == "????? är klar\n"

"""The command line: what is understood, and what is refused in a sentence."""

from datetime import date
from pathlib import Path

import pytest

from gplan_desktop.options import Options, read
from gplan_desktop.version import VERSION


def test_nothing_asked_for_is_the_real_unit():
    assert read([]) == Options(practice=False, data=None, today=None, check=False, report=None)


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (["--practice"], Options(practice=True)),
        (["--data", "mapp"], Options(data=Path("mapp"))),
        (["--practice", "--today", "2026-10-05"], Options(True, today=date(2026, 10, 5))),
        (["--check"], Options(check=True)),
        (["--check", "--report", "svar.txt"], Options(check=True, report=Path("svar.txt"))),
    ],
)
def test_what_is_asked_for_is_read(arguments, options):
    assert read(arguments) == options


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--today", "2026-10-05"], "bara tillsammans med --practice"),
        (["--report", "svar.txt"], "bara tillsammans med --check"),
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
    assert all(f"--{name}" in told for name in Options.__dataclass_fields__)

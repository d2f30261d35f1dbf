"""--check-method: every mistake on a line of its own, or what differs, told without a screen."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gplan_desktop.method.report import check_method

OwnFolder = Callable[[Mapping[str, str]], Path]
VERSION = {"method.toml": 'version = "Eksta 2026-1"\n'}
UNUSABLE = "Metodstödet går inte att använda."


@pytest.fixture
def report(capsys: pytest.CaptureFixture[str]) -> Callable[[Path], tuple[int, list[str]]]:
    """Check a folder; give the exit code and the lines that were told."""

    def run(folder: Path) -> tuple[int, list[str]]:
        code = check_method(folder, None)
        return code, capsys.readouterr().out.splitlines()

    return run


def test_a_good_one_is_told_with_what_differs(
    own_folder: OwnFolder, report: Callable[..., tuple[int, list[str]]]
) -> None:
    own = {
        "method.toml": 'version = "Eksta 2026-1"\n[limits]\nestablish_days = 14\n',
        "fields.toml": '[name]\nhint = "Välj det\\nnamn ni brukar."\n',
    }
    code, (version, *differences, last) = report(own_folder(own))
    assert code == 0
    assert version.startswith("Metodstöd 2026.")
    assert "Eksta 2026-1 (" in version
    assert differences[:3] == [
        "Dagar från stödets start tills planen ska vara upprättad",
        "    inbyggt: 30",
        "    eget:    14",
    ]
    assert differences[-1] == "    eget:    Välj det namn ni brukar."
    assert last == "Metodstödet går att använda."


def test_one_that_changes_nothing_is_told(
    own_folder: OwnFolder, report: Callable[..., tuple[int, list[str]]]
) -> None:
    code, lines = report(own_folder(VERSION))
    assert code == 0
    assert lines[1:] == [
        "Inget skiljer sig från det inbyggda.",
        "Metodstödet går att använda.",
    ]


def test_what_is_new_has_nothing_built_in_beside_it(
    own_folder: OwnFolder, report: Callable[..., tuple[int, list[str]]]
) -> None:
    words = '[value_words.knepig]\nwords = ["knepig"]\ninstead = "svårt att"\n'
    _, lines = report(own_folder({**VERSION, "language.toml": words}))
    assert lines[1:4] == [
        "Värderande ord, ”knepig”: ord som uppmärksammas",
        "    inbyggt: (inget)",
        "    eget:    knepig",
    ]


def test_a_text_that_is_too_long_is_told_word_for_word(
    own_folder: OwnFolder, report: Callable[..., tuple[int, list[str]]]
) -> None:
    own = "\n" * 10 + f'["area.*.goal"]\nhint = "{"x" * 130}"\n'
    assert report(own_folder({**VERSION, "fields.toml": own})) == (
        1,
        [
            (
                "fields.toml, rad 12: area.*.goal.hint: texten är 130 tecken lång. "
                "Skriv 1 till 95 tecken, så att den får plats."
            ),
            f"Ett fel. {UNUSABLE}",
        ],
    )


def test_the_mistakes_of_all_files_are_told_and_counted(
    own_folder: OwnFolder, report: Callable[..., tuple[int, list[str]]]
) -> None:
    own = {
        "feilds.toml": "x = 1",
        "fields.toml": '[name\nlabel = "Namn"',
        "help/name.md": "## Varfor\nx",
        "rules.toml": '[area-gol]\nnumber = 1\n[name-changed]\nmessage = "{nam}"',
    }
    code, (*lines, last) = report(own_folder({**VERSION, **own}))
    assert code == 1
    beginnings = [
        "feilds.toml: filen hör inte till metodstödet. Menade du f",
        "fields.toml, rad 1: hakparentesen ] saknas.",
        "help/name.md, rad 1: rubriken Varfor finns inte",
        "rules.toml, rad 1: area-gol: finns inte",
        "rules.toml, rad 4: name-changed.message: {nam} kan inte fyllas i.",
    ]
    assert [line[: len(told)] for line, told in zip(lines, beginnings, strict=True)] == beginnings
    assert last == f"5 fel. {UNUSABLE}"


def test_two_mistakes_in_one_file_are_both_told(
    own_folder: OwnFolder, report: Callable[..., tuple[int, list[str]]]
) -> None:
    own = {**VERSION, "fields.toml": '[name]\nlabel = 3\nhint = ""\n'}
    code, lines = report(own_folder(own))
    assert code == 1
    assert [line.split(":")[0] for line in lines[:-1]] == [
        "fields.toml, rad 2",
        "fields.toml, rad 3",
    ]
    assert lines[-1] == f"2 fel. {UNUSABLE}"


def test_a_folder_that_is_not_there_is_told(
    tmp_path: Path, report: Callable[..., tuple[int, list[str]]]
) -> None:
    code, lines = report(tmp_path / "borta")
    assert (code, lines[0].split(".")[0]) == (1, "borta: mappen finns inte")


def test_a_file_is_told(tmp_path: Path, report: Callable[..., tuple[int, list[str]]]) -> None:
    (tmp_path / "method.toml").write_text("", "utf-8")
    code, lines = report(tmp_path / "method.toml")
    assert (code, lines[0].split(".")[1]) == (1, "toml: det är en fil")


def test_an_empty_folder_is_told(
    tmp_path: Path, report: Callable[..., tuple[int, list[str]]]
) -> None:
    code, lines = report(tmp_path)
    assert code == 1
    assert "mappen har inget metodstöd" in lines[0]


def test_a_file_in_another_encoding_is_told(
    own_folder: OwnFolder, report: Callable[..., tuple[int, list[str]]]
) -> None:
    folder = own_folder(VERSION)
    (folder / "fields.toml").write_bytes('[name]\nlabel = "Namnet på"'.encode("cp1252"))
    code, lines = report(folder)
    assert code == 1
    assert lines[0].startswith(
        "fields.toml: filen går inte att läsa som text. Spara filen som UTF-8"
    )


def test_the_report_holds_the_same(
    own_folder: OwnFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "svar.txt"
    assert check_method(own_folder(VERSION), file) == 0
    assert file.read_text("utf-8") == capsys.readouterr().out


def test_a_report_that_cannot_be_written_is_a_failure(
    own_folder: OwnFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_method(own_folder(VERSION), tmp_path / "borta" / "svar.txt") == 1
    assert "FEL: resultatet kunde inte skrivas till svar.txt" in capsys.readouterr().out


def test_it_needs_neither_screen_nor_database(own_folder: OwnFolder) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from gplan_desktop.method.report import check_method\n"
        "check_method(Path(sys.argv[1]), None)\n"
        "print(*(m for m in sys.modules if m.startswith(('PySide6', 'sqlcipher3', 'reportlab'))))\n"
    )
    answer = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, str(own_folder(VERSION))],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
    )
    assert answer.stdout.splitlines()[-2:] == ["Metodstödet går att använda.", ""]

"""The folder with a municipality's own files: what is read, left alone and refused."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gplan_desktop.method.mistakes import MethodError, Mistake
from gplan_desktop.method.own_folder import own_files

OwnFolder = Callable[[Mapping[str, str]], Path]
GOOD = {"method.toml": 'version = "Eksta"\n', "help/name.md": "## Varför\nFör att.\n"}


def mistakes_in(folder: Path) -> tuple[Mistake, ...]:
    with pytest.raises(MethodError) as caught:
        own_files(folder)
    return caught.value.mistakes


def test_texts_are_read_by_name(own_folder: OwnFolder) -> None:
    assert own_files(own_folder(GOOD)) == GOOD


def test_what_windows_writes_before_and_between_lines_is_no_text(own_folder: OwnFolder) -> None:
    folder = own_folder(GOOD)
    (folder / "method.toml").write_bytes(b'\xef\xbb\xbfversion = "Eksta"\r\n')
    assert own_files(folder) == GOOD


def test_other_things_in_the_folder_are_left_alone(own_folder: OwnFolder) -> None:
    others = ("LÄSMIG.md", "readme.txt", "beslut.pdf", ".hemlig.toml", "Thumbs.db", "arkiv/a.pdf")
    assert own_files(own_folder({**GOOD, **dict.fromkeys(others, "x")})) == GOOD


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    [mistake] = mistakes_in(tmp_path / "borta")
    assert str(mistake).startswith("borta: mappen finns inte. Välj mappen")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "fields.toml").write_text("", "utf-8")
    [mistake] = mistakes_in(tmp_path / "fields.toml")
    assert str(mistake).startswith("fields.toml: det är en fil. Välj mappen")


def test_a_folder_without_texts_is_told(own_folder: OwnFolder) -> None:
    [mistake] = mistakes_in(own_folder({"beslut.pdf": "x"}))
    assert str(mistake) == (
        "Eksta metodstöd: mappen har inget metodstöd. Lägg en fil som method.toml i mappen."
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("fields.toml.txt", "fel filändelse. Döp om den så att namnet slutar på .toml eller .md."),
        ("help/name.md.docx", "fel filändelse."),
        ("method.txt", "fel filändelse."),
        ("FIELDS.TOML", "fel filändelse."),
        ("hjelp/name.md", "mappen hör inte till metodstödet. Menade du help?"),
        ("Pages/general.md", "mappen hör inte till metodstödet. Menade du pages?"),
    ],
)
def test_a_name_that_would_not_be_read_is_told(own_folder: OwnFolder, name: str, told: str) -> None:
    [mistake] = mistakes_in(own_folder({**GOOD, name: "x"}))
    assert told in str(mistake)


def test_every_file_that_is_no_utf_8_is_told(own_folder: OwnFolder) -> None:
    folder = own_folder(GOOD)
    (folder / "fields.toml").write_bytes('label = "Mål"'.encode("cp1252"))
    (folder / "help" / "name.md").write_bytes("## Varför".encode("utf-16"))
    told = [str(mistake) for mistake in mistakes_in(folder)]
    assert told == [
        f"{name}: filen går inte att läsa som text. "
        "Spara filen som UTF-8 och kontrollera att den går att öppna."
        for name in ("fields.toml", "help/name.md")
    ]


def test_a_file_far_too_large_is_not_read(own_folder: OwnFolder) -> None:
    [mistake] = mistakes_in(own_folder({**GOOD, "guard.toml": "#" * 1_000_001}))
    assert "filen är för stor" in mistake.what


def test_a_folder_that_may_not_be_read_is_told(own_folder: OwnFolder, without_rights) -> None:
    folder = own_folder(GOOD)
    folder.chmod(0)
    try:
        with without_rights():
            [mistake] = mistakes_in(folder)
    finally:
        folder.chmod(0o700)
    assert mistake.what in {"mappen går inte att läsa", "mappen finns inte"}

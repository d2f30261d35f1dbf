"""The wheel holds the whole program and nothing else."""

import re
import runpy
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[1]
CHECK = runpy.run_path(str(ROOT / ".ci" / "check_wheel.py"))
problems = CHECK["problems"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return Path(next(built))


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    with ZipFile(wheel) as archive:
        return archive.namelist()


def test_the_wheel_holds_the_whole_program_and_nothing_else(names: list[str]):
    assert problems(names) == []


def test_the_wheel_holds_no_tests_and_no_checks(names: list[str]):
    folders = {name.split("/")[0] for name in names if ".dist-info" not in name}
    assert folders == {"gplan_desktop", "ui", "wizard", "printing", "resources"}


def test_fonts_are_shipped_whole_beside_their_licence(wheel: Path):
    with ZipFile(wheel) as archive:
        fonts = [n for n in archive.namelist() if n.endswith(".ttf")]
        assert all(archive.read(name) == (ROOT / name).read_bytes() for name in fonts)
        licence = archive.read("resources/fonts/LICENSE-SourceSans3.txt").decode()
    assert fonts
    assert "SIL OPEN FONT LICENSE" in licence.upper()


def test_the_wheel_says_which_licences_hold(wheel: Path, names: list[str]):
    metadata = next(name for name in names if name.endswith("/METADATA"))
    with ZipFile(wheel) as archive:
        text = archive.read(metadata).decode()
    assert "License-Expression: EUPL-1.2" in text
    assert "Requires-Python: >=3.11" in text


def test_a_missing_font_folder_is_noticed(names: list[str]):
    found = problems([name for name in names if "/fonts/" not in name])
    assert "none of: resources/fonts/*.ttf" in found
    assert "missing: resources/fonts/SourceSans3-Regular.ttf" in found


def test_a_file_that_does_not_belong_is_noticed(names: list[str]):
    assert "does not belong: tests/test_run.py" in problems([*names, "tests/test_run.py"])


def pins() -> list[str]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def plain(requirement: str) -> str:
    """The name alone, as packages are compared: lower case and with hyphens."""
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def test_every_pin_is_exact():
    assert [pin for pin in pins() if not re.fullmatch(r"[\w-]+==[\w.]+", pin)] == []


def test_everything_that_is_asked_for_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    assert {plain(name) for name in asked} <= {plain(pin) for pin in pins()}

"""run.py makes a machine with only Python ready, or says what is missing."""

import ast
import os
import runpy
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).parents[1]
run = SimpleNamespace(**runpy.run_path(str(ROOT / "run.py")))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text("a", "utf-8")
    (tmp_path / "constraints.txt").write_text("b", "utf-8")
    return tmp_path


def test_an_old_python_can_read_the_file_and_so_its_message():
    source = (ROOT / "run.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 6))


def test_an_old_python_is_told_in_two_languages_what_is_needed():
    with pytest.raises(run.CannotStart) as told:
        run.check_python((3, 10))
    assert "behöver Python 3.11 eller nyare; det här är Python 3.10" in str(told.value)
    assert "needs Python 3.11 or later; this is Python 3.10" in str(told.value)


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 14)])
def test_a_new_enough_python_is_accepted(version: tuple[int, int]):
    run.check_python(version)


def test_a_python_without_venv_is_told_the_package_to_install():
    with pytest.raises(run.CannotStart, match="sudo apt install python3-venv"):
        run.check_modules(("venv", "no_such_module_anywhere"))


def test_this_python_can_make_environments():
    run.check_modules()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves libraries to the system")
def test_missing_libraries_are_named_by_their_debian_packages():
    libraries = {"libc.so.6": "libc6", "libnosuch.so.2": "libnosuch2", "libno.so.1": "libno1"}
    assert run.missing_packages(libraries) == ["libno1", "libnosuch2"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves libraries to the system")
def test_a_machine_that_runs_these_tests_lacks_no_library():
    run.check_libraries({"QT_QPA_PLATFORM": "offscreen"})


@pytest.mark.parametrize("changed", ["pyproject.toml", "constraints.txt"])
def test_a_change_of_what_is_asked_for_needs_a_new_installation(project: Path, changed: str):
    before = run.fingerprint(project, "3.12")
    (project / changed).write_text("other", "utf-8")
    assert run.fingerprint(project, "3.12") != before


def test_another_python_or_place_needs_a_new_installation(project: Path):
    moved = project / "Åsas mapp"
    moved.mkdir()
    for name in ("pyproject.toml", "constraints.txt"):
        (moved / name).write_bytes((project / name).read_bytes())
    prints = {run.fingerprint(project, "3.12"), run.fingerprint(project, "3.13")}
    assert len(prints | {run.fingerprint(moved, "3.12")}) == 3


def test_an_unchanged_project_needs_no_new_installation(project: Path):
    stamp = project / "ready.txt"
    wanted = run.fingerprint(project, "3.12")
    assert not run.is_ready([stamp], wanted)
    stamp.write_text(wanted, "ascii")
    assert run.is_ready([project / "none.txt", stamp], wanted)
    assert not run.is_ready([stamp], run.fingerprint(project, "3.13"))


def test_a_silent_network_is_told_apart_from_other_failures():
    silent = run.explain(["WARNING: Retrying: Failed to establish a new connection", "ERROR: no"])
    broken = run.explain(["Collecting x", "ERROR: no space left on device"])
    assert "nätverket svarar inte" in str(silent)
    assert "nätverket" not in str(broken)
    assert "no space left on device" in str(broken)


def make_environment(folder: Path) -> None:
    """Make an environment of an earlier version, with this one's pip: to install one takes long."""
    venv.create(folder, symlinks=os.name != "nt")
    packages = sysconfig.get_path("purelib", "venv", {"base": str(folder)})
    (Path(packages) / "ours.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    (folder / "ready.txt").write_text("an earlier version", "ascii")


def test_without_a_network_the_start_says_so_and_the_next_one_prepares_again(tmp_path: Path):
    copy = tmp_path / "Åsas mapp"
    copy.mkdir()
    for name in ("run.py", "pyproject.toml", "constraints.txt"):
        (copy / name).write_bytes((ROOT / name).read_bytes())
    make_environment(copy / ".venv")
    done = start(copy / "run.py", **NO_NETWORK)
    assert done.returncode == 1
    assert "nätverket svarar inte" in done.stdout
    assert not (copy / ".venv" / "ready.txt").exists()


def test_an_environment_that_cannot_be_made_is_told(project: Path):
    (project / "run.py").write_bytes((ROOT / "run.py").read_bytes())
    (project / ".venv").write_text("not a folder", "utf-8")
    done = start(project / "run.py")
    assert done.returncode == 1
    assert "Det går inte att skapa mappen" in done.stdout


NO_NETWORK = {
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_FIND_LINKS": "",
    "PIP_EXTRA_INDEX_URL": "",
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    "PIP_NO_CACHE_DIR": "1",
    "PIP_RETRIES": "1",
}


def test_a_console_without_swedish_letters_still_shows_the_message(tmp_path: Path):
    code = "import run; run.say('Hämtar → åäö')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
    )
    assert done.stdout.decode("cp1252").strip() == "Hämtar ? åäö", done.stderr


def start(script: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, **environment, "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

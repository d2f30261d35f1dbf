"""Who may import whom, and what the core must do without."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("gplan_desktop", "ui", "wizard", "printing", "resources")

IMPORT_CORE_AND_PRINTING_WITHOUT_QT = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None
parts_together = ("gplan_desktop.app", "gplan_desktop.__main__", "gplan_desktop.program.")
for package in ("gplan_desktop", "printing", "resources"):
    found = importlib.import_module(package)
    for module in pkgutil.walk_packages(found.__path__, package + "."):
        if not module.name.startswith(parts_together):
            importlib.import_module(module.name)
            print(module.name)
"""


# What the first window and the list of a unit are made of.
SHOW_THE_LIST = """
import gplan_desktop.app, ui.start_view, gplan_desktop.units, sys
print(*sys.modules)
"""
LATER = (
    "ui.person_view",
    "ui.first_view",
    "ui.log_",
    "ui.login",
    "ui.backup",
    "wizard",
    "printing",
    "reportlab",
    "PySide6.QtPdf",
    "PySide6.QtPrintSupport",
    "gplan_desktop.archive.register_extract",
    "gplan_desktop.rules.register_extract",
    "gplan_desktop.examples",
    "gplan_desktop.rules.guard",
    "gplan_desktop.vault.vault",
    "gplan_desktop.backup",
)


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_core_and_printing_work_on_a_machine_without_qt():
    done = run_python(IMPORT_CORE_AND_PRINTING_WITHOUT_QT)
    assert done.returncode == 0, done.stderr
    assert {"gplan_desktop.editing", "gplan_desktop.rules.checks"} <= set(done.stdout.split())


def test_the_list_is_shown_without_what_is_only_needed_later():
    done = run_python(SHOW_THE_LIST)
    assert done.returncode == 0, done.stderr
    assert [name for name in done.stdout.split() if name.startswith(LATER)] == []


def test_the_import_contracts_hold():
    # In a process of its own, for it silences every logger that exists.
    done = run_python("import importlinter.cli as c, sys; sys.exit(c.lint_imports(no_cache=True))")
    assert done.returncode == 0, done.stdout


def inits() -> list[Path]:
    return [path for package in PACKAGES for path in (ROOT / package).rglob("__init__.py")]


@pytest.mark.parametrize("path", inits(), ids=lambda path: path.parent.name)
def test_a_package_only_says_what_it_is(path: Path):
    tree = ast.parse(path.read_text("utf-8"))
    # resources is a package of files; its two functions are how they are read.
    allowed = {"Expr"} if path.parent.name != "resources" else {"Expr", "ImportFrom", "FunctionDef"}
    assert {type(node).__name__ for node in tree.body} <= allowed
    assert ast.get_docstring(tree)


def test_no_test_folder_is_a_package():
    """Or `ui` would mean tests/ui."""
    assert list((ROOT / "tests").rglob("__init__.py")) == []

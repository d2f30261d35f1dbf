"""What no test may do unseen: warn, use the network, read in the machine's own encoding."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

GUILTY = """
import logging
import socket
import warnings

from PySide6.QtCore import qWarning

import resources.careless


def test_log():
    logging.getLogger("gplan").warning("told")


def test_missing_log(expect_log):
    expect_log("told")


def test_warning():
    warnings.warn("old")


def test_qt_warning(qapp):
    qWarning("odd")


def test_network():
    socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_name():
    socket.getaddrinfo("example.invalid", 80)


def test_encoding():
    resources.careless.read(__file__)
"""

INNOCENT = """
import logging
import socket

from platformdirs import user_config_dir, user_data_dir
from PySide6.QtWidgets import QLineEdit


def test_expected_log(expect_log):
    expect_log("told")
    logging.getLogger("gplan").warning("told")


def test_this_machine():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


def test_own_home(home):
    assert user_data_dir("Gplan").startswith(str(home))
    assert user_config_dir("Gplan").startswith(str(home))
    assert list(home.iterdir()) == []


def test_typing(qtbot, type_text):
    line = QLineEdit()
    qtbot.addWidget(line)
    type_text(line, "Åsa – é €")
    assert line.text() == "Åsa – é €"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project as strict as ours, with a careless module in it."""
    for name in ("pyproject.toml", "tests/conftest.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    careless = tmp_path / "resources" / "careless.py"
    careless.parent.mkdir()
    (careless.parent / "__init__.py").touch()
    careless.write_text("def read(path):\n    with open(path) as file:\n        file.read()\n")
    return tmp_path


def test_what_nobody_may_do_fails_and_what_is_allowed_passes(project: Path):
    for name, tests in (("guilty", GUILTY), ("innocent", INNOCENT)):
        (project / "tests" / f"test_{name}.py").write_text(tests, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n0", "-p", "no:cacheprovider", "--tb=line"],
        cwd=project,
        env={**os.environ, "PYTHONWARNDEFAULTENCODING": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    # A warning in the log is judged when the test is over: an error after a pass.
    assert "5 failed, 6 passed, 2 errors" in done.stdout
    assert "test_innocent.py ...." in done.stdout
    assert "EncodingWarning" in done.stdout

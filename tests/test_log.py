"""The log tells where something went wrong, and never what anyone had written."""

import logging
import logging.handlers
import sys

import pytest

from gplan_desktop import log

PLAN_TEXT = "Karin duschar på torsdagar"


@pytest.fixture
def written(tmp_path):
    """Start the log and return what has been written in it."""
    path = tmp_path / "folder" / "gplan.log"
    log.start(path)
    return lambda: path.read_text("utf-8")


def fail_with(text):
    raise ValueError(text)


def log_a_bug(text=PLAN_TEXT):
    try:
        fail_with(text)
    except ValueError:
        logging.getLogger("ui.errors").exception("a bug")


def test_the_log_begins_with_the_start(written):
    assert f"INFO gplan_desktop.log started on {sys.platform}" in written()


def test_an_errors_text_is_never_written(written, expect_log):
    expect_log("a bug")
    log_a_bug()
    assert PLAN_TEXT not in written()
    assert "ValueError at test_log.py:" in written()
    assert "fail_with" in written()
    assert "ERROR ui.errors a bug" in written()


def test_nor_when_another_log_has_told_it_in_full(tmp_path, expect_log):
    expect_log("a bug")
    # A formatter keeps what it made of the error for those that come after it.
    other = logging.handlers.WatchedFileHandler(tmp_path / "other.log", encoding="utf-8")
    logging.getLogger().addHandler(other)
    log.start(tmp_path / "gplan.log")
    log_a_bug()
    assert PLAN_TEXT in (tmp_path / "other.log").read_text("utf-8")
    assert PLAN_TEXT not in (tmp_path / "gplan.log").read_text("utf-8")


def test_nor_the_text_of_the_error_behind_it(written, expect_log):
    expect_log("a bug")
    try:
        try:
            fail_with(PLAN_TEXT)
        except ValueError as error:
            raise RuntimeError(f"because of {error}") from error
    except RuntimeError:
        logging.getLogger("ui.errors").exception("a bug")
    assert PLAN_TEXT not in written()
    assert "duschar" not in written()
    assert "RuntimeError at" in written()


def test_nor_when_the_error_has_been_nowhere(written, expect_log):
    expect_log("a bug")
    logging.getLogger("ui.errors").error("a bug", exc_info=ValueError(PLAN_TEXT))
    assert PLAN_TEXT not in written()
    assert "ValueError at" in written()


def test_details_of_other_programs_parts_are_not_logged(written):
    logging.getLogger("fontTools").debug(PLAN_TEXT)
    assert PLAN_TEXT not in written()


def test_swedish_letters_are_written_in_utf_8(written):
    logging.getLogger("gplan").info("Övning på sjön")
    assert "Övning på sjön" in written()


def test_a_place_where_nothing_can_be_written_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("in the way")
    log.start(tmp_path / "file" / "gplan.log")
    logging.getLogger("gplan").info("goes nowhere")
    assert (tmp_path / "file").read_text() == "in the way"


def test_the_log_does_not_grow_for_ever(tmp_path):
    log.start(tmp_path / "gplan.log")
    for _ in range(60):
        logging.getLogger("gplan").info("%s", "x" * 100_000)
    sizes = {file.name: file.stat().st_size for file in tmp_path.iterdir()}
    assert sorted(sizes) == ["gplan.log", "gplan.log.1", "gplan.log.2", "gplan.log.3"]
    assert max(sizes.values()) <= 1_000_000

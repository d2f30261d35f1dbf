import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gplan_desktop.vault.attempts import Attempts, FailedAttempt
from gplan_desktop.vault.faults import TooSoon

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def failed(clock: Callable) -> FailedAttempt:
    return FailedAttempt(clock(), "login", "")


def test_a_clock_that_is_set_back_shuts_nobody_out(tmp_path: Path, clock: Callable):
    attempts = Attempts(tmp_path, clock)
    attempts.note("anna", failed(clock))
    clock.move(days=-365)
    attempts.require_patience("anna")


def test_each_name_has_a_wait_of_its_own(tmp_path: Path, clock: Callable):
    attempts = Attempts(tmp_path, clock)
    attempts.note("anna", failed(clock))
    attempts.require_patience("bo")
    with pytest.raises(TooSoon):
        attempts.require_patience("anna")


def test_name_after_name_does_not_fill_the_disk(tmp_path: Path, clock: Callable):
    attempts = Attempts(tmp_path, clock)
    moment = "2026-11-23T08:00:00Z"
    many = {
        "waiting": {str(number): {"failures": 1, "last": moment} for number in range(200)},
        "failed": [{"at": moment, "way": "login", "user": ""}] * 1000,
    }
    (tmp_path / "login-attempts.json").write_text(json.dumps(many), "utf-8")
    attempts.note("anna", failed(clock))
    kept = json.loads((tmp_path / "login-attempts.json").read_text("utf-8"))
    assert (len(kept["waiting"]), len(kept["failed"])) == (200, 1000)
    assert "anna" in kept["waiting"]
    assert "0" not in kept["waiting"]
    assert attempts.failed()[-1] == failed(clock)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[" * 100_000,
        b"\xff",
        b'{"waiting": {"anna": {"failures": -5, "last": "2026-11-23T09:00:00Z"}}}',
        b'{"waiting": {"anna": {"failures": 9, "last": "2026-11-23T09:00:00"}}}',
        b'{"waiting": {"anna": {"failures": 9, "last": "9999-12-31T23:59:59Z"}}}',
        b'{"waiting": {"anna": {"failures": 9, "last": "0001-01-01T00:00:00Z"}}}',
    ],
)
def test_a_file_that_is_not_ours_any_more_stops_nobody(
    tmp_path: Path, clock: Callable, content: bytes
):
    (tmp_path / "login-attempts.json").write_bytes(content)
    attempts = Attempts(tmp_path, clock)
    attempts.require_patience("anna")
    assert attempts.note("anna", failed(clock)) >= 2


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path, clock: Callable):
    attempts = Attempts(tmp_path / "missing", clock)
    assert attempts.note("anna", failed(clock)) == 2
    assert attempts.failed() == ()

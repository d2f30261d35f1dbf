import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

# A few at every run; the scripts take more by hand.
KILLS, KILLED_MIGRATIONS = 25, 3

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")


def told_by(script: str, *given: object) -> Any:
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name(script)), *map(str, given)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_nothing_acknowledged_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    result = told_by("kill_writers.py", tmp_path / "unit.db", KILLS)
    assert result.pop("acknowledged") > KILLS
    assert result == {"kills": KILLS, "lost": 0, "half_written": 0, "damaged": 0}


def test_a_killed_migration_leaves_a_version_that_was_released(tmp_path: Path) -> None:
    results = told_by("kill_migrations.py", tmp_path, KILLED_MIGRATIONS)
    assert results
    for result in results.values():
        assert result["kills"] == KILLED_MIGRATIONS
        assert (result["half_done"], result["damaged"]) == (0, 0)

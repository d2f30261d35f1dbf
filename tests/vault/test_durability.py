import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

STEPS_OF_THE_SHORTEST = 8


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
def test_a_change_that_is_killed_at_any_step_is_made_or_not_made(tmp_path: Path):
    script = Path(__file__).with_name("kill_changers.py")
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path), "0"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)
    assert set(results) == {"add", "change", "remove", "renew"}
    for result in results.values():
        assert result["kills"] >= STEPS_OF_THE_SHORTEST
        # The last time it is not killed.
        assert result["before"] + result["after"] == result["kills"] + 1
        assert min(result["before"], result["after"]) > 1
        assert (result["unreadable"], result["half_done"], result["left_behind"]) == (0, 0, 0)

import os
import subprocess
import sys

import pytest

from gplan_desktop.vault.derivation import COSTS, Cost

MIB = 1024 * 1024
ON_A_FULL_COMPUTER = """
import resource
from gplan_desktop.vault.derivation import Cost, derive
from gplan_desktop.vault.faults import MemoryShort
resource.setrlimit(resource.RLIMIT_AS, (2**29, 2**29))
try:
    derive(b"", bytes(16), Cost(1, 2**30))
except MemoryShort as short:
    print(short.todo.encode())
"""


@pytest.mark.parametrize(
    ("cost", "allowed"),
    [
        (COSTS.usual, True),
        (Cost(2, 64 * MIB), True),
        (Cost(10, 1024 * MIB), True),
        (Cost(1, 64 * MIB), False),
        (Cost(2, 64 * MIB - 1), False),
        (Cost(11, 256 * MIB), False),
        (Cost(3, 1024 * MIB + 1), False),
        (Cost(-3, -1), False),
    ],
)
def test_a_file_may_ask_for_neither_too_little_nor_too_much(cost: Cost, allowed: bool):
    assert COSTS.allow(cost) is allowed


def test_a_guess_costs_a_quarter_of_a_gibibyte():
    assert COSTS.usual == Cost(3, 256 * MIB)


@pytest.mark.skipif(os.name != "posix", reason="Windows limits memory in another way")
def test_a_computer_without_memory_is_told_what_to_do():
    done = subprocess.run(
        [sys.executable, "-c", ON_A_FULL_COMPUTER],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert "andra program" in done.stdout

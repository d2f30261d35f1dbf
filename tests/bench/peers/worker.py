"""One engine in a process of its own: `python worker.py '{"peer": …}'` answers in JSON.

The plans are made before the clock starts and between its readings: only the engine counts.
"""

import importlib
import json
import os
import pickle
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from peers.variation import varied

_WARMING = 3
_CHUNK = 24


class Engine:
    """A peer with the plans it is to print; remembers what each took."""

    def __init__(self, order: dict[str, Any]) -> None:
        plans = Path(order["plans"]).read_bytes()
        self._document, self._method = pickle.loads(plans)  # noqa: S301 - our own file
        self._seed, self._number = order["seed"], order["first"]
        self.base = memory("VmRSS")
        document = self._next()
        begun = time.perf_counter()
        self._peer = importlib.import_module(f"peers.{order['peer']}")
        imported = time.perf_counter()
        prepared = self._prepared(document)
        started = time.perf_counter()
        self.data = self._peer.make(prepared, self._method)
        self.cold = imported - begun + time.perf_counter() - started
        self.name = self._peer.NAME

    @property
    def works_in_children(self) -> bool:
        """Whether the memory of this process says nothing of the engine's."""
        return hasattr(self._peer, "make_many")

    def run(self, count: int, seconds: float) -> list[float]:
        """Print *count* plans or what *seconds* allow; return how long each took."""
        passed: list[float] = []
        while len(passed) < count and (sum(passed) < seconds or len(passed) < 2):
            prepared = self._prepared(self._next())
            begun = time.perf_counter()
            self.data = self._peer.make(prepared, self._method)
            passed.append(time.perf_counter() - begun)
        return passed

    def run_together(self, count: int, seconds: float) -> list[float]:
        """As `run`, several plans at a time where the engine gains from it."""
        if not self.works_in_children:
            return self.run(count, seconds)
        passed: list[float] = []
        while len(passed) < count and (sum(passed) < seconds or not passed):
            plans = [self._next() for _ in range(min(_CHUNK, count - len(passed)))]
            begun = time.perf_counter()
            self._peer.make_many(plans, self._method)
            passed += [(time.perf_counter() - begun) / len(plans)] * len(plans)
        return passed

    def _next(self) -> Any:
        self._number += 1
        return varied(self._document, self._number, self._seed)

    def _prepared(self, document: Any) -> Any:
        prepare = getattr(self._peer, "prepare", None)
        return prepare(document, self._method) if prepare else document


def memory(what: str) -> int:
    """Return VmRSS or VmHWM of this process in kilobytes; 0 where the system does not say."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{what}:"))


def peak() -> int:
    """Return the most memory in kilobytes that this process or a child of it has had."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return 0
    return max(memory("VmHWM"), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)


def answer(order: dict[str, Any]) -> dict[str, Any]:
    """Do what *order* says and return what was measured."""
    try:
        engine = Engine(order)
    except ImportError as missing:
        return {"missing": str(missing)}
    told = {"name": engine.name, "cold": engine.cold, "base": engine.base}
    if order["task"] == "few":
        engine.run(_WARMING, order["seconds"] / 4)
        told["warm"] = engine.run(order["count"], order["seconds"])
    else:
        told |= _many(engine, order)
    if order["kept"]:
        Path(order["kept"]).write_bytes(engine.data)
    return told | {"size": len(engine.data), "peak": peak()}


def _many(engine: Engine, order: dict[str, Any]) -> dict[str, Any]:
    """Print this process's share on the clock, then go on to look at the memory."""
    marks, share = [], order["count"]
    early = min(100, share)
    passed = engine.run_together(early, order["seconds"])
    marks.append(memory("VmRSS"))
    if len(passed) == early:
        passed += engine.run_together(share - early, order["seconds"] - sum(passed))
    if len(passed) == share and order["memory"]:
        engine.run(order["memory"] - share, order["seconds"])
    marks.append(memory("VmRSS"))
    if engine.works_in_children:
        marks.clear()
    return {"passed": passed, "marks": marks, "all": len(passed) == share}


if __name__ == "__main__":
    # What others write on standard output must not come into the answer.
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    out.write(json.dumps(answer(json.loads(sys.argv[1]))))
    out.close()

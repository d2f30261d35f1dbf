"""Failed log-ins: they make the next one wait, and are kept until they stand in the audit.

This only slows someone at the keyboard. Against a copy of the files nothing
but the passphrase and what a guess costs is of help.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from math import ceil
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from gplan_desktop.clock import Clock
from gplan_desktop.vault import vault_file
from gplan_desktop.vault.faults import TooSoon

_log = logging.getLogger(__name__)

_NAME = "login-attempts.json"
_LONGEST_WAIT = 60
# Somebody who types name after name must not fill the disk.
_MOST_NAMES = 200
_MOST_FAILED = 1000


class FailedAttempt(msgspec.Struct, frozen=True):
    """One log-in that failed; *user* is the id of the user, empty when there is none such."""

    at: datetime
    way: Literal["login", "recovery"]
    user: str


class _Waiting(msgspec.Struct, frozen=True):
    failures: Annotated[int, msgspec.Meta(ge=1)]
    last: datetime


class _State(msgspec.Struct, frozen=True):
    waiting: dict[str, _Waiting] = {}
    failed: tuple[FailedAttempt, ...] = ()


class Attempts:
    """The failed log-ins at this computer, in a file beside the vault."""

    def __init__(self, folder: Path, now: Clock) -> None:
        self._path = folder / _NAME
        self._now = now

    def require_patience(self, who: str) -> None:
        """Refuse an attempt that comes before the wait after the last one is over.

        Raises:
            TooSoon: with the seconds that are left.
        """
        waiting = self._read().waiting.get(who)
        if waiting:
            passed = (self._now() - waiting.last).total_seconds()
            left = _wait(waiting.failures) - passed
            # Less than nothing has passed only when the clock has been set back.
            if passed >= 0 and left > 0:
                raise TooSoon(ceil(left))

    def note(self, who: str, failed: FailedAttempt) -> int:
        """Keep a failed attempt, and return the seconds to wait after it."""
        state = self._read()
        before = state.waiting.get(who)
        failures = before.failures + 1 if before else 1
        others = {name: waiting for name, waiting in state.waiting.items() if name != who}
        newest = dict(list(others.items())[1 - _MOST_NAMES :])
        waiting = {**newest, who: _Waiting(failures, failed.at)}
        self._write(_State(waiting, (*state.failed, failed)[-_MOST_FAILED:]))
        return _wait(failures)

    def forgive(self, who: str) -> None:
        """Let *who*, who has logged in, start from no failures."""
        state = self._read()
        if who in state.waiting:
            others = {name: waiting for name, waiting in state.waiting.items() if name != who}
            self._write(_State(others, state.failed))

    def failed(self) -> tuple[FailedAttempt, ...]:
        """Return the failed attempts that do not stand in the audit yet."""
        return self._read().failed

    def forget(self, written: tuple[FailedAttempt, ...]) -> None:
        """Take away the attempts that have been *written* in the audit."""
        state = self._read()
        self._write(_State(state.waiting, tuple(one for one in state.failed if one not in written)))

    def _read(self) -> _State:
        """Return what is kept; nothing when the file is missing or is not ours any more."""
        return _kept(self._path.read_bytes)

    def _write(self, state: _State) -> None:
        try:
            vault_file.write_whole(self._path, msgspec.json.encode(state))
        except OSError:
            _log.info("a failed log-in could not be kept")


def _kept(read: Callable[[], bytes]) -> _State:
    try:
        state = msgspec.json.decode(read(), type=_State)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _State()
    moments = [one.last for one in state.waiting.values()] + [one.at for one in state.failed]
    return state if all(moment.tzinfo for moment in moments) else _State()


def _wait(failures: int) -> int:
    """Return the seconds to wait: two, four, eight … and a minute from the sixth on."""
    return min(1 << min(failures, 10), _LONGEST_WAIT)

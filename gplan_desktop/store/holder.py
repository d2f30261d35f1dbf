"""Who has a unit's file open: told to the next one who tries, and worth nothing else.

The note lies in clear beside the file. It holds the computer, who is logged in to it and when,
nothing from the unit; one that was left by a killed program is written over by the next opening.
"""

import getpass
import json
import platform
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from gplan_desktop.domain import dates
from gplan_desktop.store import moments

_ENDING = ".holder"
_LONGEST = 64


@dataclass(frozen=True)
class Holder:
    """The computer, its user and since when, as the file's holder noted them."""

    computer: str
    user: str
    since: str

    @property
    def told(self) -> str:
        """The three in words: "på datorn X av användaren Y sedan 2026-11-24 08:15"."""
        at = dates.stamp(moments.from_text(self.since))
        return f"på datorn {self.computer} av användaren {self.user} sedan {at}"


def note(path: Path, now: datetime) -> None:
    """Note that this program has the file at *path* open; without a note nothing is lost."""
    with suppress(OSError):
        holder = Holder(_short(platform.node()), _short(_user()), moments.to_text(now))
        _beside(path).write_text(json.dumps(asdict(holder)), "utf-8")


def forget(path: Path) -> None:
    """Take the note of *path* away, when the file is closed."""
    with suppress(OSError):
        _beside(path).unlink()


def told(path: Path) -> str:
    """Return who has the file at *path* open, in words; "" when that is not known."""
    try:
        noted = json.loads(_beside(path).read_text("utf-8"))
        parts = (_short(noted[name]) for name in ("computer", "user", "since"))
        return Holder(*parts).told
    except (OSError, ValueError, TypeError, KeyError):
        return ""


def _beside(path: Path) -> Path:
    return path.with_name(path.name + _ENDING)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _short(text: str) -> str:
    """Return *text* fit for a sentence, whoever wrote it."""
    plain = "".join(letter for letter in text if letter.isprintable())
    return plain.strip()[:_LONGEST] or "okänd"

"""What the program remembers between two starts, in one small file."""

import json
import logging
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

_log = logging.getLogger(__name__)

TEXT_SIZES = (100, 125, 150, 175, 200)
THEMES = ("system", "light", "dark")
LOCK_MINUTES = (2, 5, 10, 15, 30)
Columns = Mapping[str, Mapping[str, str]]
"""Which field each heading of a list is, by the kind of list."""


@dataclass(frozen=True)
class Settings:
    """How the user wants the window, how lists were read, and where backups go and went.

    After lock_minutes without a touch the screen is covered, where one logs in. It was *left*
    when the last one locked the screen or logged out: then the next start asks who it is.
    The moments of the last verified and the last failed backup are in UTC, in ISO 8601.
    """

    theme: str = "system"
    text_size: int = 100
    help_open: bool = True
    geometry: str = ""
    treserva_is_original: bool = False
    columns: Columns = field(default_factory=dict)
    backup_place: str = ""
    backup_last: str = ""
    backup_failed: str = ""
    backup_why: str = ""
    lock_minutes: int = 10
    left: bool = False

    def locked_after(self, longest: int) -> int:
        """Return after how many minutes the screen is covered, at most *longest* (F68)."""
        return min(max(self.lock_minutes, LOCK_MINUTES[0]), longest)


def lock_choices(longest: int, chosen: int) -> tuple[int, ...]:
    """Return the minutes to choose among, at most *longest*; *chosen* is always one of them."""
    shorter = {minutes for minutes in LOCK_MINUTES if minutes <= longest}
    return tuple(sorted(shorter | {chosen}))


def load(path: Path) -> Settings:
    """Read the settings; the defaults when there are none or they cannot be read.

    A file that cannot be read is put aside under another name, never overwritten.
    """
    try:
        return _checked(json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return Settings()
    except (OSError, TypeError, ValueError):
        _log.info("settings could not be read; put aside")
        _put_aside(path)
        return Settings()


def save(path: Path, settings: Settings) -> None:
    """Write the settings in one move. A disk that refuses costs nothing but the memory of them."""
    partial = path.with_suffix(".partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(json.dumps(asdict(settings), indent=1), "utf-8")
        os.replace(partial, path)  # noqa: PTH105 - the one call that is atomic on Windows too
    except OSError:
        _log.info("settings could not be saved")


def _checked(found: object) -> Settings:
    if not isinstance(found, dict):
        raise TypeError("settings are an object")
    known = {f.name: found[f.name] for f in fields(Settings) if f.name in found}
    usual = Settings()
    settings = replace(usual, **known)
    if any(type(value) is not type(getattr(usual, name)) for name, value in known.items()):
        raise TypeError("a setting of another kind")
    if not all(map(_maps_texts, settings.columns.values())):
        raise TypeError("columns of another kind")
    if settings.theme not in THEMES or settings.text_size not in TEXT_SIZES:
        raise ValueError("unknown theme or text size")
    return settings


def _maps_texts(found: object) -> bool:
    return isinstance(found, dict) and all(isinstance(text, str) for text in found.values())


def _put_aside(path: Path) -> None:
    try:
        os.replace(path, path.with_suffix(".unreadable"))  # noqa: PTH105 - as in save
    except OSError:
        _log.info("unreadable settings could not be put aside")

"""What the program remembers between two starts, in one small file."""

import json
import logging
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

_log = logging.getLogger(__name__)

TEXT_SIZES = (100, 125, 150, 175, 200)
THEMES = ("system", "light", "dark")


@dataclass(frozen=True)
class Settings:
    """How the user wants the window: theme, text size in percent, help column, place."""

    theme: str = "system"
    text_size: int = 100
    help_open: bool = True
    geometry: str = ""


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
    settings = replace(Settings(), **known)
    if any(type(value) is not type(getattr(Settings, name)) for name, value in known.items()):
        raise TypeError("a setting of another kind")
    if settings.theme not in THEMES or settings.text_size not in TEXT_SIZES:
        raise ValueError("unknown theme or text size")
    return settings


def _put_aside(path: Path) -> None:
    try:
        os.replace(path, path.with_suffix(".unreadable"))  # noqa: PTH105 - as in save
    except OSError:
        _log.info("unreadable settings could not be put aside")

"""A metodstöd that has been read and looked through, kept ready for the next start.

Reading it from its 75 files takes a sixth of the time to the first window.
What is kept is used only while every file it was made from, and the code that
made it, is the same; else it is made anew.
"""

import hashlib
import logging
import os
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

import msgspec

from gplan_desktop.method.frozen import frozen, plain
from gplan_desktop.method.loaded import Loaded
from gplan_desktop.version import VERSION

_log = logging.getLogger(__name__)


def sign(own: Mapping[str, str]) -> str:
    """Return what tells the built-in files with the texts *own* over them from all others."""
    texts = (part for name, text in sorted(own.items()) for part in (name, text))
    made_from = "\0".join([VERSION, *_built_in(), *texts])
    return hashlib.sha256(made_from.encode("utf-8", "surrogatepass")).hexdigest()


def fetch(file: Path, wanted: str) -> Loaded | None:
    """Return what was kept in *file*; None unless it was made from what is *wanted* now."""
    try:
        kept, _, document = file.read_bytes().partition(b"\n")
        if kept.decode("ascii") == wanted:
            return frozen(msgspec.json.decode(document, type=Loaded))
    except (OSError, UnicodeDecodeError, msgspec.DecodeError):
        pass
    return None


def keep(file: Path, made_from: str, loaded: Loaded) -> None:
    """Keep *loaded* in *file*. A disk that refuses costs nothing but the time next start."""
    partial = file.with_suffix(".partial")
    document = msgspec.json.encode(loaded, enc_hook=plain)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(made_from.encode("ascii") + b"\n" + document)
        os.replace(partial, file)  # noqa: PTH105 - the one call that is atomic on Windows too
    except OSError:
        _log.info("the method could not be kept ready")


def _built_in() -> Iterator[str]:
    """Yield name, size and time of the files that are built in, and of the code that reads them."""
    built_in = Path(str(files("resources"))) / "method"
    folders = (*(built_in / name for name in ("", "help", "pages", "areas")), Path(__file__).parent)
    for folder in folders:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda found: found.name):
                found = entry.stat()
                if entry.is_file():
                    yield f"{entry.name} {found.st_size} {found.st_mtime_ns}"

"""One backup on a disk: its name, and what the small file beside it says of it."""

import json
import os
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from gplan_desktop.store import moments
from gplan_desktop.store.audit import AuditHead
from gplan_desktop.store.copies import Contents

ENDING, HEAD, VAULT, PARTIAL = ".db", ".head", ".vault.json", ".partial"
_TIME = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(
    r"Gplan-(?P<unit>[a-z0-9-]+)-(?P<identity>[0-9a-f]{8})-(?P<at>\d{8}T\d{6}Z)-g(?P<g>\d{4})"
)
_LONGEST_UNIT = 30


class Reason(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    ASKED = "asked"
    MIGRATION = "before-migration"
    ROTATION = "before-rotation"
    ERASURE = "before-erasure"
    RESTORE = "before-restore"


@dataclass(frozen=True)
class Backup:
    """A file that got its final name, and so was whole then.

    What it holds is None when the small file beside it is missing; it is damaged when it was
    read again later and was not as it had been.
    """

    path: Path
    made_at: datetime
    identity: str = ""
    generation: int = 1
    contents: Contents | None = None
    reason: Reason | None = None
    verified_at: datetime | None = None
    is_damaged: bool = False
    size: int = 0

    @property
    def is_verified(self) -> bool:
        """Whether it was whole the last time it was read."""
        return self.verified_at is not None and not self.is_damaged

    @property
    def files(self) -> tuple[Path, ...]:
        """The backup with what lies beside it; the backup itself is the first."""
        return tuple(self.path.with_name(self.path.stem + end) for end in (ENDING, HEAD, VAULT))

    @property
    def vault(self) -> Path:
        """Who can open the backup, where the unit has users."""
        return self.files[2]


def name_of(contents: Contents, generation: int, at: datetime) -> str:
    """Return the backup's name, without ending: unit, its identity, time in UTC, generation."""
    plain = unicodedata.normalize("NFKD", contents.unit.casefold()).encode("ascii", "ignore")
    unit = re.sub(r"[^a-z0-9]+", "-", plain.decode())[:_LONGEST_UNIT].strip("-") or "enhet"
    moment = at.astimezone(UTC).strftime(_TIME)
    return f"Gplan-{unit}-{contents.identity}-{moment}-g{generation:04}"


def read(path: Path) -> Backup | None:
    """Return the backup at *path*, or None when that is no name of a backup."""
    match = _NAME.fullmatch(path.stem)
    if match is None or path.suffix != ENDING:
        return None
    at = datetime.strptime(match["at"], _TIME).replace(tzinfo=UTC)
    told = _read_head(path.with_suffix(HEAD))
    try:
        size = path.stat().st_size
    except OSError:
        return None
    return Backup(path, at, match["identity"], int(match["g"]), size=size, **told)


def write_head(backup: Backup) -> None:
    """Write what is known of *backup* beside it, in one move."""
    contents = backup.contents
    if contents is None or backup.verified_at is None:
        raise ValueError("nothing is known of the backup")
    told = {
        "unit": contents.unit,
        "identity": contents.identity,
        "persons": contents.persons,
        "plans": contents.plans,
        "latest": moments.optional_to_text(contents.latest),
        "number": contents.head.number,
        "digest": contents.head.digest,
        "reason": backup.reason,
        "verified_at": moments.to_text(backup.verified_at),
        "is_damaged": backup.is_damaged,
    }
    path = backup.path.with_suffix(HEAD)
    partial = path.with_name(path.name + PARTIAL)
    with partial.open("w", encoding="utf-8") as file:
        json.dump(told, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)


def _read_head(path: Path) -> dict[str, Any]:
    """Return what the small file tells; nothing when it is missing or is no such file."""
    try:
        told = json.loads(path.read_text("utf-8"))
        contents = Contents(
            str(told["unit"]),
            str(told["identity"]),
            int(told["persons"]),
            int(told["plans"]),
            AuditHead(int(told["number"]), str(told["digest"])),
            moments.optional_from_text(told["latest"]),
        )
        return {
            "contents": contents,
            "reason": Reason(told["reason"]),
            "verified_at": moments.from_text(told["verified_at"]),
            "is_damaged": bool(told["is_damaged"]),
        }
    except (OSError, ValueError, TypeError, KeyError):
        return {}

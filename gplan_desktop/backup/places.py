"""Which folders are fit for the unit's own file, and which for its backups."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path, PurePath, PureWindowsPath

_REMOTE_SYSTEMS = frozenset({"cifs", "smb3", "nfs", "nfs4", "9p", "fuse.sshfs", "davfs"})
_CLOUD_VARIABLES = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
}
_CLOUDS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "min enhet": "Google Drive",
    "icloud": "iCloud",
    "iclouddrive": "iCloud",
    "icloud drive": "iCloud",
    "mobile documents": "iCloud",
}


class Drive(IntEnum):
    """What GetDriveType of Windows answers."""

    UNKNOWN = 0
    NONE = 1
    REMOVABLE = 2
    FIXED = 3
    REMOTE = 4
    OPTICAL = 5
    MEMORY = 6


class Fitness(IntEnum):
    """Whether a folder may be used."""

    FIT = 0
    WARNED = 1
    REFUSED = 2


@dataclass(frozen=True)
class Verdict:
    """Whether a folder may be used, and the reason in words when it is not simply fit."""

    fitness: Fitness = Fitness.FIT
    reason: str = ""


def drive_of(path: PurePath) -> Drive:
    """Ask the system what kind of drive *path* lies on."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only Windows has what is asked for

        return Drive(ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\"))
    return Drive.REMOTE if _system_of(path) in _REMOTE_SYSTEMS else Drive.FIXED


def device_of(path: PurePath) -> int | None:
    """Return the number of the disk that *path* lies on; None when that cannot be told."""
    try:
        return os.stat(path).st_dev  # noqa: PTH116 - a pure path has no stat
    except OSError:
        return None


@dataclass(frozen=True)
class Probe:
    """What the system is asked about a folder."""

    drive: Callable[[PurePath], Drive] = drive_of
    device: Callable[[PurePath], int | None] = device_of
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))


def for_unit(folder: PurePath, probe: Probe) -> Verdict:
    """Tell whether the unit's own file may lie in *folder*.

    A network breaks the locks that the database needs, so that two programs can destroy it; a
    synchronised folder puts old versions back; a removable disk is pulled out while it is written.
    """
    if _is_share(folder) or probe.drive(folder) is Drive.REMOTE:
        return Verdict(
            Fitness.REFUSED,
            "Mappen ligger på nätverket. Där kan databasen skadas när två datorer skriver "
            "samtidigt. Ha den på datorns egen disk och säkerhetskopiera till nätverket i stället.",
        )
    if cloud := _cloud_of(folder, probe.environment):
        return Verdict(
            Fitness.WARNED,
            f"Mappen synkroniseras av {cloud}, som kan lägga tillbaka en äldre version medan "
            "Gplan skriver. Flytta den till en mapp som inte synkroniseras.",
        )
    if probe.drive(folder) is Drive.REMOVABLE:
        return Verdict(
            Fitness.WARNED,
            "Mappen ligger på en flyttbar disk. Dras den ur medan Gplan skriver kan det senaste "
            "gå förlorat. Ha databasen på datorns egen disk.",
        )
    return Verdict()


def for_backups(place: PurePath, folder: PurePath, probe: Probe) -> Verdict:
    """Tell whether the backups of the unit in *folder* may lie at *place*; a share may."""
    if place == folder or folder in place.parents:
        return Verdict(
            Fitness.REFUSED,
            "Mappen ligger inuti mappen med enhetens databas. Försvinner den så försvinner "
            "kopiorna också. Välj en mapp på en annan disk eller på nätverket.",
        )
    if _is_share(place) or probe.drive(place) is Drive.REMOTE:
        return Verdict()
    device = probe.device(place)
    if device is not None and device == probe.device(folder):
        return Verdict(
            Fitness.WARNED,
            "Mappen ligger på samma disk som databasen. Går disken sönder så försvinner båda. "
            "Välj hellre en annan disk eller en mapp på nätverket.",
        )
    return Verdict()


def _is_share(path: PurePath) -> bool:
    """Tell a share on the network, however its strokes lean."""
    text = str(path)
    long = text.startswith("\\\\?\\")
    return text.startswith("\\\\?\\UNC\\") or (text.startswith(("\\\\", "//")) and not long)


def _cloud_of(path: PurePath, environment: Mapping[str, str]) -> str:
    """Return the service that keeps *path* in step with other computers, or ""."""
    for variable, name in _CLOUD_VARIABLES.items():
        root = environment.get(variable, "")
        if root and path.is_relative_to(type(path)(root)):
            return name
    for part in PureWindowsPath(path).parts:
        known = _CLOUDS.get(part.casefold())
        # A business account's folder is called "OneDrive - Eksta kommun".
        if known or part.casefold().startswith("onedrive - "):
            return known or "OneDrive"
    return ""


def _system_of(path: PurePath) -> str:
    """Return the kind of file system that *path* lies on, as Linux tells it."""
    try:
        lines = Path("/proc/self/mounts").read_text("utf-8").splitlines()
    except OSError:
        return ""
    mounts = [(PurePath(parts[1]), parts[2]) for line in lines if len(parts := line.split()) > 2]
    fitting = [(mount, kind) for mount, kind in mounts if path.is_relative_to(mount)]
    return max(fitting, key=lambda found: len(found[0].parts), default=(path, ""))[1]

"""Which metodstöd is in use: the built-in one, or a municipality's own over it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gplan_desktop.method import ready
from gplan_desktop.method.loaded import Difference, Loaded
from gplan_desktop.method.mistakes import MethodError
from gplan_desktop.method.model import Method
from gplan_desktop.method.role_data import RoleData


@dataclass(frozen=True)
class OwnMethod:
    """What is known of the municipality's own: where it differs, or why it is not used.

    *roles_aside* is what it says of the roles where the unit goes by something else.
    """

    is_used: bool = False
    differences: tuple[Difference, ...] = ()
    refused: MethodError | None = None
    roles_aside: RoleData | None = None


@dataclass(frozen=True)
class MethodInUse:
    """The metodstöd in use, and what became of the municipality's own."""

    method: Method
    own: OwnMethod = OwnMethod()


def method_in_use(folder: Path, kept: Path | None = None) -> MethodInUse:
    """Return the metodstöd with the own files in *folder*; the built-in one when that is broken.

    A broken folder is never used in part. In the file *kept*, if one is given,
    it is found ready when nothing has changed since the last time.
    """
    try:
        own = _own_files(folder)
        return in_use(_ready(own, kept) if kept else _loaded(own), own)
    except MethodError as error:
        return MethodInUse(_loaded({}).method, OwnMethod(refused=error))


def in_use(loaded: Loaded, own: Mapping[str, str]) -> MethodInUse:
    """Return what was loaded with the texts *own* as the metodstöd in use."""
    return MethodInUse(loaded.method, OwnMethod(bool(own), loaded.differences))


def _own_files(folder: Path) -> dict[str, str]:
    if not os.path.lexists(folder):
        return {}
    from gplan_desktop.method.own_folder import own_files  # noqa: PLC0415 - see _loaded

    return own_files(folder)


def _ready(own: Mapping[str, str], kept: Path) -> Loaded:
    made_from = ready.sign(own)
    loaded = ready.fetch(kept, made_from)
    if loaded is None:
        loaded = _loaded(own)
        ready.keep(kept, made_from, loaded)
    return loaded


def _loaded(own: Mapping[str, str]) -> Loaded:
    # What reads and looks through the files is not needed by a start that finds them ready.
    from gplan_desktop.method.load import built_in, load  # noqa: PLC0415
    from gplan_desktop.method.sources import built_in_text  # noqa: PLC0415

    return load(built_in_text, own) if own else Loaded(built_in())

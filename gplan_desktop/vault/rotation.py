"""A new key for the database, so that whoever has been removed cannot open it any more.

What they have copied before, and backups from before, they can still open.
"""

import logging
from collections.abc import Callable
from pathlib import Path

import msgspec

from gplan_desktop.store.files import flush_folder, flush_to_disk
from gplan_desktop.vault import generations, sealing, vault_file
from gplan_desktop.vault.contents import (
    DeviceEntry,
    Kind,
    RecoveryEntry,
    Slot,
    UserEntry,
)
from gplan_desktop.vault.faults import RotationFailed, RotationUnfinished
from gplan_desktop.vault.kept import Kept

_log = logging.getLogger(__name__)

Copy = Callable[[bytes, bytes, Path, Path], None]
"""Writes the old file anew under the new key, and has looked that it is whole (old key first)."""

_ENTRIES: dict[Kind, type[msgspec.Struct]] = {
    "user": UserEntry,
    "recovery": RecoveryEntry,
    "device": DeviceEntry,
}


def rotate(kept: Kept, key: bytes, staying: tuple[Slot, ...], copy: Copy) -> bytes:
    """Give the database and the slots that are *staying* a new key, and return it.

    However it is cut off, the vault opens the one whole database it says it
    does: the copy is on the disk before the vault tells of it, and what the
    old key opens is deleted last. What a cut leaves goes at the next log-in.

    Raises:
        What *copy* raises, RotationFailed, and the errors of Kept.write: the old key holds.
        RotationUnfinished: the new key holds; log out before anything is saved.
    """
    new_key = sealing.new_key()
    generation = generations.next_generation(kept.folder, kept.contents.generation)
    slots = tuple(_resealed(kept, slot, (key, new_key)) for slot in staying)
    changed = msgspec.structs.replace(kept.contents, slots=slots, generation=generation)
    old_file = generations.database_file(kept.folder, kept.contents.generation)
    arriving = generations.arriving_file(kept.folder, generation)
    _make(arriving, lambda: copy(key, new_key, old_file, arriving))
    kept.write(changed, new_key, for_good=True)
    _take_over(kept.folder, generation)
    return new_key


def finish(kept: Kept) -> None:
    """Finish, at a log-in, a change of key that was cut off."""
    generation = kept.contents.generation
    with vault_file.told(kept.folder):
        generations.arrive(kept.folder, generation)
    if _swept(kept.folder, generation):
        kept.forget_copies()


def _make(arriving: Path, copy: Callable[[], None]) -> None:
    """Let the copy be made and reach the disk; take it away when it is not whole."""
    with vault_file.told(arriving.parent):
        generations.remove_arriving(arriving.parent)
        try:
            copy()
            _require_written(arriving)
        except BaseException:
            generations.remove_arriving(arriving.parent)
            raise


def _require_written(arriving: Path) -> None:
    if not arriving.is_file() or not arriving.stat().st_size:
        raise RotationFailed
    flush_to_disk(arriving)
    flush_folder(arriving.parent)


def _resealed(kept: Kept, slot: Slot, keys: tuple[bytes, bytes]) -> Slot:
    old_key, new_key = keys
    entry = kept.entry(slot, _ENTRIES[slot.kind], old_key)
    return kept.with_entry(sealing.reseal(slot, new_key), entry, new_key)


def _take_over(folder: Path, generation: int) -> None:
    try:
        generations.arrive(folder, generation)
    except OSError as error:
        raise RotationUnfinished from error
    _swept(folder, generation)


def _swept(folder: Path, generation: int) -> bool:
    """Delete what is left of old keys; a file that is held open goes the next time."""
    try:
        return generations.sweep(folder, generation)
    except OSError:
        _log.info("a database with an old key could not be deleted")
        return False

"""Copies beside the unit's file: gone with those who are erased, or after a year."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gplan_desktop.store import leftovers
from gplan_desktop.store.store import Store, open_store

NOW = datetime.now(UTC)
FILES = ("unit.db.before-0005", "unit-g0001.db.partial", "vault.json.partial")


def put(folder: Path, days: float) -> list[Path]:
    """Put a copy of each kind beside, made *days* ago, and what is no copy."""
    at = NOW - timedelta(days=days)
    before, *partial = (folder / name for name in FILES)
    for file in (before, *partial):
        file.write_bytes(b"copy")
        os.utime(file, (at.timestamp(), at.timestamp()))
    aside = folder / f"aside-{at:%Y%m%dT%H%M%SZ}"
    aside.mkdir()
    (aside / "unit.db").write_bytes(b"copy")
    (folder / "vault.json").write_bytes(b"keys")
    return [before, aside, *partial]


@pytest.mark.parametrize(("days", "stays"), [(0.01, True), (365, True), (367, False)])
def test_a_copy_beside_is_kept_a_year(
    path: Path, key: bytes, created: Path, days: float, *, stays: bool
) -> None:
    path.write_bytes(created.read_bytes())
    copies = put(path.parent, days)
    open_store(path, key, practice=False).close()
    assert [copy.exists() for copy in copies] == [stays] * 4
    assert (path.parent / "vault.json").exists()


@pytest.mark.parametrize(("days", "stays"), [(2, False), (0.01, True)])
def test_a_copy_that_could_not_be_erased_with_the_persons_goes_at_the_next_start(
    empty_store: Store, path: Path, key: bytes, days: float, *, stays: bool
) -> None:
    with empty_store._connection.writing():
        empty_store._connection.write(
            "INSERT INTO erasure (id, erased_at, erased_by, reason, persons, digests)"
            " VALUES ('e', ?, 'Anna Ek', 'Fem år.', 1, '[\"a\"]')",
            ((NOW - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),),
        )
    empty_store.close()
    copies = put(path.parent, days)
    open_store(path, key, practice=False).close()
    assert [copy.exists() for copy in copies] == [stays] * 4


def test_all_copies_beside_are_found_and_erased(path: Path) -> None:
    copies = put(path.parent, 0)
    assert list(leftovers.copies_beside(path)) == copies
    leftovers.erase_copies(path)
    assert not any(copy.exists() for copy in copies)

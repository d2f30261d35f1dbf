"""The name of a backup, and the small file beside it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gplan_desktop.backup import kept
from gplan_desktop.backup.kept import Backup, Reason
from gplan_desktop.store.audit import AuditHead
from gplan_desktop.store.copies import Contents

AT = datetime(2026, 11, 2, 9, 0, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("unit", "part"),
    [
        ("Norrgårdens hemtjänst", "norrgardens-hemtjanst"),
        ("../../etc/passwd", "etc-passwd"),
        ("Хата", "enhet"),
        ("A" * 90, "a" * 30),
    ],
)
def test_a_name_tells_unit_time_and_generation(unit: str, part: str) -> None:
    contents = Contents(unit, "1a2b3c4d", 1, 1, AuditHead(1, ""))
    name = kept.name_of(contents, 2, AT)
    assert name == f"Gplan-{part}-1a2b3c4d-20261102T090005Z-g0002"


def test_a_backup_is_read_as_it_was_made(make: Callable[..., Backup]) -> None:
    backup = make(Reason.DAILY)
    assert kept.read(backup.path) == backup
    assert backup.is_verified
    assert backup.contents is not None
    assert (backup.contents.persons, backup.contents.plans) == (1, 1)
    assert backup.reason is Reason.DAILY


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"unit": 7}', '"x'])
def test_without_what_lies_beside_it_a_backup_is_not_verified(
    make: Callable[..., Backup], text: str
) -> None:
    backup = make()
    backup.path.with_suffix(".head").write_text(text, "utf-8")
    found = kept.read(backup.path)
    assert found is not None
    assert not found.is_verified
    assert replace(found, size=0) == Backup(backup.path, backup.made_at, backup.identity)


@pytest.mark.parametrize("name", ["unit-g0001.db", "Gplan-x.db", "Gplan-a-1a2b3c4d-2026-g0001.db"])
def test_another_file_is_no_backup(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert kept.read(tmp_path / name) is None


def test_nothing_secret_lies_beside_a_backup(make: Callable[..., Backup]) -> None:
    told = make().path.with_suffix(".head").read_text("utf-8")
    assert "Norrgårdens" not in told.encode("ascii", "ignore").decode()
    assert not {"Öberg", "Karin", "1941"} & set(told.split('"'))

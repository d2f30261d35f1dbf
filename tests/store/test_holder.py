"""Who has a unit's file open, as the next one who tries is told."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from gplan_desktop.errors import DatabaseInUse
from gplan_desktop.store import holder
from gplan_desktop.store.store import Store, open_store

AT = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)


def test_who_holds_the_file_is_told_and_forgotten_when_it_is_closed(
    empty_store: Store, path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platform.node", lambda: "NORR-07")
    monkeypatch.setattr("getpass.getuser", lambda: "evstr")
    holder.note(path, AT)
    with pytest.raises(DatabaseInUse) as refused:
        open_store(path, key, practice=False)
    told = "på datorn NORR-07 av användaren evstr sedan 2026-11-24 kl. 08.15"
    assert told in refused.value.happened
    before = path.with_name("unit.db.holder").read_text("utf-8")
    assert all(word not in before for word in ("Anna", "Norrgården"))
    empty_store.close()
    empty_store.close()
    assert not path.with_name("unit.db.holder").exists()


@pytest.mark.parametrize("noted", ["", "{", "[]", '{"computer": 7}', '{"computer": "A"}'])
def test_a_note_that_cannot_be_read_is_no_note(path: Path, noted: str) -> None:
    path.with_name("unit.db.holder").write_text(noted, "utf-8")
    assert holder.told(path) == ""


def test_a_note_left_by_a_killed_program_is_written_over(
    path: Path, key: bytes, created: Path
) -> None:
    path.write_bytes(created.read_bytes())
    holder.note(path, AT)
    store = open_store(path, key, practice=False)
    assert "2026-11-24 kl. 08.15" not in holder.told(path)
    store.close()


def test_a_computer_that_tells_nothing_is_told_as_unknown(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("platform.node", lambda: "\n")
    monkeypatch.setattr("getpass.getuser", nobody)
    holder.note(path, AT)
    assert "datorn okänd av användaren okänd" in holder.told(path)

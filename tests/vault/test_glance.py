"""Whether somebody may come in without a passphrase, as seen from outside the vault."""

from pathlib import Path

import pytest

from gplan_desktop.vault.glance import NAME, remembers_somebody
from gplan_desktop.vault.unlocked import Unlocked


def test_it_is_seen_that_a_computer_remembers_somebody_and_that_none_does(
    unlocked: Unlocked, tmp_path: Path
) -> None:
    assert not remembers_somebody(tmp_path)
    assert unlocked.remember()
    assert remembers_somebody(tmp_path)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"slots": [1]}', b"\xff", b"[" * 9999])
def test_a_file_that_cannot_be_read_remembers_nobody(tmp_path: Path, content: bytes) -> None:
    assert not remembers_somebody(tmp_path)
    (tmp_path / NAME).write_bytes(content)
    assert not remembers_somebody(tmp_path)

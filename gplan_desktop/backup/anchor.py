"""Sees that the unit's file was put back or its log cut: the backups remember how long it was."""

from collections.abc import Iterable

from gplan_desktop.backup.kept import Backup
from gplan_desktop.store.copies import Chain


def numbers(backups: Iterable[Backup]) -> list[int]:
    """Return the entries of the log that Copies.chain is to be asked for."""
    return sorted({b.contents.head.number for b in backups if b.contents and _has_log(b)})


def check_anchor(chain: Chain, backups: Iterable[Backup]) -> list[Backup]:
    """Return the backups of the unit whose log its file's log is no continuation of.

    An empty answer: all is well. A restoring that is noted in the log explains the backups that
    were made before it and had come further; what nobody noted is told of.
    """
    return [backup for backup in backups if _contradicts(chain, backup)]


def _contradicts(chain: Chain, backup: Backup) -> bool:
    if backup.contents is None or not _has_log(backup):
        return False
    head = backup.contents.head
    if chain.digests.get(head.number) == head.digest:
        return False
    return not any(
        restored.number < head.number and backup.made_at <= restored.at
        for restored in chain.restorings
    )


def _has_log(backup: Backup) -> bool:
    return backup.contents is not None and backup.contents.head.number > 0

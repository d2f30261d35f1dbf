"""One open database as the modules beside this one use it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from gplan_desktop.errors import StorageFull
from gplan_desktop.store import driver as drivers
from gplan_desktop.store import holder, reserve
from gplan_desktop.store.driver import Driver, Tell
from gplan_desktop.store.faults import explained

Row = dict[str, Any]


class Connection:
    """Reads whole lists of rows and writes in one transaction at a time."""

    def __init__(self, driver: Driver, path: Path) -> None:
        # Not through sqlite-utils: its query puts two savepoint statements around
        # every question, which alone would double the time of a save.
        self._driver = driver
        self._is_closed = False
        self.path = path

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return every row that the question *sql* finds."""
        with explained(self.path):
            found = self._driver.execute(sql, parameters)
            names = [column[0] for column in found.description]
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """Return the first row that *sql* finds, or None."""
        rows = self.rows(sql, parameters)
        return rows[0] if rows else None

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keep everything that is written inside, or nothing when it fails.

        Raises:
            StorageFull, StorageFailed, FolderReadOnly: nothing has been written.
        """
        try:
            with explained(self.path):
                yield from self._transaction()
        except StorageFull:
            # What is written cannot be written again from here; whoever saves tries again.
            reserve.give_up(self.path.parent)
            raise

    def _transaction(self) -> Iterator[None]:
        self._driver.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._driver.execute("COMMIT")
        except BaseException:
            self._driver.rollback()
            raise

    def write(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Run one writing statement inside `writing`; return how many rows it changed."""
        if not self._driver.in_transaction:
            raise RuntimeError("write outside of writing()")
        return int(self._driver.execute(sql, parameters).rowcount)

    def copy_to(self, target: Path, key: bytes, tell: Tell | None = None) -> None:
        """Write a whole copy of what is committed to *target*, as driver.copy_file."""
        drivers.copy_file(self._driver, target, key, tell)

    def compact(self) -> None:
        """Write the file anew, without room for what was deleted from it.

        Raises:
            StorageFull, StorageFailed: the file is as it was.
        """
        with explained(self.path):
            self._driver.execute("VACUUM")
            self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def refuse_damaged(self) -> None:
        """Read the whole file, as driver.refuse_damaged; only of a copy that nobody changes."""
        drivers.refuse_damaged(self._driver, self.path)

    def close(self) -> None:
        """Let go of the file; doing so twice is harmless."""
        if not self._is_closed:
            # Before, or it might be the note of who opens it next.
            holder.forget(self.path)
        self._is_closed = True
        self._driver.close()

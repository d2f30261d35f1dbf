"""What every register beside the plans writes with: where, in whose name, by which clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from gplan_desktop.errors import DatabaseDamaged
from gplan_desktop.store import documents, moments
from gplan_desktop.store.access import Access
from gplan_desktop.store.audit import Audit
from gplan_desktop.store.connection import Connection


@dataclass(frozen=True)
class Bookkeeping:
    """The database, its log, who writes now, and what that user may do."""

    connection: Connection
    audit: Audit
    now: moments.Clock
    access: Access

    @property
    def by(self) -> str:
        """The name of the user who works now."""
        return self.access.actor.name

    def log(self, action: str, subject: str, detail: str = "") -> None:
        """Add an entry to the log, inside a transaction."""
        self.audit.add(self.by, action, subject, detail)

    def stamp(self) -> str:
        """The present moment, as the database keeps it."""
        return moments.to_text(self.now())

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Tell of a damaged document as of a damaged database."""
        try:
            yield
        except documents.DocumentDamagedError as error:
            raise DatabaseDamaged(self.connection.path, "en handling är skadad") from error

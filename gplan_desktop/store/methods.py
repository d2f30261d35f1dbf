"""The methods that plans were made under, each kept as it was when it was first used."""

from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.guard import open_to_all


class Methods:
    """Reads and keeps methods; none is ever changed."""

    def __init__(self, books: Bookkeeping) -> None:
        self._connection = books.connection

    @open_to_all
    def document(self, version: str) -> str | None:
        """Return the method that was kept under *version*, or None."""
        row = self._connection.row("SELECT document FROM method WHERE version = ?", (version,))
        return row["document"] if row else None

    @open_to_all
    def keep(self, version: str, document: str) -> None:
        """Keep the method that plans are made under; the first one kept of a version stays."""
        with self._connection.writing():
            if self.document(version) is None:
                self._connection.write(
                    "INSERT INTO method (version, document) VALUES (?, ?)", (version, document)
                )

"""The methods that plans were made under, each kept as it was when it was first used."""

from gplan_desktop.store.connection import Connection


class Methods:
    """Reads and keeps methods; none is ever changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def document(self, version: str) -> str | None:
        """Return what was kept of the method, or None."""
        row = self._connection.row("SELECT document FROM method WHERE version = ?", (version,))
        return row["document"] if row else None

    def keep(self, version: str, document: str) -> None:
        """Keep the method unless one of the same version is kept, inside a transaction."""
        if self.document(version) is None:
            self._connection.write(
                "INSERT INTO method (version, document) VALUES (?, ?)", (version, document)
            )

"""What may go wrong with a list in a file, each told in Swedish for the one at the screen."""

from pathlib import Path

from gplan_desktop.errors import WorldError

SAVE_ANEW = "Spara om filen som Excel-arbetsbok (.xlsx) eller CSV och välj den igen."


class Cancelled(Exception):
    """The user stopped the work; nothing has been kept of it."""


class TableUnreadable(WorldError):
    """A file holds no list that can be read."""

    def __init__(self, reason: str, todo: str = SAVE_ANEW) -> None:
        super().__init__(f"Filen går inte att läsa in: {reason}.", "Inget är inläst.", todo)


class FileChanged(WorldError):
    """The file was written to while it was read, so nobody knows what was read."""

    def __init__(self) -> None:
        super().__init__(
            "Filen ändrades medan den lästes.",
            "Inget är inläst.",
            "Stäng filen i andra program och välj den igen.",
        )


class TableNotWritten(WorldError):
    """A list could not be written where the user wanted it."""

    def __init__(self, path: Path, reason: str, todo: str) -> None:
        super().__init__(
            f"Filen {path.name} kunde inte sparas: {reason}.",
            "Ingen halv fil finns kvar, och alla uppgifter är oförändrade i Gplan.",
            todo,
        )

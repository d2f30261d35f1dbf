"""What goes wrong with a backup, told so that one knows what is still safe."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gplan_desktop.errors import (
    DatabaseDamaged,
    DatabaseMissing,
    DatabaseNewer,
    FolderReadOnly,
    StorageFull,
    WorldError,
    WrongUnit,
)
from gplan_desktop.store.faults import from_system

_FULL = "disken är full", "Frigör plats där, eller välj en annan plats."
_CLOSED = "det går inte att skriva där", "Be IT om skrivrättighet till mappen, eller välj en annan."
_GONE = (
    "platsen går inte att nå",
    "Anslut disken eller nätverket, eller välj en annan plats. Gplan försöker igen av sig självt.",
)
_UNREADABLE = (
    "den gick inte att läsa tillbaka",
    (
        "Försök igen, eller välj en annan plats, för disken kan vara skadad. Händer det där också "
        "är det databasen: ta inte bort någon äldre säkerhetskopia, och kontrollera loggen."
    ),
)
_LOCAL = (
    "det gick inte att lägga tillbaka",
    "Frigör plats på datorns disk eller be IT om skrivrättighet, och försök igen.",
)


class BackupFailed(WorldError):
    """A backup was not finished; there is no file that looks as if it were."""

    def __init__(self, why: str, todo: str) -> None:
        super().__init__(
            f"Säkerhetskopian blev inte klar: {why}.",
            "Dina uppgifter i Gplan och de äldre säkerhetskopiorna är orörda.",
            todo,
        )
        self.why = why


class BackupUnusable(WorldError):
    """A backup is not as it was written, or was made with another key."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"Säkerhetskopian {name} går inte att använda: {why}.",
            "Inget har ändrats i Gplan.",
            "Välj en annan säkerhetskopia.",
        )


class RestoreFailed(WorldError):
    """A backup could not be put back; the unit is as it was."""

    def __init__(self) -> None:
        happened, todo = _LOCAL
        super().__init__(
            f"Säkerhetskopian är inte återställd: {happened}.",
            "Uppgifterna i Gplan är som de var.",
            todo,
        )


def refuse_absent(place: Path) -> None:
    """Raise BackupFailed when there is no folder to make backups in."""
    try:
        is_there = place.is_dir()
    except OSError:
        is_there = False
    if not is_there:
        raise BackupFailed(*_GONE)


@contextmanager
def told_of_backup() -> Iterator[None]:
    """Tell what goes wrong while a backup is made as BackupFailed."""
    try:
        yield
    except BackupFailed:
        raise
    except OSError as error:
        raise _meaning(from_system(error, Path())) from error
    except WorldError as error:
        raise _meaning(error) from error


@contextmanager
def told_of_restore() -> Iterator[None]:
    """Tell what the disk refuses while a backup is put back as RestoreFailed."""
    try:
        yield
    except (BackupUnusable, RestoreFailed):
        raise
    except (OSError, WorldError) as error:
        raise RestoreFailed from error


@contextmanager
def told_of_copy(name: str) -> Iterator[None]:
    """Tell that the backup *name* cannot be read as BackupUnusable."""
    try:
        yield
    except DatabaseMissing as error:
        raise BackupUnusable(name, "filen finns inte längre") from error
    except DatabaseDamaged as error:
        raise BackupUnusable(name, error.reason) from error
    except DatabaseNewer as error:
        raise BackupUnusable(name, "den är gjord med en nyare version av Gplan") from error
    except WrongUnit as error:
        raise BackupUnusable(name, "den är en övningsfil") from error


def _meaning(error: WorldError) -> BackupFailed:
    if isinstance(error, StorageFull):
        return BackupFailed(*_FULL)
    if isinstance(error, FolderReadOnly):
        return BackupFailed(*_CLOSED)
    return BackupFailed(*(_UNREADABLE if isinstance(error, DatabaseDamaged) else _GONE))

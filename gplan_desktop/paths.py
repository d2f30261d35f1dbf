"""Where the program keeps its files."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_dir

# Windows refuses longer paths than 260; the rest is for SQLite's "-wal" and copies.
_LONGEST_PATH = 239
_LONGEST_ENDING = len(".before-0001-journal")
_FIRST_UNIT = "0001"
_DATABASE = "unit-g0001.db"


class PathTooLong(ValueError):
    """The chosen folder leaves no room for the names of the files; the text is for the user."""


@dataclass(frozen=True)
class DataFolders:
    """The places under one folder: the unit, the practice, the log and the settings."""

    root: Path

    def __post_init__(self) -> None:
        # Not unit_database, which looks on the disk: the system refuses too long a name.
        first = self.root / "units" / _FIRST_UNIT / _DATABASE
        longest = len(str(first)) + _LONGEST_ENDING
        if longest > _LONGEST_PATH:
            raise PathTooLong(f"Mappens sökväg är för lång, välj en kortare: {self.root}")

    @property
    def practice_database(self) -> Path:
        """The database of invented persons."""
        return self.root / "practice" / "practice.db"

    @property
    def unit_folder(self) -> Path:
        """The folder of the one unit on this computer, whether or not it exists yet."""
        units = self.root / "units"
        existing = sorted(path.parent for path in units.glob("*/unit-g*.db"))
        return existing[0] if existing else units / _FIRST_UNIT

    @property
    def has_unit(self) -> bool:
        """Whether the user has begun for real; true also when the database is lost since."""
        return self.unit_folder.is_dir()

    @property
    def asks_for_login(self) -> bool:
        """Whether the unit is opened by logging in: it has a vault, and no key in clear."""
        folder = self.unit_folder
        return any(folder.glob("vault.json*")) and not (folder / "unit.key").exists()

    @property
    def unit_database(self) -> Path:
        """The unit's database; "g" counts the generations of its key."""
        return self.unit_folder / _DATABASE

    @property
    def arriving_unit(self) -> Path:
        """Where a new unit is made, beside the others, until it is whole."""
        return self.root / "unit.arriving"

    @property
    def method_folder(self) -> Path:
        """The municipality's own metodstöd, where there is one."""
        return self.root / "metodstod"

    @property
    def ready_method(self) -> Path:
        """The metodstöd as it was read last, so that a start need not read it again."""
        return self.root / "method.ready"

    @property
    def log_file(self) -> Path:
        """The program's log, which never holds what anyone wrote."""
        return self.root / "gplan.log"

    @property
    def settings_file(self) -> Path:
        """The choices made on this computer."""
        return self.root / "settings.json"


def data_folders(chosen: Path | None = None) -> DataFolders:
    """Return the places under the *chosen* folder, or under the user's own.

    Raises:
        PathTooLong: with a sentence for the user.
    """
    own = user_data_dir("Gplan", appauthor=False, roaming=False)
    return DataFolders((chosen or Path(own)).absolute())

"""Units opened on the database's thread, one at a time."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from gplan_desktop.method.model import Method
from gplan_desktop.paths import DataFolders
from gplan_desktop.program.papers import paper_of
from ui.background import Background

if TYPE_CHECKING:
    # Loaded on the database's thread, while the window is shown.
    from gplan_desktop.store.store import Store
    from gplan_desktop.units import Units

Opening = Callable[["Units"], "Store"]
Failed = Callable[[Exception], None]


class Opener:
    """Opens units in *folders*; *opened* takes each. While it is busy no other may be opened."""

    def __init__(
        self,
        folders: DataFolders,
        database: Background,
        now: Callable[[], datetime],
        opened: "Callable[[Store], None]",
    ) -> None:
        self._folders, self._database, self._now, self._opened = folders, database, now, opened
        self.is_busy = False

    def open(self, opening: Opening, method: Method, failed: Failed) -> None:
        """Do *opening* by *method*; *failed* is told why it could not be done."""

        def work() -> "Store":
            from gplan_desktop.units import Units  # noqa: PLC0415 - see above

            return opening(Units(self._folders, method, self._now, paper_of(method)))

        def on_opened(store: "Store") -> None:
            self.is_busy = False
            self._opened(store)

        def on_failed(error: Exception) -> None:
            self.is_busy = False
            failed(error)

        self.is_busy = True
        self._database.run(work, on_opened, on_failed)

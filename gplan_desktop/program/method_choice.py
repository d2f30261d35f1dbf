"""Another metodstöd chosen while the program runs (S31)."""

from collections.abc import Callable
from pathlib import Path

from gplan_desktop.method.in_use import MethodInUse
from ui.background import Background
from ui.errors import show_error


class MethodChoice:
    """Takes the municipality's own metodstöd into *folder*, or leaves it; *use* goes by it."""

    def __init__(
        self, folder: Path, database: Background, use: Callable[[MethodInUse], None]
    ) -> None:
        self._folder, self._database, self._use = folder, database, use

    def adopt(self, chosen: Path, refused: Callable[[Exception], None]) -> None:
        """Use the metodstöd in the folder *chosen*; *refused* is told what is wrong with it."""
        from gplan_desktop.method.adopt import adopt  # noqa: PLC0415 - only when it is asked for

        self._database.run(lambda: adopt(chosen, self._folder), self._use, refused)

    def leave(self) -> None:
        """Use the built-in one again."""
        from gplan_desktop.method.adopt import leave  # noqa: PLC0415 - as above

        self._database.run(lambda: leave(self._folder), self._use, show_error)

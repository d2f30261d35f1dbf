"""How the window and the view of one plan know each other; the wizard is such a view."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from gplan_desktop.planning import Opened


class PlanView(QWidget):
    """What the window asks of the wizard, without knowing it."""

    def start(self, opened: Opened, *, help_open: bool) -> None:
        """Show the place where the writer was."""
        raise NotImplementedError

    def go(self, step_id: str, field: str = "") -> None:
        """Show one page, with the keyboard in *field* if one is named."""
        raise NotImplementedError

    def regions(self) -> list[QWidget]:
        """Return the parts of the view in the order in which they are read."""
        raise NotImplementedError

    def finish(self) -> bool:
        """Save what is left; False when it cannot be saved."""
        raise NotImplementedError


@dataclass(frozen=True)
class PlanWays:
    """What the wizard asks of the window that holds it."""

    leave: Callable[[], None]
    open_plan: Callable[[str, str], None]
    follow_up: Callable[[str], None]
    help_toggled: Callable[[bool], None]
    transfer: Callable[[str], None]
    change_plan: Callable[[str], None]

"""What those at the door ask of the program around them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gplan_desktop.entrance import Entered
from gplan_desktop.errors import WorldError
from gplan_desktop.vault.recovery_code import RecoveryCode
from ui.login.login_view import LoginView
from ui.theme import Theme


@dataclass(frozen=True)
class DoorwayWays:
    """What logging in and setting up ask of the program.

    show puts a view in the window; entered goes to work in the unit;
    show_code shows the paper of the recovery code over a view; keep_place
    remembers where copies of the unit are to lie; close_unit lets go of the
    database, so that it can be given another key; rescue shows the backups of
    a unit that cannot be opened, and why; waiting is a log-in that is shown and
    that nobody serves yet.
    """

    theme: Callable[[], Theme]
    show: Callable[[QWidget], None]
    entered: Callable[[Entered], None]
    practise: Callable[[], None]
    show_code: Callable[[RecoveryCode, str, QWidget], None]
    keep_place: Callable[[Path], None]
    turn_back: Callable[[], None]
    close_unit: Callable[[], None]
    rescue: Callable[[WorldError], None]
    waiting: Callable[[], LoginView | None]

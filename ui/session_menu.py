"""Who is in, and what that one does about it: locks the screen, decides when, and logs out."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from ui.office import Office

_LOCK, _LOG_OUT = "Lås eller byt användare (Ctrl+L)", "Logga ut"
_LOCK_AFTER = "Lås skärmen efter"


@dataclass(frozen=True)
class LockTime:
    """After how many minutes without a touch the screen is locked, and what one may choose."""

    minutes: int
    choices: tuple[int, ...]
    choose: Callable[[int], None]


@dataclass(frozen=True)
class SessionWays:
    """What may be done about being logged in."""

    lock: Callable[[], None]
    log_out: Callable[[], None]
    lock_time: LockTime


def who_is_in(office: Office) -> str:
    """Return "Inloggad: Kim Ek, samordnare"; "" where nobody logs in."""
    return f"Inloggad: {office.standing.who}" if office.standing.who else ""


def add_session(menu: QMenu, office: Office, ways: SessionWays) -> None:
    """Offer in *menu* what may be done about being logged in; nothing where nobody logs in."""
    if not office.standing.who:
        return
    if not menu.isEmpty():
        menu.addSeparator()
    menu.addAction(_LOCK, ways.lock)
    _add_lock_time(menu.addMenu(_LOCK_AFTER), ways.lock_time)
    menu.addAction(_LOG_OUT, ways.log_out)


def _add_lock_time(menu: QMenu, time: LockTime) -> None:
    menu.setAccessibleName(_LOCK_AFTER)
    one_of = QActionGroup(menu)
    for minutes in time.choices:
        action = menu.addAction(f"{minutes} minuter")
        action.setCheckable(True)
        action.setChecked(minutes == time.minutes)
        action.triggered.connect(lambda _=False, minutes=minutes: time.choose(minutes))
        one_of.addAction(action)

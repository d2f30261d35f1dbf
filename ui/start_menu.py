"""The menu Mer of the start: what is needed now and then."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

from gplan_desktop.domain.user import Permission
from ui.more_menu import more_button
from ui.office import Office
from ui.session_menu import add_session

if TYPE_CHECKING:
    from ui.start_view import StartWays

_LISTS, _PROVIDERS = "Läs in och spara listor…", "Externa utförare…"
_BACKUPS, _LOG, _RETENTION = "Säkerhetskopior…", "Loggkontroll…", "Gallring…"


def start_menu(office: Office, ways: "StartWays") -> QToolButton:
    """Return the menu: the head has no room for all of it at large text."""
    acts = [
        (_LISTS, ways.show_import),
        (_PROVIDERS, ways.show_providers),
        ("Borttagna utkast…", ways.show_bin),
        # Nothing in practice needs a backup.
        *([] if office.unit.practice else [(_BACKUPS, ways.show_backups)]),
        (_LOG, ways.show_log),
        (_RETENTION, ways.show_retention),
    ]
    if not office.unit.practice:
        acts.append(("Användare och inloggning…", ways.show_users))
    button = more_button(office.theme, acts, _why_not(office))
    add_session(button.menu(), office, ways.session)
    return button


def _why_not(office: Office) -> dict[str, str]:
    """Return what in the menu is not for the user's role, and why (F64)."""
    may = office.may
    exchanges = may(Permission.WRITE) and may(Permission.EXPORT)
    return {
        _LISTS: exchanges,
        # What a provider may read is judged by the tabs too.
        _PROVIDERS: may(Permission.READ_TABS),
        _BACKUPS: may(Permission.BACK_UP),
        _LOG: may(Permission.READ_LOGS),
        _RETENTION: may(Permission.ERASE),
    }

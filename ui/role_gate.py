"""The way past a metodstöd that changes what the roles may do: only for who manages users (F64)."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gplan_desktop.domain.user import Permission
from gplan_desktop.rules.role_changes import role_changes
from ui.confirm import Question, ask
from ui.errors import show_error
from ui.office import Office

if TYPE_CHECKING:
    from gplan_desktop.method.role_data import RoleData

_MOST_TOLD = 12
_WHEN = "Det gäller alla i enheten från nästa inloggning, och antecknas i loggen."


class RoleGate:
    """Finds what a metodstöd would change for the roles, and asks before that is in force."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        self._office, self._parent = office, parent

    def pass_through(
        self,
        chosen: Path | None,
        go_on: Callable[[], None],
        stopped: Callable[[Sequence[str]], None],
        refused: Callable[[Exception], None],
    ) -> None:
        """Do *go_on* with the metodstöd in *chosen*, or the built-in one, when it may.

        *stopped* is told the changes that the user may not decide on, or nothing when the user
        chose to leave it; *refused* what is wrong with the folder.
        """
        if self._office.store.roles.in_force is None:
            go_on()
            return
        from gplan_desktop.method.adopt import offered_roles  # noqa: PLC0415 - when it is asked for

        self._office.database.run(
            lambda: offered_roles(chosen),
            lambda offered: self._decide(offered, go_on, stopped),
            refused,
        )

    def accept(self, offered: "RoleData", then: Callable[[], None]) -> None:
        """Put the roles in force after a question, and do *then*."""
        self._ask(self.changes(offered), offered, then, lambda: None)

    def changes(self, offered: "RoleData") -> tuple[str, ...]:
        """Return what *offered* would change in the unit, a sentence each."""
        in_force = self._office.store.roles.in_force
        return role_changes(in_force, offered) if in_force else ()

    def _decide(
        self,
        offered: "RoleData",
        go_on: Callable[[], None],
        stopped: Callable[[Sequence[str]], None],
    ) -> None:
        changes = self.changes(offered)
        if not changes:
            go_on()
        elif self._office.may(Permission.MANAGE_USERS):
            stopped(changes)
        else:
            self._ask(changes, offered, go_on, lambda: stopped(()))

    def _ask(
        self,
        changes: Sequence[str],
        offered: "RoleData",
        then: Callable[[], None],
        left: Callable[[], None],
    ) -> None:
        question = Question(
            "Ska rollerna ändras?",
            "\n".join((*_first(changes), "", _WHEN)),
            "Ändra rollerna",
            "Låt dem vara",
        )
        store, run = self._office.store, self._office.database.run
        box = ask(
            self._parent,
            question,
            lambda: run(lambda: store.roles.accept(offered), lambda _: then(), show_error),
        )
        box.rejected.connect(left)


def _first(changes: Sequence[str]) -> list[str]:
    """Return as many of the changes as a question has room for, and how many there are more."""
    told = [f"• {change}" for change in changes[:_MOST_TOLD]]
    left = len(changes) - len(told)
    return [*told, f"• och {left} ändringar till"] if left else told

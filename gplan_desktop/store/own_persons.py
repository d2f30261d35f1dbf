"""Which of the unit's persons are each user's own, as the manager has decided (F65)."""

import json
from dataclasses import replace

from gplan_desktop.domain.user import Actor, OwnPersons, Permission, Whose
from gplan_desktop.store import search
from gplan_desktop.store.access import UNIT
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.guard import needs, open_to_all


class OwnPersonsRegister:
    """Keeps units and provider by the id of the user, and tells which there are to choose among."""

    def __init__(self, books: Bookkeeping) -> None:
        self._books, self._access = books, books.access

    @needs(Permission.MANAGE_USERS)
    def of_user(self, user_id: str) -> OwnPersons:
        """Return what was decided for the user; nothing of either, when nothing was."""
        return self._of(user_id)

    @needs(Permission.MANAGE_USERS)
    def decide(self, user_id: str, own: OwnPersons) -> None:
        """Let the user see only those persons, from the next time that one comes in."""
        with self._books.connection.writing():
            self._books.connection.write("DELETE FROM own_persons WHERE user_id = ?", (user_id,))
            self._books.connection.write(
                "INSERT INTO own_persons (user_id, units, provider) VALUES (?, ?, ?)",
                (user_id, json.dumps(own.units, ensure_ascii=False), own.provider),
            )
            self._books.log("user.own_persons", UNIT, user_id)

    @needs(Permission.MANAGE_USERS)
    def units(self) -> list[str]:
        """Return the units that persons belong to, in Swedish order."""
        rows = self._books.connection.rows("SELECT DISTINCT unit FROM person WHERE unit <> ''")
        return sorted((row["unit"] for row in rows), key=search.swedish)

    @needs(Permission.MANAGE_USERS)
    def providers(self) -> list[str]:
        """Return the external providers of the unit's persons, in Swedish order."""
        rows = self._books.connection.rows("SELECT DISTINCT provider FROM person WHERE external")
        return sorted((row["provider"] for row in rows), key=search.swedish)

    def _of(self, user_id: str) -> OwnPersons:
        row = self._books.connection.row(
            "SELECT units, provider FROM own_persons WHERE user_id = ?", (user_id,)
        )
        return OwnPersons(tuple(json.loads(row["units"])), row["provider"]) if row else OwnPersons()

    @open_to_all
    def given_to(self, actor: Actor) -> Actor:
        """Return *actor* with what was decided for that one.

        The file holds one unit's persons, so who has a role with own units sees all of
        them until the manager decides on fewer; a provider's user sees nobody until then.
        """
        own = self._of(actor.id)
        if actor.whose is Whose.PROVIDER:
            return replace(actor, provider=actor.provider or own.provider)
        if actor.whose is Whose.UNITS and not actor.units:
            if own.units:
                return replace(actor, units=frozenset(own.units))
            return replace(actor, whose=Whose.ALL)
        return actor

"""That the support of a person has ended: from then on nothing is due, and gallring counts on."""

from dataclasses import replace

from gplan_desktop.domain import dates
from gplan_desktop.domain.person import Person, SupportEnd
from gplan_desktop.domain.user import Permission
from gplan_desktop.store.access import Subject
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.guard import needs
from gplan_desktop.store.people import People


class SupportRegister:
    """Notes the end of support, and takes it back; what stood before is kept."""

    def __init__(self, books: Bookkeeping, people: People) -> None:
        self._books, self._people = books, people
        self._access = books.access

    @needs(Permission.WRITE, of=Subject.PERSON)
    def end(self, person_id: str, end: SupportEnd) -> Person:
        """Note that the support ended; return the person as it stands now.

        Raises:
            ValueError: before the support began, or after today.
            RecordMissing.
        """
        with self._books.reading():
            start = self._people.get(person_id).support_start
        if not start <= end.day <= dates.in_sweden(self._books.now()).date():
            raise ValueError("support ends after it began, and not in the future")
        return self._keep(person_id, end, "person.support_ended")

    @needs(Permission.WRITE, of=Subject.PERSON)
    def resume(self, person_id: str) -> Person:
        """Take back that it ended, as after a slip or when support begins anew."""
        return self._keep(person_id, None, "person.support_resumed")

    def _keep(self, person_id: str, end: SupportEnd | None, action: str) -> Person:
        with self._books.reading():
            person = replace(self._people.get(person_id), support_end=end)
        with self._books.connection.writing():
            if self._people.change(person, self._books.by):
                self._books.log(action, person_id)
        self._access.note("person.read", person_id)
        return person

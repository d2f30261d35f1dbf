"""Moves one sentence: into its record first, and only then away from where it stood."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gplan_desktop.domain.home import Home
from gplan_desktop.domain.person import Person
from gplan_desktop.errors import WorldError
from gplan_desktop.rules.moving import ChangedSince, Ground, put, taken_back, where
from gplan_desktop.rules.right_place import Advice
from ui.errors import show_error
from ui.office import Office
from ui.record.visit_plan_editor import new_record
from ui.right_place.shelves import (
    JournalShelf,
    NoVisitPlan,
    Shelf,
    TabsShelf,
    VisitPlanShelf,
)
from ui.right_place.ways import PlaceWays, Source, TakeBack

_NOT_SAVED = "Det du har skrivit på sidan kunde inte sparas. Texten är inte flyttad."
_BY_HAND = "Texten måste skrivas in för hand: det går inte att säga säkert vad i den som är koden."
_BY_HAND_PERSON = "Texten måste skrivas in för hand: det går inte att säga vad personen heter."
_NO_FIELD = "Fältet finns inte i planen. Lägg till livsområdet först. Texten är inte flyttad."
_CHANGED = "Texten har ändrats sedan den flyttades. Ändra den där den står i stället."
_REMOVED = "Texten är borttagen där den stod."
_STANDS_TWICE = "Den står också kvar där du hittade den."
_REST = "Allt fick inte plats där. Skriv in resten för hand: ”{rest}”"
_NAMES = (Home.REFERENCE_PEOPLE, Home.RELATIVES)


@dataclass(frozen=True)
class Moved:
    """What was done, in words; *take_back* undoes it and calls its argument after that."""

    told: str
    take_back: Callable[[Callable[[], None]], None]


@dataclass(frozen=True)
class Report:
    """Who is told how moving went: what was moved, why not, or that a visit plan is needed."""

    moved: Callable[[Moved], None]
    refused: Callable[[str], None]
    needs_visit_plan: Callable[[], None]


@dataclass(frozen=True)
class _Saved:
    """A record before and after the text was put in it."""

    shelf: Shelf[Any]
    before: Any
    after: Any
    rest: str


class Mover:
    """Moves sentences to the records of one person; *source* is where they stand, if anywhere."""

    def __init__(
        self, person: Person, office: Office, ways: PlaceWays, source: Source | None
    ) -> None:
        self._person, self._office = person, office
        self._ways, self._source = ways, source

    def move(
        self, advice: Advice, text: str, report: Report, *, makes_visit_plan: bool = False
    ) -> None:
        """Put *text* where *advice* says; what is written on the page is saved before that."""
        if advice.home is Home.PLAN:
            self._put_in_plan(advice, text, report)
        elif not self._ways.finish():
            report.refused(_NOT_SAVED)
        else:
            ground = Ground(self._office.method, self._office.today())
            shelf = self._shelf(advice, makes_visit_plan=makes_visit_plan)
            self._office.database.run(
                lambda: _save(shelf, advice.field, text, ground),
                lambda saved: self._on_saved(saved, advice, text, report),
                lambda error: _on_failed(error, report),
            )

    def remove(self, text: str) -> Moved | None:
        """Take *text* away from where it stands; None when it does not stand there any more."""
        put_back = self._source.take_away(text) if self._source else None
        if put_back is None:
            return None

        def undo(done: Callable[[], None]) -> None:
            put_back()
            done()

        return Moved(_REMOVED, undo)

    def _put_in_plan(self, advice: Advice, text: str, report: Report) -> None:
        put_in = self._ways.put_in_plan
        take_back = put_in(advice.field, text) if put_in else None
        if take_back is None:
            report.refused(_NO_FIELD)
            return
        put_back = self._take_away(text)

        def undo(done: Callable[[], None]) -> None:
            if take_back():
                put_back()
                done()
            else:
                report.refused(_CHANGED)

        report.moved(Moved(self._told(advice, is_new=True), undo))

    def _shelf(self, advice: Advice, *, makes_visit_plan: bool) -> Shelf[Any]:
        office, person_id = self._office, self._person.id
        if advice.home is Home.VISIT_PLAN:
            new = new_record(person_id, office, temporary=False) if makes_visit_plan else None
            return VisitPlanShelf(office.store, person_id, new.plan if new else None)
        if advice.home is Home.JOURNAL:
            return JournalShelf(office.store, person_id, office.now().replace(second=0))
        return TabsShelf(office.store, person_id)

    def _on_saved(self, saved: _Saved | None, advice: Advice, text: str, report: Report) -> None:
        if saved is None:
            report.refused(_BY_HAND_PERSON if advice.home in _NAMES else _BY_HAND)
            return
        self._ways.refresh()

        def go_on(_: None) -> None:
            put_back = _nothing if saved.rest else self._take_away(text)
            report.moved(
                Moved(
                    self._told(advice, is_new=saved.before != saved.after, rest=saved.rest),
                    lambda done: self._take_back(saved, put_back, (done, report)),
                )
            )

        # Once the page shows what was saved: the text may be taken away from that very record.
        self._office.database.run(_nothing, go_on, show_error)

    def _take_back(
        self, saved: _Saved, put_back: TakeBack, then: tuple[Callable[[], None], Report]
    ) -> None:
        done, report = then
        if not self._ways.finish():
            report.refused(_NOT_SAVED)
            return

        def shown(_: None) -> None:
            put_back()
            done()

        def on_restored(_: None) -> None:
            self._ways.refresh()
            self._office.database.run(_nothing, shown, show_error)

        self._office.database.run(
            lambda: _restore(saved), on_restored, lambda error: _on_failed(error, report)
        )

    def _take_away(self, text: str) -> TakeBack:
        """Take the text away from where it stood; return what puts it back."""
        put_back = self._source.take_away(text) if self._source else None
        return put_back or _nothing

    def _told(self, advice: Advice, *, is_new: bool, rest: str = "") -> str:
        place = where(advice, self._office.method)
        name = place if advice.home is Home.VISIT_PLAN else place[0].lower() + place[1:]
        told = f"Flyttat till {name}." if is_new else f"Det står redan i {name}."
        if not rest:
            return told
        stands = _STANDS_TWICE if self._source else ""
        return " ".join(filter(None, (told, _REST.format(rest=rest), stands)))


def _save(shelf: Shelf[Any], field: str, text: str, ground: Ground) -> _Saved | None:
    before, version = shelf.take()
    found = put(before, field, text, ground)
    if found is None:
        return None
    if found.record != before:
        shelf.put(found.record, version)
    return _Saved(shelf, before, found.record, found.rest)


def _restore(saved: _Saved) -> None:
    now, version = saved.shelf.take()
    restored = taken_back(now, saved.before, saved.after)
    if restored != now:
        saved.shelf.put(restored, version)


def _on_failed(error: Exception, report: Report) -> None:
    if isinstance(error, NoVisitPlan):
        report.needs_visit_plan()
    elif isinstance(error, ChangedSince):
        report.refused(_CHANGED)
    elif isinstance(error, WorldError):
        report.refused(error.message)
    else:
        show_error(error)


def _nothing() -> None:
    """Do nothing, after all that was asked for before."""

"""Where one goes to do something that is on the list, and what a tick on it notes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from gplan_desktop.rules.to_do import ToDo, ToDoKind, of_task
from ui.record.ways import PartId

if TYPE_CHECKING:
    # The window is shown before the database's libraries are loaded.
    from gplan_desktop.store.store import Store


# What is done on a page of a plan: what the button says, its icon, and the page.
_PAGES = {
    ToDoKind.ESTABLISH: ("Fortsätt skriva", "edit", ""),
    ToDoKind.PRINT: ("Skriv ut", "print", "print"),
    ToDoKind.NOTE: ("Öppna journalen", "edit", "journal"),
}


@dataclass(frozen=True)
class ToDoWays:
    """Where one goes from the list: to a person, to a plan and a page of it, to a part."""

    open_person: Callable[[str], None]
    follow_up: Callable[[str], None]
    new_plan: Callable[[str], None]
    open_plan: Callable[[str, str], None]
    show_part: Callable[[str, PartId], None]


def by_tick_alone(open_person: Callable[[str], None]) -> ToDoWays:
    """Return the ways of a list where a tick does everything, and only persons are gone to."""
    return ToDoWays(open_person, _stay, _stay, _stay, _stay)


def _stay(*_: object) -> None:
    """Go nowhere."""


@dataclass(frozen=True)
class Act:
    """What the button of a row says, its icon, and where it leads."""

    text: str
    icon: str
    go: Callable[[], None]


def act_of(one: ToDo, ways: ToDoWays) -> Act | None:
    """Return the way to where *one* is done, None where a tick is all there is to it."""
    if one.kind is ToDoKind.CLEAR_VISIT_PLAN:
        part = PartId.VISIT_PLANS
        return Act("Till besöksplanen", "visibility", lambda: ways.show_part(one.person_id, part))
    if one.kind is ToDoKind.FOLLOW_UP:
        verb = "Fortsätt uppföljningen" if one.begun else "Följ upp"
        return Act(verb, "history", lambda: ways.follow_up(one.subject))
    if one.kind is ToDoKind.ESTABLISH and not one.begun:
        return Act("Skriv planen", "edit", lambda: ways.new_plan(one.person_id))
    if one.kind not in _PAGES:
        return None
    text, icon, step = _PAGES[one.kind]
    return Act(text, icon, lambda: ways.open_plan(one.subject, step))


def note(one: ToDo, at: datetime | None, store: "Store") -> ToDo:
    """Note in the store that *one* was done *at*, or that it was not; return it as it is now.

    Raises:
        RecordMissing: when it is no longer there.
    """
    if one.kind is ToDoKind.CONTACT_CASE_OFFICER:
        return of_task(store.tasks.tick(one.subject, at) if at else store.tasks.untick(one.subject))
    by = store.unit.coordinator
    if one.kind is ToDoKind.COLLECT_PAPER:
        store.prints.note_collected(one.subject, at, by)
    elif one.kind is ToDoKind.FILE:
        before = store.aftercares.of_plan(one.subject)
        store.aftercares.note(one.subject, replace(before, filed_at=at))
    else:
        raise ValueError(one.kind)
    return one.ticked(at, by)

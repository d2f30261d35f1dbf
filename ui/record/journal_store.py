"""What the journal of a person reads and writes in the store, on the database's thread."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from gplan_desktop.domain.journal_entry import BegunEntry, EntryDraft, JournalEntry
from gplan_desktop.domain.plan import PlanRecord

if TYPE_CHECKING:
    # The window is shown before the database's libraries are loaded.
    from gplan_desktop.store.store import Store


@dataclass(frozen=True)
class FollowedUp:
    """An established plan and the one before it, whose difference the journal is to tell."""

    record: PlanRecord
    previous: PlanRecord | None


@dataclass(frozen=True)
class JournalState:
    """All entries, the one being written, who else writes one, and the plans that are not noted."""

    entries: tuple[JournalEntry, ...]
    draft: EntryDraft | None
    others: tuple[BegunEntry, ...]
    not_noted: tuple[FollowedUp, ...]


@dataclass(frozen=True)
class Noted:
    """When a plan was noted as told in the journal, and when its entry was added here."""

    at: datetime | None = None
    added_at: datetime | None = None


def read_journal(store: "Store", person_id: str) -> JournalState:
    """Return everything that the page of the journal shows."""
    return JournalState(
        tuple(store.journal.of_person(person_id)),
        store.journal.draft(person_id),
        tuple(store.journal.begun_by_others(person_id)),
        tuple(_not_noted(store, person_id)),
    )


def read_noted(store: "Store", record: PlanRecord, heading: str) -> Noted:
    """Tell whether the plan's sentence was noted, and whether that was done in this journal."""
    entries = store.journal.of_person(record.plan.person_id)
    established = record.establishment
    added = (
        entry.written_at
        for entry in entries
        if established and entry.at == established.at and entry.heading == heading
        if not entry.strike
    )
    return Noted(store.aftercares.of_plan(record.plan.id).noted_at, next(added, None))


def add_sentence(store: "Store", entry: JournalEntry, plan_id: str) -> Noted:
    """Add the plan's sentence to the journal and note that it is there (S136)."""
    store.journal.add(entry)
    return Noted(note_sentence(store, plan_id, entry.written_at), entry.written_at)


def note_sentence(store: "Store", plan_id: str, at: datetime) -> datetime:
    """Note that the plan is told of in a journal; the first time stands. Return that time."""
    done = store.aftercares.of_plan(plan_id)
    first = done.noted_at or at
    store.aftercares.note(plan_id, replace(done, noted_at=first))
    return first


def _not_noted(store: "Store", person_id: str) -> Iterator[FollowedUp]:
    for plan in store.plans(person_id):
        if plan.is_current and store.aftercares.of_plan(plan.id).noted_at is None:
            previous = store.plan(plan.previous_id) if plan.previous_id else None
            yield FollowedUp(store.plan(plan.id), previous)

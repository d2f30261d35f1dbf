"""Erasing for good: what counts as a note, who is refused, and that nothing at all is left."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.journal_entry import EntryDraft, JournalEntry, Strike
from gplan_desktop.domain.overview import Aftercare, Place
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import (
    Establishment,
    FollowUp,
    Plan,
    PlanRecord,
    copy_for_follow_up,
    first_plan,
)
from gplan_desktop.domain.print_out import Occasion, Paper, PrintOut, Way
from gplan_desktop.domain.tabs import Code, GoodToKnow, Relative, Secret, Tabs, VisitInformation
from gplan_desktop.domain.task import Task
from gplan_desktop.domain.transfer import TransferItem
from gplan_desktop.domain.user import Whose, with_role
from gplan_desktop.domain.visit_plan import VisitPlan
from gplan_desktop.errors import NotAllowed, NotOwnPerson, StorageFull
from gplan_desktop.method.load import built_in
from gplan_desktop.method.model import Retention
from gplan_desktop.store import agreement, documents
from gplan_desktop.store.connection import Connection
from gplan_desktop.store.retention import ERASED, NotDue
from gplan_desktop.store.store import Store

RULES = Retention(5, (5, 15, 25), (), in_exempt_place=False)
ROLES = built_in().access.roles
MARK = "Zmarkör"
WHY = "Fem år har gått."
SCHEMA = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
# Tables that tell of nobody, or only by an id that means nothing: the rest must be emptied.
ABOUT_NOBODY = {"unit", "audit", "method", "own_word", "own_persons", "role_data", "erasure"}
FIVE_YEARS = 5 * 366


def noted(store: Store) -> dict[str, date]:
    return {one.person_id: one.last_note for one in store.retention.facts()}


def dumped(database: Any) -> str:
    """Return all that stands in every table, also in those behind the search."""
    tables = [name for (name,) in database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    )]  # fmt: skip
    rows = [row for table in tables for row in database.execute(f'SELECT * FROM "{table}"')]  # noqa: S608
    parts = (part for row in rows for part in row)
    return "\n".join(
        part.decode("utf-8", "replace") if isinstance(part, bytes) else str(part) for part in parts
    )


@pytest.fixture
def marked(make_person: Callable[..., Person]) -> Person:
    return replace(make_person(f"Karin {MARK}"), id="marked", address=f"{MARK}gatan 1")


@pytest.fixture
def fill(
    empty_store: Store,
    marked: Person,
    assignment: Assignment,
    make_task: Callable[..., Task],
    clock: Any,
) -> Callable[[Store], Store]:
    """Write the mark in every kind of record about one person; the last thing is a print."""

    def write(store: Store) -> Store:
        store.add_person(replace(marked, address=f"{MARK}vägen 2"))
        store.change_person(marked)
        given = replace(assignment, id="marked-a", person_id=marked.id, case_officer=MARK)
        store.assignments.add(replace(given, case_officer=f"{MARK} Ek"))
        store.assignments.change(given)
        _fill_plans(store, given, clock)
        _fill_record(store, marked.id, clock)
        store.tasks.add(replace(make_task("marked-t"), person_id=marked.id, text=MARK))
        occasion = Occasion(clock(), MARK, Way.PRINTER)
        store.prints.add([PrintOut("marked-p", Paper.TABS, occasion, marked.id)])
        return store

    return write


def _fill_plans(store: Store, given: Assignment, clock: Any) -> None:
    plan = replace(first_plan("marked-1", given, "Hemvård"), follow_up=FollowUp(how=MARK))
    version = store.save_draft(plan, 0, Place())
    store.keep_point(plan.id)
    moment = Establishment(clock(), "Anna Ek", "2026-1", documents.checksum(plan))
    store.establish(plan, version, moment, f"%PDF {MARK}".encode())
    store.aftercares.note(plan.id, Aftercare(noted_at=clock()))
    store.transfers.tick(plan.id, TransferItem("name", "Namn", MARK))
    draft = replace(copy_for_follow_up("marked-2", plan, given), follow_up=FollowUp(how=MARK))
    store.save_draft(draft, 0, Place())
    store.keep_point(draft.id)
    store.remove_draft(draft.id)
    with store._connection.writing():
        # As a program that fell may leave it.
        store._connection.write(
            "INSERT INTO draft_writer SELECT rid, ?1, ?1, ?1 FROM plan WHERE id = ?2",
            (MARK, draft.id),
        )
    store.corrections.annul(plan.id, MARK)


def _fill_record(store: Store, person_id: str, clock: Any) -> None:
    tabs = Tabs(person_id, keys=(Code(MARK, Secret(MARK)),), good_to_know=GoodToKnow(other=MARK))
    version = store.tabs.save(tabs, 0, "one")
    store.tabs.save(replace(tabs, keys=()), version, "two")
    visit = VisitPlan("marked-v", person_id, name=MARK)
    version = store.visit_plans.save(visit, 0, "one")
    store.visit_plans.save(replace(visit, other=MARK), version, "two")
    entry = JournalEntry("marked-j", person_id, clock(), clock(), "Eva", "Övrigt", "", MARK)
    store.journal.add(entry)
    store.journal.strike(entry.id, Strike(clock(), "Eva", MARK))
    store.journal.keep_draft(person_id, EntryDraft("Övrigt", "", MARK))
    _open_as_another(store, person_id)


def _open_as_another(store: Store, person_id: str) -> None:
    before = store.access.actor
    other = with_role("eva", "Eva", "samordnare", ROLES)
    store.access.hand_over(replace(other, units=frozenset({"Sörgården"})))
    store.open_other(person_id, MARK)
    store.access.hand_over(before)


@pytest.fixture
def old(empty_store: Store, fill: Callable[[Store], Store], clock: Any) -> Store:
    """A unit where one person was last written of five years ago."""
    fill(empty_store)
    clock.move(days=FIVE_YEARS)
    return empty_store


def test_every_record_about_a_person_is_emptied(old: Store, marked: Person) -> None:
    for table in ERASED:
        found = old._connection.rows(f"SELECT count(*) AS found FROM {table}")  # noqa: S608
        assert found[0]["found"], table
    erasure = old.retention.erase([marked.id], WHY, RULES)
    for table in ERASED:
        found = old._connection.rows(f"SELECT count(*) AS found FROM {table}")  # noqa: S608
        assert not found[0]["found"], table
    assert old.retention.done() == [erasure]
    assert (erasure.persons, erasure.reason, erasure.by) == (1, WHY, "Anna Ek")


def test_no_table_is_forgotten(old: Store) -> None:
    tables = old._connection.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'person\\_words\\_%'"
        " ESCAPE '\\' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'"
    )
    assert {row["name"] for row in tables} == set(ERASED) | ABOUT_NOBODY


def test_nothing_is_left_in_the_file(
    old: Store, marked: Person, path: Path, raw: Callable[[Path], Any]
) -> None:
    old._connection.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    before = dumped_through(old)
    aside = path.with_name("aside-20261101T080000Z")
    aside.mkdir()
    for copy in (aside / path.name, path.with_name("unit.db.before-0005")):
        copy.write_bytes(path.read_bytes())
    assert before.count(MARK) > 20
    assert MARK.lower() in before, "the words of the search"
    old.retention.erase([marked.id], WHY, RULES)
    assert path.with_name("unit.db-wal").stat().st_size == 0
    agreement.require(old._connection)
    old.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    database = raw(path)
    left = dumped(database)
    assert MARK.lower() not in left.lower()
    assert marked.personal_id.value not in left
    assert database.execute("PRAGMA freelist_count").fetchone() == (0,)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def dumped_through(store: Store) -> str:
    return dumped(store._connection._driver)


def test_the_locks_stand_as_before(old: Store, marked: Person, path: Path) -> None:
    driver = old._connection._driver
    before = driver.execute(SCHEMA).fetchall()
    old.retention.erase([marked.id], WHY, RULES)
    assert driver.execute(SCHEMA).fetchall() == before
    released = Path(__file__).parents[1] / "data" / "schema-0005.sql"
    assert ";\n".join(sql for (sql,) in before) + ";\n" == released.read_text(encoding="utf-8")
    for sql in ("DELETE FROM erasure", "UPDATE erasure SET persons = 2", "DELETE FROM audit"):
        with pytest.raises(sqlcipher.IntegrityError):
            driver.execute(sql)


def test_the_others_are_left_as_they_were(
    old: Store,
    marked: Person,
    person: Person,
    assignment: Assignment,
    plan: Plan,
) -> None:
    old.add_person(person)
    old.assignments.add(assignment)
    old.save_draft(plan, 0, Place())
    old.retention.erase([marked.id], WHY, RULES)
    assert [one.id for one in old.people()] == [person.id]
    assert [one.id for one in old.people("karin")] == [person.id]
    assert old.people(MARK) == []
    assert old.plan(plan.id).plan == plan


def test_the_log_tells_of_it_by_ids_and_holds_together(old: Store, marked: Person) -> None:
    erasure = old.retention.erase([marked.id], WHY, RULES)
    *_, one, whole = old.audit()
    assert (one.action, one.subject, one.detail) == ("person.erased", marked.id, erasure.id)
    assert (whole.action, whole.subject) == ("people.erased", "unit")
    assert whole.detail.startswith(f"{erasure.id} ")
    assert old.verify_audit().number == whole.number


def test_what_fails_in_the_middle_leaves_everything(
    old: Store, marked: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = old._connection._driver
    before, schema = dumped_through(old), driver.execute(SCHEMA).fetchall()
    monkeypatch.setitem(ERASED, "person", "no_such_column = ?1")
    with pytest.raises(sqlcipher.OperationalError):
        old.retention.erase([marked.id], WHY, RULES)
    assert dumped_through(old) == before
    assert driver.execute(SCHEMA).fetchall() == schema


def test_a_full_disk_at_the_end_does_not_make_it_undone(
    old: Store, marked: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Connection) -> None:
        raise StorageFull

    monkeypatch.setattr(Connection, "compact", full)
    old.retention.erase([marked.id], WHY, RULES)
    assert old.people() == []
    assert MARK.lower() not in dumped_through(old).lower()


@pytest.mark.parametrize(
    "number", ["194502253190", "193507059107", "192705159198"], ids=["25", "5", "15"]
)
def test_who_is_kept_for_the_day_of_birth_is_refused(
    old: Store, make_person: Callable[..., Person], clock: Any, number: str
) -> None:
    born = make_person("Sven Lind")
    kept = replace(born, personal_id=replace(born.personal_id, value=number))
    old.add_person(kept)
    clock.move(days=FIVE_YEARS)
    with pytest.raises(NotDue):
        old.retention.erase([kept.id], WHY, RULES)
    assert old.person(kept.id) == kept


def test_whom_somebody_has_written_of_since_is_refused(old: Store, marked: Person) -> None:
    old.journal.keep_draft(marked.id, EntryDraft("Övrigt", "", "Ringde igen."))
    with pytest.raises(NotDue):
        old.retention.erase([marked.id], WHY, RULES)
    assert old.retention.done() == []


def test_a_plan_in_force_or_one_being_written_keeps_the_person(
    store: Store,
    person: Person,
    plan: Plan,
    establish: Callable[[Plan], PlanRecord],
    clock: Any,
) -> None:
    assert [one.is_active for one in store.retention.facts()] == [False]
    store.save_draft(plan, 0, Place())
    assert [one.is_active for one in store.retention.facts()] == [True]
    store.remove_draft(plan.id)
    establish(replace(plan, id="plan-2"))
    clock.move(days=FIVE_YEARS)
    assert [one.is_active for one in store.retention.facts()] == [True]
    with pytest.raises(NotDue):
        store.retention.erase([person.id], WHY, RULES)


@pytest.mark.parametrize("writes", [0, 1, 2, 3, 4, 5])
def test_every_kind_of_note_counts(
    store: Store,
    person: Person,
    plan: Plan,
    assignment: Assignment,
    make_task: Callable[..., Task],
    clock: Any,
    writes: int,
) -> None:
    clock.move(days=400)
    later = clock().date()
    assert noted(store)[person.id] == date(2026, 11, 2)
    entry = JournalEntry("j", person.id, clock(), clock(), "Eva", "Övrigt", "", "Text.")
    note: Callable[[], Any] = (
        lambda: store.save_draft(plan, 0, Place()),
        lambda: store.tabs.save(Tabs(person.id, good_to_know=GoodToKnow(other="x")), 0, "one"),
        lambda: store.visit_plans.save(VisitPlan("v", person.id), 0, "one"),
        lambda: store.journal.add(replace(entry, at=entry.at.replace(year=2020))),
        lambda: store.assignments.change(replace(assignment, case_officer="Ny")),
        lambda: store.prints.add(
            [PrintOut("p", Paper.TABS, Occasion(clock(), "", Way.FILE), person.id)]
        ),
    )[writes]
    note()
    assert noted(store)[person.id] == later


def test_a_reading_is_no_note(store: Store, person: Person, clock: Any) -> None:
    clock.move(days=400)
    store.person(person.id)
    store.tabs.of_person(person.id)
    assert noted(store)[person.id] == date(2026, 11, 2)


def test_names_that_nobody_else_has_leave_the_word_list(
    old: Store, marked: Person, make_person: Callable[..., Person]
) -> None:
    stays = make_person("Karin Sten")
    old.add_person(stays)
    record = old.tabs.of_person(marked.id)
    relatives = (Relative("Sixten Åmark", "Son"),)
    visit = VisitInformation(name_on_door="Zettelfors")
    tabs = replace(record.tabs, relatives=relatives, visit=visit)
    old.tabs.save(tabs, record.version, "three")
    theirs = (MARK, f"{MARK}s", f"{MARK}gatan", f"{MARK}vägen", "Åmark", "Zettelfors")
    for word in ("Karin", "Karins", *theirs, "Sten", "Phoniro"):
        old.words.add(word)
    old._books.now.move(days=FIVE_YEARS)
    erasure = old.retention.erase([marked.id], WHY, RULES)
    assert old.words.all() == ["Karin", "Karins", "Phoniro", "Sten"]
    assert erasure.words == len(theirs)
    assert old.retention.done() == [erasure]
    assert [one.action for one in old.audit()].count("word.removed") == len(theirs)


@pytest.mark.parametrize(("ids", "reason"), [([], WHY), (["marked"], " ")])
def test_nobody_and_no_reason_are_refused(old: Store, ids: list[str], reason: str) -> None:
    with pytest.raises(ValueError, match="for a reason"):
        old.retention.erase(ids, reason, RULES)


def test_only_who_may_erase_does_and_only_their_own(old: Store, marked: Person) -> None:
    old.work_as(with_role("bo", "Bo", "samordnare", ROLES))
    with pytest.raises(NotAllowed):
        old.retention.erase([marked.id], WHY, RULES)
    manager = with_role("ch", "Chefen", "chef", ROLES)
    old.work_as(replace(manager, whose=Whose.UNITS, units=frozenset({"Sörgården"})))
    assert old.retention.facts() == []
    with pytest.raises(NotOwnPerson):
        old.retention.erase([marked.id], WHY, RULES)
    old.work_as(manager)
    assert old.retention.erase([marked.id], WHY, RULES).by == "Chefen"

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from gplan_desktop.domain.check_code import CodeError, qr_text
from gplan_desktop.domain.overview import Aftercare, Place
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import Establishment, Plan, PlanRecord, PlanStatus
from gplan_desktop.domain.print_out import Occasion, Paper, PrintOut, Way, print_of_plan
from gplan_desktop.domain.tabs import Code, Secret, Tabs
from gplan_desktop.domain.user import Whose
from gplan_desktop.domain.visit_plan import VisitPlan
from gplan_desktop.errors import DatabaseDamaged, NotOwnPerson, RecordMissing
from gplan_desktop.store import documents
from gplan_desktop.store.store import Store

Establish = Callable[[Plan], PlanRecord]
Print = Callable[..., PrintOut]


@pytest.fixture
def make_print(store: Store, person: Person, clock: Any) -> Print:
    """Note a print in the register: of a plan by its id, or of another paper of the person."""
    numbers = count(1)

    def make(plan_id: str = "", way: Way = Way.PRINTER, **changes: Any) -> PrintOut:
        occasion = Occasion(clock(), "Eva Ström", way)
        name = f"print-{next(numbers)}"
        if plan_id:
            made = print_of_plan(name, store.plan(plan_id), Paper.PLAN, occasion)
        else:
            made = PrintOut(name, Paper.TABS, occasion, person.id)
        made = replace(made, **changes)
        store.prints.add([made])
        return made

    return make


def logged(store: Store) -> list[tuple[str, str, str, str]]:
    told = [(entry.action, entry.subject, entry.detail, entry.actor) for entry in store.audit()]
    return [entry for entry in told if "print-" in f"{entry[1]} {entry[2]}"]


def ids(prints: list[PrintOut]) -> list[str]:
    return [printed.id for printed in prints]


def names(found: list[tuple[Any, Any]]) -> list[str]:
    return [person.name for person, _ in found]


def establish_draft(store: Store, plan: Plan, at: datetime) -> None:
    establishment = Establishment(at, "Anna Ek", "2026-1", store.checksum(plan))
    store.establish(plan, 1, establishment, b"%PDF-1.7")


def annul(store: Store, plan_id: str) -> None:
    store.corrections.annul(plan_id, "Fel person.")


# The register


def test_a_print_is_there_after_closing_and_opening(
    store: Store, plan: Plan, establish: Establish, clock: Any, reopen: Callable[..., Store]
) -> None:
    record = establish(plan)
    occasion = Occasion(clock(), "Eva Ström", Way.PRINTER, copies=3)
    made = print_of_plan("one", record, Paper.WORK_DESCRIPTION, occasion)
    tabs = PrintOut("two", Paper.TABS, occasion, plan.person_id, checksum="ab", codes_shown=True)
    unit_list = PrintOut("three", Paper.UNIT_LIST, replace(occasion, way=Way.FILE))
    store.prints.add([made, tabs, unit_list])
    again = reopen(store)
    assert again.prints.of_plan(plan.id) == [made]
    assert again.prints.of_person(plan.person_id) == [tabs, made]
    assert again.prints.between(date(2026, 11, 2), date(2026, 11, 2)) == [unit_list, tabs, made]
    assert made.checksum == record.establishment.checksum


def test_prints_are_told_newest_first_by_swedish_days(
    store: Store, plan: Plan, establish: Establish, make_print: Print, clock: Any
) -> None:
    establish(plan)
    clock.moment = datetime(2026, 11, 2, 22, 59, tzinfo=UTC)
    before_midnight = make_print(plan.id)
    clock.move(minutes=1)
    after_midnight = make_print(plan.id)
    assert store.prints.of_plan(plan.id) == [after_midnight, before_midnight]
    first, second = date(2026, 11, 2), date(2026, 11, 3)
    assert store.prints.between(first, first) == [before_midnight]
    assert store.prints.between(second, second) == [after_midnight]
    assert len(store.prints.between(first, second)) == 2


@pytest.mark.parametrize(
    ("plan_id", "way", "action"),
    [
        ("plan-1", Way.PRINTER, "plan.printed"),
        ("plan-1", Way.FILE, "plan.saved"),
        ("plan-1", Way.ARCHIVE, "plan.archived"),
        ("", Way.PRINTER, "paper.printed"),
        ("", Way.FILE, "paper.saved"),
    ],
)
def test_the_log_tells_each_print_by_ids_alone(
    store: Store, plan: Plan, establish: Establish, make_print: Print,
    plan_id: str, way: Way, action: str,
) -> None:  # fmt: skip
    establish(plan)
    made = make_print(plan_id, way)
    assert logged(store) == [(action, plan_id or plan.person_id, made.id, "Anna Ek")]
    assert store.verify_audit().number == len(store.audit())


def test_that_codes_were_shown_is_logged_with_the_print(store: Store, make_print: Print) -> None:
    made = make_print(codes_shown=True)
    assert [entry[:3] for entry in logged(store)] == [
        ("paper.printed", made.person_id, made.id),
        ("codes.shown", made.person_id, made.id),
    ]


def test_all_of_one_time_are_noted_or_none(store: Store, person: Person, clock: Any) -> None:
    occasion = Occasion(clock(), "Eva Ström", Way.PRINTER)
    good = PrintOut("one", Paper.TABS, occasion, person.id)
    for bad in (good, replace(good, id="two", person_id="nobody")):
        with pytest.raises(sqlcipher.IntegrityError):
            store.prints.add([good, bad])
    assert store.prints.of_person(person.id) == []
    assert logged(store) == []


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM print",
        "UPDATE print SET made_by = 'Någon annan'",
        "UPDATE print SET version = 7",
        "REPLACE INTO print SELECT * FROM print",
        "UPDATE OR REPLACE print SET rid = 2",
    ],
)
def test_the_register_cannot_be_changed_by_raw_sql(
    store: Store, make_print: Print, path: Path, raw: Callable[[Path], Any], sql: str
) -> None:
    make_print()
    make_print()
    store.close()
    with raw(path) as database, pytest.raises(sqlcipher.IntegrityError, match="in the register"):
        database.execute(sql)


# Aftercare, whose print comes from the register


def test_the_first_print_of_an_established_plan_is_in_its_aftercare(
    store: Store, plan: Plan, establish: Establish, make_print: Print, clock: Any
) -> None:
    store.save_draft(plan, 0, Place())
    make_print(plan.id)
    clock.move(hours=1)
    establish_draft(store, plan, clock())
    make_print(plan.id, Way.FILE)
    make_print(plan.id, paper=Paper.WORK_DESCRIPTION)
    assert store.aftercares.of_plan(plan.id) == Aftercare()
    clock.move(hours=1)
    first = make_print(plan.id)
    clock.move(hours=1)
    make_print(plan.id)
    assert store.aftercares.of_plan(plan.id) == Aftercare(printed_at=first.occasion.at)


def test_a_print_noted_in_the_aftercare_comes_once_to_the_register(
    store: Store, plan: Plan, establish: Establish, clock: Any
) -> None:
    establish(plan)
    noted = Aftercare(printed_at=clock())
    store.aftercares.note(plan.id, noted)
    clock.move(hours=1)
    store.aftercares.note(plan.id, replace(noted, printed_at=clock(), noted_at=clock()))
    store.aftercares.note(plan.id, Aftercare())
    [first] = store.prints.of_plan(plan.id)
    assert first.occasion == Occasion(noted.printed_at, "Anna Ek", Way.PRINTER)
    assert (first.paper, first.checksum) == (Paper.PLAN, store.checksum(plan))
    assert store.aftercares.of_plan(plan.id) == noted


# Copies to collect (F54)


def test_what_is_in_force_is_not_to_be_collected(
    store: Store, plan: Plan, establish: Establish, make_print: Print
) -> None:
    establish(plan)
    make_print(plan.id)
    make_print(plan.id, Way.FILE)
    assert store.prints.to_collect_of(plan.person_id) == store.prints.to_collect() == []


def test_a_plan_that_was_followed_up_is_to_be_collected_on_paper_and_as_a_file(
    store: Store, plan: Plan, establish: Establish, follow_up: Any, make_print: Print, clock: Any
) -> None:
    establish(plan)
    printed = make_print(plan.id)
    clock.move(hours=1)
    saved = make_print(plan.id, Way.FILE, paper=Paper.LARGE_PRINT)
    make_print(plan.id, Way.ARCHIVE)
    establish(follow_up("plan-2", plan))
    make_print("plan-2")
    assert store.prints.to_collect_of(plan.person_id) == [saved, printed]
    assert [(p.name, found.id) for p, found in store.prints.to_collect()] == [
        ("Karin Öberg", saved.id),
        ("Karin Öberg", printed.id),
    ]


def test_an_annulled_plan_is_to_be_collected(
    store: Store, plan: Plan, establish: Establish, make_print: Print
) -> None:
    establish(plan)
    printed = make_print(plan.id)
    annul(store, plan.id)
    assert store.prints.to_collect_of(plan.person_id) == [printed]


def test_a_draft_is_to_be_collected_when_a_later_version_was_printed(
    store: Store, plan: Plan, make_print: Print
) -> None:
    store.save_draft(plan, 0, Place())
    older = [make_print(plan.id), make_print(plan.id, paper=Paper.HELP)]
    assert store.prints.to_collect() == []
    store.save_draft(replace(plan, name="Hemvård natt"), 1, Place())
    assert store.prints.to_collect() == []
    make_print(plan.id)
    assert set(ids(store.prints.to_collect_of(plan.person_id))) == set(ids(older))


@pytest.mark.parametrize("end", ["established", "removed"])
def test_a_draft_is_to_be_collected_when_it_is_one_no_longer(
    store: Store, plan: Plan, make_print: Print, clock: Any, end: str
) -> None:
    store.save_draft(plan, 0, Place())
    draft = make_print(plan.id)
    if end == "removed":
        store.remove_draft(plan.id)
    else:
        establish_draft(store, plan, clock())
        make_print(plan.id)
    assert store.prints.to_collect_of(plan.person_id) == [draft]


def test_tabs_are_to_be_collected_when_they_have_been_changed(
    store: Store, person: Person, make_print: Print
) -> None:
    tabs = Tabs(person.id, keys=(Code("Porten", Secret("4711")),))
    store.tabs.save(tabs, 0, "one")
    printed = make_print(checksum=store.tabs.of_person(person.id).digest, codes_shown=True)
    make_print(paper=Paper.JOURNAL_EXTRACT, checksum="else")
    assert store.prints.to_collect_of(person.id) == []
    store.tabs.save(replace(tabs, keys=()), 1, "two")
    assert store.prints.to_collect_of(person.id) == [printed]


@pytest.mark.parametrize("end", ["changed", "cleared"])
def test_a_visit_plan_is_to_be_collected_when_it_is_changed_or_cleared(
    store: Store, person: Person, make_print: Print, clock: Any, end: str
) -> None:
    plan = VisitPlan("v1", person.id)
    store.visit_plans.save(plan, 0, "one")
    digest = store.visit_plans.get("v1").digest
    printed = make_print(paper=Paper.VISIT_PLAN, checksum=digest, subject="v1")
    assert store.prints.to_collect() == []
    if end == "cleared":
        store.visit_plans.clear("v1", clock())
    else:
        store.visit_plans.save(replace(plan, other="Katt"), 1, "two")
    assert store.prints.to_collect_of(person.id) == [printed]


def test_what_was_collected_is_noted_and_can_be_taken_back(
    store: Store, plan: Plan, establish: Establish, make_print: Print, clock: Any
) -> None:
    establish(plan)
    printed = make_print(plan.id)
    annul(store, plan.id)
    store.prints.note_collected(printed.id, clock(), "Eva Ström")
    collected = replace(printed, collected_at=clock(), collected_by="Eva Ström")
    assert store.prints.of_plan(plan.id) == [collected]
    assert (collected.is_collected, store.prints.to_collect()) == (True, [])
    store.prints.note_collected(printed.id, None, "Eva Ström")
    assert store.prints.to_collect_of(plan.person_id) == [printed]
    assert [entry[:2] for entry in logged(store)][1:] == [
        ("print.collected", printed.id),
        ("print.not_collected", printed.id),
    ]


def test_what_was_never_printed_cannot_be_collected(store: Store, clock: Any) -> None:
    with pytest.raises(RecordMissing, match="Utskriften"):
        store.prints.note_collected("?", clock(), "Eva Ström")
    assert logged(store) == []


# Established on a day, and not yet printed (F55)


@pytest.fixture
def many(
    store: Store, plan: Plan, make_person: Any, assignment: Any, establish: Establish
) -> Store:
    """A store with a plan in force for each of four persons in two units."""
    for name, unit in (("Bo Åker", "Åsen"), ("Ada Ek", "Åsen"), ("Åke Al", "Norr")):
        other = make_person(name, unit=unit)
        store.add_person(other)
        made = replace(assignment, id=f"of-{other.id}", person_id=other.id)
        store.assignments.add(made)
        establish(replace(plan, id=f"for-{other.id}", person_id=other.id, assignment_id=made.id))
    establish(plan)
    return store


def test_the_plans_of_a_day_come_by_unit_and_name_in_swedish_order(many: Store) -> None:
    found = many.plan_lists.established_on(date(2026, 11, 2))
    assert [(person.unit, person.name) for person, _ in found] == [
        ("Norr", "Åke Al"),
        ("Norrgården", "Karin Öberg"),
        ("Åsen", "Ada Ek"),
        ("Åsen", "Bo Åker"),
    ]
    assert all(plan.person_id == person.id for person, plan in found)
    assert many.plan_lists.established_on(date(2026, 11, 1)) == []


def test_the_day_is_the_swedish_one(
    store: Store, plan: Plan, establish: Establish, clock: Any
) -> None:
    clock.moment = datetime(2026, 11, 2, 23, 30, tzinfo=UTC)
    establish(plan)
    assert store.plan_lists.established_on(date(2026, 11, 2)) == []
    assert names(store.plan_lists.established_on(date(2026, 11, 3))) == ["Karin Öberg"]
    assert len(store.plan_lists.established_between(date(2026, 11, 1), date(2026, 11, 30))) == 1


def test_only_plans_in_force_are_there_to_print(
    store: Store, plan: Plan, establish: Establish, follow_up: Any
) -> None:
    establish(plan)
    establish(follow_up("plan-2", plan))
    found = store.plan_lists.established_on(date(2026, 11, 2))
    assert [summary.id for _, summary in found] == ["plan-2"]


def test_a_printed_plan_is_no_longer_among_those_not_printed(
    many: Store, plan: Plan, make_print: Print
) -> None:
    day = date(2026, 11, 2)
    make_print(plan.id, Way.FILE)
    make_print(plan.id, paper=Paper.HELP)
    assert len(many.plan_lists.not_printed(day, day)) == 4
    make_print(plan.id, paper=Paper.LARGE_PRINT)
    assert names(many.plan_lists.not_printed(day, day)) == ["Åke Al", "Ada Ek", "Bo Åker"]
    assert many.plan_lists.not_printed(date(2026, 11, 3), date(2026, 12, 1)) == []


# Sigill: which plan a check code belongs to


def test_a_plan_is_found_by_its_check_code_typed_or_scanned(
    store: Store, plan: Plan, establish: Establish, follow_up: Any
) -> None:
    old, new = establish(plan), establish(follow_up("plan-2", plan))
    for record, status in ((old, PlanStatus.SUPERSEDED), (new, PlanStatus.ESTABLISHED)):
        sealed = record.establishment
        for text in (sealed.check_code, sealed.check_code.upper(), qr_text(sealed.checksum)):
            [(person, found)] = store.plan_lists.with_check_code(text)
            assert (person.id, found.id) == (plan.person_id, record.plan.id)
            assert found.status is status


def test_codes_of_nothing_in_the_unit_find_nothing(
    store: Store, plan: Plan, establish: Establish
) -> None:
    checksum = establish(plan).establishment.checksum
    last = "0" if checksum[-1] != "0" else "1"
    assert store.plan_lists.with_check_code(checksum[:-1] + last) == []
    for unknown in ("f" * 16, "0" * 64):
        assert store.plan_lists.with_check_code(unknown) == []
    with pytest.raises(CodeError):
        store.plan_lists.with_check_code("")


def test_plans_with_the_same_short_code_are_all_told(
    store: Store, plan: Plan, establish: Establish, follow_up: Any, reopen: Callable[..., Store]
) -> None:
    code = establish(plan).establishment.check_code
    establish(follow_up("plan-2", plan))
    alike = "UPDATE plan SET checksum = (SELECT checksum FROM plan WHERE rid = 1)"
    again = reopen(store, "DROP TRIGGER plan_locked_update", alike)
    assert {found.id for _, found in again.plan_lists.with_check_code(code)} == {"plan-1", "plan-2"}


def test_codes_and_days_are_looked_up_by_index(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, rows = [], store._connection.rows

    def remember(sql: str, values: Any = ()) -> Any:
        asked.append((sql, values))
        return rows(sql, values)

    monkeypatch.setattr(store._connection, "rows", remember)
    store.plan_lists.with_check_code("0" * 16)
    store.plan_lists.not_printed(date(2026, 11, 1), date(2026, 11, 2))
    plans = [(sql, values) for sql, values in asked if " FROM plan WHERE" in sql]
    told = [str(rows(f"EXPLAIN QUERY PLAN {sql}", values)) for sql, values in plans]
    assert any("plan_checksum" in plan for plan in told)
    assert any("plan_established" in plan and "print_plan" in plan for plan in told)


def test_the_canonical_text_is_the_one_that_the_code_is_of(
    store: Store, plan: Plan, establish: Establish, reopen: Callable[..., Store]
) -> None:
    checksum = establish(plan).establishment.checksum
    assert documents.digest(store.document(plan.id)) == checksum
    store.save_draft(replace(plan, id="draft"), 0, Place())
    with pytest.raises(RecordMissing):
        store.document("draft")
    again = reopen(
        store,
        "DROP TRIGGER plan_doc_locked_update",
        "UPDATE plan_doc SET document = document || ' '",
    )
    with pytest.raises(DatabaseDamaged):
        again.document(plan.id)


def test_the_paper_of_a_plan_is_about_the_person_of_the_plan(
    store: Store, plan: Plan, make_print: Print, make_person: Callable[..., Person]
) -> None:
    store.save_draft(plan, 0, Place())
    other = make_person("Bo Ek", unit="Sörgården")
    store.add_person(other)
    for person_id in (other.id, ""):
        with pytest.raises(ValueError, match="person of the plan"):
            make_print(plan.id, person_id=person_id)
    actor = replace(store.access.actor, whose=Whose.UNITS, units=frozenset({other.unit}))
    store.access.hand_over(actor)
    printed = PrintOut("p", Paper.PLAN, Occasion(store._people._now(), "", Way.PRINTER), other.id)
    with pytest.raises(NotOwnPerson):
        store.prints.add([replace(printed, plan_id=plan.id, status=PlanStatus.DRAFT)])

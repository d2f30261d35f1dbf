"""Who may do what, with whose records, and what is left of what was read and refused (F64-F66)."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import replace
from inspect import isfunction, signature
from typing import Any

import pytest

from gplan_desktop.domain.journal_entry import JournalEntry
from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.person import Person, Provider
from gplan_desktop.domain.plan import Plan, PlanStatus
from gplan_desktop.domain.print_out import Occasion, Paper, PrintOut, Way
from gplan_desktop.domain.tabs import MASK, Code, Secret, Tabs
from gplan_desktop.domain.task import Task
from gplan_desktop.domain.user import (
    NOTHING_SHOWN,
    Actor,
    OwnPersons,
    Permission,
    ProviderAccess,
    UserRole,
    Whose,
    with_role,
)
from gplan_desktop.domain.visit_plan import Home, VisitPlan
from gplan_desktop.errors import NotAllowed, NotOwnPerson, NotOwnUnit, NotShown, StorageFull
from gplan_desktop.method.load import built_in
from gplan_desktop.store.access import AGAIN, Access, Part, Subject
from gplan_desktop.store.store import Store

ROLES, SHOWN = built_in().access.roles, built_in().provider
# What each role may do, by its letter: samordnare, chef, läsare, extern utförare, utbildare,
# administratör. Every public method of the store and its parts is here, or the test fails.
LETTERS = {
    "samordnare": "s",
    "chef": "c",
    "lasare": "l",
    "extern_utforare": "e",
    "utbildare": "u",
    "administrator": "a",
}
ALL, READ, OWN_STAFF, WRITE, PAPER = "scleua", "scle", "scl", "sc", "sce"
MAY = {
    ALL: "work_as find_other open_other checksum words.all methods.keep methods.document"
    " keep_reserve close log.verify_since log.verify_recent log.head log.note copies.write"
    " log.last_time log.clock_set_back copies.contents own_persons.given_to roles.settled"
    " roles.given_to users.role_of copies.verified copies.chain copies.note_restored"
    " bin.erase_overdue"
    " writers.forget_all",
    READ: "people providers people_of_provider person person_history assignments.of_person"
    " assignments.get assignments.is_open assignments.history plans plan former_plans"
    " plan_lists.drafts plan_lists.established_on plan_lists.established_between"
    " plan_lists.not_printed plan_lists.with_check_code place restore_points document pdf"
    " aftercares.of_plan tasks.of_person tasks.still_open prints.of_plan prints.of_person"
    " prints.between prints.to_collect_of prints.to_collect visit_plans.of_person visit_plans.get"
    " visit_plans.temporary visit_plans.temporary_of visit_plans.history transfers.of"
    " imports.protected bin.removed"
    " writers.begin writers.end writers.now to_do.facts_of to_do.unit to_do.people_of to_do.done"
    " to_do.done_of corrections.of_plan log.note_copied",
    OWN_STAFF: "tabs.of_person tabs.history journal.of_person journal.draft"
    " journal.begun_by_others",
    WRITE: "add_person change_person assignments.add assignments.change save_draft keep_point"
    " remove_draft establish aftercares.note tasks.add tasks.tick tasks.untick words.add"
    " words.remove prints.note_collected tabs.save tabs.note_code_shown visit_plans.save"
    " visit_plans.clear visit_plans.reopen journal.add journal.strike journal.keep_draft"
    " transfers.tick transfers.untick imports.known imports.known_assignments imports.all_people"
    " imports.all_assignments imports.add_people imports.add_assignments imports.note_export"
    " support.end support.resume whole_person.removed_plans whole_person.kept_states"
    " whole_person.begun_entries whole_person.openings bin.bring_back corrections.annul"
    " corrections.begin",
    PAPER: "prints.add",
    "c": "audit verify_audit log.of_person log.about log.of_user log.users log.unusual log.verify"
    " log.counts log.lacks_report log.verify_against users.changes users.note_seen"
    " retention.facts retention.done retention.erase",
    "sca": "copies.key copies.holdings",
    "ca": "roles.accept users.give log.acted_by_another own_persons.of_user own_persons.decide"
    " own_persons.units own_persons.providers journal.hand_on_drafts",
}
MATRIX = {name: letters for letters, names in MAY.items() for name in names.split()}
# They are about nobody, about many (who are left out of what is returned), or see to it themselves.
ABOUT_NO_ONE = set(
    f"{MAY[ALL]} audit verify_audit people providers people_of_provider add_person"
    " plan_lists.drafts plan_lists.established_on plan_lists.established_between"
    " plan_lists.not_printed plan_lists.with_check_code tasks.still_open words.add words.remove"
    " prints.add prints.between prints.to_collect visit_plans.temporary imports.known"
    " imports.known_assignments imports.protected imports.all_people imports.all_assignments"
    " imports.add_people imports.add_assignments imports.note_export bin.removed to_do.unit"
    " roles.accept log.acted_by_another own_persons.of_user own_persons.decide"
    " users.give users.changes users.note_seen"
    " own_persons.units own_persons.providers journal.hand_on_drafts"
    " to_do.people_of to_do.done log.of_user log.users log.unusual log.verify"
    " copies.key copies.holdings"
    " log.counts log.lacks_report log.verify_against"
    " retention.facts retention.done retention.erase".split()
)
IDS = {
    Subject.PERSON: "person-1",
    Subject.PLAN: "plan-1",
    Subject.ASSIGNMENT: "assignment-1",
    Subject.TASK: "task-1",
    Subject.VISIT_PLAN: "visit-1",
    Subject.ENTRY: "entry-1",
    Subject.PRINT: "print-1",
    Subject.TRANSFERRED: "visit-1",
}

# What a provider's user gets of its own persons, by what the method's [provider] shows of them;
# of the rest nothing is there, and what its role may not do is refused as to others.
PROVIDER_GETS = {
    "person": "people providers people_of_provider person plans plan_lists.established_on"
    " plan_lists.established_between plan_lists.not_printed plan_lists.with_check_code"
    " imports.protected prints.add log.note_copied assignments.of_person visit_plans.of_person",
    "plans": "plan place document pdf assignments.get assignments.is_open",
    "visit_plans": "visit_plans.get",
    "": "person_history former_plans restore_points assignments.history plan_lists.drafts"
    " aftercares.of_plan tasks.of_person tasks.still_open prints.of_plan prints.of_person"
    " prints.between prints.to_collect_of prints.to_collect visit_plans.temporary"
    " visit_plans.temporary_of visit_plans.history transfers.of bin.removed writers.begin"
    " writers.end writers.now to_do.facts_of to_do.unit to_do.people_of to_do.done"
    " to_do.done_of corrections.of_plan",
}
# What returns something and leaves no trace of reading, by why.
TOLD_WITHOUT_READING = {
    "it names nobody, and returns nothing that is written of anyone": "providers place save_draft"
    " checksum audit verify_audit assignments.is_open words.all methods.document tabs.save"
    " visit_plans.save log.users log.acted_by_another log.last_time log.clock_set_back log.verify"
    " log.verify_since log.verify_recent log.head own_persons.of_user own_persons.units"
    " own_persons.providers log.counts log.lacks_report log.verify_against own_persons.given_to"
    " roles.settled roles.given_to users.role_of users.changes copies.key copies.write"
    " copies.contents copies.verified"
    " copies.chain imports.protected bin.erase_overdue writers.begin writers.now"
    " retention.done retention.erase corrections.begin",
    "what was written is logged as that, and returned": "support.end support.resume establish"
    " tasks.tick tasks.untick journal.strike",
    "it notes who was found itself": "find_other",
    "parts of a registerutdrag, which is noted as one": "whole_person.removed_plans"
    " whole_person.kept_states whole_person.begun_entries whole_person.openings",
}


def methods(store: Store) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield every public method by the name it is called by, as "tabs.save"."""
    yield from _methods_of("", store)
    for name, part in vars(store).items():
        is_part = type(part).__module__.startswith("gplan_desktop.store")
        if is_part and not name.startswith("_") and not isinstance(part, Access):
            yield from _methods_of(f"{name}.", part)


def _methods_of(prefix: str, part: object) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, found in vars(type(part)).items():
        if isfunction(found) and not name.startswith("_"):
            yield f"{prefix}{name}", getattr(part, name)


def tried(store: Store, roles: Mapping[str, UserRole]) -> dict[str, dict[str, bool]]:
    """Return, by method and role, whether the store let it be used.

    It is called without anything, which only who is let in is told of.
    """
    let_in: dict[str, dict[str, bool]] = {name: {} for name, _ in methods(store)}
    for role in roles:
        store.work_as(actor_in(role))
        for name, method in methods(store):
            # Nothing more could be tried after closing.
            let_in[name][role] = name == "close" or _lets_in(method)
    return let_in


def _lets_in(method: Callable[..., Any]) -> bool:
    try:
        method()
    except NotAllowed:
        return False
    except Exception:  # noqa: BLE001 - it was let in, and missed what it was to be about
        return True
    return True


def actor_in(role: str, **changes: Any) -> Actor:
    return replace(with_role(role, f"En {role}", role, ROLES), **changes)


@pytest.fixture
def full(
    store: Store, plan: Plan, make_task: Callable[..., Task], person: Person, clock: Any
) -> Store:
    """A unit where one person has something of everything."""
    store.save_draft(plan, 0, Place())
    store.tasks.add(make_task("task-1"))
    codes = (Code("Porten", Secret("4711")),)
    store.tabs.save(Tabs(person.id, keys=codes), 0, "one")
    store.visit_plans.save(VisitPlan("visit-1", person.id, temporary=True), 0, "one")
    entry = JournalEntry("entry-1", person.id, clock(), clock(), "Anna Ek", "Övrigt", "", "Text.")
    store.journal.add(entry)
    occasion = Occasion(clock(), "", Way.PRINTER)
    store.prints.add([PrintOut("print-1", Paper.TABS, occasion, person.id)])
    return store


def test_each_role_may_do_with_the_store_what_the_table_says(empty_store: Store) -> None:
    found = {
        name: "".join(LETTERS[role] for role, let_in in by_role.items() if let_in)
        for name, by_role in tried(empty_store, ROLES).items()
    }
    assert found == MATRIX


def test_no_method_is_forgotten(empty_store: Store) -> None:
    marked = {name: "permission" in method.__dict__ for name, method in methods(empty_store)}
    assert [name for name, is_marked in marked.items() if not is_marked] == []


def test_another_units_person_is_out_of_reach_of_every_method(full: Store) -> None:
    everything = actor_in("chef", whose=Whose.UNITS, units=frozenset({"Sörgården"}))
    full.work_as(everything)
    reached = set()
    for name, method in methods(full):
        if subject := method.__dict__.get("of"):
            with pytest.raises(NotOwnPerson):
                method(IDS[subject])
        else:
            reached.add(name)
    assert reached == ABOUT_NO_ONE


def test_another_units_persons_are_in_no_list(full: Store, clock: Any) -> None:
    full.work_as(actor_in("chef", whose=Whose.UNITS, units=frozenset({"Sörgården"})))
    day = clock().date()
    for found in (
        full.people(),
        full.people("karin"),
        full.plan_lists.drafts(),
        full.tasks.still_open(),
        full.prints.between(day, day),
        full.prints.to_collect(),
        full.visit_plans.temporary(),
        full.bin.removed(),
        full.imports.all_people(),
        full.imports.all_assignments(),
        list(full.imports.known()),
        list(full.to_do.unit(day).people),
        list(full.to_do.unit(day).tasks),
        list(full.to_do.done()),
    ):
        assert found == []


@pytest.mark.parametrize(
    ("actor", "sees"),
    [
        (actor_in("samordnare", units=frozenset({"Norrgården", "Annat"})), True),
        (actor_in("samordnare", units=frozenset({"Annat"})), False),
        (actor_in("samordnare"), True),
        (actor_in("extern_utforare"), False),
        (actor_in("chef"), True),
        (actor_in("extern_utforare", provider="Omsorg AB"), False),
    ],
)
def test_whose_persons_one_sees(full: Store, actor: Actor, sees: bool) -> None:
    full.work_as(actor)
    assert bool(full.people()) is sees
    assert bool(full.people("öberg")) is sees
    assert bool(full.plan_lists.drafts()) is sees


def test_the_manager_decides_whom_a_user_sees(full: Store) -> None:
    full.work_as(actor_in("chef"))
    assert (full.own_persons.units(), full.own_persons.providers()) == (["Norrgården"], [])
    full.own_persons.decide("samordnare", OwnPersons(("Sörgården",)))
    full.own_persons.decide("samordnare", OwnPersons(("Sörgården", "Älvgården")))
    assert full.own_persons.of_user("samordnare").units == ("Sörgården", "Älvgården")
    assert full.audit()[-1].action == "user.own_persons"
    full.work_as(actor_in("samordnare"))
    assert full.people() == []
    with pytest.raises(NotAllowed):
        full.own_persons.decide("samordnare", OwnPersons())


def test_a_providers_user_sees_nobody_until_the_manager_has_decided(
    full: Store, make_person: Callable[..., Person]
) -> None:
    full.add_person(make_person("Bo Ek", provider=Provider("Omsorg AB", external=True)))
    full.own_persons.decide("extern_utforare", OwnPersons(provider="Omsorg AB"))
    assert full.own_persons.providers() == ["Omsorg AB"]
    full.work_as(actor_in("extern_utforare"))
    assert [person.name for person in full.people()] == ["Bo Ek"]


def test_a_provider_sees_those_whom_it_supports_and_no_codes(
    full: Store, make_person: Callable[..., Person]
) -> None:
    supported = make_person("Bo Ek", provider=Provider("Omsorg AB", external=True))
    same_name = make_person("Eva Al", provider=Provider("Omsorg AB"))
    for person in (supported, same_name):
        full.add_person(person)
    full.work_as(actor_in("extern_utforare", provider="Omsorg AB"))
    assert [person.name for person in full.people()] == ["Bo Ek"]
    assert full.person(supported.id) == supported
    for method in (full.tabs.of_person, full.journal.of_person):
        with pytest.raises(NotAllowed):
            method(supported.id)
    with pytest.raises(NotOwnPerson):
        full.open_other(same_name.id, "Ringde")
    with pytest.raises(NotOwnPerson):
        full.find_other(same_name.personal_id.value)


@pytest.fixture
def supported(full: Store, plan: Plan, person: Person, establish: Any) -> Store:
    """A unit whose person an external provider supports: one plan is in force, and one begun."""
    establish(replace(plan, id="plan-2"))
    ready = VisitPlan("visit-2", person.id, home=Home(others_live_here=False))
    full.visit_plans.save(ready, 0, "one")
    provider = Provider("Omsorg AB", external=True)
    full.change_person(replace(person, provider=provider, address="Storgatan 1", phone="070"))
    return full


def provider_user(shown: ProviderAccess = SHOWN) -> Actor:
    return actor_in("extern_utforare", provider="Omsorg AB", shown=shown)


def test_what_each_method_is_to_a_provider_is_what_the_table_says(supported: Store) -> None:
    found: dict[str, set[str]] = {part: set() for part in PROVIDER_GETS}
    for name, method in methods(supported):
        if "e" in MATRIX.get(name, "") and name not in MAY[ALL].split():
            part = method.__dict__["provider"]
            found[part.value if isinstance(part, Part) else ""].add(name)
    assert found == {part: set(names.split()) for part, names in PROVIDER_GETS.items()}


@pytest.mark.parametrize("shown", [NOTHING_SHOWN, SHOWN])
def test_a_provider_gets_of_each_method_only_what_is_shown(
    supported: Store, shown: ProviderAccess
) -> None:
    supported.work_as(provider_user(shown))
    seen = shown is not NOTHING_SHOWN
    assert bool(supported.assignments.of_person("person-1")) is seen
    assert bool(supported.visit_plans.of_person("person-1")) is seen
    ready = IDS | {Subject.PLAN: "plan-2", Subject.VISIT_PLAN: "visit-2"}
    for name, method in methods(supported):
        part, subject = method.__dict__.get("provider"), method.__dict__.get("of")
        if name in PROVIDER_GETS["plans"].split() + PROVIDER_GETS["visit_plans"].split():
            if shown is NOTHING_SHOWN:
                with pytest.raises(NotShown):
                    method(ready[subject])
            else:
                assert method(ready[subject]) is not None
        elif name in PROVIDER_GETS[""].split():
            assert method(*([IDS[subject]] if subject else [])) == part()


@pytest.mark.parametrize(
    ("method", "asked"),
    [
        (Store.plan, "plan-1"),
        (Store.pdf, "plan-1"),
        (Store.plan, "no such plan"),
        (lambda store, asked: store.visit_plans.get(asked), "visit-1"),
        (lambda store, asked: store.assignments.get(asked), "no such assignment"),
    ],
)
def test_a_provider_never_sees_what_is_not_ready(
    supported: Store, method: Callable[[Store, str], object], asked: str
) -> None:
    supported.work_as(provider_user())
    with pytest.raises(NotShown):
        method(supported, asked)
    assert [plan.id for plan in supported.plans("person-1")] == ["plan-2"]
    (found,) = supported.people()
    assert [plan.id for plan in (*found.current, *found.drafts)] == ["plan-2"]
    assert [one.plan.id for one in supported.visit_plans.of_person("person-1")] == ["visit-2"]


def test_a_provider_is_not_told_where_who_is_protected_lives(
    supported: Store, person: Person
) -> None:
    stored = supported.person(person.id)
    supported.change_person(replace(stored, protected_identity=True))
    supported.work_as(provider_user())
    assert supported.person(person.id).address + supported.person(person.id).phone == ""
    assert supported.assignments.of_person(person.id) == []
    assert supported.visit_plans.of_person(person.id) == []
    for method, asked in ((supported.plan, "plan-2"), (supported.visit_plans.get, "visit-2")):
        with pytest.raises(NotShown):
            method(asked)
    supported.work_as(actor_in("chef"))
    assert supported.person(person.id).address == "Storgatan 1"
    assert ("access.refused", person.id, "not_shown") in reads(supported)


@pytest.mark.parametrize(
    ("paper", "plan_id", "may"),
    [(Paper.PLAN, "plan-2", True), (Paper.PLAN, "plan-1", False), (Paper.TABS, "", False)],
)
def test_a_provider_prints_only_what_it_is_shown(
    supported: Store, clock: Any, paper: Paper, plan_id: str, may: bool
) -> None:
    supported.work_as(provider_user())
    status = PlanStatus.ESTABLISHED if plan_id else None
    occasion = Occasion(clock(), "", Way.PRINTER)
    printed = PrintOut("print-2", paper, occasion, "person-1", plan_id, status)
    with nullcontext() if may else pytest.raises(NotShown):
        supported.prints.add([printed])


def test_who_may_not_show_codes_is_never_handed_them(full: Store, person: Person) -> None:
    full.work_as(actor_in("lasare", units=frozenset({"Norrgården"})))
    assert full.tabs.of_person(person.id).tabs.keys[0].secret.reveal() == MASK
    with pytest.raises(NotAllowed):
        full.tabs.note_code_shown(person.id, "tabs.keys.0.secret")


def test_who_may_write_but_not_see_codes_cannot_write_over_them(
    full: Store, person: Person
) -> None:
    blind = frozenset({Permission.WRITE, Permission.READ, Permission.READ_TABS})
    full.work_as(actor_in("samordnare", permissions=blind, whose=Whose.ALL))
    with pytest.raises(NotAllowed):
        full.tabs.save(Tabs(person.id), 1, "two")
    with pytest.raises(NotAllowed):
        full.visit_plans.save(VisitPlan("visit-1", person.id), 1, "two")


def test_another_units_person_is_opened_for_a_reason_that_is_logged(
    full: Store, person: Person
) -> None:
    full.work_as(actor_in("samordnare", units=frozenset({"Sörgården"})))
    found = full.find_other(person.personal_id.value)
    assert found == person.id
    with pytest.raises(ValueError, match="reason"):
        full.open_other(found, "  ")
    full.open_other(found, "Karin ringde om sitt larm.")
    assert full.person(person.id) == person
    assert [one.name for one in full.people()] == [person.name]
    full.work_as(actor_in("chef"))
    entry = next(e for e in full.audit() if e.action == "person.opened_other")
    assert (entry.actor, entry.subject) == ("En samordnare", person.id)
    assert "larm" not in entry.detail


def test_what_was_opened_for_a_reason_is_closed_to_the_next_user(
    full: Store, person: Person
) -> None:
    coordinator = actor_in("samordnare", units=frozenset({"Sörgården"}))
    full.work_as(coordinator)
    full.open_other(person.id, "Larm.")
    full.work_as(coordinator)
    with pytest.raises(NotOwnPerson):
        full.person(person.id)


def test_nobody_is_added_to_a_unit_that_one_does_not_work_in(
    full: Store, make_person: Callable[..., Person]
) -> None:
    own, other = make_person("Bo Ek", unit="Sörgården"), make_person("Eva Al", unit="Älvgården")
    full.work_as(actor_in("samordnare", units=frozenset({"Sörgården"})))
    with pytest.raises(NotOwnUnit) as caught:
        full.add_person(other)
    assert "”Älvgården”" in caught.value.happened
    with pytest.raises(NotOwnUnit):
        full.imports.add_people([own, other, make_person("Ed Al", unit="")], lambda *_: None)
    assert full.people() == []
    full.imports.add_people([own], lambda *_: None)
    assert [person.name for person in full.people()] == ["Bo Ek"]
    full.work_as(actor_in("chef"))
    full.add_person(other)
    assert ("access.refused", "unit", "not_own_unit") in reads(full)


def test_nothing_is_moved_to_or_from_a_person_out_of_sight(
    full: Store, plan: Plan, make_person: Callable[..., Person]
) -> None:
    own = make_person("Bo Ek", unit="Sörgården")
    full.add_person(own)
    full.work_as(actor_in("samordnare", units=frozenset({"Sörgården"})))
    with pytest.raises(NotOwnPerson):
        full.save_draft(replace(plan, person_id=own.id), 1, Place())
    with pytest.raises(NotOwnPerson):
        full.save_draft(replace(plan, id="plan-2"), 0, Place())


@pytest.mark.parametrize(
    ("way", "codes", "role", "may"),
    [
        (Way.PRINTER, False, "extern_utforare", True),
        (Way.PRINTER, True, "extern_utforare", False),
        (Way.ARCHIVE, False, "extern_utforare", False),
        (Way.ARCHIVE, True, "samordnare", True),
        (Way.FILE, False, "lasare", False),
    ],
)
def test_papers_with_codes_and_archives_ask_for_more(
    full: Store, clock: Any, way: Way, codes: bool, role: str, may: bool
) -> None:
    full.work_as(actor_in(role, whose=Whose.ALL))
    paper = PrintOut(
        "print-2", Paper.VISIT_PLAN, Occasion(clock(), "", way), "person-1", codes_shown=codes
    )
    if may:
        full.prints.add([paper])
    else:
        with pytest.raises(NotAllowed):
            full.prints.add([paper])


def reads(store: Store) -> list[tuple[str, str, str]]:
    return [
        (entry.action, entry.subject, entry.detail)
        for entry in store.audit()
        if entry.action.endswith((".read", ".refused"))
    ]


def test_every_method_that_tells_of_persons_is_a_reading_or_has_its_reason(
    empty_store: Store,
) -> None:
    silent = {
        name
        for name, method in methods(empty_store)
        if signature(method).return_annotation is not None and not method.__dict__.get("reads")
    }
    assert silent == {name for names in TOLD_WITHOUT_READING.values() for name in names.split()}


def test_what_is_read_is_logged_with_the_person(full: Store, person: Person) -> None:
    full.person(person.id)
    full.assignments.of_person(person.id)
    full.tasks.of_person(person.id)
    full.to_do.facts_of(person.id)
    full.plan("plan-1")
    full.aftercares.of_plan("plan-1")
    full.transfers.of("plan-1")
    full.tabs.of_person(person.id)
    full.visit_plans.get("visit-1")
    full.journal.of_person(person.id)
    assert reads(full) == [
        ("person.read", person.id, ""),
        ("plan.read", person.id, "plan-1"),
        ("aftercare.read", person.id, "plan-1"),
        ("transfer.read", person.id, "plan-1"),
        ("tabs.read", person.id, ""),
        ("visit_plan.read", person.id, "visit-1"),
        ("journal.read", person.id, ""),
    ]
    full.verify_audit()


def test_the_same_reading_is_logged_once_in_a_while(
    full: Store, person: Person, clock: Any
) -> None:
    for minutes in (0, 5, 9.9):
        clock.move(minutes=minutes)
        full.person(person.id)
    assert len(reads(full)) == 1
    clock.move(minutes=AGAIN.total_seconds() / 60)
    full.person(person.id)
    assert len(reads(full)) == 2
    full.work_as(actor_in("chef"))
    full.person(person.id)
    assert [entry.actor for entry in full.audit()][-1] == "En chef"


def test_a_list_is_read_of_nobody_and_what_failed_is_not_read(full: Store, clock: Any) -> None:
    for _ in range(2):
        full.people()
        full.to_do.unit(clock().date())
    with pytest.raises(Exception, match="finns inte"):
        full.person("nobody")
    assert reads(full) == [("list.read", "unit", "people"), ("list.read", "unit", "to_do")]


def test_a_refused_try_is_logged(full: Store, person: Person) -> None:
    full.work_as(actor_in("lasare", units=frozenset({"Sörgården"})))
    for _ in range(3):
        with pytest.raises(NotAllowed):
            full.words.add("ord")
    with pytest.raises(NotOwnPerson):
        full.person(person.id)
    full.work_as(actor_in("chef"))
    assert reads(full) == [
        ("access.refused", "unit", "write"),
        ("access.refused", person.id, "not_own"),
    ]


def test_what_is_written_is_logged_once_in_a_while(full: Store, plan: Plan, clock: Any) -> None:
    version = 1
    for minutes in (1, 5, 20):
        clock.move(minutes=minutes)
        version = full.save_draft(replace(plan, name=f"{plan.name} {minutes}"), version, Place())
    actions = [entry.action for entry in full.audit() if entry.subject == plan.id]
    assert actions == ["plan.begun", "plan.written"]


def test_who_may_is_told_with_what_may_not_be_done(full: Store) -> None:
    full.work_as(actor_in("lasare"))
    with pytest.raises(NotAllowed) as caught:
        full.establish("plan-1", 1, None, b"")  # type: ignore[arg-type]
    assert caught.value.happened == (
        "Din roll, läsare, får inte upprätta planer. Det får samordnare och enhetschef."
    )


def test_the_name_at_the_screen_is_the_users(full: Store) -> None:
    full.work_as(actor_in("chef"))
    assert full.unit.coordinator == "En chef"
    full.words.add("hemvårdsord")
    assert full.audit()[-1].actor == "En chef"


def test_reading_goes_on_when_the_disk_is_full(
    full: Store, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room() -> Any:
        raise StorageFull

    with monkeypatch.context() as disk:
        disk.setattr(full._connection, "writing", no_room)
        assert full.person(person.id) == person
    assert reads(full) == [("person.read", person.id, "")]

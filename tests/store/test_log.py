"""The log asked by person, by user and for what is unusual, and looked through (F66-F67)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from gplan_desktop.domain.journal_entry import Period
from gplan_desktop.domain.log_entry import Noted, UnusualKind
from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import Plan
from gplan_desktop.domain.tabs import Code, Secret, Tabs
from gplan_desktop.domain.user import Whose, with_role
from gplan_desktop.errors import DatabaseDamaged
from gplan_desktop.method.model import Hours, Method, Unusual
from gplan_desktop.store.audit import AuditHead
from gplan_desktop.store.store import Store

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
LIMITS = Unusual(Hours(22, 6), 2)
UNLOCK = "DROP TRIGGER audit_no_update"


@pytest.fixture
def work(
    store: Store, plan: Plan, person: Person, make_person: Callable[..., Person], method: Method
) -> Store:
    """A unit where something was done about two persons, by two users."""
    store.save_draft(plan, 0, Place())
    store.tabs.save(Tabs(person.id, keys=(Code("Porten", Secret("4711")),)), 0, "one")
    store.add_person(make_person("Bo Ek", id="bo"))
    roles = method.access.roles
    store.work_as(with_role("eva", "Eva Ström", "chef", roles))
    store.plan(plan.id)
    store.tabs.of_person(person.id)
    store.person("bo")
    store.words.add("hemvårdsord")
    return store


def test_all_about_a_person_whatever_it_is_of(work: Store, person: Person) -> None:
    entries = work.log.of_person(person.id, YEAR)
    assert [(entry.action, entry.actor) for entry in entries] == [
        ("tabs.read", "Eva Ström"),
        ("plan.read", "Eva Ström"),
        ("tabs.changed", "Anna Ek"),
        ("plan.begun", "Anna Ek"),
        ("assignment.added", "Anna Ek"),
        ("person.added", "Anna Ek"),
    ]
    assert {(e.person_id, e.person) for e in entries} == {(person.id, "Karin Öberg")}
    # Whoever asks the log about a person stands in it from then on.
    read, *before = work.log.about(person.id)
    assert (read.action, before) == ("log.read", entries)


def test_all_that_a_user_did_with_whom(work: Store) -> None:
    entries = work.log.of_user("Eva Ström", YEAR)
    assert [(entry.action, entry.person) for entry in entries] == [
        ("word.added", ""),
        ("person.read", "Bo Ek"),
        ("tabs.read", "Karin Öberg"),
        ("plan.read", "Karin Öberg"),
    ]
    assert work.log.users() == ["Anna Ek", "Eva Ström"]


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (date(2026, 11, 2), date(2026, 11, 2), 6),
        (date(2026, 11, 3), date(2026, 12, 31), 0),
        (date(2026, 1, 1), date(2026, 11, 1), 0),
    ],
)
def test_a_period_is_of_whole_days(
    work: Store, person: Person, first: date, last: date, count: int
) -> None:
    assert len(work.log.of_person(person.id, Period(first, last))) == count


def kinds(store: Store) -> list[tuple[UnusualKind, str, int]]:
    found = store.log.unusual(YEAR, LIMITS)
    return [(finding.kind, finding.actor, finding.people) for finding in found]


def test_an_ordinary_day_has_nothing_unusual(work: Store) -> None:
    assert kinds(work) == []


@pytest.mark.parametrize(
    ("hour", "is_night"),
    [
        # UTC; Sweden is two hours ahead in summer.
        (datetime(2026, 7, 1, 19, 59, tzinfo=UTC), False),
        (datetime(2026, 7, 1, 20, 1, tzinfo=UTC), True),
        (datetime(2026, 7, 1, 3, 59, tzinfo=UTC), True),
        (datetime(2026, 7, 1, 4, 1, tzinfo=UTC), False),
        (datetime(2026, 11, 2, 20, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 2, 21, 1, tzinfo=UTC), True),
    ],
)
def test_night_is_by_the_clock_in_sweden(
    work: Store, person: Person, clock: Any, hour: datetime, is_night: bool
) -> None:
    clock.moment = hour
    work.journal.of_person(person.id)
    expected = [(UnusualKind.NIGHT, "Eva Ström", 1)] if is_night else []
    assert [kind for kind in kinds(work) if kind[0] is not UnusualKind.CLOCK] == expected


def test_one_night_is_one_finding_past_midnight(work: Store, person: Person, clock: Any) -> None:
    clock.moment = datetime(2026, 11, 5, 22, 30, tzinfo=UTC)
    work.journal.of_person(person.id)
    clock.move(hours=4)
    work.person("bo")
    assert kinds(work) == [(UnusualKind.NIGHT, "Eva Ström", 2)]


def test_a_clock_that_went_back_is_told_of_and_the_log_holds(work: Store, clock: Any) -> None:
    clock.move(minutes=-4)
    work.words.add("lite")
    assert kinds(work) == []
    clock.move(days=-365)
    work.words.add("mycket")
    work.words.add("senare")
    before = Period(date(2025, 1, 1), date(2025, 12, 31))
    (found,) = work.log.unusual(before, LIMITS)
    assert (found.kind, found.actor, found.at) == (UnusualKind.CLOCK, "Eva Ström", clock())
    assert (found.times, found.people) == (1, 0)
    assert work.log.verify().number == len(work.audit()) - 1


def test_many_persons_in_an_hour(
    work: Store, make_person: Callable[..., Person], clock: Any
) -> None:
    clock.move(days=1)
    for name in ("Ann A", "Bea B", "Cia C"):
        person = make_person(name)
        work.add_person(person)
        work.person(person.id)
    assert kinds(work) == [(UnusualKind.MANY, "Eva Ström", 3)]


def test_others_write_and_read_while_a_long_log_is_gone_through(
    work: Store, person: Person, clock: Any
) -> None:
    clock.move(hours=1)
    before = len(work.audit())
    words = iter(("ett", "två", "tre"))

    def rest() -> None:
        work.words.add(next(words))
        work.person(person.id)

    day = clock().date()
    assert work.log.unusual(Period(day, day), LIMITS, rest) == []
    told = [entry.action for entry in work.audit()[before:]]
    assert told == ["word.added", "person.read", "word.added", "word.added", "list.read"]


def test_opened_others_refusals_and_failed_logins_are_unusual(
    work: Store, person: Person, clock: Any, method: Method
) -> None:
    roles = method.access.roles
    reader = replace(
        with_role("li", "Li Al", "lasare", roles), whose=Whose.UNITS, units=frozenset({"Söder"})
    )
    work.work_as(reader)
    work.open_other(person.id, "Larm.")
    with pytest.raises(Exception, match="får inte"):
        work.words.add("ord")
    work.log.note(Noted.FAILED_LOGIN, "2026-11-02T09:00:00", user="Bo")
    work.work_as(with_role("eva", "Eva Ström", "chef", roles))
    found = {finding.kind: finding for finding in work.log.unusual(YEAR, LIMITS)}
    assert found[UnusualKind.OTHERS].reasons == ("Larm.",)
    assert found[UnusualKind.REFUSED].actor == "Li Al"
    assert found[UnusualKind.FAILED_LOGIN].actor == "Bo"


def test_checking_the_whole_log_tells_how_far_it_has_come_and_is_noted(work: Store) -> None:
    told = list[tuple[int, int]]()
    head = work.log.verify(lambda done, whole: told.append((done, whole)))
    assert told == [(head.number, head.number)]
    last = work.log.of_user("Eva Ström", YEAR)[0]
    assert (last.action, last.detail) == ("log.checked", str(head.number))


def test_checking_can_be_broken_off(work: Store) -> None:
    def stop(_done: int, _whole: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        work.log.verify(stop)


def test_the_end_of_the_log_is_the_same_however_it_is_found(work: Store) -> None:
    head = work.log.head()
    assert head == work.log.verify_recent() == work.log.verify_since(head)
    assert work.log.verify_since(AuditHead(0, bytes(32).hex())) == head


def test_an_empty_log_is_whole(empty_store: Store) -> None:
    assert empty_store.log.verify_recent() == empty_store.log.head()


@pytest.mark.parametrize(
    "tampering",
    [
        [UNLOCK, "UPDATE audit SET actor = 'Ingen' WHERE rid = 5"],
        ["DROP TRIGGER audit_no_delete", "DELETE FROM audit WHERE rid = 5"],
    ],
)
def test_a_start_finds_what_was_altered_lately(
    work: Store, reopen: Callable[..., Store], tampering: list[str]
) -> None:
    with pytest.raises(DatabaseDamaged, match="händelse"):
        reopen(work, *tampering).log.verify_recent()


def test_a_log_that_was_cut_off_is_found_by_the_end_that_was_kept(
    work: Store, reopen: Callable[..., Store]
) -> None:
    head = work.log.head()
    cut = reopen(work, "DROP TRIGGER audit_no_delete", "DELETE FROM audit WHERE rid > 6")
    cut.log.verify_recent()
    with pytest.raises(DatabaseDamaged, match=f"händelse {head.number}"):
        cut.log.verify_since(head)


def test_what_is_known_from_outside_is_noted_for_its_user(store: Store) -> None:
    store.log.note(Noted.LOGGED_IN)
    store.log.note(Noted.FAILED_LOGIN, "2026-11-02T08:59:00", user="Eva Ström")
    told = [(e.actor, e.action, e.subject, e.detail) for e in store.audit()[-2:]]
    assert told == [
        ("Anna Ek", "session.begun", "unit", ""),
        ("Eva Ström", "login.failed", "unit", "2026-11-02T08:59:00"),
    ]


def test_a_month_lacks_its_report_until_it_is_made(work: Store) -> None:
    month = Period(date(2026, 11, 1), date(2026, 11, 30))
    counts = {one.action: one.times for one in work.log.counts(month)}
    assert (counts["person.added"], counts["tabs.read"]) == (2, 1)
    assert not work.log.lacks_report(Period(date(2026, 9, 1), date(2026, 9, 30)))
    assert work.log.lacks_report(month)
    work.log.note(Noted.LOG_REPORTED, "2026-11")
    assert not work.log.lacks_report(month)


def test_the_end_on_a_report_tells_whether_the_log_was_cut(work: Store) -> None:
    head = work.log.head()
    work.words.add("besöksord")
    assert work.log.verify_against(head.number, head.digest[:32]).number == head.number + 1
    for number, digits in ((head.number, "0" * 32), (head.number + 9, head.digest[:32])):
        with pytest.raises(DatabaseDamaged, match=f"ändrad vid händelse {number}"):
            work.log.verify_against(number, digits)

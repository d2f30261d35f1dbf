"""One old page of the file put back, with the key and everything else in order."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gplan_desktop.domain.journal_entry import JournalEntry, Strike
from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.person import SupportEnd
from gplan_desktop.domain.plan import Establishment, FollowUp
from gplan_desktop.domain.print_out import Occasion, Paper, Way, print_of_plan
from gplan_desktop.errors import DatabaseDamaged
from gplan_desktop.method.load import built_in
from gplan_desktop.method.role_data import role_data
from gplan_desktop.store import agreement, documents, schema
from gplan_desktop.store.copies import read_back
from gplan_desktop.store.store import Store, open_store

PAGE = 4096
UNITS = Path(__file__).parents[1] / "data"
AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
ENTRY = JournalEntry("entry-1", "person-1", AT, AT, "Eva", "Övrigt", "", "Karin åt soppa.")
STRIKE = Strike(AT, "Eva", "Fel person.")


def establish(store: Store) -> None:
    record = store.plan("draft")
    moment = Establishment(AT, "Anna Ek", "2026-1", documents.checksum(record.plan))
    store.establish(record.plan, record.version, moment, b"%PDF-1.7")


def change_draft(store: Store) -> None:
    record = store.plan("draft")
    changed = replace(record.plan, follow_up=FollowUp(how="Vi ses hemma."))
    store.save_draft(changed, record.version, Place())


def move(store: Store) -> None:
    store.change_person(replace(store.person("person-1"), address="Nygatan 1"))


def accept_roles(store: Store) -> None:
    offered = role_data(built_in())
    store.roles.settled(offered)
    roles = {**offered.access.roles, "lasare": offered.access.roles["samordnare"]}
    store.roles.accept(replace(offered, access=replace(offered.access, roles=roles)))


CHANGES: dict[str, Callable[[Store], object]] = {
    "establish": establish,
    "annul": lambda store: store.corrections.annul("plan-1", "Fel person."),
    "remove": lambda store: store.remove_draft("draft"),
    "add entry": lambda store: store.journal.add(replace(ENTRY, id="entry-2")),
    "strike": lambda store: store.journal.strike(ENTRY.id, STRIKE),
    "change draft": change_draft,
    "move": move,
    "end support": lambda store: store.support.end("person-1", SupportEnd(AT.date())),
    "accept roles": accept_roles,
}


@pytest.fixture
def put_back(established: Store, path: Path, key: bytes) -> Callable[[str, str], Store]:
    """Change the unit, and put back the page that a table began with before."""

    def change_and_put_back(change: str, table: str) -> Store:
        established.journal.add(ENTRY)
        established.close()
        before = path.read_bytes()
        store = open_store(path, key, practice=False)
        root = store._connection.rows(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        )[0]["rootpage"]
        CHANGES[change](store)
        agreement.require(store._connection)
        store.close()
        with path.open("r+b") as file:
            file.seek((root - 1) * PAGE)
            old = before[(root - 1) * PAGE : root * PAGE]
            assert file.read(PAGE) != old
            file.seek((root - 1) * PAGE)
            file.write(old)
        return open_store(path, key, practice=False)

    return change_and_put_back


@pytest.mark.parametrize(
    ("change", "table", "told"),
    [
        ("establish", "plan", "en plan"),
        ("establish", "plan_pdf", "en plan"),
        ("annul", "plan", "en plan"),
        ("remove", "plan", "en plan"),
        ("add entry", "journal", "en journalanteckning|en del av filen"),
        ("strike", "journal", "en journalanteckning"),
        ("end support", "person", "en individ"),
        ("accept roles", "role_data", "vad rollerna får"),
        ("change draft", "plan", "en plan"),
        ("change draft", "plan_doc", "en plan"),
    ],
)
def test_an_old_page_is_found_by_what_the_log_tells_of(
    put_back: Callable[[str, str], Store], change: str, table: str, told: str
) -> None:
    store = put_back(change, table)
    # By the last entries too, as at every start.
    for after in (0, 1):
        with pytest.raises(DatabaseDamaged, match=told):
            agreement.require(store._connection, after)
    store.close()


@pytest.mark.parametrize(("change", "table"), [("change draft", "audit"), ("move", "audit")])
def test_an_old_page_that_the_log_cannot_tell_of_is_found_by_the_days_backup(
    put_back: Callable[[str, str], Store], path: Path, key: bytes, change: str, table: str
) -> None:
    put_back(change, table).close()
    with pytest.raises(DatabaseDamaged):
        read_back(path, key)


def test_a_plan_with_another_text_than_was_established_is_found_unread(
    established: Store, reopen: Callable[..., Store]
) -> None:
    store = reopen(
        established,
        "DROP TRIGGER plan_doc_locked_update",
        "UPDATE plan_doc SET document = replace(document, 'Hemvård', 'Service') WHERE rid = 1",
    )
    with pytest.raises(DatabaseDamaged, match="en plan"):
        agreement.require(store._connection)


@pytest.mark.parametrize("version", range(1, schema.NEWEST + 1))
def test_a_unit_of_any_version_agrees_with_its_log(path: Path, key: bytes, version: int) -> None:
    path.write_bytes((UNITS / f"unit-{version:04}.db").read_bytes())
    store = open_store(path, key, practice=False)
    agreement.require(store._connection)
    store.close()


def test_a_correction_whose_former_text_is_gone_is_found(
    store: Store, reopen: Callable[..., Store]
) -> None:
    move(store)
    store = reopen(store, "DROP TRIGGER person_before_no_delete", "DELETE FROM person_before")
    with pytest.raises(DatabaseDamaged, match="en individ"):
        agreement.require(store._connection)


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("plan.established", "en plan"),
        ("journal.added", "en journalanteckning"),
        ("plan.printed", "en utskrift"),
    ],
)
def test_a_log_that_lost_its_end_is_found_by_what_it_should_tell(
    established: Store, reopen: Callable[..., Store], action: str, kind: str
) -> None:
    established.journal.add(ENTRY)
    occasion = Occasion(AT, "", Way.PRINTER)
    established.prints.add(
        [print_of_plan("print-1", established.plan("plan-1"), Paper.PLAN, occasion)]
    )
    row = established._connection.row(
        "SELECT max(rid) AS rid FROM audit WHERE action = ?", (action,)
    )
    assert row
    cut = f"DELETE FROM audit WHERE rid >= {row['rid']}"  # noqa: S608 a number
    store = reopen(established, "DROP TRIGGER audit_no_delete", cut)
    for look in (store.log.verify, store.log.verify_recent):
        with pytest.raises(DatabaseDamaged, match=kind):
            look()

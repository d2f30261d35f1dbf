"""Which role a user has by the log, and what others have done with users."""

from gplan_desktop.domain.log_entry import Noted
from gplan_desktop.domain.user import with_role
from gplan_desktop.method.load import built_in
from gplan_desktop.rules.log_words import in_words
from gplan_desktop.store import users
from gplan_desktop.store.store import Store

ROLES = built_in().access.roles


def work_as(store: Store, user_id: str, role: str, name: str = "") -> None:
    store.work_as(with_role(user_id, name or user_id, role, ROLES))


def test_the_last_role_that_was_given_holds(empty_store: Store) -> None:
    given = empty_store.users
    assert given.role_of("bo") == ""
    for name, role in (("Bo Al", "chef"), ("Bo Al", "lasare")):
        given.give("bo", name, role)
    given.give("eva", "Eva Ö", "chef")
    assert (given.role_of("bo"), given.role_of("eva")) == ("lasare", "chef")


def test_what_others_do_with_users_is_told_until_it_is_seen(empty_store: Store) -> None:
    store = empty_store
    work_as(store, "Ad Min", "administrator")
    store.users.give("bo", "Bo Al", "chef")
    store.log.note(Noted.PASSWORD_RESET, "bo")
    store.log.note(Noted.LOGGED_IN)
    work_as(store, "Anna Ek", "chef")
    store.users.give("kim", "Kim Ek", "lasare")
    found = store.users.changes()
    assert [(one.actor, in_words(one)) for one in found] == [
        ("Ad Min", "Gav en användare en ny lösenfras: Bo Al"),
        ("Ad Min", "Gav en användare namn och roll: Bo Al"),
    ]
    store.users.note_seen()
    assert store.users.changes() == []
    work_as(store, "Eva Ö", "chef")
    assert [one.actor for one in store.users.changes()] == ["Anna Ek", "Ad Min", "Ad Min"]


def test_they_are_found_without_reading_the_log(empty_store: Store) -> None:
    (row,) = empty_store._connection.rows(f"EXPLAIN QUERY PLAN {users._CHANGES}")
    assert "audit_users" in row["detail"]


def test_what_one_did_under_another_name_is_still_ones_own(empty_store: Store) -> None:
    store = empty_store
    work_as(store, "anna", "chef", "Anna Ek")
    store.users.give("bo", "Bo Al", "chef")
    work_as(store, "cia", "chef", "Cia Sten")
    for noted, name in ((Noted.RENAMED_FROM, "Anna Ek"), (Noted.RENAMED_TO, "Anna Berg")):
        store.log.note(noted, "anna", user=name)
    store.users.give("anna", "Anna Berg", "chef")
    work_as(store, "anna", "chef", "Anna Berg")
    assert [(one.actor, one.user) for one in store.users.changes()] == [("Cia Sten", "Anna Berg")]

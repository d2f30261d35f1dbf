from collections.abc import Callable

from gplan_desktop.store.store import Store


def test_a_method_is_there_after_closing_and_opening(
    empty_store: Store, reopen: Callable[..., Store]
) -> None:
    empty_store.keep_method("2026-1", '{"rules": ["å"]}')
    empty_store.keep_method("2026-1+kommun", "{}")
    again = reopen(empty_store)
    assert again.method_document("2026-1") == '{"rules": ["å"]}'
    assert again.method_document("2026-1+kommun") == "{}"


def test_the_first_that_was_kept_of_a_version_stays(empty_store: Store) -> None:
    for document in ("first", "second"):
        empty_store.keep_method("2026-1", document)
    assert empty_store.method_document("2026-1") == "first"


def test_a_method_that_was_never_kept_is_none(empty_store: Store) -> None:
    assert empty_store.method_document("2026-1") is None

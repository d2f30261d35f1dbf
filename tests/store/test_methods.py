from collections.abc import Callable

from gplan_desktop.store.store import Store


def test_a_method_is_there_after_closing_and_opening(
    empty_store: Store, reopen: Callable[..., Store]
) -> None:
    empty_store.methods.keep("2026-1", '{"rules": ["å"]}')
    empty_store.methods.keep("2026-1+kommun", "{}")
    again = reopen(empty_store)
    assert again.methods.document("2026-1") == '{"rules": ["å"]}'
    assert again.methods.document("2026-1+kommun") == "{}"


def test_the_first_that_was_kept_of_a_version_stays(empty_store: Store) -> None:
    for document in ("first", "second"):
        empty_store.methods.keep("2026-1", document)
    assert empty_store.methods.document("2026-1") == "first"


def test_a_method_that_was_never_kept_is_none(empty_store: Store) -> None:
    assert empty_store.methods.document("2026-1") is None

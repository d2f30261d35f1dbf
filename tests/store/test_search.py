from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.person import Person
from gplan_desktop.store.store import Store

MakePerson = Callable[..., Person]
PERSONAL = PersonalId(IdentifierKind.PERSONAL, "194103319036")
RESERVE = PersonalId(IdentifierKind.RESERVE, "TF-8812 B")


@pytest.fixture
def karin(empty_store: Store, make_person: MakePerson) -> Store:
    """A store with Karin and one who shares nothing with her."""
    empty_store.add_person(make_person("Karin Åsa Müller-Öberg", personal_id=PERSONAL))
    empty_store.add_person(make_person("Bo Ek", personal_id=RESERVE))
    return empty_store


def names(store: Store, text: str) -> list[str]:
    return [person.name for person in store.people(text)]


@pytest.mark.parametrize(
    "text",
    [
        "k", "karin", "KARIN ÅS", "öb", "muller", "Müll", "Müller-Öberg", "öberg karin",
        "A\u030asa", "1941", "19410331-9036", "410331-9036", "9036", "kar 90",
    ],
)  # fmt: skip
def test_part_of_name_or_number_finds_the_person(karin: Store, text: str) -> None:
    assert names(karin, text) == ["Karin Åsa Müller-Öberg"]


@pytest.mark.parametrize("text", ["tf", "8812", "TF8812", "tf-8812 b"])
def test_part_of_a_reservnummer_finds_the_person(karin: Store, text: str) -> None:
    assert names(karin, text) == ["Bo Ek"]


@pytest.mark.parametrize("text", ["asa", "oberg", "arin", "karin bo", "0331 1"])
def test_other_letters_find_nobody(karin: Store, text: str) -> None:
    assert names(karin, text) == []


@pytest.mark.parametrize("text", ["", " ", '"', "*", "''", "-", "NEAR(", "\0"])
def test_signs_alone_do_not_hide_anybody(karin: Store, text: str) -> None:
    assert len(names(karin, text)) == (0 if "NEAR" in text else 2)


@pytest.mark.parametrize(
    "text",
    ['"', '"karin', "karin*", "AND", "a AND", "NOT karin", "words:karin", "NEAR(a b)", "{}^+-()",
     "k" * 10_000, "karin " * 2_000, "\ud800", "' OR 1=1 --", "𞤀𞤣𞤤𞤢𞤥", "²½Ⅷ", "नमस्ते", "👩‍🦽"],
)  # fmt: skip
def test_whatever_is_typed_the_search_answers(karin: Store, text: str) -> None:
    assert len(names(karin, text)) <= 2


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=20))
def test_any_text_can_be_searched_for(karin: Store, text: str) -> None:
    assert len(names(karin, text)) <= 2


def test_a_name_of_any_alphabet_is_found(empty_store: Store, make_person: MakePerson) -> None:
    for name in ("𞤀𞤣𞤤𞤢𞤥 𞤆𞤵𞤤𞤢𞤪", "Đỗ Nguyễn", "Ольга Шмидт", "Straße ẞ", "愛 李"):
        empty_store.add_person(make_person(name))
        assert names(empty_store, name) == [name]


def test_people_stand_in_swedish_order(empty_store: Store, make_person: MakePerson) -> None:
    in_order = [
        "Bo Berg", "Åsa Berg", "Bo Berg-Lund", "Bo Bergman", "Al Muller", "Bo Zorn",
        "Bo Åberg", "Bo Ærlig", "Bo Ärlund", "Bo Öberg", "Bo Ødegård",
    ]  # fmt: skip
    for name in reversed(in_order):
        empty_store.add_person(make_person(name))
    assert names(empty_store, "") == in_order
    assert [person.name for person in empty_store.people("", 2)] == in_order[:2]


def test_compacting_the_file_changes_nothing_that_is_found(
    empty_store: Store, make_person: MakePerson, reopen: Callable[..., Store]
) -> None:
    words = [f"ord{number}a" for number in range(40)]
    for word in words:
        empty_store.add_person(make_person(f"Bo {word}"))
    again = reopen(
        empty_store,
        "DELETE FROM person_words WHERE rowid % 2",
        "DELETE FROM person_doc WHERE rid % 2",
        "DELETE FROM person WHERE rid % 2",
        "COMMIT",
        "VACUUM",
    )
    assert [names(again, word) for word in words[1::2]] == [[f"Bo {word}"] for word in words[1::2]]
    assert names(again, words[0]) == []

"""Search in the metodstöd: what is found, in what order, and which words are marked."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from gplan_desktop.domain.fields import pattern
from gplan_desktop.method.entries import EntryKind, entries, plain
from gplan_desktop.method.hit import Hit
from gplan_desktop.method.model import Method
from gplan_desktop.method.search import Index, build_index, search


@pytest.fixture(scope="module")
def index(method: Method) -> Index:
    return build_index(method)


def titles(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.title for hit in hits]


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[begin:end] for begin, end in hit.marks]


@pytest.mark.parametrize(
    ("query", "kind", "name"),
    [
        ("mål", EntryKind.FIELD, "area.*.goal"),
        ("MÅL", EntryKind.FIELD, "area.*.goal"),
        ("personnummer", EntryKind.FIELD, "person.personal_id"),
        ("medverkande", EntryKind.FIELD, "contributors"),
        ("flikar", EntryKind.STEP, "tabs"),
        ("personlig vård", EntryKind.STEP, "area.d5"),
        ("vård personlig", EntryKind.STEP, "area.d5"),
        ("toalettbehov", EntryKind.STEP, "area.d5"),
        ("regel 12", EntryKind.RULE, ""),
    ],
)
def test_what_is_meant_comes_first(index: Index, query: str, kind: EntryKind, name: str) -> None:
    best = search(query, index)[0]
    assert best.kind is kind
    assert best.id == (name or best.id)


def test_a_word_goes_before_the_words_that_begin_with_it_or_hold_it(index: Index) -> None:
    found = titles(search("mål", index, limit=200))
    assert found.index("Mål") < found.index("Mål enligt uppdraget") < found.index("Delmål")
    snippets = [hit.snippet for hit in search("mål", index, limit=200)]
    assert any("måluppfyllelse" in snippet for snippet in snippets)
    assert "måluppfyllelse" not in snippets[0]


@pytest.mark.parametrize("query", ["uppfyllelse", "måluppf", "måluppfyllelse"])
def test_a_compound_is_found_by_each_of_its_parts(index: Index, query: str) -> None:
    assert any("måluppfyllelse" in hit.snippet for hit in search(query, index))


@pytest.mark.parametrize(
    ("mistyped", "meant"),
    [
        ("medverkannde", "Medverkande"),
        ("medvrekande", "Medverkande"),
        ("persnnummer", "Personnummer"),
        ("delmpl", "Delmål"),
        ("biståndshandlegare", "Biståndshandläggare"),
        ("biståndshandläggrae", "Biståndshandläggare"),
        ("funktionstilstånd", "Bedömt funktionstillstånd"),
        ("funktionstilst", "Bedömt funktionstillstånd"),
    ],
)
def test_typing_errors_are_forgiven(index: Index, mistyped: str, meant: str) -> None:
    assert meant in titles(search(mistyped, index))


@pytest.mark.parametrize(
    "query", ["mol", "xyzzy", "qqqqqqqqqqqq", "mål xyzzy", "", " ", "”–!", "*"]
)
def test_what_stands_nowhere_is_not_found(index: Index, query: str) -> None:
    assert search(query, index) == ()


def test_what_is_spelled_without_dots_is_found_last(index: Index) -> None:
    found = [marked(hit)[0].casefold() for hit in search("mal", index, limit=200) if hit.marks]
    assert "mål" in found
    assert "mal" in found
    assert max(n for n, word in enumerate(found) if word == "mal") < found.index("mål")
    assert "Individens önskemål" in titles(search("onskemal", index))[:2]


def test_dots_that_are_typed_are_meant(method: Method) -> None:
    unit = replace(method.fields["person.unit"], label="Mal")
    fields = MappingProxyType({**method.fields, "person.unit": unit})
    index = build_index(replace(method, fields=fields))
    assert search("mal", index)[0].id == "person.unit"
    assert all(hit.id != "person.unit" for hit in search("mål", index, limit=200))


def test_every_word_must_be_found(index: Index) -> None:
    for hit in search("uppföljning datum", index):
        whole = f"{hit.title} {hit.snippet}".casefold()
        assert "uppföljning" in whole or "datum" in whole
    both = {hit.id for hit in search("uppföljning datum", index, limit=200)}
    for word in ("uppföljning", "datum"):
        assert both <= {hit.id for hit in search(word, index, limit=200)}


def test_the_marks_lie_on_what_was_typed(index: Index) -> None:
    best = search("uppföljn dat", index)[0]
    assert {word.casefold() for word in marked(best)} <= {"uppföljn", "dat"}
    assert marked(best)
    for query in ("mål", "dusch", "jag", "hlr", "delaktigh"):
        for hit in search(query, index, limit=200):
            assert all(word.casefold() == query for word in marked(hit))


def test_a_snippet_is_short_and_plain(index: Index) -> None:
    for query in ("a", "individen", "och", "plan", "e"):
        for hit in search(query, index, limit=500):
            assert len(hit.snippet) < 180, hit.snippet
            assert not set("#|") & set(hit.snippet), hit.snippet
            assert "**" not in hit.snippet


def test_a_poor_example_is_never_shown_as_something_to_copy(index: Index) -> None:
    hits = search("promenader har utförts", index)
    assert hits[0].snippet.startswith("Mindre bra: ”Promenader har utförts.”")


def test_no_more_than_asked_for_and_every_id_is_known(index: Index, method: Method) -> None:
    assert len(search("individen", index)) == 12
    assert len(search("individen", index, limit=3)) == 3
    for hit in search("e", index, limit=1000):
        known = {
            EntryKind.FIELD: lambda name: method.field(name).label,
            EntryKind.EXAMPLE: lambda name: method.field(name).label,
            EntryKind.STEP: lambda name: method.step(name).title,
            EntryKind.RULE: lambda name: method.rules[name].sentence,
        }
        assert known[hit.kind](hit.id)


def test_everything_that_the_method_tells_can_be_found(index: Index, method: Method) -> None:
    names = {(entry.kind, entry.id) for entry in entries(method)}
    assert {name for kind, name in names if kind is EntryKind.FIELD} == set(method.fields)
    assert {name for kind, name in names if kind is EntryKind.RULE} == set(method.rules)
    assert len({name for kind, name in names if kind is EntryKind.EXAMPLE}) == 11 * 5
    pages = {name for kind, name in names if kind is EntryKind.STEP}
    assert {page.partition(".")[0] for page in pages} == set(method.steps)
    for field in method.fields:
        label = method.field(field).label
        found = search(label, index, limit=200)
        assert field in {pattern(hit.id) for hit in found}, label


def test_a_text_that_goes_on_and_on_is_still_searched_at_once(index: Index) -> None:
    assert search("hur " * 500, index)
    assert search("å" * 5000, index) == ()


@pytest.mark.parametrize(
    ("markdown", "read"),
    [
        ("## Rubrik\n\nEn **fet** mening.", "Rubrik. En fet mening."),
        ("- ett\n- två (*)", "ett. två (*)"),
        ("1. Först\n2. *Sedan*.", "Först. Sedan."),
        ("| A | B |\n|---|---|\n| för- och | nej |", "A – B. för- och – nej."),
        ("Läs [Flikar](step:tabs) först.", "Läs Flikar först."),
    ],
)
def test_markdown_is_found_as_it_is_read(markdown: str, read: str) -> None:
    assert plain(markdown) == read

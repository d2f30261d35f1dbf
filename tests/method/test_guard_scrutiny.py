"""The guard's words are of known kinds and can be read, or the mistake is named."""

import pytest

from gplan_desktop.method.load import load
from gplan_desktop.method.mistakes import MethodError
from gplan_desktop.method.sources import Sources, built_in_text


def own_guard(text: str) -> dict[str, str]:
    return {"method.toml": 'version = "Eksta"', "guard.toml": text}


@pytest.fixture(scope="module")
def a_kind() -> str:
    return next(iter(Sources(built_in_text).table("guard.toml")["kinds"]))


@pytest.mark.parametrize(
    ("entry", "mistake"),
    [
        ('kind = "diagnoser"\nwords = ["x"]', "terms.ny.kind: diagnoser finns inte."),
        (
            'kind = "KIND"\nwords = ["(ej|ingen hlr"]',
            "terms.ny.words: ”(ej|ingen hlr” går inte att läsa.",
        ),
        ('kind = "KIND"\nslips = ["?hlr"]', "terms.ny.slips: ”?hlr” går inte att läsa."),
        ('kind = "KIND"\nwords = ["<tall> mg"]', "terms.ny.words: tall finns inte. Menade du tal?"),
        ('kind = "KIND"\nwords = [3]', "terms.ny.words[0]: värdet har inte rätt form."),
        ('words = ["x"]', "terms.ny: nyckeln kind saknas."),
    ],
)
def test_a_word_that_cannot_be_looked_for_is_told(a_kind: str, entry: str, mistake: str) -> None:
    own = own_guard("[terms.ny]\n" + entry.replace("KIND", a_kind))
    with pytest.raises(MethodError) as caught:
        load(built_in_text, own)
    assert mistake in str(caught.value.mistakes[0])


def test_a_piece_of_expression_that_cannot_be_read_is_told() -> None:
    with pytest.raises(MethodError, match=r"parts\.tal: uttrycket går inte att läsa"):
        load(built_in_text, own_guard("[parts]\ntal = '\\d+('"))


def test_an_exemption_of_an_unknown_kind_is_told() -> None:
    own = '[permitted.ny]\nscope = "word"\nwords = ["x"]\nfrees = ["diagnoser"]'
    with pytest.raises(MethodError, match=r"permitted\.ny\.frees: diagnoser finns inte"):
        load(built_in_text, own_guard(own))


def test_own_words_are_taken(a_kind: str) -> None:
    words = 'words = ["(ej|ingen) (på )?hlr", "diabetes*", "<tal> mg", "hlr … inte"]'
    method = load(built_in_text, own_guard(f'[terms.ny]\nkind = "{a_kind}"\n{words}')).method
    assert method.guard.terms["ny"].kind == a_kind

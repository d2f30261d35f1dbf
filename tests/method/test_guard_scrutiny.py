"""The guard's words are of known kinds and can be read, or the mistake is named."""

import pytest

from gplan_desktop.method.load import load
from gplan_desktop.method.mistakes import MethodError
from gplan_desktop.method.sources import Sources, built_in_text


def own_guard(text: str) -> dict[str, str]:
    return {"method.toml": 'version = "Eksta"', "guard.toml": text}


@pytest.fixture(scope="module")
def a_kind() -> str:
    return str(next(iter(Sources(built_in_text).table("guard.toml")["kinds"])))


MISTAKES = (
    ('[terms.a]\nkind = "diagnoser"\nwords = ["x"]', "terms.a.kind: diagnoser finns inte."),
    (
        '[terms.b]\nkind = "KIND"\nwords = ["(ej|ingen hlr"]',
        "terms.b.words: ”(ej|ingen hlr” går inte att läsa.",
    ),
    ('[terms.c]\nkind = "KIND"\nslips = ["?hlr"]', "terms.c.slips: ”?hlr” går inte att läsa."),
    (
        '[terms.d]\nkind = "KIND"\nwords = ["<tall> mg"]',
        "terms.d.words: tall finns inte. Menade du tal?",
    ),
    ('[terms.e]\nkind = "KIND"\nwords = [3]', "terms.e.words[0]: värdet har inte rätt form."),
    ('[terms.f]\nwords = ["x"]', "terms.f: nyckeln kind saknas."),
    ("[parts]\ntal = '\\d+('", "parts.tal: uttrycket går inte att läsa"),
    (
        '[permitted.ny]\nscope = "word"\nwords = ["x"]\nfrees = ["diagnoser"]',
        "permitted.ny.frees: diagnoser finns inte",
    ),
)


def test_what_cannot_be_looked_for_or_is_of_no_kind_is_told(a_kind: str) -> None:
    own = "\n".join(entry for entry, _ in MISTAKES).replace("KIND", a_kind)
    with pytest.raises(MethodError) as caught:
        load(built_in_text, own_guard(own))
    told = [str(mistake) for mistake in caught.value.mistakes]
    assert [one for _, one in MISTAKES if not any(one in line for line in told)] == []


def test_own_words_are_taken(a_kind: str) -> None:
    words = 'words = ["(ej|ingen) (på )?hlr", "diabetes*", "<tal> mg", "hlr … inte"]'
    method = load(built_in_text, own_guard(f'[terms.ny]\nkind = "{a_kind}"\n{words}')).method
    assert method.guard.terms["ny"].kind == a_kind

"""What an external provider may see is the municipality's to decide, within what is never open."""

from collections.abc import Mapping

import pytest

from gplan_desktop.method.load import load
from gplan_desktop.method.mistakes import MethodError
from gplan_desktop.method.model import Method, ProviderAccess, ProviderTab
from resources import read_text

VERSION = 'version = "Eksta 1"\n'


def loaded(text: str) -> Method:
    """Load the metodstöd with a municipality's own method.toml."""
    own: Mapping[str, str] = {"method.toml": f"{VERSION}{text}"}
    return load(lambda name: read_text(f"method/{name}"), own).method


def test_to_begin_with_all_that_the_visits_need_is_open(method: Method) -> None:
    assert method.provider == ProviderAccess(True, True, tuple(ProviderTab))


@pytest.mark.parametrize(
    ("text", "access"),
    [
        (
            "[provider]\nplan = false\n",
            ProviderAccess(False, True, tuple(ProviderTab)),
        ),
        (
            '[provider]\nvisit_plans = false\ntabs = ["visit"]\n',
            ProviderAccess(True, False, (ProviderTab.VISIT,)),
        ),
        ("[provider]\ntabs = []\n", ProviderAccess(True, True, ())),
    ],
)
def test_a_municipality_may_close_some_of_it(text: str, access: ProviderAccess) -> None:
    assert loaded(text).provider == access


@pytest.mark.parametrize(
    ("text", "key", "instead"),
    [
        ('[provider]\ntabs = ["keys"]\n', "provider.tabs[0]", "good_to_know"),
        ("[provider]\njournal = true\n", "provider.journal", "visit_plans"),
        ("[provider]\ncodes = true\n", "provider.codes", "visit_plans"),
        ('[provider]\nplan = "ja"\n', "provider.plan", "true eller false"),
    ],
)
def test_keys_codes_and_journal_cannot_be_opened(text: str, key: str, instead: str) -> None:
    with pytest.raises(MethodError) as caught:
        loaded(text)
    (mistake,) = caught.value.mistakes
    assert mistake.where == key
    assert instead in mistake.instead

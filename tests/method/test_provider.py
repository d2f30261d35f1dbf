"""What an external provider may see is the municipality's to decide, within what is never open."""

from collections.abc import Mapping

import pytest

from gplan_desktop.domain.user import ProviderAccess, ProviderTab
from gplan_desktop.method.load import load
from gplan_desktop.method.mistakes import MethodError
from gplan_desktop.method.model import Method
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
            '[provider]\nplan = false\nvisit_plans = false\ntabs = ["visit"]\n',
            ProviderAccess(False, False, (ProviderTab.VISIT,)),
        ),
        ("[provider]\ntabs = []\n", ProviderAccess(True, True, ())),
    ],
)
def test_a_municipality_may_close_some_of_it(text: str, access: ProviderAccess) -> None:
    assert loaded(text).provider == access


def test_keys_codes_and_journal_cannot_be_opened() -> None:
    own = '[provider]\ntabs = ["keys"]\njournal = true\ncodes = true\nplan = "ja"\n'
    with pytest.raises(MethodError) as caught:
        loaded(own)
    instead = {mistake.where: mistake.instead for mistake in caught.value.mistakes}
    assert instead.keys() == {f"provider.{key}" for key in ("tabs[0]", "journal", "codes", "plan")}
    assert "good_to_know" in instead["provider.tabs[0]"]
    assert "visit_plans" in instead["provider.journal"]
    assert "visit_plans" in instead["provider.codes"]
    assert "true eller false" in instead["provider.plan"]

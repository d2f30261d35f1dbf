"""The adviser's words are of known homes, fields and areas, or the mistake is named."""

import pytest

from gplan_desktop.domain.home import Home
from gplan_desktop.method.load import load
from gplan_desktop.method.mistakes import MethodError
from gplan_desktop.method.model import Method
from gplan_desktop.method.sources import built_in_text

NEW_SPOT = '[spots.ny]\nhome = "keys"\nreason = "Skäl."\nrule = "Manualen s. 30"\n'


def loaded(text: str) -> Method:
    own = {"method.toml": 'version = "Eksta"', "places.toml": text}
    return load(built_in_text, own).method


@pytest.mark.parametrize(
    ("entry", "mistake"),
    [
        (
            NEW_SPOT + 'sure = ["(port|dörr kod"]',
            "spots.ny.sure: ”(port|dörr kod” går inte att läsa.",
        ),
        (NEW_SPOT + 'hint = ["?kod"]', "spots.ny.hint: ”?kod” går inte att läsa."),
        (
            NEW_SPOT + 'likely = ["<telle> till"]',
            "spots.ny.likely: telle finns inte. Menade du tele?",
        ),
        (NEW_SPOT + "against = [3]", "spots.ny.against[0]: värdet har inte rätt form."),
        (
            NEW_SPOT + 'kinds = ["portkodd"]',
            "spots.ny.kinds: portkodd finns inte. Menade du portkod?",
        ),
        (
            NEW_SPOT + 'field = "tabs.key"',
            "spots.ny.field: tabs.key finns inte. Menade du tabs.keys?",
        ),
        ('[spots.ny]\nhome = "keys"\nrule = "Egen"', "spots.ny: nyckeln reason saknas."),
        ('[spots.door_code]\nhome = "dörren"', "spots.door_code.home: värdet har inte rätt form."),
        ('[spots.happened]\nhome = "keys"', "spots: ingen plats har home = ”journal”."),
        ('[areas.d10]\nreason = "Skäl."\nlikely = ["x"]', "areas: d10 finns inte. Menade du d1?"),
        ('[areas.d5]\nlikely = ["dusch)"]', "areas.d5.likely: ”dusch)” går inte att läsa."),
        ("[parts]\ntele = '\\d+('", "parts.tele: uttrycket går inte att läsa."),
        ('[unknown]\nplann = "x"', "unknown.plann: nyckeln finns inte i metodstödet."),
        ('ordinary = "hand"', "ordinary: värdet har inte rätt form."),
    ],
)
def test_what_the_adviser_could_not_go_by_is_told(entry: str, mistake: str) -> None:
    with pytest.raises(MethodError) as caught:
        loaded(entry)
    assert any(mistake in str(one) for one in caught.value.mistakes)
    assert all(one.file == "places.toml" for one in caught.value.mistakes)


def test_own_words_and_spots_are_taken() -> None:
    places = loaded(NEW_SPOT + 'sure = ["nyckelskåp*", "<namn> … nyckel*"]').places
    assert places.spots["ny"].home is Home.KEYS
    assert places.spots["ny"].sure == ("nyckelskåp*", "<namn> … nyckel*")


def test_an_own_home_is_taken_over_the_built_in_one() -> None:
    spot = loaded('[spots.door_code]\nhome = "keys"\nfield = "tabs.keys"').places.spots["door_code"]
    assert (spot.home, spot.field) == (Home.KEYS, "tabs.keys")
    assert "portkod*" in spot.sure

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


# Many mistakes in a text, and in what they are told: a load takes long.
MISTAKEN = (
    (
        """
        ordinary = "hand"
        [spots.ny]
        home = "keys"
        reason = "Skäl."
        rule = "Manualen s. 30"
        sure = ["(port|dörr kod"]
        hint = ["?kod"]
        likely = ["<telle> till"]
        kinds = ["portkodd"]
        field = "tabs.key"
        [areas.d10]
        reason = "Skäl."
        likely = ["x"]
        [areas.d5]
        likely = ["dusch)"]
        [parts]
        tele = '\\d+('
        [unknown]
        plann = "x"
        """,
        (
            "ordinary: värdet har inte rätt form.",
            "spots.ny.sure: ”(port|dörr kod” går inte att läsa.",
            "spots.ny.hint: ”?kod” går inte att läsa.",
            "spots.ny.likely: telle finns inte. Menade du tele?",
            "spots.ny.kinds: portkodd finns inte. Menade du portkod?",
            "spots.ny.field: tabs.key finns inte. Menade du tabs.keys?",
            "areas: d10 finns inte. Menade du d1?",
            "areas.d5.likely: ”dusch)” går inte att läsa.",
            "parts.tele: uttrycket går inte att läsa.",
            "unknown.plann: nyckeln finns inte i metodstödet.",
        ),
    ),
    (
        """
        [spots.ny]
        home = "keys"
        rule = "Egen"
        against = [3]
        [spots.door_code]
        home = "dörren"
        """,
        (
            "spots.ny: nyckeln reason saknas.",
            "spots.ny.against[0]: värdet har inte rätt form.",
            "spots.door_code.home: värdet har inte rätt form.",
        ),
    ),
    ('[spots.happened]\nhome = "keys"', ("spots: ingen plats har home = ”journal”.",)),
)


@pytest.mark.parametrize(("text", "mistakes"), MISTAKEN)
def test_what_the_adviser_could_not_go_by_is_told(text: str, mistakes: tuple[str, ...]) -> None:
    with pytest.raises(MethodError) as caught:
        loaded(text)
    told = [str(one) for one in caught.value.mistakes]
    assert [one for one in mistakes if not any(one in line for line in told)] == []
    assert all(one.file == "places.toml" for one in caught.value.mistakes)


def test_own_words_and_spots_are_taken() -> None:
    places = loaded(NEW_SPOT + 'sure = ["nyckelskåp*", "<namn> … nyckel*"]').places
    assert places.spots["ny"].home is Home.KEYS
    assert places.spots["ny"].sure == ("nyckelskåp*", "<namn> … nyckel*")


def test_an_own_home_is_taken_over_the_built_in_one() -> None:
    spot = loaded('[spots.door_code]\nhome = "keys"\nfield = "tabs.keys"').places.spots["door_code"]
    assert (spot.home, spot.field) == (Home.KEYS, "tabs.keys")
    assert "portkod*" in spot.sure

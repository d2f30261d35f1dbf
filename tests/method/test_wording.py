"""A difference is told in words that a coordinator understands."""

import pytest

from gplan_desktop.method.loaded import Difference
from gplan_desktop.method.model import Method
from gplan_desktop.method.wording import Wording, in_words


@pytest.mark.parametrize(
    ("file", "where", "place"),
    [
        ("method.toml", "roles", "Roller att välja bland"),
        ("method.toml", "relations", "Närståendes relation till individen"),
        ("method.toml", "limits.follow_up_months", "Månader till nästa uppföljning"),
        ("method.toml", "day_parts.night.end", "Dygnet: timmen då natt slutar"),
        ("method.toml", "groups.areas", "Innehållet: rubriken för en grupp av sidor"),
        ("method.toml", "journal.first", "Journalen: meningen om en första plan"),
        ("method.toml", "provider.tabs", "Extern utförare: vilka flikar som visas"),
        ("steps.toml", "login.title", "Sidan Logga in: titeln"),
        ("fields.toml", "contributors.*.name.hint", "Medverkande, ”Namn”: raden under rubriken"),
        ("fields.toml", "person.phone.label", "”Telefon”: rubriken"),
        (
            "fields.toml",
            "tabs.visit.floor.hint",
            "Flikar i Treserva, ”Våning”: raden under rubriken",
        ),
        (
            "rules.toml",
            "participation-not-ticked.severity",
            (
                "Regel 5, ”Rutan för delaktighet kryssas i. Den är en statistikruta.”: "
                "hur mycket den väger"
            ),
        ),
        ("help/area._.goal.md", "Källa", "Livsområde, ”Mål”: hjälpen under Källa"),
        ("areas/d5.toml", "examples.goal.good", "Personlig vård: bra exempel på mål"),
        ("areas/d5.toml", "phrases.needs", "Personlig vård: fraser för behov"),
        ("areas/d5.toml", "results.remains", "Personlig vård: resultattext när målet kvarstår"),
        (
            "language.toml",
            "value_words.envis.instead",
            "Värderande ord, ”envis”: vad man kan skriva i stället",
        ),
        ("language.toml", "naming.words", "Benämningar: ord som uppmärksammas"),
        ("guard.toml", "terms.x.words", "Textvakten: terms.x.words"),
        ("places.toml", "spots.door_code.sure", "Rätt plats: spots.door_code.sure"),
        ("access.toml", "roles.chef.may", "Roller och logg: roles.chef.may"),
        ("method.toml", "nytt.värde", "method.toml: nytt.värde"),
        ("pages/login.md", "", "pages/login.md: "),
    ],
)
def test_the_place_is_told_in_words(method: Method, file: str, where: str, place: str) -> None:
    told = in_words(Difference(file, where, "30", "14"), method)
    assert told == Wording(place, "30", "14")


def test_a_page_is_told_by_its_title(method: Method) -> None:
    own = method.step("login").body.strip()
    assert in_words(Difference("pages/login.md", "", "x", own), method).place == (
        "Sidan Logga in: texten"
    )


def test_weights_are_told_in_words(method: Method) -> None:
    told = in_words(Difference("rules.toml", "area-goal.severity", "blocking", "hint"), method)
    assert (told.built_in, told.own) == ("måste åtgärdas", "tips")


@pytest.mark.parametrize("file", ["fields.toml", "rules.toml", "steps.toml"])
def test_every_entry_has_a_place(method: Method, file: str) -> None:
    for key in getattr(method, file.removesuffix(".toml")):
        assert in_words(Difference(file, f"{key}.x", "", "y"), method).place.endswith(": x")

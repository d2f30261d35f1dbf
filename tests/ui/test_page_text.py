import pytest

from ui.page_text import Stretch, find, folded, line_around, plain, word_around


@pytest.mark.parametrize(
    ("characters", "read"),
    [
        ("Hon äter frukost\r\nvid bordet", "Hon äter frukost\nvid bordet"),
        ("morgon\ufffetvätt", "morgontvätt"),
        ("morgon\xad\r\ntvätt", "morgontvätt"),
        ("Öström-\ufffeÅkerlund", "Öström--Åkerlund"),
        ("Öström\ufffeÅkerlund", "Öström-Åkerlund"),
        ("dag\ufffeoch natthjälp", "dag- och natthjälp"),
        ("kl. 08\ufffe10", "kl. 08-10"),
        ("  A\u030asa \r\n", "Åsa"),
        ("", ""),
    ],
)
def test_a_text_is_read_with_whole_words(characters: str, read: str) -> None:
    assert plain(characters) == read


@pytest.mark.parametrize(
    ("query", "characters", "found"),
    [
        ("KÖK", "vid köksbordet", ["kök"]),
        ("kok", "vid köksbordet", []),
        ("andre", "André och Andrea", ["André", "Andre"]),
        ("min kontaktman", "med min\r\nkontaktman", ["min\r\nkontaktman"]),
        ("morgontvätt", "efter morgon\ufffetvätten", ["morgon\ufffetvätt"]),
        ("Öström-Åker", "Öström\ufffeÅkerlund", ["Öström\ufffeÅker"]),
        ("åsa", "A\u030asa Berg", ["A\u030asa"]),
        ("strasse", "Straße 4", ["Straße"]),
        ("a+b (c", "är a+b (c)", ["a+b (c"]),
        ("  två   ord ", "två ord", ["två ord"]),
        ("   ", "två ord", []),
    ],
)
def test_a_text_is_found_as_a_swede_spells_it(
    query: str, characters: str, found: list[str]
) -> None:
    hits = find(query, 3, folded(characters))
    assert [characters[hit.start : hit.start + hit.length] for hit in hits] == found
    assert all(hit.page == 3 for hit in hits)


def test_every_hit_is_found_in_order() -> None:
    hits = find("ja", 0, folded("Ja, ja.\r\nJA!"))
    assert hits == [Stretch(0, 0, 2), Stretch(0, 4, 2), Stretch(0, 9, 2)]


@pytest.mark.parametrize(
    ("place", "word"),
    [(0, "Hon"), (2, "Hon"), (3, " "), (5, "morgon\ufffetvättar"), (99, "")],
)
def test_the_word_at_a_place_is_whole(place: int, word: str) -> None:
    characters = "Hon morgon\ufffetvättar."
    begin, end = word_around(characters, place)
    assert characters[begin:end] == word


def test_the_line_at_a_place_is_whole() -> None:
    characters = "En rad\r\nTvå rader\r\nTre"
    assert [characters[slice(*line_around(characters, n))] for n in (0, 7, 8, 20)] == [
        "En rad\r\n",
        "En rad\r\n",
        "Två rader\r\n",
        "Tre",
    ]

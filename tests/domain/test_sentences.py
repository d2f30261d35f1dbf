"""Sentences and words: where they begin and end, in every text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gplan_desktop.domain.sentences import WordFinder, sentences

SWEDISH = st.text("abå dK.!?…”\"«»- –:;,\n\t1230()[]•’'", max_size=60)
TEXTS = SWEDISH | st.text(st.characters())


def split(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jag vaknar. Jag äter!  Vill jag?", ["Jag vaknar.", "Jag äter!", "Vill jag?"]),
        ("  Jag vaknar\n\näter  ", ["Jag vaknar", "äter"]),
        ("jag vaknar. sedan äter jag", ["jag vaknar.", "sedan äter jag"]),
        ("- Dusch\n– Frukost\n•Vila\n2. Lunch", ["Dusch", "Frukost", "Vila", "Lunch"]),
        ("Gröt – eller fil – till frukost.", ["Gröt – eller fil – till frukost."]),
        ("”Vill du?” frågar Eva. Ja.", ["”Vill du?” frågar Eva.", "Ja."]),
        ("”Jag vill.” Sedan sov hon.", ["”Jag vill.”", "Sedan sov hon."]),
        ("Jag vill … vänta. Ja… Nu?!", ["Jag vill … vänta.", "Ja…", "Nu?!"]),
        ("Gå kl. 10. Sedan vila.", ["Gå kl. 10.", "Sedan vila."]),
        ("Köp bröd m.m. Karin väljer.", ["Köp bröd m.m.", "Karin väljer."]),
        ("Gå i 20 min. Vila sedan.", ["Gå i 20 min.", "Vila sedan."]),
        ("[…vad] och [… hur]. Ja", ["[…vad] och [… hur].", "Ja"]),
        ("", []),
        (" \n\t", []),
        ("- \n1. ", []),
    ],
)
def test_sentences_end_at_points_and_lines(text, expected):
    assert split(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("Frukt, t.ex. Äpplen i bitar.", "Fil, bl.a. Naturell.", "Kom kl. 10.30 varje dag."),
        *("Gå ca. 300 m.", "Bor på nr. 10 nu.", "Oftast dvs. Varje dag.", "Gå 2,5 eller 2.5 km."),
        *("Bröd m.m. på fredag.", "Te, kaffe o.s.v. till frukost.", "Kyrkan i S:t Olof är nära."),
        *("Ring K. Öberg i dag.", "Ring S. M. Berg.", "Den 5. maj är det fest.", "Te (ev. Kaffe)."),
        *("Frukt, t. ex. Äpple.", "Te o. s. v. till frukost.", "Gå 20 min. varje dag."),
    ],
)
def test_abbreviations_initials_and_times_end_nothing(text):
    assert split(text) == [text]


@given(TEXTS)
def test_sentences_hold_every_word_in_order_and_nothing_twice(text):
    found = list(sentences(text))
    places = [place for span in found for place in span]
    assert places == sorted(places)
    assert all(text[s:e] == text[s:e].strip() and s < e <= len(text) for s, e in found)
    covered = {place for start, end in found for place in range(start, end)}
    assert all(place in covered for place, sign in enumerate(text) if sign.isalpha())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hon VÄGRAR, vägrar.", ["VÄGRAR", "vägrar"]),
        ("vägrare ovägrar vägrar_ vägrar2", []),
        ("mat-vägrar vägrar-fasen", ["vägrar", "vägrar"]),
        ("ställer till det ställer till", ["ställer till det", "ställer"]),
        ("i-land", ["i-land"]),
        ("ställer till det!ställer", ["ställer till det", "ställer"]),
        ("", []),
    ],
)
def test_listed_words_are_found_whole_and_the_longest_first(text, found):
    finder = WordFinder(["vägrar", "ställer till det", "Ställer", "i-land", "till"])
    assert [text[s:e] for s, e, _word in finder.find(text) if text[s:e] != "till"] == found


def test_a_listed_word_must_begin_like_a_word():
    with pytest.raises(ValueError, match="does not begin"):
        WordFinder(["- nej"])


@given(TEXTS, st.lists(st.text("abåd-", min_size=1).filter(lambda w: w[0] != "-"), max_size=5))
def test_what_is_found_stands_there(text, listed):
    for start, end, word in WordFinder(listed).find(text):
        assert text[start:end].lower() == word
        assert word in listed

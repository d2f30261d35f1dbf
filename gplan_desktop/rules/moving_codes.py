"""How a sentence with a code or a key number becomes a row: what it opens, the code (S113-S115).

A code that cannot be told from the other numbers of the sentence is left to be written by hand:
the rest of the sentence is shown to everyone, and no code may be left in it.
"""

import re

from gplan_desktop.domain.sentences import listed
from gplan_desktop.domain.tabs import Code, Secret
from gplan_desktop.domain.text import fold
from gplan_desktop.rules.moving_words import left_over, words_of

_NOT_BEFORE, _NOT_AFTER = r"(?<![\w:.,/+-])", r"(?![\w:/]|[.,-]\d|[ -]\d)"
_CODE = re.compile(
    rf"{_NOT_BEFORE}(?:[A-Fa-f*#] ?)?\d(?:[ -]?\d){{2,7}}(?: ?[*#]|[A-Fa-f])?{_NOT_AFTER}"
)
_KEY = re.compile(
    rf"{_NOT_BEFORE}(?:[A-Za-zÅÄÖåäö]{{1,2}}-?)?\d{{1,6}}(?:[-/]\d{{1,3}})?{_NOT_AFTER}"
)
_NUMBER = re.compile(r"\d+")
_NUMERALS = listed("noll ett två tre fyra fem sex sju åtta nio")
_KEYS = "tabs.keys"
_CARDS = "tabs.good_to_know.card_codes"
_OPENS = {
    "port": "Porten",
    "ytterport": "Ytterporten",
    "dörr": "Dörren",
    "entré": "Entrén",
    "entre": "Entrén",
    "grind": "Grinden",
    "trapp": "Trapphuset",
    "garage": "Garaget",
    "soprums": "Soprummet",
    "larm": "Larmet",
    "nyckelbox": "Nyckelboxen",
    "nyckelskåps": "Nyckelskåpet",
}
_ENDS = ("kod", "koden", "koder", "koderna")
_SAYS_CODE = (
    "kod koden koder koderna lyder siffrorna nummer numret nr slå tryck passerkod passerkoden"
)
_SAYS_KEY = (
    "nyckelnummer nyckelnumret nyckelnr nyckel nyckeln nyckelns nyckelbricka nyckelbrickan märkt"
)
_UNNAMED = {_KEYS: "Nyckel", _CARDS: "Kort"}
_SOME_DOOR = "Port eller dörr"


def code_in(text: str) -> str:
    """Return the only code in *text*; "" when there is none or cannot be told from the rest."""
    return _only(_CODE, text)


def row_of(field: str, text: str) -> Code | None:
    """Return the row that *text* becomes in the list *field*; None when it must be done by hand."""
    code = _only(_KEY if field == _KEYS else _CODE, text)
    return Code(_what(field, text, code), Secret(code)) if code else None


def _only(pattern: re.Pattern[str], text: str) -> str:
    """Return the only match, and only where no other digits stand that might be a code too."""
    found = [match[0] for match in pattern.finditer(text)]
    if len(found) != 1:
        return ""
    rest = text.replace(found[0], "", 1)
    numerals = sum(fold(word) in _NUMERALS for word in words_of(rest))
    is_alone = all(len(number) < 3 for number in _NUMBER.findall(rest)) and numerals < 3
    is_alone = is_alone and (pattern is _CODE or not _NUMBER.search(rest))
    return found[0].strip() if is_alone else ""


def _what(field: str, text: str, code: str) -> str:
    """Return what the code belongs to, or the sentence without it where that tells more."""
    without = text.replace(code, "…", 1).strip(" .")
    left = left_over(without, (_SAYS_CODE, _SAYS_KEY))
    doors = [door for word in left if (door := _door(word))]
    if not left:
        return _UNNAMED.get(field, _SOME_DOOR)
    if len(left) == 1:
        return doors[0] if doors else left[0][0].upper() + left[0][1:]
    return without


def _door(word: str) -> str:
    """Return "Porten" for "portkoden"."""
    small = word.lower()
    stem = next((small.removesuffix(end) for end in _ENDS if small.endswith(end)), "")
    return _OPENS.get(stem, "")

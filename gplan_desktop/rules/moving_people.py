"""How a sentence about somebody becomes a row: name, role or relation, telephone (S111-S112)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gplan_desktop.domain.tabs import ReferencePerson, Relative
from gplan_desktop.domain.text import fold
from gplan_desktop.method.model import Method
from gplan_desktop.rules.moving_words import left_over, words_of

_PHONE = re.compile(r"(?<![\w+-])(?:\+46|0046|0)[\d /()-]{5,14}\d(?!\d)")
_NAME = re.compile(r"[A-ZÅÄÖÉ][\w'’-]*(?: (?:(?:von|af|de|van) )?[A-ZÅÄÖÉ][\w'’-]*)*")
_SAYS_NOTHING = (
    "heter namn namnet telefon telefonnummer telefonnumret tel tfn mobil mobilnummer nummer "
    "numret nr nås når ring ringer kontakta kontaktas"
)
# A name never begins so, though the word has a capital letter first in the sentence.
_NO_NAME = frozenset(words_of(f"{_SAYS_NOTHING} hans hennes individens det där jag"))


@dataclass(frozen=True)
class Somebody:
    """What could be read of the one whom a sentence is about, and whether that is all of it."""

    name: str
    role: str
    phone: str
    is_all: bool


def reference_person(text: str, method: Method) -> tuple[ReferencePerson, str]:
    """Return the row that *text* becomes, and the text again where the row does not hold it all."""
    found = _read(text, method.places.parts, "roll", method.reference_roles)
    row = ReferencePerson(found.name, found.role, found.phone)
    return row, "" if found.is_all else text


def relative(text: str, method: Method) -> Relative:
    """Return the row that *text* becomes; what is more than name and number goes whole with it."""
    found = _read(text, method.places.parts, "slakt", method.relations)
    return Relative(found.name, found.role, found.phone if found.is_all else text)


def _read(text: str, parts: Mapping[str, str], part: str, roles: Iterable[str]) -> Somebody:
    phone = _PHONE.search(text)
    rest = text.replace(phone[0], " ", 1) if phone else text
    roles = tuple(roles)
    role = _named(rest, roles) or _role_in(rest, parts.get(part, ""))
    without = rest.replace(role, "|", 1) if role else rest
    name = _name_in(without)
    left = left_over(without, (name, _SAYS_NOTHING))
    return Somebody(
        name,
        _proper(role, parts.get(part, ""), roles),
        phone[0].strip() if phone else "",
        bool(name) and not left,
    )


def _named(text: str, roles: Iterable[str]) -> str:
    """Return the first words of one of *roles* as they stand in *text*, the longest."""
    starts = (re.escape(role.partition(" (")[0]) for role in roles)
    found = (re.search(rf"(?<![^\W_]){start}(?![^\W_])", text, re.IGNORECASE) for start in starts)
    return max((one[0] for one in found if one), key=len, default="")


def _role_in(text: str, pattern: str) -> str:
    found = re.search(rf"(?<![^\W_])(?:{pattern})", text, re.IGNORECASE) if pattern else None
    return found[0] if found else ""


def _proper(role: str, pattern: str, known: Iterable[str]) -> str:
    """Return *role* as the list has it, or else its word in the indefinite: "Dotter"."""
    if not role:
        return ""
    forms = [form for form in (role, role[:-1], role[:-2]) if _is_one(form, pattern)] or [role]
    for one in known:
        # "Kontaktman (kontaktperson)", "Make, maka eller sambo"
        names = re.split(r"\s*[(),]\s*|\s+eller\s+", one)
        if any(fold(form) == fold(name) for form in forms for name in names):
            return one
    return forms[-1][0].upper() + forms[-1][1:]


def _is_one(word: str, pattern: str) -> bool:
    return re.fullmatch(pattern, word, re.IGNORECASE) is not None


def _name_in(text: str) -> str:
    """Return the longest run of words with capital letters."""
    names = (_without_lead(found[0]) for found in _NAME.finditer(text))
    return max(names, key=len, default="")


def _without_lead(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if fold(first) in _NO_NAME else name

"""Passphrases: one form however they are typed, four words to offer, and what is too easy."""

import re
import secrets
import unicodedata
from functools import cache

from resources import read_text

LEAST_SIGNS = 14
OFFERED_WORDS = 4
# What is left when names and common passwords are taken away must still be a guess by itself.
_LEAST_OF_OWN = 8
_LEAST_DIFFERENT = 5
_LEAST_NAME = 3
_LEAST_RUN = 4
_ROWS = (
    "abcdefghijklmnopqrstuvwxyzåäö",
    "01234567890",
    "qwertyuiopå",
    "asdfghjklöä",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
)


def typed(text: str) -> str:
    """Return the text in one form, whatever keyboard, system or copying it came by."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def secret_of(passphrase: str) -> bytes:
    """Return the bytes that the passphrase stands for."""
    return typed(passphrase).encode("utf-8", "surrogatepass")


def is_same(one: str, other: str) -> bool:
    """Tell whether two passphrases differ by nothing but capitals, dots, spaces and signs."""
    return _bare(one) == _bare(other)


def login_of(name: str) -> str:
    """Return the login name in the form it is looked up by."""
    return typed(name).casefold()


def suggest() -> str:
    """Return four random words: easy to remember, and too many to guess."""
    return " ".join(secrets.SystemRandom().sample(words(), OFFERED_WORDS))


def weakness(passphrase: str, login: str, name: str) -> str:
    """Return why the passphrase is too easy to guess; nothing when it is good.

    There are no rules for digits or capitals: they make passphrases hard to
    remember rather than hard to guess. *name* is that of the user, and may be
    followed by that of the unit.
    """
    given = typed(passphrase).casefold()
    if len(set(given.split()) & set(words())) >= OFFERED_WORDS:
        return ""
    if len(given) < LEAST_SIGNS:
        return f"Lösenfrasen är för kort. Skriv minst {LEAST_SIGNS} tecken, gärna flera ord."
    if len(set(given)) < _LEAST_DIFFERENT:
        return "Lösenfrasen upprepar samma tecken och är lätt att gissa."
    return _mostly_known(_folded(given), _folded(f"{login} {name}")) or _repeated(given)


def _mostly_known(text: str, names: str) -> str:
    """Return what *text* is little more than: names, common words, or keys that lie in a row."""
    rest = _without(text, tuple(re.split(r"[\W_]+", names)))
    if _is_too_little(text, rest):
        return "Lösenfrasen består mest av ditt eller enhetens namn och är lätt att gissa."
    rest = _without(rest, _common())
    if _is_too_little(text, rest):
        return "Lösenfrasen består mest av vanliga lösenord och är lätt att gissa."
    if _is_too_little(text, _runs().sub("", rest)):
        return "Lösenfrasen består mest av tecken i följd och är lätt att gissa."
    return ""


def _is_too_little(text: str, rest: str) -> bool:
    """Tell whether *rest* is no guess by itself; digits and signs around known words are none."""
    whole = text.replace(" ", "")
    own = rest if rest == whole else "".join(filter(str.isalpha, rest))
    return len(own) < _LEAST_OF_OWN


def _repeated(text: str) -> str:
    """Return that *text* is too short when what is said again at once is counted once."""
    whole = text.replace(" ", "")
    once = re.sub(r"(.{3,}?)\1+", r"\1", whole)
    if once != whole and len(once) < LEAST_SIGNS:
        return "Lösenfrasen upprepar samma del och är lätt att gissa."
    return ""


def _folded(text: str) -> str:
    """Return *text* in small letters without dots and rings, as it is typed on any keyboard."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _bare(passphrase: str) -> str:
    return re.sub(r"[\W_]+", "", _folded(typed(passphrase)))


@cache
def words() -> tuple[str, ...]:
    """Return the words that are offered, no two of which differ by a single sign."""
    return _lines("words/passphrase.txt")


@cache
def _common() -> tuple[str, ...]:
    """Return what passwords are made of, folded: also places, and the words of the work."""
    lists = ("words/common_passwords.txt", "words/municipalities.txt")
    return tuple(_folded(line) for path in lists for line in _lines(path))


@cache
def _runs() -> re.Pattern[str]:
    """Return what finds keys or letters that follow each other, in either direction."""
    rows = [way for row in _ROWS for way in (_folded(row), _folded(row)[::-1])]
    parts = {row[at : at + _LEAST_RUN] for row in rows for at in range(len(row) - _LEAST_RUN + 1)}
    # Looked ahead for, so that runs which overlap are one.
    return re.compile(f"(?:(?={'|'.join(map(re.escape, sorted(parts)))}).)+.{{{_LEAST_RUN - 1}}}")


def _lines(path: str) -> tuple[str, ...]:
    lines = read_text(path).splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _without(text: str, parts: tuple[str, ...]) -> str:
    """Return what is left of *text* when the longest of *parts* are taken out of it first."""
    for part in sorted(parts, key=len, reverse=True):
        if len(part) >= _LEAST_NAME:
            text = text.replace(part, "")
    return text.replace(" ", "")

"""Passphrases: one form however they are typed, four words to offer, and what is too easy."""

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


def typed(text: str) -> str:
    """Return the text in one form, whatever keyboard, system or copying it came by."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def secret_of(passphrase: str) -> bytes:
    """Return the bytes that the passphrase stands for."""
    return typed(passphrase).encode("utf-8", "surrogatepass")


def login_of(name: str) -> str:
    """Return the login name in the form it is looked up by."""
    return typed(name).casefold()


def suggest() -> str:
    """Return four random words: easy to remember, and too many to guess."""
    return " ".join(secrets.choice(words()) for _ in range(OFFERED_WORDS))


def weakness(passphrase: str, login: str, name: str) -> str:
    """Return why the passphrase is too easy to guess; nothing when it is good.

    There are no rules for digits or capitals: they make passphrases hard to
    remember rather than hard to guess.
    """
    folded = typed(passphrase).casefold()
    known = set(words())
    if sum(word in known for word in set(folded.split())) >= OFFERED_WORDS:
        return ""
    if len(folded) < LEAST_SIGNS:
        return f"Lösenfrasen är för kort. Skriv minst {LEAST_SIGNS} tecken, gärna flera ord."
    if len(set(folded)) < _LEAST_DIFFERENT:
        return "Lösenfrasen upprepar samma tecken och är lätt att gissa."
    rest = _without(folded, tuple(login_of(f"{login} {name}").split()))
    if len(rest) < _LEAST_OF_OWN:
        return "Lösenfrasen består mest av ditt namn och är lätt att gissa."
    if len(_without(rest, _common())) < _LEAST_OF_OWN:
        return "Lösenfrasen består mest av vanliga lösenord och är lätt att gissa."
    return ""


@cache
def words() -> tuple[str, ...]:
    """Return the words that are offered, no two of which differ by a single sign."""
    return _lines("words/passphrase.txt")


@cache
def _common() -> tuple[str, ...]:
    return _lines("words/common_passwords.txt")


def _lines(path: str) -> tuple[str, ...]:
    lines = read_text(path).splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _without(text: str, parts: tuple[str, ...]) -> str:
    """Return what is left of *text* when the longest of *parts* are taken out of it first."""
    for part in sorted(parts, key=len, reverse=True):
        if len(part) >= _LEAST_NAME:
            text = text.replace(part, "")
    return text.replace(" ", "")

"""Swedish person identifiers: personnummer, samordningsnummer and reservnummer."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class IdentifierKind(StrEnum):
    """Which register a person's number comes from."""

    PERSONAL = "personnummer"
    COORDINATION = "samordningsnummer"
    RESERVE = "reservnummer"


class IdentifierError(ValueError):
    """A number that cannot be a person's; the text is for the one who typed it."""


@dataclass(frozen=True)
class PersonalId:
    """A person's number: twelve digits, or free text for a reservnummer."""

    kind: IdentifierKind
    value: str

    def __str__(self) -> str:
        if self.kind is IdentifierKind.RESERVE:
            return self.value
        return f"{self.value[:8]}-{self.value[8:]}"

    @property
    def masked(self) -> str:
        """The number as lists show it: "19410331-••••"."""
        if self.kind is IdentifierKind.RESERVE:
            return f"{self.value[:4]}••••" if len(self.value) > 4 else "••••"
        return f"{self.value[:8]}-••••"


def parse(text: str, today: date) -> PersonalId:
    """Read a personnummer or samordningsnummer with ten or twelve digits.

    With ten digits the separator decides the century: "+" means that the
    person turns 100 this year or already has (folkbokföringslagen 18 §).

    Raises:
        IdentifierError: with a sentence that says what to write instead.
    """
    # ASCII, or the same number in another script would be another person.
    match = re.fullmatch(r"(\d{2})?(\d{6})([-+]?)(\d{4})", "".join(text.split()), re.ASCII)
    if not match:
        raise IdentifierError("Skriv personnumret med tolv siffror, till exempel 19410331-9036.")
    century, birth, separator, serial = match.groups()
    if century is None and not separator:
        raise IdentifierError("Skriv personnumret med tolv siffror, så att århundradet blir rätt.")
    digits = (century or _century(birth, separator, today)) + birth + serial
    kind = _kind_of(digits, today)
    if serial.startswith("000"):
        raise IdentifierError("Kontrollera personnumret. De sista siffrorna kan inte börja på 000.")
    if not _luhn_is_right(digits[2:]):
        raise IdentifierError("Kontrollera personnumret. Den sista siffran stämmer inte.")
    return PersonalId(kind, digits)


def reserve(text: str) -> PersonalId:
    """Return *text* as a reservnummer; regions differ, so any text of at least four signs.

    Raises:
        IdentifierError: when it is shorter.
    """
    value = " ".join(text.split())
    if len(value) < 4:
        raise IdentifierError("Skriv hela reservnumret, minst fyra tecken.")
    return PersonalId(IdentifierKind.RESERVE, value)


def _century(birth: str, separator: str, today: date) -> str:
    year = today.year // 100 * 100 + int(birth[:2])
    if year > today.year:
        year -= 100
    if separator == "+":
        year -= 100
    return str(year // 100)


def _kind_of(digits: str, today: date) -> IdentifierKind:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    if not 1870 <= year <= today.year:
        raise IdentifierError(f"Kontrollera personnumret. {year} är inte ett möjligt födelseår.")
    # A samordningsnummer need not hold a real calendar date: of the official
    # test numbers 132 have month 00 and 41 have day 60.
    if 60 <= day <= 91 and month <= 12:
        return IdentifierKind.COORDINATION
    try:
        born = date(year, month, day)
    except ValueError:
        raise IdentifierError(
            "Kontrollera personnumret. De första åtta siffrorna är inte ett datum."
        ) from None
    if born > today:
        raise IdentifierError("Kontrollera personnumret. Födelsedagen ligger i framtiden.")
    return IdentifierKind.PERSONAL


def _luhn_is_right(ten_digits: str) -> bool:
    doubled = (int(d) * (2 - i % 2) for i, d in enumerate(ten_digits))
    return sum(n // 10 + n % 10 for n in doubled) % 10 == 0

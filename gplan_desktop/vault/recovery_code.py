"""The recovery code: 160 random bits that people can read from paper and type."""

import secrets
from dataclasses import dataclass, field
from datetime import date

from gplan_desktop.vault.faults import RecoveryCodeWrong

# Crockford's: without I, L, O and U, which are taken for 1, 1, 0 and V.
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0"})
_GROUPS = 8
_SIGNS_OF_GROUP = 5
_ORDINALS = ("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde")


@dataclass(frozen=True)
class RecoveryCode:
    """Eight groups of four random signs and one that checks them and their place."""

    groups: tuple[str, ...] = field(repr=False)

    def __str__(self) -> str:
        return "-".join(self.groups)

    @property
    def secret(self) -> bytes:
        """The bytes that open the slot."""
        return "".join(self.groups).encode("ascii")


@dataclass(frozen=True)
class RecoverySheet:
    """What stands on the paper that is put in the manager's safe."""

    title: str
    unit: str
    made: date
    code: RecoveryCode
    keep: tuple[str, ...]
    use: tuple[str, ...]


def new_code() -> RecoveryCode:
    """Return a code that nobody has seen."""
    return RecoveryCode(tuple(map(_new_group, range(_GROUPS))))


def read_code(typed: str) -> RecoveryCode:
    """Return the code that was typed, with or without hyphens, spaces and capitals.

    Raises:
        RecoveryCodeWrong: with the group that is mistyped.
    """
    bare = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_MISREAD)
    wanted = _GROUPS * _SIGNS_OF_GROUP
    if len(bare) != wanted:
        raise RecoveryCodeWrong(f"Koden ska ha {wanted} tecken, men du har skrivit {len(bare)}.")
    starts = range(0, wanted, _SIGNS_OF_GROUP)
    groups = tuple(bare[start : start + _SIGNS_OF_GROUP] for start in starts)
    for place, group in enumerate(groups):
        if set(group) - set(_SIGNS) or group[-1] != _check_sign(group[:-1], place):
            raise RecoveryCodeWrong(
                f"Den {_ORDINALS[place]} gruppen av tecken i koden stämmer inte: {group}."
            )
    return RecoveryCode(groups)


def sheet(code: RecoveryCode, unit: str, made: date) -> RecoverySheet:
    """Return what to print for the manager of *unit*."""
    return RecoverySheet(
        title="Återställningskod för Gplan",
        unit=unit,
        made=made,
        code=code,
        keep=(
            "Lägg papperet i chefens kassaskåp, i ett slutet kuvert.",
            "Den som har koden och datorn kan läsa enhetens alla uppgifter.",
            "Fotografera eller mejla inte koden, och spara den bara på ett USB-minne som låses in.",
            "Den här koden gäller tills en ny har skrivits in i Gplan. Förstör då papperet.",
        ),
        use=(
            "Starta Gplan och välj Jag har glömt lösenfrasen.",
            "Välj Använd återställningskoden.",
            "Skriv koden. Stora och små bokstäver, mellanslag och bindestreck spelar ingen roll.",
            "Ge chefen en ny lösenfras.",
            "Skriv ut en ny kod, och förstör det här papperet.",
        ),
    )


def _new_group(place: int) -> str:
    signs = "".join(secrets.choice(_SIGNS) for _ in range(_SIGNS_OF_GROUP - 1))
    return signs + _check_sign(signs, place)


def _check_sign(signs: str, place: int) -> str:
    """Return the sign that follows *signs*: odd weights notice any one sign that is wrong."""
    weighed = sum((2 * at + 1) * _SIGNS.index(sign) for at, sign in enumerate(signs))
    return _SIGNS[(weighed + 11 * place) % len(_SIGNS)]

"""A person's tabs, where everyone writes the same thing in the same place (S111-S130)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final, final

from gplan_desktop.domain.plan import AcceptedWarning
from gplan_desktop.domain.text import is_blank

MASK: Final = "••••"


@final
class Secret:
    """A code or a key number; it is written as dots wherever nobody asked to see it.

    Not a dataclass: dataclasses.asdict() would take it apart and tell what it holds.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return what it holds, for the one who asked to see it."""
        return self._text

    @property
    def is_blank(self) -> bool:
        """Whether there is no code."""
        return is_blank(self._text)

    def __repr__(self) -> str:
        # As many dots for a long code as for a short one, or the length would tell something.
        return MASK

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, Secret) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)


NO_SECRET: Final = Secret("")


@dataclass(frozen=True)
class Code:
    """A code or number, and what it opens or belongs to: "Porten", "ICA-kortet"."""

    what: str
    secret: Secret


@dataclass(frozen=True)
class ReferencePerson:
    """Somebody who works with the person: kontaktman, nurse, ASIH (S107, S111, S130)."""

    name: str
    role: str
    phone: str = ""


@dataclass(frozen=True)
class Relative:
    """Somebody near the person, and how to reach them (S112)."""

    name: str
    relation: str
    contact: str = ""
    is_first_contact: bool = False


# The plain texts of two tabs, in the manual's order (S114-S125).
VISIT_TEXTS = (
    *("name_on_door", "way_home", "floor", "lift", "bedrooms"),
    *("way_to_waste", "way_to_laundry", "other"),
)
GOOD_TO_KNOW_TEXTS = ("bed_linen", "medicines", "incontinence_aids", "covid_19", "other")


@dataclass(frozen=True)
class VisitInformation:
    """How to get in and find one's way (S114, S116), and who else is met there (S126-S127).

    others_live_here is None until it has been answered, which it must always be.
    """

    door_codes: tuple[Code, ...] = ()
    others_live_here: bool | None = None
    others: str = ""
    name_on_door: str = ""
    way_home: str = ""
    floor: str = ""
    lift: str = ""
    bedrooms: str = ""
    way_to_waste: str = ""
    way_to_laundry: str = ""
    other: str = ""

    @property
    def others_text(self) -> str:
        """Whether more persons live there, and who; "" while it has not been answered."""
        if self.others_live_here is None:
            return ""
        return (self.others.strip() or "Ja") if self.others_live_here else "Nej"


@dataclass(frozen=True)
class GoodToKnow:
    """The tab "Viktigt att veta": codes to cards, and what matters at the visit (S115-S125)."""

    card_codes: tuple[Code, ...] = ()
    bed_linen: str = ""
    medicines: str = ""
    incontinence_aids: str = ""
    covid_19: str = ""
    other: str = ""


@dataclass(frozen=True)
class Tabs:
    """Everything in a person's tabs, as it was last changed; *accepted* are findings let stand."""

    person_id: str
    reference_people: tuple[ReferencePerson, ...] = ()
    relatives: tuple[Relative, ...] = ()
    keys: tuple[Code, ...] = ()
    visit: VisitInformation = VisitInformation()
    good_to_know: GoodToKnow = GoodToKnow()
    changed_at: datetime | None = None
    changed_by: str = ""
    accepted: tuple[AcceptedWarning, ...] = ()

    @property
    def holds_codes(self) -> bool:
        """Whether there is a code or key number in any tab."""
        return any(not code.secret.is_blank for code in self._codes())

    def _codes(self) -> Iterator[Code]:
        yield from self.keys
        yield from self.visit.door_codes
        yield from self.good_to_know.card_codes

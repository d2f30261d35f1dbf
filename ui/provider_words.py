"""What is said about external providers: what leaves the unit, and how it went (S131)."""

from collections.abc import Sequence
from dataclasses import dataclass

from gplan_desktop.rules.provider_access import CODE_IN_PLAN, NO_PLAN, OLDER_THAN_PROTECTION
from ui.confirm import Question

TITLE = "Export för Treserva App"
READ = "Det här får {provider} läsa om {name}"
NO_PROVIDERS = "Ingen individ i enheten har en extern utförare"
HOW_TO_MARK = (
    "Så här märker du en individ: öppna individens sida, rätta uppgifterna, skriv utförarens "
    "namn och kryssa i ”Extern utförare”. Sedan finns utföraren här, och i listan över individer "
    "står ”Extern:” och utförarens namn."
)
NONE_READY = "Ingen individ kan exporteras än. I tabellen står vad som behöver göras först."
ONE_BY_ONE = "Exporteras bara för sig"
READY = "Klar att exportera"
_WHAT = (
    "För varje individ skapas en mapp, med initialer och datum som namn, med genomförandeplanen "
    "som PDF och en textfil med det som utföraren får läsa. Koder, nyckelnummer och journalen "
    "följer inte med."
)
_SECRECY = (
    "Filerna lämnar den skyddade databasen och är inte krypterade. De innehåller "
    "personuppgifter, även personnummer, som omfattas av sekretess enligt 26 kap. 1 § "
    "offentlighets- och sekretesslagen. Välj en mapp som bara behöriga kommer åt, skicka inte "
    "filerna med vanlig e-post och ta bort dem när de är inlagda i Treserva App. Exporten "
    "antecknas i utskriftsregistret."
)
_LEFT_OUT = "{who} följer inte med. I kolumnen Export står varför."
_PROTECTED = (
    "Individen har skyddade personuppgifter. Adress, telefon och vägen till bostaden följer "
    "inte med. Följ kommunens rutin innan du lämnar ut något."
)
_TODO = {
    NO_PLAN: "Upprätta planen först.",
    CODE_IN_PLAN: "Följ upp planen och ta bort koden ur texten.",
    OLDER_THAN_PROTECTION: "Adressen kan stå på den. Följ upp planen, så görs en ny utan adress.",
}
_MOST_NAMED = 20
MOVED = "Individen har inte längre den här utföraren."


@dataclass(frozen=True)
class Outcome:
    """How it went with many persons, by name; of each everything came out, or nothing.

    *place* is the folder that was chosen.
    """

    place: str
    done: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    not_begun: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether everybody came out."""
        return not (self.failed or self.not_begun)


def counted(count: int) -> str:
    """Return "1 individ" or "3 individer"."""
    return "1 individ" if count == 1 else f"{count} individer"


@dataclass(frozen=True)
class Order:
    """Whose files are to be made: the provider, and its persons by id with their names.

    *left_out* is how many of the provider's persons are not among them.
    """

    provider: str
    people: tuple[tuple[str, str], ...]
    left_out: int = 0
    is_protected: bool = False


def question(order: Order) -> Question:
    """Return what is asked before anything leaves the unit."""
    provider, people = order.provider, order.people
    who = people[0][1] if len(people) == 1 else counted(len(people))
    parts = [_WHAT, _SECRECY]
    if order.left_out:
        parts.append(_LEFT_OUT.format(who=counted(order.left_out)))
    if order.is_protected:
        parts.append(_PROTECTED)
    return Question(
        f"Exportera uppgifter om {who} till {provider}?",
        "\n\n".join(parts),
        "Välj mapp…",
        "Avbryt",
    )


def stopped(stops: Sequence[str]) -> str:
    """Return why nothing can be handed over yet, and what to do about it."""
    told = " ".join(f"{stop}. {_TODO[stop]}" for stop in stops)
    return f"Kan inte exporteras än. {told}"


def lacking(lacks: Sequence[str]) -> str:
    """Return what the provider does not get to read, though it does not stop anything."""
    return f"{'. '.join(lacks)}." if lacks else ""


def outcome(told: Outcome) -> str:
    """Return in one sentence how much was done."""
    if not told.done:
        return "Ingenting exporterades."
    return f"{counted(len(told.done))} exporterades till mappen ”{told.place}”."


def details(told: Outcome) -> list[str]:
    """Return what did not come out and why, line by line; nothing when all did."""
    lines = []
    if told.failed:
        lines.append("Det gick inte att exportera:")
        lines += _some([f"{name}: {reason}" for name, reason in told.failed])
    if told.not_begun:
        lines.append("De här påbörjades inte:")
        lines += _some(told.not_begun)
    return lines


def _some(lines: Sequence[str]) -> list[str]:
    shown = [f"• {line}" for line in lines[:_MOST_NAMED]]
    left = len(lines) - len(shown)
    return [*shown, f"• och {left} till"] if left else shown

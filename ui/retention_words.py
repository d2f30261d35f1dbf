"""What the page Gallring says: what is erased, what is kept, and how long copies hold it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from gplan_desktop.backup.ladder import MONTHLY_FOR
from gplan_desktop.domain import dates
from gplan_desktop.method.model import Retention
from gplan_desktop.rules.retention import Due, listed

if TYPE_CHECKING:
    # The window is shown before the database's libraries are loaded.
    from gplan_desktop.store.retention import Erasure

TITLE = "Gallring"
EXEMPT = "Undantas från gallring"
DONE = "Gjorda gallringar"
TYPED = "GALLRA"
ERASE = "Gallra valda…"
ERASING = "Gallrar…"
NONE_CHOSEN = "Bocka för dem som ska gallras."
NOBODY = (
    "Ingen individ ska gallras nu. Den som har en plan som gäller, eller ett utkast, står här "
    "först när stödet är avslutat. Har det avslutats? Öppna individen och välj Avsluta stödet."
)
CANNOT_UNDO = (
    "Allt om individen raderas för alltid: planer, uppdrag, flikar, besöksplaner, journal, "
    "uppgifter och utskriftsregister. Namn i enhetens ordlista som bara de har tas bort ur den. "
    "Det går inte att ångra."
)
SUPPORT_ENDED = "Stödet till alla som jag har valt har avslutats"
TICKS_MISSING = "Bocka för rutorna när du har kontrollerat det som står där."
TYPE_MISSING = f"Skriv {TYPED} med stora bokstäver i rutan."
ORIGINALS = (
    "Det som finns på papper, i sparade filer, i arkivpaket och i andra system gallras inte "
    "härifrån."
)


def lead(rules: Retention) -> str:
    """Return when records are erased, and whose are not."""
    told = [f"Uppgifter om en individ gallras {rules.years} år efter den sista anteckningen."]
    if rules.exempt_days:
        days = listed([str(day) for day in rules.exempt_days], "eller")
        told.append(f"Den som är född den {days} i en månad sparas för forskningen.")
    if rules.exempt_places:
        told.append(f"I {listed(rules.exempt_places)} gallras ingenting.")
    told.append("Reglerna står i metodstödet; kontrollera lagrum (SoF 2025:468 13 kap. 1 §).")
    return " ".join(told)


def not_exempt_place(rules: Retention) -> str:
    """Return what is to be ticked where some places are exempt, or ""."""
    if not rules.exempt_places:
        return ""
    return f"Enheten ligger inte i {listed(rules.exempt_places, 'eller')}"


def copies(today: date) -> str:
    """Return until when backups hold what is erased today."""
    # A backup of today goes with the first that is made a year later, or the day after that.
    until = dates.add_days(today, MONTHLY_FOR.days + 1)
    return (
        "Kopior som Gplan har lagt bredvid databasen raderas nu. "
        "Säkerhetskopior som redan finns innehåller uppgifterna tills de tas bort av sig själva: "
        "alla sparas i sju dagar, en i veckan i åtta veckor och en i månaden i tolv månader. "
        f"Efter {dates.long(until)} finns uppgifterna inte i någon kopia, om "
        "säkerhetskopieringen går som vanligt. Kopior på en plats som inte längre används, och "
        "kopior som någon har flyttat, tar Gplan inte bort: radera dem själv. Läggs en äldre kopia "
        "tillbaka kommer individerna tillbaka och står här igen."
    )


def about(one: Due) -> str:
    """Return what is told of a person who is due."""
    last, since = one.last_note.isoformat(), one.due_on.isoformat()
    return f"sista anteckningen {last}, ska gallras sedan {since}"


def kept(one: Due) -> str:
    """Return why a person whose time has come is kept."""
    return f"{one.name}: {one.exempt_reason}. Sista anteckningen {one.last_note.isoformat()}."


def question(chosen: Sequence[Due]) -> str:
    """Return what is asked before *chosen* are erased."""
    return f"Gallra {persons(len(chosen))}?"


def reason(rules: Retention) -> str:
    """Return the reason that the record keeps; it tells of nobody."""
    return f"{rules.years} år har gått sedan den sista anteckningen"


def outcome(erasure: "Erasure") -> str:
    """Return that it is done."""
    have = "är raderad" if erasure.persons == 1 else "är raderade"
    done = f"{persons(erasure.persons)} {have}.{forgotten(erasure)}"
    return f"{done} Gallringen är antecknad här och i loggen."


def record(erasure: "Erasure") -> str:
    """Return the record of an erasure on a line."""
    told = f"{dates.stamp(erasure.at)} av {erasure.by}: {persons(erasure.persons)}"
    return f"{told}. {erasure.reason}.{forgotten(erasure)}"


def forgotten(erasure: "Erasure") -> str:
    """Return how many names went out of the word list, or ""."""
    if not erasure.words:
        return ""
    return f" {erasure.words} namn togs bort ur ordlistan."


def persons(count: int) -> str:
    """Return "1 individ" or "2 individer"."""
    return "1 individ" if count == 1 else f"{count} individer"

"""What the world may do to the program, each told in Swedish for the one at the screen.

Every error says what happened, what is safe and what to do. Anything else
that is raised is a bug of ours.
"""

from collections.abc import Sequence
from pathlib import Path


class WorldError(Exception):
    """Something outside the program went wrong; the sentences are for the user."""

    def __init__(self, happened: str, safe: str, todo: str) -> None:
        super().__init__(happened)
        self.happened = happened
        self.safe = safe
        self.todo = todo

    @property
    def message(self) -> str:
        """The three sentences as one text."""
        return " ".join(part for part in (self.happened, self.safe, self.todo) if part)


class DatabaseMissing(WorldError):
    """The unit's file is not where it was."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Enhetens databas finns inte på sin plats: {path}.",
            "Ingen ny, tom databas har skapats.",
            "Kontrollera att mappen finns kvar, eller be IT lägga tillbaka en säkerhetskopia.",
        )


class DatabaseDamaged(WorldError):
    """The file is empty, is no database, or was made with another key."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Enhetens databas går inte att läsa: {reason} ({path}).",
            "Filen har inte ändrats.",
            "Öppna inte filen med något annat program. Be IT lägga tillbaka en säkerhetskopia.",
        )
        self.reason = reason


class DatabaseNewer(WorldError):
    """The file was written by a later version of the program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Databasen är skapad med en nyare version av Gplan ({path}).",
            "Filen har inte ändrats.",
            "Installera den senaste versionen av Gplan och försök igen.",
        )


class DatabaseInUse(WorldError):
    """Another start of the program has the file open; *where* says who, if that is known."""

    def __init__(self, path: Path, where: str = "") -> None:
        who = f", {where}" if where else ""
        super().__init__(
            f"Enheten är redan öppen i ett annat fönster av Gplan{who} ({path}).",
            "Inget har ändrats.",
            "Gå till det fönster som redan är öppet, eller stäng det och försök igen.",
        )


class WrongUnit(WorldError):
    """A practice file was opened as a real one, or the other way round."""

    def __init__(self, path: Path, *, is_practice: bool) -> None:
        found, wanted = ("en övningsfil", "en riktig enhet")
        if not is_practice:
            found, wanted = wanted, found
        super().__init__(
            f"Filen är {found}, men skulle vara {wanted} ({path}).",
            "Övning och riktiga uppgifter blandas aldrig. Inget har ändrats.",
            "Flytta tillbaka filen till sin egen mapp.",
        )


class StorageFull(WorldError):
    """There is no room on the disk."""

    def __init__(self) -> None:
        super().__init__(
            "Det går inte att spara: disken är full.",
            "Det du har skrivit finns kvar här i fönstret, och allt som sparats tidigare är kvar.",
            "Frigör plats på disken. Gplan försöker igen av sig självt.",
        )


class FolderReadOnly(WorldError):
    """The data folder or file may not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Det går inte att skriva i mappen {path}.",
            "Det som sparats tidigare är kvar.",
            "Be IT ge dig skrivrättighet till mappen.",
        )


class DatabaseReadOnly(FolderReadOnly):
    """The unit cannot be opened: reading it takes writing beside it, for whom the log names."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.safe = "Allt som sparats är kvar, och inget har ändrats."
        self.todo = (
            "Be IT ge dig skrivrättighet till mappen och filerna i den, och försök igen. "
            "Brådskar det att läsa en plan? Återställ den senaste säkerhetskopian i Gplan på en "
            "annan dator. Läs och skriv ut där, men skriv inget nytt."
        )


class StorageFailed(WorldError):
    """The disk refused for a reason the program cannot name."""

    def __init__(self) -> None:
        super().__init__(
            "Det går inte att spara på disken just nu.",
            "Det du har skrivit finns kvar här i fönstret.",
            "Kontrollera att disken är ansluten. Gplan försöker igen av sig självt.",
        )


class KeyFailed(WorldError):
    """The key of the unit's database is missing or damaged."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Det som låser upp enhetens databas saknas eller är skadat ({path.parent}).",
            "Databasen har inte ändrats.",
            "Återställ en säkerhetskopia, eller be IT lägga tillbaka hela mappen.",
        )


class SaveRefused(WorldError):
    """What is written cannot be saved over what stands in the store; trying again is no use."""


class PlanLocked(SaveRefused):
    """The plan has been established, so nothing in it may change (S12)."""

    def __init__(self) -> None:
        super().__init__(
            "Planen är upprättad och skrivskyddad.",
            "Den har inte ändrats.",
            "Följ upp planen om något ska ändras. Då skapas en ny plan.",
        )


class AssignmentInUse(WorldError):
    """An established plan stands on the assignment, which therefore stays as it was."""

    def __init__(self) -> None:
        super().__init__(
            "Uppdraget går inte att rätta, för en upprättad plan bygger på det.",
            "Varken uppdraget eller planen har ändrats.",
            "Lägg in det ändrade beslutet som ett nytt uppdrag och följ upp planen.",
        )


class RecordChangedElsewhere(SaveRefused):
    """Somebody saved the same tabs or visit plan after they were opened here."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} har sparats från ett annat ställe sedan du öppnade sidan.",
            "Din text finns kvar här i fönstret och inget har skrivits över.",
            "Kopiera det du har skrivit, gå till listan och öppna personen igen.",
        )


class VisitPlanCleared(SaveRefused):
    """The visit plan has been cleared, so nothing more is written in it (S99)."""

    def __init__(self) -> None:
        super().__init__(
            "Besöksplanen är avslutad.",
            "Den har inte ändrats.",
            "Skriv en ny besöksplan om något mer ska gälla vid besöken.",
        )


class EntryStruck(WorldError):
    """The entry is struck already, and struck once for all (F63)."""

    def __init__(self) -> None:
        super().__init__(
            "Anteckningen är redan felmarkerad.", "Den har inte ändrats.", "Skriv en ny anteckning."
        )


class PlanChangedElsewhere(SaveRefused):
    """Somebody saved the same draft after it was opened here."""

    def __init__(self) -> None:
        super().__init__(
            "Utkastet har sparats från ett annat fönster sedan du öppnade det.",
            "Din text finns kvar här i fönstret och inget har skrivits över.",
            "Kopiera din text, stäng planen och öppna den igen.",
        )


class RecordMissing(WorldError):
    """A person, plan or other record that was asked for is not there."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} finns inte längre.", "Inget har ändrats.", "Gå tillbaka till listan."
        )


class NotAllowed(WorldError):
    """The user's role may not do it (F64): the answer to "Varför kan jag inte?"."""

    def __init__(self, role: str, what: str, who_may: Sequence[str] = ()) -> None:
        others = f" Det får {_listed([role.lower() for role in who_may])}." if who_may else ""
        super().__init__(
            f"Din roll, {role.lower()}, får inte {what}.{others}",
            "Inget har ändrats.",
            "Be någon som får att göra det, eller be enhetschefen om en annan roll.",
        )


class NotOwnPerson(WorldError):
    """The person is not one of the user's own (F65)."""

    def __init__(self, *, may_open: bool) -> None:
        todo = "Be enheten kontrollera vilken utförare som står hos individen."
        if may_open:
            todo = "Öppna individen med ett skäl, om ditt arbete kräver det. Skälet syns i loggen."
        super().__init__(
            "Individen hör inte till dina individer.",
            "Inget har visats och inget har ändrats.",
            todo,
        )


class NotOwnUnit(WorldError):
    """A person was to be added to a unit that the user does not work in (F65)."""

    def __init__(self, units: Sequence[str], own: Sequence[str]) -> None:
        named = [f"”{unit}”" if unit else "en enhet utan namn" for unit in units]
        super().__init__(
            f"Du arbetar inte i {_listed(named)} och kan inte lägga till individer där.",
            "Ingen har lagts till.",
            f"Välj en av dina enheter: {', '.join(own)}. Eller be enhetschefen lägga till dem.",
        )


class NotShown(WorldError):
    """It is not among what an external provider may see of its persons (S131)."""

    def __init__(self) -> None:
        super().__init__(
            "Det här ingår inte i det som en extern utförare får se.",
            "Inget har visats och inget har ändrats.",
            "Be enheten lämna ut det som behövs.",
        )


class PersonExists(WorldError):
    """A person with the same number is already in the unit."""

    def __init__(self) -> None:
        super().__init__(
            "Det finns redan en person med det personnumret i enheten.",
            "Ingen ny person har lagts till.",
            "Sök efter personen i listan.",
        )


class ExportFailed(WorldError):
    """A file could not be written where the user wanted it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Det gick inte att spara filen {path.name}.",
            "Planen är kvar och oförändrad i Gplan.",
            "Välj en annan mapp, eller stäng filen om den är öppen i ett annat program.",
        )


class PrintFailed(WorldError):
    """The printer did not take the job."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            reason,
            "Planen är kvar och oförändrad i Gplan.",
            "Kontrollera skrivaren och försök igen, eller spara planen som PDF.",
        )


def _listed(names: Sequence[str]) -> str:
    """Return "samordnare, chef och läsare"."""
    *first, last = names
    return f"{', '.join(first)} och {last}" if first else last

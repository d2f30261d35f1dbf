"""What may go wrong with logging in, each told in Swedish with the way back."""

from pathlib import Path

from gplan_desktop.errors import WorldError

_NOTHING_CHANGED = "Inget har ändrats."
_RECORDS_SAFE = "Enhetens uppgifter har inte ändrats."
_FORGOTTEN = (
    "Har du glömt lösenfrasen kan chefen ge dig en ny. "
    "Kan ingen logga in: använd återställningskoden."
)


class WrongPassphrase(WorldError):
    """The login name or the passphrase is wrong; which of them is never told."""

    def __init__(self, delay: int) -> None:
        super().__init__(
            "Användarnamnet eller lösenfrasen stämmer inte.",
            _NOTHING_CHANGED,
            f"Vänta {_seconds(delay)} och försök igen. Se efter att Caps Lock är av. {_FORGOTTEN}",
        )
        self.delay = delay


class TooSoon(WorldError):
    """Another attempt was made before the delay after the last one was over."""

    def __init__(self, delay: int) -> None:
        super().__init__(
            f"Vänta {_seconds(delay)} till innan du försöker igen.",
            "Inloggningen är inte spärrad, och försöket räknas inte.",
            _FORGOTTEN,
        )
        self.delay = delay


class VaultUnusable(WorldError):
    """The vault's file cannot be used; older copies of it may take its place."""

    def __init__(self, happened: str, copies: tuple[Path, ...]) -> None:
        todo = (
            "Använd en äldre kopia av nyckelfilen: den öppnas med den lösenfras som gällde då."
            if copies
            else "Be IT lägga tillbaka filen från en säkerhetskopia; den finns i varje kopia."
        )
        super().__init__(happened, _RECORDS_SAFE, todo)
        self.copies = copies


class VaultMissing(VaultUnusable):
    """The vault's file is not where it was."""

    def __init__(self, path: Path, copies: tuple[Path, ...] = ()) -> None:
        super().__init__(f"Nyckelfilen finns inte på sin plats: {path}.", copies)


class VaultDamaged(VaultUnusable):
    """The vault's file holds no vault that can be read."""

    def __init__(self, path: Path, copies: tuple[Path, ...] = ()) -> None:
        super().__init__(f"Nyckelfilen är skadad och går inte att läsa: {path}.", copies)


class VaultTampered(VaultUnusable):
    """The vault's file was changed by something other than the program."""

    def __init__(self, path: Path, copies: tuple[Path, ...] = ()) -> None:
        super().__init__(
            f"Nyckelfilen har ändrats av något annat än Gplan, och används därför inte: {path}. "
            "Säg till chefen eller IT.",
            copies,
        )


class VaultOlder(WorldError):
    """The vault's file is from before the database got its present key."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Nyckelfilen är äldre än databasen och passar inte till den: {path}.",
            _RECORDS_SAFE,
            "Välj en nyare kopia av nyckelfilen, "
            "eller be IT lägga tillbaka hela mappen från en säkerhetskopia.",
        )


class VaultNewer(WorldError):
    """The vault's file was written by a later version of the program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Nyckelfilen är skapad med en nyare version av Gplan ({path}).",
            "Filen har inte ändrats.",
            "Installera den senaste versionen av Gplan och försök igen.",
        )


class VaultExists(WorldError):
    """The unit has a vault already, which is never written over."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Enheten har redan användare och lösenfraser ({path}).",
            _NOTHING_CHANGED,
            "Logga in i den, eller välj en annan mapp för den nya enheten.",
        )


class VaultChanged(WorldError):
    """The vault's file is another than when it was read here."""

    def __init__(self) -> None:
        super().__init__(
            "Användarna har ändrats från ett annat fönster sedan du loggade in.",
            "Din ändring är inte gjord, och inget har skrivits över.",
            "Logga ut, logga in igen och gör om ändringen.",
        )


class RecoveryCodeWrong(WorldError):
    """The recovery code is mistyped, or has been replaced by a newer one."""

    def __init__(self, happened: str) -> None:
        super().__init__(
            happened,
            _NOTHING_CHANGED,
            "Läs av papperet tecken för tecken. Stora och små bokstäver, mellanslag och "
            "bindestreck spelar ingen roll. Är koden utbytt gäller bara papperet med den nya.",
        )


class DeviceForgotten(WorldError):
    """What this computer remembers opens nothing any more, or nothing is remembered."""

    def __init__(self) -> None:
        super().__init__(
            "Den här datorn kommer inte längre ihåg dig.",
            _NOTHING_CHANGED,
            "Logga in med användarnamn och lösenfras.",
        )


class LoginUnfit(WorldError):
    """A login name or a name is empty, taken, or cannot be kept."""

    def __init__(self, happened: str) -> None:
        super().__init__(happened, _NOTHING_CHANGED, "Skriv ett annat och försök igen.")


class OwnRole(WorldError):
    """Nobody gives themselves another role."""

    def __init__(self) -> None:
        super().__init__(
            "Du kan inte ändra din egen roll.",
            _NOTHING_CHANGED,
            "Be en annan som hanterar användare göra det.",
        )


class NameInLog(WorldError):
    """A name stands in the log for another user, who may have been removed since."""

    def __init__(self) -> None:
        super().__init__(
            "Namnet står redan i loggen för en annan användare, kanske en som har slutat. Loggen "
            "skiljer användare åt genom namnet.",
            _NOTHING_CHANGED,
            "Lägg till en initial eller ett efternamn, till exempel Anna B. Ek.",
        )


class PassphraseWeak(WorldError):
    """The passphrase is too easy to guess."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, _NOTHING_CHANGED, "Ta gärna de fyra ord som Gplan föreslår.")


class UserMissing(WorldError):
    """The user has been removed since."""

    def __init__(self) -> None:
        super().__init__(
            "Användaren finns inte längre.", _NOTHING_CHANGED, "Gå tillbaka till listan."
        )


class OwnUser(WorldError):
    """Nobody removes the user that they are logged in as."""

    def __init__(self) -> None:
        super().__init__(
            "Du kan inte ta bort dig själv.",
            _NOTHING_CHANGED,
            "Be en annan chef eller administratör göra det.",
        )


class RotationFailed(WorldError):
    """The database did not get its new key."""

    def __init__(self) -> None:
        super().__init__(
            "Databasen kunde inte få en ny nyckel.",
            "Den gamla nyckeln gäller, alla uppgifter är kvar, och ingen användare är borttagen.",
            "Försök igen. Hjälper inte det: kontrollera att det finns plats på disken.",
        )


class RotationUnfinished(WorldError):
    """The vault has the new key, but the database not its name; the next log-in sees to it."""

    def __init__(self) -> None:
        super().__init__(
            "Databasen har fått en ny nyckel, men bytet är inte helt klart.",
            "Alla uppgifter är kvar.",
            "Stäng Gplan och starta igen, så görs bytet klart när du loggar in.",
        )


class MemoryShort(WorldError):
    """The computer has too little memory free for making a key out of a passphrase."""

    def __init__(self) -> None:
        super().__init__(
            "Datorn har för lite ledigt minne för att öppna enheten.",
            _RECORDS_SAFE,
            "Stäng andra program och försök igen.",
        )


def _seconds(number: int) -> str:
    return "en sekund" if number == 1 else f"{number} sekunder"

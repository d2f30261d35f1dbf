"""What the log tells: what was done, and what is unusual in it (SoLPuL 10 §, F66-F67)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from gplan_desktop.domain.journal_entry import Period
from gplan_desktop.domain.labelled import Labelled

# More than anyone reads at one time; that there are more is told.
MOST_SHOWN: Final = 5_000
# Of the checksum at the end of the log, so many digits stand on a report: enough to know it by.
DIGITS_ON_PAPER: Final = 32
# Who did it where no user did: no user is called so.
UNKNOWN_USER: Final = "Okänt användarnamn"
RECOVERER: Final = "Återställningskoden"


class Noted(Labelled):
    """What is noted from outside the store, such as by the log-in."""

    LOGGED_IN = "session.begun", "Loggade in"
    LOGGED_OUT = "session.ended", "Loggade ut"
    LOCKED = "session.locked", "Skärmen låstes"
    UNLOCKED = "session.unlocked", "Låste upp skärmen"
    FAILED_LOGIN = "login.failed", "Misslyckad inloggning"
    USER_ADDED = "user.added", "Lade till en användare"
    USER_CHANGED = "user.changed", "Ändrade en användare"
    REMOVAL_BEGUN = "user.removal_begun", "Började ta bort en användare"
    USER_REMOVED = "user.removed", "Tog bort en användare"
    RENAMED_FROM = "user.renamed_from", "Fick ett annat namn än detta"
    RENAMED_TO = "user.renamed_to", "Fick detta namn i stället för ett annat"
    PASSWORD_CHANGED = "password.changed", "Bytte lösenfras"
    PASSWORD_RESET = "password.reset", "Gav en användare en ny lösenfras"
    LOGIN_BEGUN = "login.begun", "Gav enheten inloggning"
    COMPUTER_REMEMBERED = "computer.remembered", "Lät en dator komma ihåg inloggningen"
    COMPUTER_FORGOTTEN = "computer.forgotten", "Lät en dator glömma inloggningen"
    NOT_CHANGED = "user.not_changed", "Ändringen av användare gick inte att göra"
    KEY_CHANGED = "key.changed", "Bytte databasens nyckel"
    RECOVERY_CODE_BEGUN = "recovery_code.begun", "Skrev ut en ny återställningskod"
    RECOVERY_CODE_MADE = "recovery_code.made", "Gjorde en ny återställningskod"
    RECOVERY_CODE_USED = "recovery_code.used", "Loggade in med återställningskoden"
    BACKED_UP = "unit.backed_up", "Säkerhetskopierade enheten"
    BACKUP_FAILED = "unit.backup_failed", "Enheten blev inte säkerhetskopierad"
    BACKUP_STOPPED = "unit.backup_stopped", "Avbröt en säkerhetskopiering"
    RESTORE_BEGUN = "unit.restore_begun", "Började återställa en säkerhetskopia"
    RESTORE_FAILED = "unit.restore_failed", "Säkerhetskopian blev inte återställd"
    COPIED = "paper.copied", "Kopierade text ur ett papper till urklipp"
    METHOD_CHANGED = "method.changed", "Bytte metodstöd"
    LOG_CHECKED = "log.checked", "Kontrollerade loggen"
    LOG_REPORTED = "log.reported", "Gjorde en rapport ur loggen"
    USERS_SEEN = "users.seen", "Såg vad andra har ändrat om vem som kan logga in"


@dataclass(frozen=True)
class LastTime:
    """When a user came in the time before this one, and how many tries have failed since."""

    at: datetime
    failed: int = 0


class Listed(Labelled):
    """Which list over many of the unit's persons was shown."""

    PEOPLE = "people", "individer"
    ASSIGNMENTS = "assignments", "uppdrag"
    PLANS = "plans", "planer"
    REMOVED = "removed", "borttagna utkast"
    TASKS = "tasks", "uppgifter om individer"
    TO_DO = "to_do", "det som är att göra"
    PAPERS = "papers", "papper om individer"
    VISIT_PLANS = "visit_plans", "tillfälliga besöksplaner"
    TO_ERASE = "to_erase", "individer att gallra"
    LOG = "log", "vad en användare har gjort"
    UNUSUAL = "unusual", "det ovanliga i loggen"


@dataclass(frozen=True)
class LogEntry:
    """One thing that was done: when, by whom, what, and about which person or user if any."""

    number: int
    at: datetime
    actor: str
    action: str
    subject: str
    detail: str
    person_id: str = ""
    person: str = ""
    user: str = ""


@dataclass(frozen=True)
class ClockSetBack:
    """That the computer's clock went back between two entries: what it was before, and after."""

    before: datetime
    after: datetime


class UnusualKind(Labelled):
    """Why something is shown apart when the log is checked."""

    OTHERS = "others", "Öppnade individer utanför sina egna"
    REFUSED = "refused", "Nekades"
    FAILED_LOGIN = "failed_login", "Misslyckade inloggningar"
    NIGHT = "night", "Läste på natten"
    MANY = "many", "Läste om många individer på en timme"
    CLOCK = "clock", "Datorns klocka gick bakåt"


@dataclass(frozen=True)
class Finding:
    """Something unusual: what, who, the first time that day, how often, how many persons, why."""

    kind: UnusualKind
    actor: str
    at: datetime
    times: int
    people: int
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class LogCount:
    """How many times something was done."""

    action: str
    times: int


@dataclass(frozen=True)
class LogSheet:
    """What a report out of the log is made of: about whom, which days, and what was found.

    The head is the end of the log: on paper it tells later whether the log was
    cut off or put back (F67).
    """

    about: str
    period: Period
    entries: tuple[LogEntry, ...] = ()
    findings: tuple[Finding, ...] = ()
    head_number: int = 0
    head_digest: str = ""
    counts: tuple[LogCount, ...] = ()

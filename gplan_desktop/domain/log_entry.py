"""What the log tells: what was done, and what is unusual in it (SoLPuL 10 §, F66-F67)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from gplan_desktop.domain.journal_entry import Period
from gplan_desktop.domain.labelled import Labelled

# More than anyone reads at one time; that there are more is told.
MOST_SHOWN: Final = 5_000


class Noted(Labelled):
    """What is noted from outside the store, such as by the log-in."""

    LOGGED_IN = "session.begun", "Loggade in"
    LOGGED_OUT = "session.ended", "Loggade ut"
    LOCKED = "session.locked", "Skärmen låstes"
    UNLOCKED = "session.unlocked", "Låste upp skärmen"
    FAILED_LOGIN = "login.failed", "Misslyckad inloggning"
    USER_ADDED = "user.added", "Lade till en användare"
    USER_CHANGED = "user.changed", "Ändrade en användare"
    USER_REMOVED = "user.removed", "Tog bort en användare"
    PASSWORD_CHANGED = "password.changed", "Bytte lösenord"
    PASSWORD_RESET = "password.reset", "Återställde ett lösenord"
    KEY_CHANGED = "key.changed", "Bytte databasens nyckel"
    RECOVERY_CODE_MADE = "recovery_code.made", "Gjorde en ny återställningskod"
    RECOVERY_CODE_USED = "recovery_code.used", "Loggade in med återställningskoden"
    BACKED_UP = "unit.backed_up", "Säkerhetskopierade"
    METHOD_CHANGED = "method.changed", "Bytte metodstöd"
    LOG_CHECKED = "log.checked", "Kontrollerade loggen"
    LOG_REPORTED = "log.reported", "Gjorde en rapport ur loggen"


@dataclass(frozen=True)
class LogEntry:
    """One thing that was done: when, by whom, what, and about which person if any."""

    number: int
    at: datetime
    actor: str
    action: str
    subject: str
    detail: str
    person_id: str = ""
    person: str = ""


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

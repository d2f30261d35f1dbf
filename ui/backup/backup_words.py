"""What is told of the backups, in plain Swedish."""

from datetime import datetime, timedelta

from gplan_desktop.backup.finding import Changes, Inspected, PlanCounts
from gplan_desktop.backup.kept import Backup, Reason
from gplan_desktop.backup.places import Fitness, Verdict
from gplan_desktop.backup.status import State, Status
from gplan_desktop.domain import dates
from ui.seal_words import Told

UNSET = (
    "Säkerhetskopior är inte inställda. Går datorn sönder försvinner allt som är skrivet i Gplan."
)
NOTHING_LOST = "Inget som är skrivet nu går förlorat."
_UNKNOWN = (
    "Det som finns på datorn nu går inte att läsa. Allt som skrevs efter att kopian gjordes saknas "
    "i den."
)
_NEVER = "Ingen säkerhetskopia är gjord än."
_REASONS = {
    Reason.DAILY: "Varje dag",
    Reason.ASKED: "På begäran",
    Reason.MIGRATION: "Före ny version",
    Reason.ROTATION: "Före byte av nyckel",
    Reason.ERASURE: "Före gallring",
    Reason.RESTORE: "Före återställning",
}
_MOST_NAMES = 5
_UNITS = ("B", "kB", "MB", "GB", "TB")


class Pending(Told):
    """A sentence about what is being done now."""

    @property
    def icon(self) -> str:
        """An icon that neither praises nor warns."""
        return "pending"


RUNNING = Pending("muted", "Säkerhetskopierar…")


def status_told(status: Status, now: datetime) -> Told:
    """Tell how it is with the backups."""
    if status.state is State.UNSET:
        return Told("warning", UNSET)
    why = f" Det gick inte senast: {status.why}." if status.why else ""
    if status.state is State.NEVER or status.last is None:
        return Told("warning", _NEVER + why)
    if status.state is State.OLD:
        return Told("warning", f"Senaste säkerhetskopian är {status.days} dagar gammal.{why}")
    text = f"Senaste säkerhetskopian gjordes {when(status.last, now)} och är kontrollerad.{why}"
    return Told("warning" if why else "done", text)


def mismatch_told(backups: list[Backup]) -> Told | None:
    """Tell that the unit is no continuation of *backups*, newest first; None without any."""
    if not backups:
        return None
    return Told(
        "problem",
        "Databasen stämmer inte med säkerhetskopian från "
        f"{dates.stamp(backups[0].made_at)}: något som var sparat då finns inte nu. Någon kan ha "
        "lagt tillbaka en äldre fil eller ändrat i loggen. Tala med chefen och IT.",
    )


def verdict_told(verdict: Verdict) -> Told | None:
    """Tell why a place is not simply fit; None when it is."""
    role = "problem" if verdict.fitness is Fitness.REFUSED else "warning"
    return Told(role, verdict.reason) if verdict.reason else None


def when(moment: datetime, now: datetime) -> str:
    """Return "i dag kl. 14.32", "i går kl. 14.32" or the whole date."""
    local, today = dates.in_sweden(moment), dates.in_sweden(now).date()
    names = {today: "i dag", today - timedelta(days=1): "i går"}
    if name := names.get(local.date()):
        return f"{name} kl. {local:%H.%M}"
    return dates.stamp(moment)


def reason_word(backup: Backup) -> str:
    """Return why the backup was made."""
    return _REASONS[backup.reason] if backup.reason else "Okänt"


def state_told(backup: Backup) -> Told:
    """Tell whether the backup was whole the last time it was read."""
    if backup.is_damaged:
        return Told("problem", "Skadad")
    if backup.verified_at is None:
        return Told("warning", "Inte kontrollerad")
    return Told("done", f"Kontrollerad {dates.in_sweden(backup.verified_at):%Y-%m-%d}")


def size_word(size: int) -> str:
    """Return "1,4 MB"."""
    number, step = float(size), 0
    while number >= 1000 and step < len(_UNITS) - 1:
        number, step = number / 1000, step + 1
    text = f"{number:.1f}" if step and number < 10 else f"{number:.0f}"
    return f"{text.replace('.', ',')} {_UNITS[step]}"


def counted(number: int, one: str, many: str) -> str:
    """Return "1 individ" or "2 individer"."""
    return f"{number} {one if number == 1 else many}"


def held_told(found: Inspected) -> str:
    """Tell what a backup was found to hold."""
    contents = found.contents
    persons = counted(contents.persons, "individ", "individer")
    plans = counted(contents.plans, "plan", "planer")
    text = f"Kopian är hel. Den gäller {contents.unit} och innehåller {persons} och {plans}."
    if contents.latest:
        text += f" Den senaste ändringen i den gjordes {dates.stamp(contents.latest)}."
    return text


def changes_told(changes: Changes | None) -> list[Told]:
    """Tell what it would mean to put a backup back, what is lost first; None is not known."""
    if changes is None:
        return [Told("warning", _UNKNOWN)]
    told = []
    if changes.lost_persons:
        number = counted(len(changes.lost_persons), "individ", "individer")
        text = f"{number} finns inte i kopian och försvinner ur listan"
        told.append(Told("problem", text + _listed([*changes.lost_persons])))
    if changes.lost_plans:
        number = counted(_sum(changes.lost_plans), "plan", "planer")
        told.append(Told("problem", f"{number} finns inte i kopian{_of(changes.lost_plans)}"))
    if changes.older_plans:
        number = counted(_sum(changes.older_plans), "plan", "planer")
        text = f"{number} blir som när kopian gjordes{_of(changes.older_plans)}"
        told.append(Told("warning", text))
    if not changes.loses:
        told.append(Told("done", NOTHING_LOST))
    if changes.returning_persons or changes.returning_plans:
        persons = counted(changes.returning_persons, "individ", "individer")
        plans = counted(changes.returning_plans, "plan", "planer")
        told.append(Told("done", f"{persons} och {plans} kommer tillbaka."))
    return told


def _of(plans: PlanCounts) -> str:
    return _listed([name if n == 1 or not name else f"{name} ({n})" for name, n in plans])


def _listed(names: list[str]) -> str:
    """Return ": Siv Holm, Per Hed och 3 till." with those who may be named."""
    shown = [name for name in names if name][:_MOST_NAMES]
    left = len(names) - len(shown)
    if not shown:
        return "."
    more = f" och {left} till" if left else ""
    return f": {', '.join(shown)}{more}."


def _sum(plans: PlanCounts) -> int:
    return sum(number for _, number in plans)

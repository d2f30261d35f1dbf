"""How it is with the backups: the one line that the start view says."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from gplan_desktop.domain import dates
from gplan_desktop.settings import Settings

_PAUSE_AFTER_FAILURE = timedelta(hours=1)


class State(Enum):
    """How old the last verified backup is; one made yesterday is as it should be."""

    UNSET = "unset"
    NEVER = "never"
    FRESH = "fresh"
    OLD = "old"


@dataclass(frozen=True)
class Status:
    """The state, the last verified backup, its age in days, and why none was made since."""

    state: State
    last: datetime | None = None
    days: int = 0
    failed_at: datetime | None = None
    why: str = ""

    @property
    def is_well(self) -> bool:
        """Whether there is nothing that anybody need do."""
        return self.state is State.FRESH and not self.why


def status(settings: Settings, now: datetime) -> Status:
    """Return how it is with the backups, by what the settings remember of them."""
    if not settings.backup_place:
        return Status(State.UNSET)
    last, failed_at = _moment(settings.backup_last), _moment(settings.backup_failed)
    why = settings.backup_why if failed_at and (not last or failed_at > last) else ""
    if last is None:
        return Status(State.NEVER, failed_at=failed_at, why=why)
    days = max(0, (dates.in_sweden(now).date() - dates.in_sweden(last).date()).days)
    return Status(State.OLD if days > 1 else State.FRESH, last, days, failed_at, why)


def is_due(settings: Settings, now: datetime) -> bool:
    """Tell whether today's backup is to be made now; a failed one is tried again in an hour."""
    found = status(settings, now)
    if found.state is State.UNSET:
        return False
    if found.why and found.failed_at and now - found.failed_at < _PAUSE_AFTER_FAILURE:
        # A clock that was set back is no reason to wait.
        return found.failed_at > now
    return found.last is None or found.days > 0 or found.last > now


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None

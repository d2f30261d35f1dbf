"""How long work tells how far it has come, and how it is stopped."""

from collections.abc import Callable
from dataclasses import dataclass

from gplan_desktop.exchange.faults import Cancelled

_STEP = 200


def _tell_nobody(done: int, total: int) -> None:
    pass


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Watch:
    """Who is told of each two hundred rows, and who may stop the work there."""

    progress: Callable[[int, int], None] = _tell_nobody
    cancelled: Callable[[], bool] = _never

    def at(self, done: int, total: int) -> None:
        """Tell that *done* rows of about *total* are done.

        Raises:
            Cancelled: when the work is to stop.
        """
        if done % _STEP == 0 or done == total:
            self.stop_if_cancelled()
            self.progress(done, max(done, total))

    def stop_if_cancelled(self) -> None:
        """Raise Cancelled when the work is to stop."""
        if self.cancelled():
            raise Cancelled

"""How work on thousands of rows tells a window of progress without filling its hands."""

from time import monotonic, sleep

from gplan_desktop.exchange.watch import Watch
from ui.progress_window import Tell

_PAUSE_SECONDS = 0.05
# Long enough for the window to paint and answer the keys without fighting for its turn.
_TURN_SECONDS = 0.005


class Telling:
    """Tells of rows now and then and lets the window in; what *tell* raises stops the work."""

    def __init__(self, tell: Tell, doing: str) -> None:
        self._tell, self._doing = tell, doing
        self._done = self._total = 0
        self._next = 0.0

    @property
    def watch(self) -> Watch:
        """What the reading and checking of lists tells."""
        return Watch(self.rows, self._look)

    def rows(self, done: int, total: int) -> None:
        """Tell that *done* rows of *total* are done. Any thread.

        Raises:
            Stopped: when the user wants no more of it.
        """
        self._done, self._total = done, total
        self._look()

    def _look(self) -> bool:
        now = monotonic()
        if now >= self._next:
            self._next = now + _PAUSE_SECONDS
            self._tell(self._sentence(), self._done, self._total)
            sleep(_TURN_SECONDS)
        return False

    def _sentence(self) -> str:
        if not self._total:
            return f"{self._doing}…"
        return f"{self._doing}: rad {in_digits(self._done)} av {in_digits(self._total)}."


def in_digits(number: int) -> str:
    """Return *number* as Swedish writes it: "10 000", never broken between two lines."""
    return f"{number:,}".replace(",", "\u00a0")

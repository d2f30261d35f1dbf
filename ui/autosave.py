"""Saves what is written while it is written: within 2 s of a key, and whenever one asks."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from gplan_desktop.domain import dates
from gplan_desktop.errors import SaveRefused
from ui.errors import show_error
from ui.office import Office

Save = Callable[[], int]
Done = Callable[[int], None]
# Sees to a save that was refused; False when the writer must be told of it instead.
Settle = Callable[[SaveRefused], bool]


class Savings(Protocol):
    """What is to be saved, by the one who writes it."""

    def is_done(self) -> bool:
        """Tell whether nothing is left to save."""

    def hand_over(self) -> tuple[Save, Done]:
        """Return what saves it as it stands now, in the store's thread, and what notes that."""

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call *listener* after every change."""


_PAUSE_MS = 2_000
_RETRY_MS = 5_000
SAVING, UNSAVED = "Sparar…", "Senaste ändringen är inte sparad – försöker igen"
REFUSED = "Senaste ändringen är inte sparad"


class Autosave(QObject):
    """Hands what is written to the store, one save at a time, and tells how it went (rule 12).

    Signals:
        told: the state in words for the window, and whether all is well.
    """

    told = Signal(str, bool)

    def __init__(self, savings: Savings, office: Office, parent: QObject) -> None:
        # Without a parent it would outlive the view: the clock would go on, and Python might
        # take it away on the database's thread.
        super().__init__(parent)
        self._savings, self._office = savings, office
        self._is_saving = self._is_stopped = self._has_warned = False
        self._refusal: SaveRefused | None = None
        self._settle: Settle = lambda _: False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.save)
        savings.listen(self._on_change)

    def save(self) -> None:
        """Save now, unless everything is saved or a save is under way."""
        self._timer.stop()
        if self._is_saving or self._refusal or self._is_stopped or self._savings.is_done():
            return
        self._is_saving = True
        self.told.emit(SAVING, True)
        work, noted = self._savings.hand_over()
        self._office.database.run(
            work, lambda version: self._on_saved(noted, version), self._on_failed
        )

    def settle_by(self, settle: Settle) -> None:
        """Let *settle* see to what cannot be saved over what stands in the store."""
        self._settle = settle

    def save_or_settle(self) -> None:
        """Save now, as the writer asked for; or see again to why it was refused."""
        if self._refusal is None or not self._settle(self._refusal):
            self.save()

    def resume(self) -> None:
        """Save again, since what was refused has been seen to."""
        self._refusal = None
        self._has_warned = False
        self.save()

    def finish(self) -> bool:
        """Save everything and wait until it is done; False when something is left unsaved."""
        self._office.database.flush()
        self.save()
        self._office.database.flush()
        done = self._is_stopped or self._savings.is_done()
        if done:
            self._timer.stop()
        return done

    def insist(self) -> bool:
        """As finish(), but when it fails tell why, also when that has been told before."""
        self._has_warned = False
        done = self.finish()
        if self._refusal and not self._has_warned and not self._settle(self._refusal):
            show_error(self._refusal)
        return done

    def stop(self) -> None:
        """Save nothing more: what is written is being taken away. Waits for the save under way."""
        self._is_stopped = True
        self._office.database.flush()
        self._timer.stop()

    def _on_saved(self, noted: Done, version: int) -> None:
        self._is_saving = self._has_warned = False
        noted(version)
        if self._savings.is_done():
            now = dates.in_sweden(self._office.now())
            self.told.emit(f"Allt sparat {now:%H.%M}", True)
        else:
            self._timer.start(_PAUSE_MS)

    def _on_failed(self, error: Exception) -> None:
        """Try again by itself; say why once, not at every try."""
        self._is_saving = False
        self._refusal = error if isinstance(error, SaveRefused) else None
        self.told.emit(REFUSED if self._refusal else UNSAVED, False)
        if not self._refusal:
            self._timer.start(_RETRY_MS)
        elif self._settle(self._refusal):
            return
        if not self._has_warned:
            self._has_warned = True
            show_error(error)

    def _on_change(self, _field: str) -> None:
        # A clock that is running goes on: who writes without a pause must be saved too.
        is_waiting = self._is_saving or self._timer.isActive()
        if not is_waiting and not self._savings.is_done():
            self._timer.start(_PAUSE_MS)

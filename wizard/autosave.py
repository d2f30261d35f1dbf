"""Saves the draft while it is written: 2 s after the last key, and whenever one asks."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from gplan_desktop.domain import dates
from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import Plan
from gplan_desktop.editing import PlanEditor
from gplan_desktop.errors import PlanChangedElsewhere, PlanLocked
from ui.errors import show_error
from ui.office import Office

_PAUSE_MS = 2_000
_RETRY_MS = 5_000
SAVING, UNSAVED = "Sparar…", "Senaste ändringen är inte sparad – försöker igen"
REFUSED = "Senaste ändringen är inte sparad"


class Autosave(QObject):
    """Hands the draft to the store, one save at a time, and tells how it went (rule 12).

    Signals:
        told: the state in words for the window, and whether all is well.
    """

    told = Signal(str, bool)

    def __init__(
        self, editor: PlanEditor, office: Office, place: Callable[[], Place], parent: QObject
    ) -> None:
        # Without a parent it would outlive the view: the clock would go on, and Python might
        # take it away on the database's thread.
        super().__init__(parent)
        self._editor, self._office, self._place = editor, office, place
        self._is_saving = self._is_stopped = self._has_warned = False
        self._refusal: Exception | None = None
        self._saved_place = place()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.save)
        editor.listen(self._on_change)

    def save(self) -> None:
        """Save now, unless everything is saved or a save is under way."""
        self._timer.stop()
        editor = self._editor
        if editor.read_only or self._is_saving or self._refusal or self._is_stopped:
            return
        if self._has_nothing_to_save():
            return
        self._is_saving = True
        self.told.emit(SAVING, True)
        self._hand_over(editor.plan, editor.record.version)

    def finish(self) -> bool:
        """Save everything and wait until it is done; False when something is left unsaved."""
        self._office.database.flush()
        self.save()
        self._office.database.flush()
        done = self._is_stopped or self._editor.read_only or self._has_nothing_to_save()
        if done:
            self._timer.stop()
        return done

    def insist(self) -> bool:
        """As finish(), but when it fails tell why, also when that has been told before."""
        self._has_warned = False
        done = self.finish()
        if self._refusal and not self._has_warned:
            show_error(self._refusal)
        return done

    def stop(self) -> None:
        """Save nothing more: the draft is being taken away. Waits for the save under way."""
        self._is_stopped = True
        self._office.database.flush()
        self._timer.stop()

    def _has_nothing_to_save(self) -> bool:
        """An untouched form is dropped silently; a draft is also saved for its place alone."""
        editor = self._editor
        if editor.record.version == 0:
            return editor.is_untouched
        return editor.is_saved and self._saved_place == self._place()

    def _hand_over(self, plan: Plan, version: int) -> None:
        store, place = self._office.store, self._place()
        self._saved_place = place
        self._office.database.run(
            lambda: store.save_draft(plan, version, place),
            lambda new: self._on_saved(plan, new),
            self._on_failed,
        )

    def _on_saved(self, plan: Plan, version: int) -> None:
        self._is_saving = self._has_warned = False
        self._editor.saved(plan, version)
        if self._editor.is_saved:
            now = dates.in_sweden(self._office.now())
            self.told.emit(f"Allt sparat {now:%H.%M}", True)
        else:
            self._timer.start(_PAUSE_MS)

    def _on_failed(self, error: Exception) -> None:
        """Try again by itself; say why once, not at every try."""
        self._is_saving = False
        self._refusal = error if isinstance(error, PlanChangedElsewhere | PlanLocked) else None
        self.told.emit(REFUSED if self._refusal else UNSAVED, False)
        if not self._refusal:
            self._timer.start(_RETRY_MS)
        if not self._has_warned:
            self._has_warned = True
            show_error(error)

    def _on_change(self, _field: str) -> None:
        if not self._editor.is_saved and not self._is_saving:
            self._timer.start(_PAUSE_MS)

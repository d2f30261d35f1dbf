"""One view at a time; what is written in it is saved before another takes its place."""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.confirm import Question, ask

_UNSAVED = Question(
    "Den senaste ändringen kunde inte sparas. Vill du stänga ändå?",
    "Stannar du kvar försöker Gplan spara igen. Stänger du går den senaste ändringen förlorad.",
    "Stäng ändå",
    "Stanna kvar",
)


class Written(Protocol):
    """A view in which something is written."""

    def finish(self) -> bool:
        """Save what is left; False when it cannot be saved."""

    def regions(self) -> Iterable[QWidget]:
        """Return the parts of the view in the order in which they are read."""


class ViewStack(QStackedWidget):
    """Holds the view that is shown, and knows whether something is written in it."""

    def __init__(self) -> None:
        super().__init__()
        self._written: Written | None = None

    def put(self, view: QWidget, written: Written | None = None) -> None:
        """Put *view* in place of the one before it; *written* is the same, if one writes in it."""
        self._written = written
        before = self.currentWidget()
        self.addWidget(view)
        self.setCurrentWidget(view)
        self.setEnabled(True)
        if before is not None:
            self.removeWidget(before)
            before.deleteLater()

    def regions(self) -> Iterable[QWidget]:
        """Return the parts of what is shown in the order in which they are read."""
        return self._written.regions() if self._written else [self]

    def finish(self) -> bool:
        """Save what is being written; False when it cannot be saved."""
        return self._written is None or self._written.finish()

    def forget(self) -> None:
        """Let nothing more be saved from the view that is shown: it is being left."""
        self._written = None

    def when_saved(self, then: Callable[[], None]) -> None:
        """Do *then* when what is written is saved; ask first when it cannot be."""
        if self.finish():
            then()
        else:
            self.ask_to_lose(then)

    def ask_to_lose(self, then: Callable[[], None]) -> None:
        """Do *then* if the user would rather lose the last change than stay."""
        ask(self.window(), _UNSAVED, lambda: self.without_saving(then))

    def without_saving(self, then: Callable[[], None]) -> None:
        """Do *then*, which shows another view; nothing is written in this one any more."""
        self.forget()
        self.setEnabled(False)
        then()

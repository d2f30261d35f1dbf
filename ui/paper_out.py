"""A paper on its way out of its preview: to the printer or to a file, and told when it is there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gplan_desktop.domain.print_out import Way
from gplan_desktop.errors import WorldError
from ui.background import Background
from ui.errors import show_error, tell
from ui.preview import Preview
from ui.printing import print_pdf
from ui.save_pdf import ask_where, save_pdf


@dataclass(frozen=True)
class Names:
    """What the paper is called.

    queue is seen in the printer's queue, so it tells nothing of the person; file
    is proposed as the file's name; safe says what a failure has not touched.
    """

    queue: str
    file: str
    safe: str


def _allow() -> None:
    """Refuse nothing."""


class PaperOut(QObject):
    """Prints or saves what a preview shows, when its buttons ask for it.

    *demand* raises what keeps the user from it, before anything leaves the program.

    Signals:
        left: the Way by which the paper has left the program.
    """

    left = Signal(object)

    def __init__(
        self,
        preview: Preview,
        thread: Background,
        names: Callable[[], Names],
        demand: Callable[[], None] = _allow,
    ) -> None:
        super().__init__(preview)
        self._preview, self._thread, self._names = preview, thread, names
        self._demand = demand
        preview.print_requested.connect(self._print)
        preview.save_requested.connect(self._save)

    def _print(self) -> None:
        names = self._names()
        try:
            self._demand()
            printed = print_pdf(self._preview.data, names.queue, self._preview, self._thread)
        except Exception as error:  # noqa: BLE001 - every failure is told, none ends the program
            show_error(error)
            return
        if printed:
            self.left.emit(Way.PRINTER)
        if printed.notice:
            tell(printed.notice, names.safe, "")

    def _save(self) -> None:
        try:
            self._demand()
        except WorldError as error:
            show_error(error)
            return
        path = ask_where(self._preview, self._names().file)
        if path:
            data = self._preview.data
            self._thread.run(
                lambda: save_pdf(data, path), lambda _: self._on_saved(path), show_error
            )

    def _on_saved(self, path: Path) -> None:
        self._preview.tell(f"Sparad: {path.name}")
        self.left.emit(Way.FILE)

"""Errors on screen: the world's in three sentences, ours as a bug with the text kept safe."""

import logging

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from gplan_desktop.errors import WorldError

_log = logging.getLogger(__name__)

_BUG = (
    "Något gick fel i programmet.",
    "Det du har skrivit finns kvar och sparas.",
    "Felet är antecknat i loggen. Fortsätt arbeta, eller stäng och öppna programmet igen.",
)


def show_error(error: Exception) -> None:
    """Tell what happened, what is safe and what to do; a bug of ours is logged as well."""
    if isinstance(error, WorldError):
        tell(error.happened, error.safe, error.todo)
    else:
        _log.error("a bug", exc_info=error)
        if not _tells_already(_BUG[0]):
            tell(*_BUG)


def _tells_already(happened: str) -> bool:
    """Tell whether the message is open: an error in painting would open it again and again."""
    boxes = (w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox))
    return any(box.isVisible() and box.text() == happened for box in boxes)


def tell(happened: str, safe: str, todo: str) -> None:
    """Open a message over the window in use; nothing waits for it."""
    box = QMessageBox(_window_in_use())
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Gplan")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(happened)
    box.setInformativeText("\n".join(part for part in (safe, todo) if part))
    box.addButton("Stäng", QMessageBox.ButtonRole.AcceptRole)
    box.open()
    box.finished.connect(box.deleteLater)


def _window_in_use() -> QWidget | None:
    """Return the active window, or any when the user is in another program just now.

    A message without a window would vanish unseen: nobody else holds it.
    """
    windows = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.parent() is None]
    return QApplication.activeWindow() or next(iter(windows), None)

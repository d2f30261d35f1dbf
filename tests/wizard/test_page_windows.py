"""No part of a page is a window for a moment: that would flash and take the keyboard."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class Windows(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_no_page_shows_a_window_while_it_is_made(wizard, qapp):
    windows = Windows()
    qapp.installEventFilter(windows)
    for step in wizard.editor.steps:
        wizard.go(step.id)
    wizard.go("area.d5", "area.d5.activities.0.how")
    qapp.removeEventFilter(windows)
    assert windows.shown == []

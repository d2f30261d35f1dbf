"""An input on screen between two others, with what it tells."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot


@dataclass
class Held:
    """One input in a window, and what it has told so far."""

    window: QWidget
    box: Any
    before: QLineEdit
    after: QLineEdit
    edited: list[Any] = field(default_factory=list)
    left: list[bool] = field(default_factory=list)

    def press(self, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def paste(self, text: str) -> None:
        """Paste through the clipboard, as people do from Word."""
        QApplication.clipboard().setText(text)
        QTest.keySequence(QApplication.focusWidget(), QKeySequence.StandardKey.Paste)

    def clean_each_edit(self, clean: Callable[[str], str]) -> None:
        """Give every edit back cleaned, as the editor of a plan does."""
        self.box.edited.connect(lambda text: self.box.set_value(clean(text)))


@pytest.fixture
def hold(qtbot: QtBot, theme: Any) -> Callable[..., Held]:
    """Show an input between two others, with the keyboard in it."""
    all_held: list[Held] = []

    def hold(box: Any, width: int = 420) -> Held:
        window = QWidget()
        qtbot.addWidget(window)
        held = Held(window, box, QLineEdit(), QLineEdit())
        all_held.append(held)
        column = QVBoxLayout(window)
        for widget in (held.before, box, held.after):
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(width, 600)
        # Laid out but not painted, which takes long.
        window.setUpdatesEnabled(False)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        qtbot.waitUntil(window.isActiveWindow)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        if hasattr(box, "edited"):
            box.edited.connect(held.edited.append)
            box.left.connect(lambda: held.left.append(True))
        return held

    return hold

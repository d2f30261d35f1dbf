"""A dialog that needs more than two thirds of the screen's height gets it."""

from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout

from ui.widgets.fitting import fit


@pytest.mark.parametrize("lines", [3, 24])
def test_a_dialog_is_as_high_as_what_it_holds(qtbot: Any, lines: int) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    for number in range(lines):
        text = QLabel(f"Rad {number}")
        text.setWordWrap(True)
        column.addWidget(text)
    fit(dialog)
    assert dialog.height() >= column.totalHeightForWidth(dialog.width())
    assert dialog.height() < dialog.screen().availableSize().height()

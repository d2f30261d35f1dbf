"""The municipality's own texts beside those that they replace."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gplan_desktop.method.wording import Wording
from ui.theme import Theme
from ui.widgets.labels import label

_BOTH = 2


class DifferenceList(QWidget):
    """What each text is about, and under it the built-in one to the left, the own to the right."""

    def __init__(self, wordings: Iterable[Wording], theme: Theme) -> None:
        super().__init__()
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(theme.px(28))
        self._air = theme.px(8)
        self._layout.setVerticalSpacing(theme.px(6))
        for column, name in enumerate(("Inbyggt", "Kommunens eget")):
            self._layout.setColumnStretch(column, 1)
            self._layout.addWidget(label(name, "muted"), 0, column)
        for wording in wordings:
            self._add(wording)

    def _add(self, wording: Wording) -> None:
        row, top = self._layout.rowCount(), Qt.AlignmentFlag.AlignTop
        self._layout.setRowMinimumHeight(row, self._air)
        self._layout.addWidget(label(wording.place, "label", wraps=True), row + 1, 0, 1, _BOTH)
        self._layout.addWidget(_text(wording.built_in, "muted"), row + 2, 0, top)
        self._layout.addWidget(_text(wording.own, ""), row + 2, 1, top)


def _text(text: str, role: str) -> QLabel:
    shown = label(text or "–", role, wraps=True)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return shown

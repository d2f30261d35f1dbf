"""Facts in two columns: what it is, and what stands there."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import Theme
from ui.widgets.labels import label


class Facts(QWidget):
    """Names to the left and values to the right; values can be marked and copied."""

    def __init__(self, facts: Iterable[tuple[str, str]], theme: Theme) -> None:
        super().__init__()
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(theme.px(20))
        self._layout.setVerticalSpacing(theme.px(8))
        self._layout.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(facts):
            self._add(row, name, value)

    def _add(self, row: int, name: str, value: str) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._layout.addWidget(label(name, "muted"), row, 0, top)
        shown = label(value, wraps=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layout.addWidget(shown, row, 1, top)

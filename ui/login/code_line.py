"""The line on the start that tells when no recovery code has been read back from paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.seal_words import Told
from ui.theme import Theme
from ui.told_line import ToldLine
from ui.widgets.buttons import push_button

_TOLD = Told(
    "warning",
    "Ingen återställningskod är kontrollerad. Skriv ut en ny och skriv av den från papperet. Utan "
    "den är uppgifterna borta om alla glömmer sina lösenfraser.",
)


class CodeLine(QWidget):
    """One sentence and the way to the code.

    Signals:
        wanted: the code is to be printed, and read back.
    """

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.told = ToldLine(theme, _TOLD)
        self.button = push_button("Återställningskod", "link")
        self.button.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.told, 1)
        row.addWidget(self.button)

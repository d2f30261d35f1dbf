"""What is told, on the start and under Användare, when no recovery code is read back from paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.seal_words import Told
from ui.theme import Theme
from ui.told_line import ToldLine
from ui.widgets.buttons import push_button
from ui.widgets.card import Card

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
        row.addWidget(self.told, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button)


class CodeCard(Card):
    """The same sentence where the code is made, and the button that begins it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.column.setSpacing(theme.px(8))
        self.column.addWidget(ToldLine(theme, _TOLD))
        self.button = push_button(
            "Skriv ut en återställningskod…", "", theme.icon("print", "accent")
        )
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

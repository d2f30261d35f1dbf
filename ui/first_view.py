"""The very first start: practise, or begin for real."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.line_box import LineBox
from ui.widgets.scrolled import page_of

_PRACTICE = (
    "Tio påhittade personer med uppdrag och planer. Du kan göra allt, ingenting är på riktigt "
    "och du kan börja om när du vill. Varje utskrift märks ÖVNING."
)
_REAL = (
    "Gplan skapar en krypterad databas för din enhet på den här datorn. "
    "Namnen nedan står sedan på planerna."
)
_RESTORE = "Har du en säkerhetskopia från en annan dator? Lägg tillbaka den…"


class FirstView(QWidget):
    """Two cards side by side, each with one button.

    Signals:
        practice_wanted: practise with invented persons.
        unit_wanted: the unit's name and the coordinator's.
        restore_wanted: a unit from another computer, or from before this one was changed.
    """

    practice_wanted = Signal()
    unit_wanted = Signal(str, str)
    restore_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._theme = theme
        cards = QHBoxLayout()
        cards.setSpacing(theme.px(20))
        cards.addWidget(self._practice_card(), 1)
        cards.addWidget(self._unit_card(), 1)
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        column.addStretch(1)
        column.addWidget(label("Välkommen till Gplan", "title"))
        column.addWidget(
            label("Skriv, följ upp, upprätta och skriv ut genomförandeplaner.", "lead")
        )
        column.addSpacing(theme.px(12))
        column.addLayout(cards)
        column.addWidget(self._restore_button(), 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(2)
        row = QHBoxLayout(page_of(self))
        row.setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24))
        row.addStretch(1)
        row.addLayout(column, 8)
        row.addStretch(1)

    def _practice_card(self) -> QWidget:
        card = Card(self._theme)
        card.column.setSpacing(self._theme.px(8))
        card.column.addWidget(label("Öva först", "heading"))
        card.column.addWidget(label(_PRACTICE, wraps=True))
        card.column.addStretch(1)
        self.practise = push_button(
            "Öva med påhittade personer", "primary", self._theme.icon("school", "on_accent")
        )
        self.practise.clicked.connect(self.practice_wanted)
        card.column.addWidget(self.practise, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _unit_card(self) -> QWidget:
        card = Card(self._theme)
        card.column.setSpacing(self._theme.px(8))
        card.column.addWidget(label("Börja använda på riktigt", "heading"))
        card.column.addWidget(label(_REAL, wraps=True))
        self.unit = self._line(card, "Enhetens namn", "Till exempel Hemvården Norra")
        self.coordinator = self._line(card, "Ditt namn", "Förnamn och efternamn")
        self.problem = label("", "problem", wraps=True)
        self.problem.hide()
        card.column.addWidget(self.problem)
        card.column.addStretch(1)
        self.begin = push_button("Börja använda")
        self.begin.clicked.connect(self._begin)
        card.column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _restore_button(self) -> QWidget:
        self.restore = push_button(_RESTORE, "link", self._theme.icon("history", "accent"))
        self.restore.clicked.connect(self.restore_wanted)
        return self.restore

    def _line(self, card: Card, name: str, example: str) -> LineBox:
        box = LineBox()
        box.setAccessibleName(name)
        box.setPlaceholderText(example)
        box.setMaxLength(100)
        box.returnPressed.connect(self._begin)
        caption = label(name, "label")
        caption.setBuddy(box)
        card.column.addWidget(caption)
        card.column.addWidget(box)
        return box

    def _begin(self) -> None:
        for box, wanted in (
            (self.unit, "Skriv enhetens namn."),
            (self.coordinator, "Skriv ditt namn."),
        ):
            if not box.text().strip():
                self.problem.setText(wanted)
                self.problem.show()
                box.setFocus()
                return
        self.problem.hide()
        self.unit_wanted.emit(self.unit.text().strip(), self.coordinator.text().strip())

"""What two have written in the same field, side by side, to choose from (F70)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.rules.merging import Choice, Question
from ui.drafts.side_by_side import UNDERLINED, SideBySide
from ui.drafts.side_texts import name_of
from ui.office import Office
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.labels import label
from ui.widgets.scrolled import scrolled

_TITLE: Final = "Två har skrivit i samma text"
_ABOUT = (
    "Det som bara den ena har ändrat är redan sammanfört. Nedan står det som båda har ändrat. "
    "Välj vad som ska stå. Inget skrivs över förrän du har valt."
)
_NAMES = Choice.MINE.label, Choice.SAVED.label


@dataclass(frozen=True)
class Clash:
    """What is to be chosen, and who saved what is stored; fields begin with *prefix*."""

    questions: Sequence[Question]
    told: str
    prefix: str = ""


class MergeDialog(QDialog):
    """A card for every field that both have changed; nothing is chosen from the start.

    Signals:
        decided: the choices, by the fields of the questions.
    """

    decided = Signal(object)

    def __init__(self, clash: Clash, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._clash, self._office = clash, office
        self.answers: dict[str, Choice] = {}
        self.groups: dict[str, ChoiceGroup] = {}
        px, window = office.theme.px, parent.window()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_TITLE)
        self.resize(min(px(860), window.width()), min(px(640), window.height()))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        column.addWidget(label(_TITLE, "heading", wraps=True))
        column.addWidget(label(f"{clash.told} {_ABOUT}", wraps=True))
        column.addWidget(label(UNDERLINED, "hint", wraps=True))
        column.addWidget(scrolled(self._cards()), 1)
        column.addLayout(self._foot())
        self._show_left()

    def _cards(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, self._office.theme.px(8), 0)
        column.setSpacing(self._office.theme.px(12))
        for question in self._clash.questions:
            column.addWidget(self._card(question))
        column.addStretch(1)
        return inner

    def _card(self, question: Question) -> Card:
        card = Card(self._office.theme)
        card.column.setSpacing(self._office.theme.px(8))
        name = name_of(f"{self._clash.prefix}{question.field}", self._office.method)
        card.column.addWidget(label(name, "label", wraps=True))
        card.column.addWidget(SideBySide(question, _NAMES, self._office.theme))
        choices = [c for c in Choice if c is not Choice.BOTH or question.can_join]
        group = ChoiceGroup([(choice, choice.label) for choice in choices], across=True)
        for button in group.buttons:
            button.setAccessibleName(f"{name}: {button.text()}")
        group.edited.connect(partial(self._choose, question.field))
        self.groups[question.field] = group
        card.column.addWidget(group)
        return card

    def _foot(self) -> QHBoxLayout:
        self.left = label("", "muted", wraps=True)
        self.later = push_button("Välj senare")
        self.later.setToolTip("Din text står kvar i fönstret, men är inte sparad.")
        self.save = push_button("Spara det valda", "primary")
        self.later.clicked.connect(self.reject)
        self.save.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self.left, 1)
        row.addWidget(self.later)
        row.addWidget(self.save)
        return row

    def _choose(self, field: str, choice: Any) -> None:
        self.answers[field] = choice
        self._show_left()

    def _show_left(self) -> None:
        left = len(self._clash.questions) - len(self.answers)
        self.left.setText(
            "" if not left else "1 val återstår" if left == 1 else f"{left} val återstår"
        )
        self.save.setEnabled(not left)

    def accept(self) -> None:
        """Hand over the choices, once all are made."""
        if len(self.answers) == len(self._clash.questions):
            super().accept()
            self.decided.emit(dict(self.answers))

"""The answers on a text, one card a sentence; a card whose sentence is unchanged is kept."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.rules.right_place import Answer
from ui.right_place.advice_view import AdviceView, Dress, Powers
from ui.right_place.answer_card import AnswerCard
from ui.widgets.labels import label

_MOST = 20
_MORE = "Här visas svaren på de {most} första meningarna. Ta en bit av texten i taget."


class AnswerList(QWidget):
    """The cards under the box; Enter is for the first sure one that can be moved.

    Signals:
        move_wanted: the card whose text is to be moved, and the advice by which.
        copy_wanted: the card, and the text to put on the clipboard.
        go_wanted: the advice whose place is to be shown.
        remove_wanted: the card whose text is to be taken away from where it stands, the advice.
        undo_wanted: the card whose text is to be taken back.
    """

    move_wanted = Signal(object, object)
    copy_wanted = Signal(object, str)
    go_wanted = Signal(object)
    remove_wanted = Signal(object, object)
    undo_wanted = Signal(object)

    def __init__(self, powers: Powers, dress: Dress) -> None:
        super().__init__()
        self._powers, self._dress = powers, dress
        self.cards: list[AnswerCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(dress.theme.px(12))
        self.more = label(_MORE.format(most=_MOST), "muted", wraps=True)
        self.more.hide()
        self._column.addWidget(self.more)

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Show a card for each answer; what was moved already stays so."""
        former = list(self.cards)
        self.cards = [
            self._kept(answer, former) or self._card(answer) for answer in answers[:_MOST]
        ]
        for card in former:
            card.hide()
            self._column.removeWidget(card)
            card.deleteLater()
        for place, card in enumerate(self.cards):
            self._column.insertWidget(place, card)
            card.show()
        self.more.setVisible(len(answers) > _MOST)
        self.show_leading()

    def show_leading(self) -> None:
        """Let the first sure answer that can be moved have the primary button."""
        leading = self._leading()
        for card in self.cards:
            for view in card.views:
                view.lead(view is leading)

    def enter(self) -> bool:
        """Move the first sure answer; False when there is none."""
        leading = self._leading()
        return leading is not None and leading.ask_to_move()

    def choose(self, number: int) -> None:
        """Take the first or second choice of the first answer that is unsure."""
        unsure = (card for card in self.cards if card.is_open and not card.answer.is_sure)
        if card := next(unsure, None):
            card.views[number - 1].ask_to_move()

    def _leading(self) -> AdviceView | None:
        sure = (card for card in self.cards if card.is_open and card.answer.is_sure)
        card = next(sure, None)
        return card.views[0] if card else None

    @staticmethod
    def _kept(answer: Answer, former: list[AnswerCard]) -> AnswerCard | None:
        """Take from *former* the card of the same sentence with the same advice."""
        same = (
            card
            for card in former
            if (card.answer.text, card.answer.advices) == (answer.text, answer.advices)
        )
        card = next(same, None)
        if card:
            former.remove(card)
        return card

    def _card(self, answer: Answer) -> AnswerCard:
        card = AnswerCard(answer, self._powers, self._dress)
        card.move_wanted.connect(lambda advice: self.move_wanted.emit(card, advice))
        card.copy_wanted.connect(lambda text: self.copy_wanted.emit(card, text))
        card.go_wanted.connect(self.go_wanted)
        card.remove_wanted.connect(lambda advice: self.remove_wanted.emit(card, advice))
        card.undo_wanted.connect(lambda: self.undo_wanted.emit(card))
        return card

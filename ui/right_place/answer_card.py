"""The answer on one sentence: a place, or two to choose between; and what became of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gplan_desktop.rules.right_place import Advice, Answer
from ui.record.reveal import reveal_soon
from ui.right_place.advice_view import GO, AdviceView, Dress, Powers
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label, set_role
from ui.widgets.spoken import say

_UNSURE = "Osäkert – välj"
_COPIED = "Kopierat. Klistra in det där det hör hemma."


class AnswerCard(Card):
    """The answer on one sentence; after it was moved: where it stands now, and the way back.

    Signals:
        move_wanted: the advice by which the text is to be moved.
        copy_wanted: a text to put on the clipboard.
        go_wanted: the advice whose place is to be shown.
        remove_wanted: the advice by which the text is to be taken away from where it stands.
        undo_wanted: what was done is to be taken back.
    """

    move_wanted = Signal(object)
    copy_wanted = Signal(str)
    go_wanted = Signal(object)
    remove_wanted = Signal(object)
    undo_wanted = Signal()

    def __init__(self, answer: Answer, powers: Powers, dress: Dress) -> None:
        super().__init__(dress.theme, "quote")
        self.answer = answer
        self.moved_by: Advice | None = None
        self.column.setSpacing(dress.theme.px(10))
        self.column.addWidget(label(f"”{answer.text}”", "muted", wraps=True))
        self.unsure = label(_UNSURE, "warning")
        self.unsure.setVisible(not answer.is_sure)
        self.column.addWidget(self.unsure)
        numbers = range(1, len(answer.advices) + 1) if not answer.is_sure else [0]
        self.views = [
            AdviceView(advice, number, powers, dress)
            for number, advice in zip(numbers, answer.advices, strict=True)
        ]
        for view in self.views:
            view.move_wanted.connect(self.move_wanted)
            view.copy_wanted.connect(lambda text: self.copy_wanted.emit(text or answer.text))
            view.go_wanted.connect(self.go_wanted)
            view.remove_wanted.connect(self.remove_wanted)
            self.column.addWidget(view)
        self.told = label("", "done", wraps=True)
        self.column.addWidget(self.told)
        self.column.addWidget(self._after())
        self.show_offers()

    @property
    def is_open(self) -> bool:
        """Whether the sentence can be moved and has not been."""
        return self.moved_by is None and any(view.move_there for view in self.views)

    def show_moved(self, told: str, advice: Advice) -> None:
        """Show where the text stands now instead of what could be done."""
        self.moved_by = advice
        for view in self.views:
            view.hide()
        self.unsure.hide()
        self._tell(told, "done")
        self.go.setVisible(bool(advice.field))
        self.after.show()
        reveal_soon(self)

    def show_offers(self, told: str = "", role: str = "problem") -> None:
        """Show what can be done, and *told*: why it was not done, or that it was taken back."""
        self.moved_by = None
        for view in self.views:
            view.show()
        self.unsure.setVisible(not self.answer.is_sure)
        self._tell(told, role)
        self.after.hide()

    def show_copied(self) -> None:
        """Tell that the text is on the clipboard."""
        self._tell(_COPIED, "done")

    def show_problem(self, told: str) -> None:
        """Tell why nothing was done; what was moved stays moved."""
        self._tell(told, "problem")

    def _after(self) -> QWidget:
        self.after = QWidget()
        flow = FlowLayout(self.after, self.column.spacing())
        self.go = push_button(GO, "link")
        self.undo = push_button("Ångra", "link")
        self.go.setAccessibleName(f"Gå dit där texten står nu: {self.answer.text}")
        self.undo.setAccessibleName(f"Ångra flytten: {self.answer.text}")
        self.go.clicked.connect(lambda: self.go_wanted.emit(self.moved_by))
        self.undo.clicked.connect(self.undo_wanted)
        flow.addWidget(self.go)
        flow.addWidget(self.undo)
        return self.after

    def _tell(self, told: str, role: str) -> None:
        set_role(self.told, role)
        self.told.setText(told)
        self.told.setVisible(bool(told))
        say(self.told, told)

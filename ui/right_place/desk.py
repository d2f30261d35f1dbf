"""A box to write or paste in, and under it where each sentence belongs (F19, S84-S129)."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain.home import Home
from gplan_desktop.domain.overview import PlanSummary
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.rules.right_place import Advice, make_ready, right_place
from ui.clipboard import lend, lend_about
from ui.confirm import Question, ask
from ui.errors import show_error
from ui.office import Office
from ui.record.ways import PartId
from ui.right_place.advice_view import Dress, Powers
from ui.right_place.answer_card import AnswerCard
from ui.right_place.answer_list import AnswerList
from ui.right_place.mover import Moved, Mover, Report
from ui.right_place.ways import PlaceWays, Source
from ui.widgets.labels import label
from ui.widgets.spoken import say
from ui.widgets.text_box import TextBox

_PAUSE_MS = 150
_EXAMPLE = "Till exempel: Portkoden är 1234. Hon vill duscha på tisdagar."
_NAME = "Skriv eller klistra in en mening, så får du veta var den hör hemma"
_NO_PLAN = "Individen har ingen plan än."
_BACK = "Det är ångrat."
_GONE = "Texten står inte längre där."
_NEW_VISIT_PLAN = Question(
    "Individen har ingen besöksplan. Vill du göra en?",
    "Texten flyttas till den nya besöksplanen. Fyll i resten av den sedan.",
    "Gör en besöksplan",
    "Avbryt",
)
_PARTS = {Home.VISIT_PLAN: PartId.VISIT_PLANS, Home.JOURNAL: PartId.JOURNAL}


class AskBox(TextBox):
    """The box; Enter asks to move, Shift+Enter begins a new line.

    Signals:
        entered: Enter was pressed.
    """

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take Enter as the wish to move the text."""
        plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() in plain:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class PlaceDesk(QWidget):
    """Answers while one writes; with a person at hand it moves the text there with one key.

    Signals:
        leaving: another place is about to be shown.
    """

    leaving = Signal()

    def __init__(
        self,
        person: Person | None,
        office: Office,
        ways: PlaceWays | None,
        source: Source | None = None,
    ) -> None:
        super().__init__()
        self._person, self._office, self._ways = person, office, ways
        self._undo: dict[AnswerCard, Moved] = {}
        can_move = person is not None and ways is not None
        self._mover = Mover(person, office, ways, source) if person and ways else None
        powers = Powers(can_move, bool(ways and ways.put_in_plan), source is not None)
        self.box = AskBox(lines=2)
        self.box.setAccessibleName(_NAME)
        self.box.setPlaceholderText(_EXAMPLE)
        self.list = AnswerList(powers, Dress(office.method, office.theme))
        self.told = label("", "problem", wraps=True)
        self.told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(office.theme.px(12))
        for widget in (self.box, self.told, self.list):
            column.addWidget(widget)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._connect()
        # While the writer writes: the first answer would wait for it.
        method = office.method
        office.paper.run(lambda: make_ready(method), _go_on, show_error)

    def show_text(self, text: str) -> None:
        """Show *text* in the box, and the answers on it at once."""
        self.box.set_value(text)
        self.answer_now()

    def answer_now(self) -> None:
        """Show the answers on what stands in the box."""
        self._pause.stop()
        self.told.hide()
        answers = right_place(self.box.toPlainText(), self._office.method)
        self.list.show_answers(answers)
        first = answers[0].advices if answers else ()
        say(self.box, " eller ".join(advice.home.label for advice in first))

    def _connect(self) -> None:
        self.box.edited.connect(self._pause.start)
        self._pause.timeout.connect(self.answer_now)
        self.box.entered.connect(self._enter)
        self.list.move_wanted.connect(self._move)
        self.list.copy_wanted.connect(self._copy)
        self.list.go_wanted.connect(self._go)
        self.list.remove_wanted.connect(self._remove)
        self.list.undo_wanted.connect(self._take_back)
        for number in (1, 2):
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(lambda number=number: self.list.choose(number))

    def _enter(self) -> None:
        if self._pause.isActive():
            self.answer_now()
        self.list.enter()

    def _move(self, card: AnswerCard, advice: Advice, *, makes_visit_plan: bool = False) -> None:
        if self._mover is None or card.moved_by:
            return
        report = Report(
            moved=lambda moved: self._on_moved(card, advice, moved),
            refused=card.show_problem,
            needs_visit_plan=lambda: self._ask_for_visit_plan(card, advice),
        )
        # Or a second press of Enter would move it twice.
        card.setEnabled(False)
        self._mover.move(advice, card.answer.text, report, makes_visit_plan=makes_visit_plan)
        self._office.database.flush()
        card.setEnabled(True)
        self.box.setFocus()

    def _on_moved(self, card: AnswerCard, advice: Advice, moved: Moved) -> None:
        self._undo[card] = moved
        card.show_moved(moved.told, advice)
        self.list.show_leading()

    def _ask_for_visit_plan(self, card: AnswerCard, advice: Advice) -> None:
        ask(self, _NEW_VISIT_PLAN, lambda: self._move(card, advice, makes_visit_plan=True))

    def _remove(self, card: AnswerCard, advice: Advice) -> None:
        if self._mover and (removed := self._mover.remove(card.answer.text)):
            self._on_moved(card, advice, removed)
        else:
            card.show_problem(_GONE)

    def _take_back(self, card: AnswerCard) -> None:
        def done() -> None:
            del self._undo[card]
            card.show_offers(_BACK, "done")
            self.list.show_leading()
            self.box.setFocus()

        if card in self._undo:
            self._undo[card].take_back(done)
            self._office.database.flush()

    def _copy(self, card: AnswerCard, text: str) -> None:
        if self._person:
            lend_about(text, self._person.id, self._office)
        else:
            lend(text)
        card.show_copied()

    def _go(self, advice: Advice) -> None:
        if self._ways is None:
            return
        if advice.home is Home.PLAN:
            self._go_to_plan(advice)
        else:
            self.leaving.emit()
            self._ways.show_part(_PARTS.get(advice.home, PartId.TABS), advice.field)

    def _go_to_plan(self, advice: Advice) -> None:
        if self._ways and self._ways.show_in_plan:
            self.leaving.emit()
            self._ways.show_in_plan(advice.field)
        elif self._person:
            store, person_id = self._office.store, self._person.id
            self._office.database.run(
                lambda: _plan_in_use(store.plans(person_id)), self._open_plan, show_error
            )

    def _open_plan(self, plan_id: str) -> None:
        if plan_id and self._ways:
            self.leaving.emit()
            self._ways.open_plan(plan_id)
        else:
            self.told.setText(_NO_PLAN)
            self.told.show()
            say(self.told, _NO_PLAN)


def _go_on(_: None) -> None:
    """Do nothing more: the words are read."""


def _plan_in_use(plans: Sequence[PlanSummary]) -> str:
    """Return the id of the draft that was begun, or else of the plan in force; "" without any."""
    drafts = (plan.id for plan in plans if plan.status is PlanStatus.DRAFT)
    current = (plan.id for plan in plans if plan.is_current)
    return next(chain(drafts, current), "")

"""What is asked of the log: about a person, of a user or what is unusual, and which days."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.journal_entry import Period
from gplan_desktop.domain.overview import PersonSummary
from ui import log_words as words
from ui.errors import show_error
from ui.log_words import Question
from ui.office import Office
from ui.widgets.card import Card
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.labels import label
from ui.widgets.pick_box import PickBox
from ui.widgets.search_line import SearchLine

_MOST_FOUND = 6
_PAUSE_MS = 150
_ID = Qt.ItemDataRole.UserRole
_DAYS = 30
_ROW, _FRAME = 36, 4


class LogChoice(Card):
    """The question with whom it is about.

    Signals:
        asked: something else is asked for, and all of it is known.
    """

    asked = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__(office.theme)
        self._office = office
        self.question, self.user, self.days = Question.UNUSUAL, "", _DAYS
        self.person_id = self.person = ""
        theme = office.theme
        self.column.setSpacing(theme.px(10))
        self.which = ChoiceGroup([(each, each.label) for each in Question], across=True)
        self.which.set_name("Vad du vill se i loggen")
        self.which.set_value(self.question)
        self.which.edited.connect(self._on_question)
        self.span = PickBox(words.SPANS)
        self.span.setAccessibleName("Period")
        self.span.set_value(self.days)
        self.span.edited.connect(self._on_days)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.which, 1)
        row.addWidget(label("Period", "label"))
        row.addWidget(self.span)
        self.column.addLayout(row)
        self.column.addWidget(self._whom())
        self.column.addWidget(self._who())
        self._show_question()

    @property
    def period(self) -> Period:
        """The days that are asked for, up to today."""
        today = self._office.today()
        return Period(dates.add_days(today, 1 - self.days), today)

    @property
    def is_complete(self) -> bool:
        """Whether it is known whom the question is about."""
        return {Question.PERSON: self.person_id, Question.USER: self.user}.get(
            self.question, "nobody"
        ) != ""

    @property
    def about(self) -> str:
        """What the question is about, as the heading of a report."""
        return {Question.PERSON: self.person, Question.USER: self.user}.get(
            self.question, self.question.label
        )

    def refresh(self) -> None:
        """Show the users as they are in the log now."""
        store = self._office.store
        self._office.database.newest("log users", store.log.users, self._show_users, show_error)

    def choose_person(self, person_id: str, name: str) -> None:
        """Ask about a person, as from that one's page."""
        self.question = Question.PERSON
        self.person_id, self.person = person_id, name
        self.which.set_value(self.question)
        self._show_question()
        self.asked.emit()

    def _whom(self) -> QWidget:
        theme = self._office.theme
        self.search = SearchLine("Sök individ", "namn eller personnummer", theme)
        self.found = QListWidget()
        self.found.setAccessibleName("Individer som hittades")
        self.found.hide()
        self.chosen = label("", "label", wraps=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._find)
        self.search.textEdited.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self._take_first)
        self.found.itemActivated.connect(self._take)
        self.found.itemClicked.connect(self._take)
        self.whom = QWidget()
        column = QVBoxLayout(self.whom)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for part in (self.search, self.found, self.chosen):
            column.addWidget(part)
        return self.whom

    def _who(self) -> QWidget:
        self.who = QWidget()
        self._users = QHBoxLayout(self.who)
        self._users.setContentsMargins(0, 0, 0, 0)
        self._users.setSpacing(self._office.theme.px(12))
        self._users.addWidget(label("Användare", "label"))
        self.users = self._user_box([])
        self._users.addWidget(self.users)
        self._users.addStretch(1)
        return self.who

    def _user_box(self, names: Sequence[str]) -> PickBox:
        box = PickBox((name, name) for name in names)
        box.setAccessibleName("Användare")
        box.edited.connect(self._on_user)
        return box

    def _show_users(self, names: list[str]) -> None:
        box = self._user_box(names)
        self._users.replaceWidget(self.users, box)
        self.users.deleteLater()
        self.users = box
        box.set_value(self.user)

    def _show_question(self) -> None:
        self.whom.setVisible(self.question is Question.PERSON)
        self.who.setVisible(self.question is Question.USER)
        self.chosen.setText(self.person)
        self.chosen.setVisible(bool(self.person))

    def _on_question(self, question: object) -> None:
        self.question = Question(str(question))
        self._show_question()
        self.asked.emit()

    def _on_days(self, days: object) -> None:
        if isinstance(days, int):
            self.days = days
        self.asked.emit()

    def _on_user(self, user: object) -> None:
        self.user = str(user)
        self.asked.emit()

    def _find(self) -> None:
        text, store = self.search.text(), self._office.store
        if not text.strip():
            self.found.hide()
            return
        self._office.database.newest(
            "log person", lambda: store.people(text, _MOST_FOUND), self._show_found, show_error
        )

    def _show_found(self, people: list[PersonSummary]) -> None:
        height = self._office.theme.px(_ROW)
        self.found.clear()
        for person in people:
            item = QListWidgetItem(f"{person.name}, {person.number}")
            item.setData(_ID, (person.id, person.name))
            item.setSizeHint(QSize(0, height))
            self.found.addItem(item)
        self.found.setVisible(bool(people))
        self.found.setFixedHeight(height * max(1, len(people)) + _FRAME)
        if not people:
            self.chosen.setText(words.NOBODY_FOUND)

    def _take_first(self) -> None:
        """Take who is found first; while nothing has been found yet, find."""
        if self.found.count() and self.found.isVisibleTo(self.whom):
            self._take(self.found.item(0))
        else:
            self._find()

    def _take(self, item: QListWidgetItem) -> None:
        person_id, name = item.data(_ID)
        self.found.hide()
        self.search.clear()
        self.choose_person(person_id, name)

"""One place that a sentence may belong in: its reason and rule, and what can be done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gplan_desktop.domain.home import Home
from gplan_desktop.domain.life_areas import LIFE_AREAS
from gplan_desktop.method.model import Method
from gplan_desktop.rules.moving import asks_for_area, in_area, may_be_moved, where
from gplan_desktop.rules.right_place import Advice
from ui.record.reveal import reveal_soon
from ui.theme import Theme
from ui.widgets.buttons import Button, push_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label
from ui.widgets.pick_box import PickBox
from ui.widgets.spoken import say

_ICONS: Mapping[Home, str] = {
    Home.PLAN: "description",
    Home.REFERENCE_PEOPLE: "person_add",
    Home.RELATIVES: "person_add",
    Home.KEYS: "lock",
    Home.VISIT_INFO: "visibility",
    Home.IMPORTANT: "keep",
    Home.VISIT_PLAN: "event",
    Home.JOURNAL: "history",
    Home.HEALTH_RECORD: "fact_check",
    Home.NOWHERE: "close",
}
_WHICH_AREA = "Vilket livsområde gäller det?"
_PERMITTED = "I besöksplanen får det stå: ”{text}”"
_PLAN_CLOSED = "Ingen plan är öppen att skriva i. Kopiera texten, öppna planen och klistra in den."
_BY_HAND = "Skriv det i fältet för hand."
_LEAST_WIDTH = 160
GO = "Gå dit"
_MOVE, _COPY, _REMOVE = "Flytta dit", "Kopiera texten", "Ta bort texten där den står"


@dataclass(frozen=True)
class Powers:
    """What can be done with an answer: nothing is moved without a person or an open plan.

    *has_source* tells that the text stands somewhere, from where it can be taken away.
    """

    has_person: bool
    has_draft: bool
    has_source: bool = False

    def move(self, advice: Advice) -> bool:
        """Tell whether the text can be moved there now."""
        can = self.has_draft if advice.home is Home.PLAN else self.has_person
        return can and may_be_moved(advice)

    def remove(self, advice: Advice) -> bool:
        """Tell whether the text has no place here, and can be taken away from where it stands."""
        return self.has_source and advice.home in (Home.HEALTH_RECORD, Home.NOWHERE)

    def go(self, advice: Advice) -> bool:
        """Tell whether there is a place to go to."""
        return self.has_person and bool(advice.field)


@dataclass(frozen=True)
class Dress:
    """What the cards are made with."""

    method: Method
    theme: Theme


class AdviceView(QWidget):
    """One advice and its buttons; *number* is 1 or 2 where the writer chooses, else 0.

    Signals:
        move_wanted: the text is to be moved by this advice.
        copy_wanted: a text to put on the clipboard.
        go_wanted: the advice whose place is to be shown.
        remove_wanted: the advice by which the text is to be taken away from where it stands.
    """

    move_wanted = Signal(object)
    copy_wanted = Signal(str)
    go_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, advice: Advice, number: int, powers: Powers, dress: Dress) -> None:
        super().__init__()
        self.advice, self._number, self._powers, self._dress = advice, number, powers, dress
        self.area: PickBox | None = None
        self.move_there: Button | None = None
        self.place = where(advice, dress.method)
        theme = dress.theme
        icon, size = QLabel(), theme.px(20)
        pixmap = theme.icon(_ICONS[advice.home], "accent").pixmap(QSize(size, size))
        icon.setPixmap(pixmap)
        self.words = QVBoxLayout()
        self.words.setSpacing(theme.px(4))
        self.words.addWidget(label(self.place, "label", wraps=True))
        self.words.addWidget(label(advice.reason, wraps=True))
        self.words.addWidget(label(advice.rule, "muted", wraps=True))
        self._add_permitted()
        self._add_area()
        self._add_actions()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.words, 1)

    def chosen(self) -> Advice | None:
        """Return the advice with its life area; None until the writer has chosen one."""
        return None if self.area else self.advice

    def ask_to_move(self) -> bool:
        """Move the text, or ask for the life area first; False when it cannot be moved."""
        if self.move_there is None:
            return False
        if advice := self.chosen():
            self.move_wanted.emit(advice)
        elif self.area:
            self.area.setFocus()
            reveal_soon(self.area)
            say(self.area, _WHICH_AREA)
        return True

    def lead(self, leads: bool) -> None:
        """Make the button the primary one, which Enter presses, or a common one."""
        if self.move_there:
            name = "primary" if leads else ""
            text = f"{_MOVE} (Enter)" if leads else self._move_text()
            if self.move_there.objectName() != name:
                self.move_there.setObjectName(name)
                self.move_there.style().unpolish(self.move_there)
                self.move_there.style().polish(self.move_there)
            self.move_there.setText(text)

    def _move_text(self) -> str:
        return f"{self._number}  {_MOVE}" if self._number else _MOVE

    def _add_permitted(self) -> None:
        if not (text := self.advice.permitted) or self._powers.move(self.advice):
            return
        self.words.addWidget(label(_PERMITTED.format(text=text), wraps=True))
        self.permitted = self._button("Kopiera frasen", "link", lambda: self.copy_wanted.emit(text))
        self.words.addWidget(self.permitted, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_area(self) -> None:
        if asks_for_area(self.advice) and self._powers.move(self.advice):
            self.area = PickBox([(area.code, area.label) for area in LIFE_AREAS])
            self.area.setAccessibleName(_WHICH_AREA)
            self.area.edited.connect(self._on_area)
            self.words.addWidget(label(_WHICH_AREA, "label"))
            # As wide as its longest choice, or as there is room for.
            self.area.setMaximumWidth(self.area.sizeHint().width())
            self.area.setMinimumWidth(self._dress.theme.px(_LEAST_WIDTH))
            self.words.addWidget(self.area)

    def _on_area(self, code: object) -> None:
        self.move_wanted.emit(in_area(self.advice, str(code)))

    def _add_actions(self) -> None:
        actions = QWidget()
        flow = FlowLayout(actions, self._dress.theme.px(10))
        powers, advice = self._powers, self.advice
        if powers.move(advice):
            self.move_there = self._button(self._move_text(), "", self.ask_to_move)
            if self._number:
                self.move_there.setToolTip(f"Alt+{self._number}")
            flow.addWidget(self.move_there)
        elif powers.has_person and (told := self._instead()):
            self.words.addWidget(label(told, "muted", wraps=True))
        if advice.home is Home.HEALTH_RECORD or (advice.field and self.move_there is None):
            flow.addWidget(self._button(_COPY, "", lambda: self.copy_wanted.emit("")))
        if powers.remove(advice):
            flow.addWidget(self._button(_REMOVE, "", lambda: self.remove_wanted.emit(advice)))
        if powers.go(advice):
            text = "Öppna planen" if self._is_closed() else GO
            go = self._button(text, "link", lambda: self.go_wanted.emit(advice))
            # As high as a button beside it, whose middle it then stands at.
            beside = push_button(text)
            beside.ensurePolished()
            go.setMinimumHeight(beside.sizeHint().height())
            flow.addWidget(go)
        actions.setVisible(flow.count() > 0)
        self.words.addWidget(actions)

    def _instead(self) -> str:
        if self._is_closed():
            return _PLAN_CLOSED
        return _BY_HAND if self.advice.field else ""

    def _is_closed(self) -> bool:
        return self.advice.home is Home.PLAN and not self._powers.has_draft

    def _button(self, text: str, kind: str, press: Callable[[], object]) -> Button:
        button = push_button(text, kind)
        button.setAccessibleName(f"{text}: {self.place}")
        button.clicked.connect(press)
        return button

"""Sigill: the check code of a paper, typed or scanned, and the plan that it belongs to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.check_code import CodeError, read_code
from gplan_desktop.errors import DatabaseDamaged
from ui.errors import show_error
from ui.office import Office
from ui.own_words_card import readable
from ui.seal_words import Found, Told, heading_of, not_found
from ui.told_line import ToldLine
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.labels import label
from ui.widgets.line_box import LineBox
from ui.widgets.spoken import say

if TYPE_CHECKING:
    # The window is shown before the database's libraries are loaded.
    from gplan_desktop.store.store import Store

CODE_LABEL = "Kontrollkod på papperet"
_HINT = (
    "Koden på 16 tecken står sist på den utskrivna planen. Skriv eller klistra in den, eller läs "
    "QR-koden med en läsare. Mellanslag och stora eller små bokstäver spelar ingen roll."
)
_EMPTY = "Skriv koden som står på papperet."
_QUESTION = "seal"


def look_up(store: "Store", text: str) -> tuple[Found, ...]:
    """Return the plans that a code belongs to, in the store's thread; CodeError as read_code."""
    hits = store.plan_lists.with_check_code(text)
    return tuple(Found(person, plan, _is_unchanged(store, plan.id)) for person, plan in hits)


def _is_unchanged(store: "Store", plan_id: str) -> bool:
    try:
        store.plan(plan_id)
    except DatabaseDamaged:
        return False
    return True


class SealCodeCard(Card):
    """Answers as soon as the code is whole; Enter, also a scanner's, tells what is wrong with it.

    *plans* are those on show, and *open_buttons* open them.
    """

    def __init__(self, office: Office, open_plan: Callable[[str], None]) -> None:
        super().__init__(office.theme)
        self._office, self._open_plan = office, open_plan
        theme = office.theme
        self.plans: tuple[Found, ...] = ()
        self.open_buttons: list[QWidget] = []
        self.column.setSpacing(theme.px(10))
        name = label(CODE_LABEL, "heading")
        self.box = LineBox()
        name.setBuddy(self.box)
        self.box.setAccessibleName(CODE_LABEL)
        self.box.setAccessibleDescription(_HINT)
        self.box.setMaximumWidth(theme.px(420))
        self.box.textChanged.connect(self._on_typed)
        self.box.returnPressed.connect(self._on_entered)
        check = push_button("Kontrollera", "primary")
        check.clicked.connect(self._on_entered)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.box, 9)
        row.addWidget(check)
        row.addStretch(1)
        self.answer = ToldLine(theme)
        self._hits = QWidget()
        self._hits_column = QVBoxLayout(self._hits)
        self._hits_column.setContentsMargins(0, 0, 0, 0)
        self._hits_column.setSpacing(theme.px(12))
        self._hits.hide()
        self.column.addWidget(name)
        self.column.addLayout(readable(label(_HINT, "muted", wraps=True)))
        self.column.addLayout(row)
        self.column.addWidget(self.answer)
        self.column.addWidget(self._hits)

    def _on_typed(self, text: str) -> None:
        """Look the code up when it is whole; one that is being typed is no mistake yet."""
        self._clear()
        try:
            read_code(text)
        except CodeError:
            self._office.database.forget(_QUESTION)
        else:
            self._ask(text)

    def _on_entered(self) -> None:
        """Tell what is wrong with the code, and let the next one that is scanned replace it."""
        text = self.box.text()
        self.box.setFocus()
        self.box.selectAll()
        try:
            read_code(text)
        except CodeError as error:
            self._clear()
            self._tell(Told("problem", str(error) if text.strip() else _EMPTY))
        else:
            self._ask(text)

    def _ask(self, text: str) -> None:
        store = self._office.store
        work = lambda: look_up(store, text)  # noqa: E731 - read with the line below
        self._office.database.newest(_QUESTION, work, self._show, show_error)

    def _show(self, plans: tuple[Found, ...]) -> None:
        self._clear()
        self.plans = plans
        if not plans:
            self._tell(Told("warning", not_found(self._office.unit)))
            return
        self._hits_column.addWidget(label(heading_of(len(plans)), "label", wraps=True))
        for found in plans:
            self._hits_column.addWidget(self._hit(found))
        self._hits.show()
        say(self._hits, "\n".join((heading_of(len(plans)), *(f.as_text() for f in plans))))

    def _hit(self, found: Found) -> QWidget:
        theme = self._office.theme
        hit = Card(theme)
        hit.column.setSpacing(theme.px(10))
        for told in found.sentences():
            hit.column.addWidget(ToldLine(theme, told))
        hit.column.addWidget(Facts(found.facts(), theme))
        # A plan that is damaged cannot be opened.
        if found.is_unchanged:
            button = push_button("Öppna planen", "", theme.icon("description", "accent"))
            button.setAccessibleName(f"Öppna planen {found.plan.name}, {found.person.name}")
            button.clicked.connect(lambda: self._open_plan(found.plan.id))
            self.open_buttons.append(button)
            hit.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return hit

    def _tell(self, told: Told) -> None:
        self.answer.show_told(told)
        say(self.answer, told.text)

    def _clear(self) -> None:
        self.answer.show_told(None)
        self._hits.hide()
        self.plans, self.open_buttons = (), []
        while (item := self._hits_column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

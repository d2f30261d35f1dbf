"""The start for who may not read of any person: what the role is there for, in words (F64)."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.user import Permission
from ui.more_menu import more_button
from ui.office import Office
from ui.roles_aside import roles_notice
from ui.session_menu import SessionWays, add_session, who_is_in
from ui.widgets.buttons import Button, push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.permitted import permit
from ui.widgets.scrolled import page_of

_USERS = "Lägg till och ta bort användare, och bestäm vilka individer var och en ser."
_OWN_LOGIN = "Byt din egen lösenfras."
_BACKUPS = "Se hur det är med kopiorna, gör en ny och lägg tillbaka en."
_METHOD = "Se vilket metodstöd som används, och byt till kommunens eget."
_PRACTISE = "Pröva allt med påhittade individer. Inget i övningen är på riktigt."


@dataclass(frozen=True)
class DutiesWays:
    """Where one goes from the start without persons."""

    users: Callable[[], None]
    backups: Callable[[], None]
    method: Callable[[], None]
    practise: Callable[[], None]
    session: SessionWays


class DutiesView(QWidget):
    """Why there is no list of persons, and a line with a button for each thing there is to do."""

    def __init__(self, office: Office, ways: DutiesWays, menu: QWidget) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._office = office
        px = office.theme.px
        self.why = label(office.may(Permission.READ), "muted", wraps=True)
        self.card = Card(office.theme)
        self.card.column.setSpacing(px(12))
        manages = not office.may(Permission.MANAGE_USERS)
        self.users = self._line("Användare och inloggning", _USERS if manages else _OWN_LOGIN)
        self.backups = self._line("Säkerhetskopior", _BACKUPS)
        self.method = self._line("Metodstöd", _METHOD)
        self.practise = self._line("Öva", _PRACTISE)
        permit(self.backups, office, Permission.BACK_UP)
        for button, go in (
            (self.users, ways.users),
            (self.backups, ways.backups),
            (self.method, ways.method),
            (self.practise, ways.practise),
        ):
            button.clicked.connect(go)
        inner = page_of(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(28), px(20), px(28), px(20))
        column.setSpacing(px(12))
        column.addLayout(self._head(menu, ways.session))
        self._lines = QVBoxLayout()
        column.addLayout(self._lines)
        if office.own_method.roles_aside:
            self.add_line(roles_notice(office, ways.method))
        column.addWidget(self.why)
        column.addWidget(self.card)
        column.addStretch(1)

    def add_line(self, line: QWidget) -> None:
        """Show *line*, such as how it is with the backups, under the head."""
        self._lines.addWidget(line)

    def focus_first(self) -> None:
        """Put the keyboard on the first thing there is to do."""
        self.users.setFocus()

    def _head(self, menu: QWidget, session: SessionWays) -> QHBoxLayout:
        office = self._office
        self.who = label(who_is_in(office), "muted", wraps=True)
        self.who.setVisible(bool(self.who.text()))
        title = QVBoxLayout()
        title.setSpacing(0)
        title.addWidget(label(office.unit.name, "title", wraps=True))
        title.addWidget(self.who)
        self.more = more_button(office.theme, ())
        add_session(self.more.menu(), office, session)
        self.more.setVisible(not self.more.menu().isEmpty())
        row = QHBoxLayout()
        row.addLayout(title, 1)
        row.addWidget(self.more)
        row.addWidget(menu)
        return row

    def _line(self, name: str, about: str) -> Button:
        """Add a button with what it is for under it."""
        button = push_button(name)
        button.setAccessibleDescription(about)
        column = QVBoxLayout()
        column.setSpacing(self._office.theme.px(2))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label(about, "muted", wraps=True))
        self.card.column.addLayout(column)
        return button

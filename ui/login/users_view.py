"""The page Användare: who can log in, with what role, and the recovery code."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.errors import WorldError
from gplan_desktop.vault.recovery_code import RecoveryCode
from gplan_desktop.vault.unlocked import Unlocked
from gplan_desktop.vault.users import NewUser, VaultUser
from ui.background import Background
from ui.confirm import Question, ask
from ui.errors import show_error
from ui.login.user_dialog import Typed, UserDialog
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.record_table import Cell, RecordTable, Row
from ui.widgets.scrolled import scrolled
from ui.widgets.spoken import say

_HEADINGS = ("Namn", "Användarnamn", "Roll", "")
_WIDTHS = (280, 220, 220, 260)
_LEAD = (
    "Var och en loggar in med sitt eget användarnamn, så att loggen visar vem som har läst och "
    "skrivit. Tas någon bort får enhetens uppgifter en ny nyckel."
)
_CODE_LEAD = (
    "Återställningskoden öppnar enheten om alla har glömt sina lösenfraser. En ny kod gör den "
    "gamla ogiltig."
)
_NO_ROLE = WorldError("Användaren har ingen roll.", "Ingen är tillagd.", "Välj en roll.")


@dataclass(frozen=True)
class UsersWays:
    """Where one goes from the page, and what the program around it does.

    remove takes a user away, for which the database is closed and opened again;
    print_code shows the paper of a new recovery code.
    """

    leave: Callable[[], None]
    remove: Callable[[VaultUser], None]
    print_code: Callable[[RecoveryCode], None]


class UsersView(QWidget):
    """A table of users with what can be done with each; goes back with Esc."""

    def __init__(
        self, unlocked: Unlocked, thread: Background, looks: "Looks", ways: UsersWays
    ) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._unlocked, self._thread, self._ways = unlocked, thread, ways
        self._theme, self._roles = looks.theme, looks.roles
        self._users: dict[str, VaultUser] = {}
        theme = self._theme
        self.table = RecordTable("Användare", _HEADINGS, theme)
        self.table.set_widths([theme.px(width) for width in _WIDTHS])
        self.table.chosen.connect(self._on_chosen)
        self.told = label("", "done", wraps=True)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(theme.px(28), theme.px(16), theme.px(28), theme.px(20))
        layout.setSpacing(theme.px(12))
        layout.addLayout(self._head())
        layout.addWidget(label(_LEAD, "muted", wraps=True))
        layout.addWidget(self.table)
        layout.addLayout(self._buttons())
        layout.addWidget(self.told)
        layout.addWidget(self._own_card())
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner))
        QShortcut(QKeySequence("Esc"), self, ways.leave)

    def refresh(self) -> None:
        """Show who can log in now."""
        self._thread.run(self._unlocked.users, self._show, show_error)

    def focus_first(self) -> None:
        """Put the keyboard in the table."""
        self.table.setFocus()

    def _head(self) -> QHBoxLayout:
        back = push_button("Till listan", "link", self._theme.icon("arrow_back", "accent"))
        back.setToolTip("Esc")
        back.clicked.connect(self._ways.leave)
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(12))
        row.addWidget(back)
        row.addWidget(label("Användare", "title"))
        row.addStretch(1)
        return row

    def _buttons(self) -> QHBoxLayout:
        theme = self._theme
        self.add = push_button("Ny användare…", "primary", theme.icon("person_add", "on_accent"))
        self.reset = push_button("Ny lösenfras…", "", theme.icon("lock", "accent"))
        self.remove = push_button("Ta bort…", "danger")
        for button, act in (
            (self.add, self._ask_new),
            (self.reset, self._ask_reset),
            (self.remove, self._ask_remove),
        ):
            button.clicked.connect(act)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        for button in (self.add, self.reset, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _own_card(self) -> Card:
        card = Card(self._theme)
        card.column.setSpacing(self._theme.px(8))
        card.column.addWidget(label("Din lösenfras och återställningskoden", "heading"))
        card.column.addWidget(label(_CODE_LEAD, "muted", wraps=True))
        self.change = push_button("Byt min lösenfras…")
        self.change.clicked.connect(self._ask_change)
        self.new_code = push_button("Skriv ut en ny återställningskod…")
        self.new_code.clicked.connect(self._make_code)
        row = QHBoxLayout()
        row.addWidget(self.change)
        row.addWidget(self.new_code)
        row.addStretch(1)
        card.column.addLayout(row)
        return card

    def _show(self, users: tuple[VaultUser, ...]) -> None:
        self._users = {user.id: user for user in users}
        self.table.show_rows([self._row(user) for user in users])
        self.table.setFixedHeight(self._theme.px(40) * (1 + min(len(users), 8)) + 6)
        self._on_chosen(self.table.current_id)

    def _row(self, user: VaultUser) -> Row:
        own = "Det är du" if user.id == self._unlocked.user.id else ""
        note = "Har en tillfällig lösenfras" if user.temporary else own
        role = self._roles.get(user.role, user.role)
        return Row(user.id, (Cell(user.name), Cell(user.login), Cell(role), Cell(note, "muted")))

    def _on_chosen(self, user_id: str) -> None:
        is_other = bool(user_id) and user_id != self._unlocked.user.id
        for button in (self.reset, self.remove):
            button.setEnabled(is_other)

    def _ask_new(self) -> None:
        dialog = UserDialog(
            "Lägg till användare", self._theme, self, lambda t: self._add(dialog, t)
        )
        dialog.ask_who(tuple(self._roles.items()))
        dialog.ask_new(given=True)
        dialog.finish()

    def _add(self, dialog: UserDialog, typed: Typed) -> None:
        if not typed.role:
            dialog.show_failure(_NO_ROLE)
            return
        new = NewUser(typed.login, typed.name, typed.role, typed.passphrase)
        told = f"{typed.name} kan logga in som {typed.login}."
        self._do(dialog, lambda: self._unlocked.add_user(new), told)

    def _ask_reset(self) -> None:
        user = self._users[self.table.current_id]
        dialog = UserDialog(
            f"Ny lösenfras för {user.name}", self._theme, self, lambda t: self._reset(dialog, t)
        )
        dialog.ask_new(given=True)
        dialog.finish()

    def _reset(self, dialog: UserDialog, typed: Typed) -> None:
        user = self._users[self.table.current_id]
        told = f"{user.name} har fått en ny lösenfras."
        work = self._unlocked.reset_passphrase
        self._do(dialog, lambda: work(user.id, typed.passphrase), told)

    def _ask_change(self) -> None:
        dialog = UserDialog(
            "Byt min lösenfras", self._theme, self, lambda typed: self._change(dialog, typed)
        )
        dialog.ask_old()
        dialog.ask_new(given=False)
        dialog.finish()

    def _change(self, dialog: UserDialog, typed: Typed) -> None:
        work = self._unlocked.change_passphrase
        told = "Din lösenfras är bytt."
        self._do(dialog, lambda: work(typed.old, typed.passphrase), told)

    def _ask_remove(self) -> None:
        user = self._users[self.table.current_id]
        question = Question(
            f"Ta bort användaren {user.name}?",
            "Personen kan inte logga in mer. Det som personen har skrivit finns kvar. "
            "Enhetens uppgifter får en ny nyckel, vilket tar några sekunder.",
            "Ta bort användaren",
            "Behåll användaren",
        )
        ask(self, question, lambda: self._ways.remove(user))

    def _make_code(self) -> None:
        self._thread.run(self._unlocked.new_recovery_code, self._ways.print_code, show_error)

    def _do(self, dialog: UserDialog, work: Callable[[], object], told: str) -> None:
        def done(_: object) -> None:
            dialog.accept()
            self.told.setText(told)
            say(self.told, told)
            self.refresh()

        self._thread.run(work, done, dialog.show_failure)


@dataclass(frozen=True)
class Looks:
    """The theme in force, and what each role is called."""

    theme: Theme
    roles: Mapping[str, str]

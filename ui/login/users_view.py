"""The page Användare: who can log in, with what role, and the recovery code."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.user import OwnPersons, Permission, Whose
from gplan_desktop.user_changes import UserChanges
from gplan_desktop.vault import passphrase
from gplan_desktop.vault.unlocked import Unlocked
from gplan_desktop.vault.users import Device, VaultUser
from ui.errors import show_error
from ui.login.code_line import CodeCard
from ui.login.devices_card import DevicesCard, DeviceWays, Remembering
from ui.login.new_code import NewCode, NewCodeWays, ShowPaper
from ui.login.own_persons_dialog import told
from ui.login.user_dialogs import UserDialogs, UserDialogWays
from ui.office import Office
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.permitted import permit_all
from ui.widgets.record_table import Cell, RecordTable, Row
from ui.widgets.scrolled import scrolled
from ui.widgets.spoken import say

_HEADINGS = ("Namn", "Användarnamn", "Roll", "Individer", "")
_WIDTHS = (240, 180, 180, 260, 220)
_LEAD = (
    "Var och en loggar in med sitt eget användarnamn, så att loggen visar vem som har läst och "
    "skrivit. Tas någon bort får enhetens uppgifter en ny nyckel."
)
_CODE_LEAD = (
    "Återställningskoden öppnar enheten om alla har glömt sina lösenfraser. En ny kod gäller först "
    "när du har skrivit av den från papperet. Till dess gäller den gamla."
)
_RECOVERED = (
    "Du kom in med återställningskoden. Markera chefen i listan, välj Ny lösenfras och logga sedan "
    "in som vanligt."
)
_OWN = "Din egen roll ändrar en annan som hanterar användare. Din lösenfras byter du här nedanför."
_FORGOTTEN = "Datorn frågar efter lösenfrasen nästa gång."


@dataclass(frozen=True)
class UsersWays:
    """Where one goes from the page, and what the program around it does.

    remove takes a user away, for which the database is closed and opened again;
    print_code shows the paper of a new recovery code over a widget.
    """

    leave: Callable[[], None]
    remove: Callable[[VaultUser], None]
    print_code: ShowPaper


class UsersView(QWidget):
    """A table of users with what can be done with each; goes back with Esc."""

    def __init__(self, unlocked: Unlocked, office: Office, ways: UsersWays) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._unlocked, self._office, self._ways = unlocked, office, ways
        self._thread, self._theme = office.database, office.theme
        self._changes = UserChanges(unlocked, office.store)
        self._code = NewCode(
            self._changes, self._thread, self, NewCodeWays(ways.print_code, self._tell)
        )
        self._roles = office.method.access.roles
        self._users: dict[str, VaultUser] = {}
        dialog_ways = UserDialogWays(self._tell, ways.leave)
        self._dialogs = UserDialogs(self._changes, office, self, dialog_ways)
        theme = self._theme
        self.table = RecordTable("Användare", _HEADINGS, theme)
        self.table.set_widths([theme.px(width) for width in _WIDTHS])
        self.table.chosen.connect(self._on_chosen)
        self.told = label("", "done", wraps=True)
        self.told.hide()
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(theme.px(28), theme.px(16), theme.px(28), theme.px(20))
        layout.setSpacing(theme.px(12))
        layout.addLayout(self._head())
        layout.addWidget(label(_LEAD, "muted", wraps=True))
        layout.addWidget(self.told)
        self.unconfirmed = CodeCard(theme)
        self.unconfirmed.button.clicked.connect(self._make_code)
        self.unconfirmed.hide()
        layout.addWidget(self.unconfirmed)
        layout.addWidget(self.table)
        layout.addLayout(self._buttons())
        self.own = label(_OWN, "muted", wraps=True)
        layout.addWidget(self.own)
        layout.addWidget(self._own_card())
        self.devices = DevicesCard(theme, DeviceWays(self._forget, self._forget_here))
        layout.addWidget(self.devices)
        users = (self.add, self.rename, self.reset, self.decide, self.remove)
        manage = (*users, self.new_code, self.unconfirmed.button)
        permit_all(manage, office, Permission.MANAGE_USERS)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner))
        QShortcut(QKeySequence("Esc"), self, ways.leave)

    def refresh(self) -> None:
        """Show who can log in now."""
        unlocked, store, changes = self._unlocked, self._office.store, self._changes
        manages = not self._office.may(Permission.MANAGE_USERS)

        def read() -> _Found:
            users, devices, here = unlocked.users(), unlocked.devices(), unlocked.this_computer
            if not manages:
                # How the others log in is nothing to know for who does not manage them.
                own = tuple(user for user in users if user.id == unlocked.user.id)
                mine = tuple(device for device in devices if device.user == unlocked.user.id)
                return _Found(own, mine, here)
            users = tuple(replace(user, role=changes.role_of(user)) for user in users)
            decided = {user.id: store.own_persons.of_user(user.id) for user in users}
            return _Found(users, devices, here, decided, unlocked.recovery_confirmed)

        self._thread.run(read, self._show, show_error)

    def focus_first(self) -> None:
        """Put the keyboard in the table."""
        self.table.setFocus()

    def ask_own_passphrase(self, declined: Callable[[], None]) -> None:
        """Let who came in by a passphrase that was given choose an own one, and then go on."""
        own = self._unlocked.user
        self._dialogs.change_own(own, leaves=True).rejected.connect(declined)

    def tell_recovered(self) -> None:
        """Tell who came in by the recovery code what is to be done (S27)."""
        self._say(_RECOVERED)
        self.change.hide()

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
        self.rename = push_button("Namn och roll…", "", theme.icon("edit", "accent"))
        self.decide = push_button("Enheter och utförare…", "", theme.icon("person_add", "accent"))
        self.remove = push_button("Ta bort…", "danger")
        for button, act in (
            (self.add, self._dialogs.add),
            (self.reset, lambda: self._dialogs.reset(self._marked())),
            (self.rename, lambda: self._dialogs.change(self._marked())),
            (self.decide, lambda: self._dialogs.decide(self._marked())),
            (self.remove, self._remove),
        ):
            button.clicked.connect(act)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        for button in (self.add, self.rename, self.reset, self.decide, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _own_card(self) -> Card:
        card = Card(self._theme)
        card.column.setSpacing(self._theme.px(8))
        card.column.addWidget(label("Din lösenfras och återställningskoden", "heading"))
        card.column.addWidget(label(_CODE_LEAD, "muted", wraps=True))
        self.change = push_button("Byt min lösenfras…")
        self.change.clicked.connect(
            lambda: self._dialogs.change_own(self._unlocked.user, leaves=False)
        )
        self.new_code = push_button("Skriv ut en ny återställningskod…")
        self.new_code.clicked.connect(self._make_code)
        row = QHBoxLayout()
        row.addWidget(self.change)
        row.addWidget(self.new_code)
        row.addStretch(1)
        card.column.addLayout(row)
        return card

    def _show(self, found: "_Found") -> None:
        users = found.users
        self._users = {user.id: user for user in users}
        self.table.show_rows([self._row(user, found.own.get(user.id)) for user in users])
        self._choose_added()
        self.table.setFixedHeight(self._theme.px(40) * (1 + min(len(users), 8)) + 6)
        self._on_chosen(self.table.current_id)
        self.unconfirmed.setVisible(not found.has_code)
        # The card has the same button.
        self.new_code.setVisible(found.has_code)
        now, here = self._office.now(), found.here
        names = {user.id: user.name for user in users}
        shown = [
            Remembering(device, names.get(device.user, ""), device.id == here)
            for device in found.devices
            if device.expires > now
        ]
        self.devices.show_devices(shown, is_here=bool(here))

    def _choose_added(self) -> None:
        """Mark who was just added: what comes next is often to decide whom that one sees."""
        logins = [passphrase.login_of(user.login) for user in self._users.values()]
        added = passphrase.login_of(self._dialogs.added)
        if added and added in logins:
            self.table.selectRow(logins.index(added))
            self._dialogs.added = ""

    def _row(self, user: VaultUser, decided: OwnPersons | None) -> Row:
        own = "Det är du" if user.id == self._unlocked.user.id else ""
        note = "Har en tillfällig lösenfras" if user.temporary else own
        role = self._roles.get(user.role)
        whom = told(role, decided) if role and decided else ""
        texts = (user.name, user.login, role.label if role else user.role, whom)
        return Row(user.id, (*(Cell(text) for text in texts), Cell(note, "muted")))

    def _on_chosen(self, user_id: str) -> None:
        is_other = bool(user_id) and user_id != self._unlocked.user.id
        for button in (self.rename, self.reset, self.remove):
            button.setEnabled(is_other)
        self.own.setVisible(bool(user_id) and not is_other)
        user = self._users.get(user_id)
        role = self._roles.get(user.role) if user else None
        reads = role is not None and Permission.READ in role.may
        self.decide.setEnabled(reads and role is not None and role.whose is not Whose.ALL)

    def _make_code(self) -> None:
        self._code.begin(self._theme)

    def _forget(self, device: Device) -> None:
        self._thread.run(lambda: self._changes.forget(device), self._on_forgotten, show_error)

    def _forget_here(self) -> None:
        self._thread.run(self._changes.forget_here, self._on_forgotten, show_error)

    def _on_forgotten(self, _: None) -> None:
        self._tell(_FORGOTTEN)

    def _marked(self) -> VaultUser:
        return self._users[self.table.current_id]

    def _remove(self) -> None:
        user = self._marked()
        self._dialogs.ask_to_remove(user, lambda: self._ways.remove(user))

    def _tell(self, text: str) -> None:
        self._say(text)
        self.refresh()

    def _say(self, text: str) -> None:
        self.told.setText(text)
        self.told.show()
        say(self.told, text)


@dataclass(frozen=True)
class _Found:
    """Who can log in, and where without a passphrase; *here* is what this computer has of it.

    *own* is what was decided of whose persons each sees, by the user's id.
    """

    users: tuple[VaultUser, ...]
    devices: tuple[Device, ...]
    here: str
    own: Mapping[str, OwnPersons] = field(default_factory=dict)
    has_code: bool = True

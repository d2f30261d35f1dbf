"""What is done with users, each thing asked for in a dialog of its own over the page."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from gplan_desktop.domain.user import OwnPersons, Permission, Whose
from gplan_desktop.errors import WorldError
from gplan_desktop.user_changes import UserChanges
from gplan_desktop.vault.users import NewUser, VaultUser
from ui.confirm import Question, ask
from ui.errors import show_error
from ui.login.own_persons_dialog import Choices, OwnPersonsDialog, read_choices
from ui.login.user_dialog import Typed, UserDialog
from ui.office import Office

_SEES_ALL = " {} ser alla individer tills du väljer enheter under Enheter och utförare."
_SEES_NONE = " {} ser ingen förrän du väljer utförare under Enheter och utförare."
_NO_ROLE = WorldError("Användaren har ingen roll.", "Ingen är tillagd.", "Välj en roll.")


@dataclass(frozen=True)
class UserDialogWays:
    """What follows when something is done: *tell* it on the page, or *leave* the page."""

    tell: Callable[[str], None]
    leave: Callable[[], None]


class UserDialogs:
    """Opens the dialogs over *page*; what they are about is handed to each."""

    def __init__(
        self, changes: UserChanges, office: Office, page: QWidget, ways: UserDialogWays
    ) -> None:
        self._changes, self._office, self._page, self._ways = changes, office, page, ways
        self._roles = office.method.access.roles
        self.added = ""

    def add(self) -> None:
        """Let somebody log in; *added* is the login of the latest."""
        dialog = self._dialog("Lägg till användare", lambda typed: self._add(dialog, typed))
        dialog.ask_who(self._role_names())
        dialog.ask_new(given=True)
        dialog.finish()

    def change(self, user: VaultUser) -> None:
        """Give *user* another name or role."""
        told = "{} har sitt namn och sin roll från nästa inloggning."
        dialog = self._dialog(
            "Ändra namn och roll",
            lambda typed: self._do(
                dialog,
                lambda: self._changes.change(user, typed.name, typed.role),
                told.format(typed.name),
            ),
        )
        dialog.tell_whose(user.name, user.login)
        dialog.ask_name_and_role(self._role_names(), user.name, user.role)
        dialog.finish()

    def reset(self, user: VaultUser) -> None:
        """Give *user* another passphrase."""
        told = f"{user.name} har fått en ny lösenfras."
        dialog = self._dialog(
            "Ge en ny lösenfras",
            lambda typed: self._do(
                dialog, lambda: self._changes.reset(user, typed.passphrase), told
            ),
        )
        dialog.tell_whose(user.name, user.login)
        dialog.ask_new(given=True)
        dialog.finish()

    def change_own(self, user: VaultUser, *, leaves: bool) -> UserDialog:
        """Let *user*, who is logged in, choose another passphrase; one that was given must be.

        Then the page is left, if it *leaves*.
        """
        told = "" if leaves else "Din lösenfras är bytt."
        dialog = self._dialog(
            "Byt min lösenfras",
            lambda typed: self._do(
                dialog, lambda: self._changes.change_own(typed.old, typed.passphrase), told
            ),
        )
        dialog.tell_whose(user.name, user.login)
        dialog.ask_old(temporary=leaves)
        dialog.ask_new(given=False)
        dialog.finish()
        return dialog

    def decide(self, user: VaultUser) -> None:
        """Let it be decided which persons are the user's own (F65)."""
        store, role = self._office.store, self._roles[user.role]

        def show(choices: Choices) -> None:
            dialog = OwnPersonsDialog(user, role, choices, self._office.theme, self._page)
            dialog.decided.connect(lambda own: self._decide(user, own))
            dialog.open()

        self._office.database.run(lambda: read_choices(store, user.id), show, show_error)

    def ask_to_remove(self, user: VaultUser, remove: Callable[[], None]) -> None:
        """Do *remove* once it is confirmed."""
        question = Question(
            f"Ta bort användaren {user.name}?",
            "Personen kan inte logga in mer. Det som personen har skrivit finns kvar. "
            "Enhetens uppgifter får en ny nyckel, vilket tar några sekunder. Säkerhetskopior som "
            "redan finns öppnas med den gamla tills de är borta.",
            "Ta bort användaren",
            "Behåll användaren",
        )
        ask(self._page, question, remove)

    def _dialog(self, title: str, take: Callable[[Typed], None]) -> UserDialog:
        return UserDialog(title, self._office.theme, self._page, take)

    def _role_names(self) -> tuple[tuple[str, str], ...]:
        return tuple((key, role.label) for key, role in self._roles.items())

    def _add(self, dialog: UserDialog, typed: Typed) -> None:
        if not typed.role:
            dialog.show_failure(_NO_ROLE)
            return
        new = NewUser(typed.login, typed.name, typed.role, typed.passphrase)
        told = f"{typed.name} kan logga in som {typed.login}.{self._sees(new)}"
        self.added = typed.login
        self._do(dialog, lambda: self._changes.add(new), told)

    def _sees(self, new: NewUser) -> str:
        """Tell whom somebody new sees before it is decided, where it can be decided."""
        role = self._roles[new.role]
        if Permission.READ not in role.may or role.whose is Whose.ALL:
            return ""
        told = _SEES_NONE if role.whose is Whose.PROVIDER else _SEES_ALL
        return told.format(new.name)

    def _decide(self, user: VaultUser, own: OwnPersons) -> None:
        store, told = self._office.store, f"{user.name} ser sina individer från nästa inloggning."

        def decided(_: None) -> None:
            self._ways.tell(told)

        database = self._office.database
        database.run(lambda: store.own_persons.decide(user.id, own), decided, show_error)

    def _do(self, dialog: UserDialog, work: Callable[[], None], told: str) -> None:
        """Do *work* and tell of it on the page; without anything *told* one goes on from there."""

        def on_done(_: None) -> None:
            dialog.accept()
            if told:
                self._ways.tell(told)
            else:
                self._ways.leave()

        self._office.database.run(work, on_done, dialog.show_failure)

"""Who can log in is changed: what is to be done stands in the log before the vault is written.

All of it is work for the thread of the database. A program that ends in between
leaves an entry too many, never a change that nobody can see.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from gplan_desktop.domain.log_entry import RECOVERER, UNKNOWN_USER, Noted
from gplan_desktop.domain.user import Permission
from gplan_desktop.errors import WorldError
from gplan_desktop.store.store import Store
from gplan_desktop.vault import passphrase, recovery_code, sealing, users
from gplan_desktop.vault.faults import NameInLog, OwnRole, RecoveryCodeWrong
from gplan_desktop.vault.recovery_code import RecoveryCode
from gplan_desktop.vault.unlocked import Unlocked
from gplan_desktop.vault.users import Device, NewUser, VaultUser

_NOBODYS = {passphrase.login_of(name) for name in (UNKNOWN_USER, RECOVERER)}
_OTHER_CODE = "Det är inte koden på papperet som du just har skrivit ut."


class UserChanges:
    """What the page Användare does with users, the recovery code and the computers.

    Each may raise NotAllowed, which stands in the log, and the errors of the vault.
    """

    def __init__(self, unlocked: Unlocked, store: Store) -> None:
        self._unlocked, self._store = unlocked, store

    def add(self, new: NewUser) -> None:
        """Let somebody log in (S27).

        Raises:
            LoginUnfit, PassphraseWeak, NameInLog.
        """
        self._demand()
        users.require_fit(new)
        self._require_strong(new.passphrase, new.login, new.name)
        self._require_free(new.name)
        user_id = sealing.new_id()
        with self._noted(Noted.USER_ADDED, user_id):
            self._store.users.give(user_id, new.name, new.role)
            self._unlocked.add_user(new, user_id)

    def change(self, user: VaultUser, name: str, role: str) -> None:
        """Give a user another name or role; what that one is writing follows the name.

        Raises:
            OwnRole, LoginUnfit, UserMissing, NameInLog.
        """
        self._demand()
        before = self.role_of(user)
        if user.id == self._unlocked.user.id and role != before:
            raise OwnRole
        users.require_names(name, role)
        name = passphrase.typed(name)
        if passphrase.login_of(name) != passphrase.login_of(user.name):
            self._require_free(name, user.id)
        with self._noted(Noted.USER_CHANGED, user.id):
            if name != user.name:
                self._store.log.note(Noted.RENAMED_FROM, user.id, user=user.name)
                self._store.log.note(Noted.RENAMED_TO, user.id, user=name)
            with self._role_given(user, before):
                self._store.users.give(user.id, name, role)
                self._unlocked.change_user(user.id, name=name, role=role)
        if name != user.name:
            self._store.journal.hand_on_drafts(user.name, name)

    def role_of(self, user: VaultUser) -> str:
        """Return the role that *user* works in: what the log tells goes before the vault."""
        return self._store.users.role_of(user.id) or user.role

    def reset(self, user: VaultUser, new: str) -> None:
        """Give a user who has forgotten it another passphrase.

        Raises:
            PassphraseWeak, UserMissing.
        """
        self._demand()
        self._require_strong(new, user.login, user.name)
        with self._noted(Noted.PASSWORD_RESET, user.id):
            self._unlocked.reset_passphrase(user.id, new)

    def change_own(self, old: str, new: str) -> None:
        """Give the one who is logged in another passphrase.

        Raises:
            PassphraseWeak, WrongPassphrase, TooSoon.
        """
        user = self._unlocked.user
        self._require_strong(new, user.login, user.name)
        with self._noted(Noted.PASSWORD_CHANGED, user.id):
            self._unlocked.change_passphrase(old, new)

    def new_code(self) -> RecoveryCode:
        """Make a recovery code, which is not in force before confirm_code."""
        self._demand()
        with self._noted(Noted.RECOVERY_CODE_BEGUN):
            return self._unlocked.new_recovery_code()

    def confirm_code(self, code: RecoveryCode, typed: str) -> None:
        """Put *code* in force when what was *typed* is it; the one before opens nothing then.

        Raises:
            RecoveryCodeWrong: nothing has changed.
        """
        self._demand()
        if recovery_code.read_code(typed) != code:
            raise RecoveryCodeWrong(_OTHER_CODE)
        with self._noted(Noted.RECOVERY_CODE_MADE):
            self._unlocked.confirm_recovery(typed)

    def withdraw_code(self) -> bool:
        """Forget a code that was not confirmed; tell whether one that was is still in force."""
        self._demand()
        self._unlocked.withdraw_recovery_code()
        return self._unlocked.recovery_confirmed

    def forget(self, device: Device) -> None:
        """Let a computer ask for the passphrase again; another's by who manages users."""
        if device.user != self._unlocked.user.id:
            self._demand()
        with self._noted(Noted.COMPUTER_FORGOTTEN, device.user):
            if device.id == self._unlocked.this_computer:
                self._unlocked.forget_this_computer()
            else:
                self._unlocked.revoke(device.id)

    def forget_here(self) -> None:
        """Let this computer ask for the passphrase again, whomever it remembers."""
        with self._noted(Noted.COMPUTER_FORGOTTEN, self._unlocked.user.id):
            self._unlocked.forget_this_computer()

    def _demand(self) -> None:
        self._store.access.demand(Permission.MANAGE_USERS)

    def _require_strong(self, passphrase: str, login: str, name: str) -> None:
        """Refuse what is easy to guess, the unit's name too, which the vault does not know."""
        users.require_strong(passphrase, login, f"{name} {self._store.unit.name}")

    def _require_free(self, name: str, user_id: str = "") -> None:
        """Refuse a name that another user has, or had when something was done (F66)."""
        self._unlocked.require_own_name(name, user_id)
        if passphrase.login_of(name) in _NOBODYS:
            raise NameInLog
        if self._store.log.acted_by_another(passphrase.typed(name), user_id):
            raise NameInLog

    @contextmanager
    def _role_given(self, user: VaultUser, before: str) -> Iterator[None]:
        """Let the user keep the role *before* when the vault could not be written."""
        try:
            yield
        except Exception:
            with suppress(WorldError):
                self._store.users.give(user.id, user.name, before)
            raise

    @contextmanager
    def _noted(self, noted: Noted, detail: str = "") -> Iterator[None]:
        """Note what is to be done, and after it that it could not be."""
        self._store.log.note(noted, detail)
        try:
            yield
        except Exception:
            with suppress(WorldError):
                self._store.log.note(Noted.NOT_CHANGED, f"{noted.value} {detail}".strip())
            raise

"""Who logs in, as those who use the vault see them."""

from dataclasses import dataclass, field
from datetime import datetime

from gplan_desktop.vault import passphrase
from gplan_desktop.vault.faults import LoginUnfit, PassphraseWeak

_LONGEST_LOGIN = 64
_LONGEST_NAME = 200


@dataclass(frozen=True)
class VaultUser:
    """One who can open the unit; *temporary* when somebody else chose the passphrase."""

    id: str
    login: str
    name: str
    role: str
    temporary: bool = False


@dataclass(frozen=True)
class NewUser:
    """One who is to be able to open the unit."""

    login: str
    name: str
    role: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True)
class Device:
    """A computer that lets a user in without a passphrase until a day."""

    id: str
    user: str
    label: str
    expires: datetime


def require_fit(new: NewUser) -> None:
    """Refuse names that cannot be used and passphrases that are easy to guess.

    Raises:
        LoginUnfit, PassphraseWeak.
    """
    require_names(new.name, new.role)
    login = passphrase.login_of(new.login)
    if not login:
        raise LoginUnfit("Användarnamnet måste fyllas i.")
    if len(login) > _LONGEST_LOGIN or not login.isprintable():
        raise LoginUnfit("Användarnamnet är för långt eller har tecken som inte går att använda.")
    require_strong(new.passphrase, login, new.name)


def require_names(name: str, role: str) -> None:
    """Refuse a user's name that cannot be kept.

    Raises:
        LoginUnfit.
    """
    name = passphrase.typed(name)
    if not name:
        raise LoginUnfit("Namnet måste fyllas i.")
    if len(name + role) > _LONGEST_NAME or not (name + role).isprintable():
        raise LoginUnfit("Namnet är för långt eller har tecken som inte går att använda.")


def require_other(old: str, new: str) -> None:
    """Refuse a new passphrase that is the old one, or as good as: others may know that.

    Raises:
        PassphraseWeak.
    """
    if passphrase.is_same(old, new):
        raise PassphraseWeak("Den nya lösenfrasen är samma som den gamla. Välj en annan.")


def require_strong(text: str, login: str, name: str) -> None:
    """Refuse a passphrase that is easy to guess.

    Raises:
        PassphraseWeak: with the reason.
    """
    reason = passphrase.weakness(text, login, name)
    if reason:
        raise PassphraseWeak(reason)

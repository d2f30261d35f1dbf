"""Opens the vault that lies beside a backup, apart from the unit's own, for who may restore."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gplan_desktop.backup.faults import BackupUnusable, told_of_copy
from gplan_desktop.backup.kept import Backup
from gplan_desktop.domain.log_entry import RECOVERER
from gplan_desktop.domain.user import Permission, UserRole
from gplan_desktop.errors import NotAllowed
from gplan_desktop.store.rights import role_in
from gplan_desktop.vault.machine import MACHINE, Machine
from gplan_desktop.vault.vault import Vault, open_vault
from gplan_desktop.vault.vault_file import NAME


@contextmanager
def vault_of(backup: Backup, machine: Machine = MACHINE) -> Iterator[Vault]:
    """Hand over the vault of *backup*, to be opened by who could log in then or with the code.

    What unlocking it puts right happens in a folder of its own, which goes afterwards.

    Raises:
        BackupUnusable: there is no vault beside it.
        VaultDamaged, VaultNewer.
    """
    with tempfile.TemporaryDirectory(prefix="gplan-") as name:
        try:
            shutil.copyfile(backup.vault, Path(name) / NAME)
        except OSError as error:
            why = "filen med användarnas nycklar saknas bredvid den"
            raise BackupUnusable(backup.path.name, why) from error
        yield open_vault(Path(name), machine)


@dataclass(frozen=True)
class OpenedBackup:
    """The key of a backup, and the name of who has opened it: for the log."""

    key: bytes
    by: str


@dataclass(frozen=True)
class Restorers:
    """Who may put a backup back where nobody can log in (F64): by their roles, or with the code.

    What the roles may do is told by the backup itself; *roles* only name them beforehand.
    """

    roles: Mapping[str, UserRole]
    machine: Machine = MACHINE

    @property
    def role_names(self) -> tuple[str, ...]:
        """The names of the roles that may."""
        may = Permission.BACK_UP
        return tuple(role.label for role in self.roles.values() if may in role.may)

    def open(self, backup: Backup, login: str, secret: str) -> OpenedBackup:
        """Open *backup* for a user, or without a name by the recovery code.

        Raises:
            NotAllowed: the user's role, as it was when the backup was made, may not restore.
            BackupUnusable: the backup is damaged.
            Those of vault_of, Vault.unlock and Vault.unlock_with_recovery.
        """
        with vault_of(backup, self.machine) as vault:
            if not login:
                return OpenedBackup(vault.unlock_with_recovery(secret).key, RECOVERER)
            opened = vault.unlock(login, secret)
        with told_of_copy(backup.path.name):
            role = role_in(backup.path, opened.key, opened.user.id, opened.user.role)
        if role is None or Permission.BACK_UP not in role.may:
            name = role.label if role else opened.user.role
            raise NotAllowed(name, Permission.BACK_UP.label, self.role_names)
        return OpenedBackup(opened.key, opened.user.name)

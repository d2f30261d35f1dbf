"""Opens the vault that lies beside a backup, apart from the unit's own."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gplan_desktop.backup.faults import BackupUnusable
from gplan_desktop.backup.kept import Backup
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

"""What logging in costs, and what killing a change of the vault does.

Run by hand: `python tests/bench/bench_vault.py [kills]`. Times and memory are those of the
passphrases as they are in earnest; the kills come at random moments, 50 for each change.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from gplan_desktop.vault.faults import WrongPassphrase
from gplan_desktop.vault.users import NewUser
from gplan_desktop.vault.vault import create, open_vault

KILLS = 50
TIMES = 5
ANNA = NewUser("anna", "Anna Åberg", "chef", "kaffe moln trappa lejon")
BO = NewUser("bo", "Bo Ek", "läsare", "gaffel moln trappa lejon")
KILLER = Path(__file__).parents[1] / "vault" / "kill_changers.py"


def tell(what: str, work: Callable[[], object], times: int = TIMES) -> None:
    """Print the median time of *work*."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    print(f"{what:28} {statistics.median(taken):6.2f} s")


def refused(folder: Path, login: str) -> None:
    """Log in with a passphrase that is wrong, without a wait from the time before."""
    (folder / "login-attempts.json").unlink(missing_ok=True)
    try:
        open_vault(folder).unlock(login, "wrong")
    except WrongPassphrase:
        return
    raise AssertionError(login)


def log_in(folder: Path) -> None:
    """Print what each way of opening the vault takes."""
    _, unlocked, code = create(folder, ANNA)
    vault = open_vault(folder)
    tell("open the file", lambda: open_vault(folder))
    tell("log in", lambda: vault.unlock(ANNA.login, ANNA.passphrase))
    tell("wrong passphrase", lambda: refused(folder, "anna"))
    tell("unknown user", lambda: refused(folder, "nobody"))
    tell("recovery code", lambda: vault.unlock_with_recovery(str(code)))
    tell("add a user", lambda: unlocked.add_user(BO), times=1)
    tell(
        "change the passphrase",
        lambda: unlocked.change_passphrase(ANNA.passphrase, BO.passphrase),
        1,
    )


def main(kills: int) -> None:
    """Print the times, the memory and the results of the kills."""
    with tempfile.TemporaryDirectory() as scratch:
        log_in(Path(scratch) / "unit")
        if os.name == "posix":
            import resource  # noqa: PLC0415 - Windows has none

            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            print(f"{'most memory':28} {most // 1024:6} MiB")
            folder = Path(scratch) / "kills"
            environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
            told = [sys.executable, str(KILLER), str(folder), str(kills)]
            subprocess.run(told, env=environment, check=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS)

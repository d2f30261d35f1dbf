"""Kill a process that changes a vault; report what the next start finds.

Run by test_durability.py, which has it killed before its every step on the
disk in turn, and by bench_vault.py, which has it killed at random moments.
"""

import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from nacl.pwhash import argon2id

from gplan_desktop.vault.derivation import Cost, Costs
from gplan_desktop.vault.faults import RecoveryCodeWrong, WrongPassphrase
from gplan_desktop.vault.machine import Machine
from gplan_desktop.vault.unlocked import Unlocked
from gplan_desktop.vault.users import NewUser
from gplan_desktop.vault.vault import create, open_vault

CHEAP = Cost(1, argon2id.MEMLIMIT_MIN)
MACHINE = Machine(Costs(CHEAP, CHEAP, CHEAP))
ANNA = NewUser("anna", "Anna Åberg", "chef", "kaffe moln trappa lejon")
BO = NewUser("bo", "Bo Ek", "läsare", "gaffel moln trappa lejon")
CIA = NewUser("cia", "Cia Dahl", "läsare", "sallad moln trappa lejon")
CHANGED = "nya ord om vädret idag"
STEPS = frozenset({"open", "os.rename", "os.remove"})
LONGEST_LIFE = 0.02
Change = Callable[[Unlocked], object]


@dataclass
class Result:
    """What the kills did; the last three must stay at nothing."""

    kills: int = 0
    before: int = 0
    after: int = 0
    unreadable: int = 0
    half_done: int = 0
    left_behind: int = 0


def copy_database(_old: bytes, new: bytes, old_file: Path, new_file: Path) -> None:
    """Write what stands for a database: which key opens it, and what is in it."""
    new_file.write_bytes(new + old_file.read_bytes()[32:])


def add(unlocked: Unlocked) -> None:
    """Add a third user."""
    unlocked.add_user(CIA)


def change(unlocked: Unlocked) -> None:
    """Change the manager's passphrase."""
    unlocked.change_passphrase(ANNA.passphrase, CHANGED)


def remove(unlocked: Unlocked) -> None:
    """Remove the second user, which changes the key."""
    unlocked.remove_user(unlocked.users()[1].id, copy_database)


def renew(unlocked: Unlocked) -> None:
    """Make a recovery code, and read it back from paper."""
    unlocked.confirm_recovery(str(unlocked.new_recovery_code()))


CHANGES: dict[str, Change] = {"add": add, "change": change, "remove": remove, "renew": renew}


def opens(folder: Path, login: str, passphrase: str) -> Unlocked | None:
    """Log in as the next start does; None when the passphrase is not the right one."""
    (folder / "login-attempts.json").unlink(missing_ok=True)
    try:
        return open_vault(folder, MACHINE).unlock(login, passphrase)
    except WrongPassphrase:
        return None


def opens_with_code(folder: Path, code: str) -> bool:
    """Tell whether the recovery code of the beginning still opens the vault."""
    (folder / "login-attempts.json").unlink(missing_ok=True)
    try:
        open_vault(folder, MACHINE).unlock_with_recovery(code)
    except RecoveryCodeWrong:
        return False
    return True


def judge(name: str, folder: Path, code: str, result: Result) -> None:
    """Count which of the two states the vault is in, and what should not be there."""
    managers = [opens(folder, "anna", typed) for typed in (ANNA.passphrase, CHANGED)]
    manager = managers[0] or managers[1]
    if manager is None or manager.database.read_bytes() != manager.key + b"text":
        result.unreadable += 1
        return
    bo, cia = opens(folder, "bo", BO.passphrase), opens(folder, "cia", CIA.passphrase)
    codes = (opens_with_code(folder, code), manager.recovery_confirmed)
    seen = (all(managers), bool(managers[0]), bool(bo), bool(cia), manager.generation, *codes)
    before = (False, True, True, False, 1, True, False)
    after = {
        "add": (False, True, True, True, 1, True, False),
        "change": (False, False, True, False, 1, True, False),
        "remove": (False, True, False, False, 2, True, False),
        "renew": (False, True, True, False, 1, False, True),
    }[name]
    result.before += seen == before
    result.after += seen == after
    result.half_done += seen not in {before, after}
    databases = [path for path in folder.iterdir() if path.name.startswith("unit-g")]
    result.left_behind += databases != [manager.database]


def kill(folder: Path, change_vault: Change, step: int) -> bool:
    """Let a process change the vault and be killed; tell whether it was.

    It is killed before the *step*-th thing that it does on the disk; at a
    random moment when that is zero.
    """
    process = os.fork()
    if process == 0:
        unlocked = open_vault(folder, MACHINE).unlock("anna", ANNA.passphrase)
        if step:
            _die_before(step)
        change_vault(unlocked)
        os._exit(0)
    if not step:
        time.sleep(random.random() * LONGEST_LIFE)  # noqa: S311 no secret
        os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
        raise RuntimeError(status)
    return os.WIFSIGNALED(status)


def _die_before(step: int) -> None:
    taken = 0

    def count(event: str, _arguments: object) -> None:
        nonlocal taken
        if event in STEPS:
            taken += 1
            if taken == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def main(folder: Path, kills: int) -> None:
    """Kill each change, and print the results as JSON: at every step when *kills* is zero."""
    # A killed process loses nothing that the system has taken: only a power cut does.
    os.fsync = lambda _descriptor: None
    whole = folder / "whole"
    _, unlocked, code = create(whole, ANNA, MACHINE)
    unlocked.database.write_bytes(unlocked.key + b"text")
    unlocked.add_user(BO)
    results = {name: Result() for name in CHANGES}
    for name, result in results.items():
        step = 0
        while not kills or result.kills < kills:
            step += 1
            unit = folder / f"{name}-{step}"
            shutil.copytree(whole, unit)
            was_killed = kill(unit, CHANGES[name], 0 if kills else step)
            result.kills += was_killed
            judge(name, unit, str(code), result)
            shutil.rmtree(unit)
            if not kills and not was_killed:
                break
    print(json.dumps({name: asdict(result) for name, result in results.items()}))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

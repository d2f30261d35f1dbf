"""What the vault asks of the computer that it is on."""

import platform
from collections.abc import Callable
from dataclasses import dataclass, field

from gplan_desktop.clock import Clock, wall_clock
from gplan_desktop.vault.derivation import COSTS, Costs
from gplan_desktop.vault.device_safe import Safe, SystemSafe


@dataclass(frozen=True)
class Machine:
    """How much work a guess costs, what time it is, where a secret may be kept, and its name."""

    costs: Costs = COSTS
    now: Clock = wall_clock
    safe: Safe = field(default_factory=SystemSafe)
    name: Callable[[], str] = platform.node


MACHINE = Machine()

"""A metodstöd that has been read, and where it differs from the built-in one."""

from dataclasses import dataclass

from gplan_desktop.method.model import Method


@dataclass(frozen=True)
class Difference:
    """One value or text that a municipality has of its own, and what is built in."""

    file: str
    where: str
    built_in: str
    own: str


@dataclass(frozen=True)
class Loaded:
    """A metodstöd, and where it differs from the built-in one."""

    method: Method
    differences: tuple[Difference, ...] = ()

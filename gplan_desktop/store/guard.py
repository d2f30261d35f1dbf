"""Marks the methods of the store with who may use them, on whom, and what reading leaves (F64)."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar, cast

from gplan_desktop.domain.log_entry import Listed
from gplan_desktop.domain.user import Permission, Whose
from gplan_desktop.store.access import UNIT, Access, Part, Subject

P = ParamSpec("P")
R = TypeVar("R")


class _Guarded(Protocol):
    """A part of the store that knows who works in it."""

    @property
    def _access(self) -> Access: ...


S = TypeVar("S", bound=_Guarded)
Method = Callable[Concatenate[S, P], R]


def needs(
    permission: Permission,
    of: Subject | None = None,
    *,
    reads: str = "",
    provider: Part | Callable[[], object] = Part.NOTHING,
) -> Callable[[Method[S, P, R]], Method[S, P, R]]:
    """Let a method be used only by who has *permission* (F64).

    Its first argument is *of* whom or what; the person must be one of the
    user's own. What it *reads* ("plan") is noted in the log of the person, and
    a list over many (Listed) with nobody (F66). An external *provider*'s user is
    shown a part of the person, or gets what is there instead (S131).
    """

    def guard(method: Method[S, P, R]) -> Method[S, P, R]:
        @wraps(method)
        def guarded(self: S, *args: P.args, **kwargs: P.kwargs) -> R:
            access = self._access
            asked = next(iter((*args, *kwargs.values())), None)
            if of and asked == "":
                raise ValueError("it is about somebody or something")
            about = of if asked and (reads or access.actor.whose is not Whose.ALL) else None
            whom = access.persons_of(about, asked) if about else ()
            access.demand(permission, whom)
            if access.actor.whose is Whose.PROVIDER:
                if not isinstance(provider, Part):
                    return cast("R", provider())
                access.demand_shown(provider, of, asked)
            with access.reading_once(bool(reads)) as is_first:
                result = method(self, *args, **kwargs)
            if isinstance(reads, Listed) and is_first:
                access.note("list.read", UNIT, reads.value)
            elif reads and is_first:
                detail = asked if isinstance(asked, str) and asked not in whom else ""
                for person_id in whom:
                    access.note(f"{reads}.read", person_id, detail)
            return result

        guarded.__dict__.update(permission=permission, of=of, reads=reads, provider=provider)
        return cast("Method[S, P, R]", guarded)

    return guard


def open_to_all(method: Callable[P, R]) -> Callable[P, R]:
    """Mark a method that tells nothing about anyone, or that the program itself must use."""
    method.__dict__["permission"] = None
    return method

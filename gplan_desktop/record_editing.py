"""One record being written: what stands in it, what is found, what is saved. No Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from gplan_desktop.domain import fields
from gplan_desktop.domain.plan import AcceptedWarning
from gplan_desktop.domain.text import clean
from gplan_desktop.rules.finding import Finding
from gplan_desktop.rules.marks import Mark

Listener = Callable[[str], None]


class Written(Protocol):
    """What can be written in an editor: a record that keeps why findings were let stand."""

    @property
    def accepted(self) -> tuple[AcceptedWarning, ...]:
        """The findings that were let stand, and why."""


R = TypeVar("R", bound=Written)


@dataclass(frozen=True)
class Judge(Generic[R]):
    """What is found in a record, and what is to be marked in the text at a field of it."""

    check: Callable[[R], Iterable[Finding]]
    marks: Callable[[str, str], tuple[Mark, ...]]


class RecordEditor(Generic[R]):
    """One record while it is written or read, and everyone who wants to know of its changes.

    Its fields are called *prefix* and a dot, and then as the places in the record.
    """

    def __init__(self, record: R, version: int, prefix: str, judge: Judge[R]) -> None:
        self.current: R = record
        self.as_opened: R = record
        self.version = version
        self._saved: R | None = record if version else None
        self._fresh: R = record
        self._prefix = prefix
        self._judge = judge
        self._seen: set[str] = set()
        self._all_seen = self._is_only_read = False
        self._listeners: list[Listener] = []
        self.findings: tuple[Finding, ...] = self._check()

    @property
    def read_only(self) -> bool:
        """Whether nothing may change."""
        return self._is_only_read

    def keep_to_reading(self) -> None:
        """Let nothing change: the role of the one who has opened it may only read (F64)."""
        self._is_only_read = True
        self.findings = ()

    def value(self, field: str) -> object:
        """Return what stands at *field*."""
        value: object = fields.value_at(self.current, self._place(field))
        return value

    def change(self, field: str, value: object) -> None:
        """Put *value* at *field*, check the record anew and tell the listeners.

        Text is cleaned of what no screen, paper or database can hold.

        Raises:
            ValueError: when nothing may change.
        """
        if self.read_only:
            raise ValueError("an established or closed record was changed")
        # The choices are texts too (StrEnum), but they are not written by anyone.
        value = clean(value) if type(value) is str else value
        if value != self.value(field):
            self._become(fields.with_value(self.current, self._place(field), value), field)

    def become(self, record: R) -> None:
        """Let all of *record* stand here, as when an earlier version is taken back.

        Raises:
            ValueError: when nothing may change.
        """
        if self.read_only:
            raise ValueError("an established or closed record was changed")
        self._become(record, "")

    def marks(self, field: str) -> tuple[Mark, ...]:
        """Return what the writer should look at in the text *field*; nothing once locked."""
        text = self.value(field)
        if self.read_only or not isinstance(text, str):
            return ()
        return self._judge.marks(field, text)

    def accept_warning(self, finding: Finding, reason: str) -> None:
        """Let a finding stand; the reason is kept in the record. A blank one takes it back."""
        key = (finding.rule, finding.field)
        kept = [a for a in self.current.accepted if (a.rule, a.field) != key]
        if reason := clean(reason).strip():
            kept.append(AcceptedWarning(*key, reason, finding.about))
        accepted = f"{self._prefix}.accepted" if self._prefix else "accepted"
        self.change(accepted, tuple(kept))

    def reason(self, finding: Finding) -> str:
        """Return why *finding* was let stand, or ""."""
        wanted = (finding.rule, finding.field, finding.about)
        kept = self.current.accepted
        return next((a.reason for a in kept if (a.rule, a.field, a.about) == wanted), "")

    def leave(self, field: str) -> None:
        """Note that the writer has left *field*: from now on its findings are shown."""
        if field not in self._seen and not self.read_only:
            self._seen.add(field)
            self._tell(field)

    def show_all_findings(self) -> None:
        """Show every finding at its field: the writer asked for a check (screen rule 9)."""
        self._all_seen = True
        self._tell("")

    def shown(self, field: str) -> tuple[Finding, ...]:
        """Return the findings to show at *field*."""
        if not self._is_seen(field):
            return ()
        return tuple(f for f in self.findings if f.field == field and not self.reason(f))

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """What must be put right, or be let stand with a reason where that is allowed."""
        return tuple(f for f in self.findings if f.blocks and not self.reason(f))

    @property
    def as_saved(self) -> R:
        """The record as it was read from the store, or saved there from here, last."""
        return self._fresh if self._saved is None else self._saved

    @property
    def is_saved(self) -> bool:
        """Whether everything that stands here also stands in the store."""
        return self.current == self._saved

    @property
    def is_untouched(self) -> bool:
        """Whether nothing has been written since the form was made."""
        return self.current == self._fresh

    def saved(self, record: R, version: int) -> None:
        """Note that *record* is stored as *version*."""
        self._saved, self.version = record, version

    def listen(self, listener: Listener) -> None:
        """Call *listener* with the field id after every change; "" when anything may differ."""
        self._listeners.append(listener)

    def _place(self, field: str) -> str:
        return field.removeprefix(f"{self._prefix}.") if self._prefix else field

    def _become(self, record: R, field: str) -> None:
        self.current = record
        self.findings = self._check()
        self._tell(field)

    def _check(self) -> tuple[Finding, ...]:
        return () if self.read_only else tuple(self._judge.check(self.current))

    def _is_seen(self, field: str) -> bool:
        return self._all_seen or field in self._seen

    def _tell(self, field: str) -> None:
        for listener in self._listeners:
            listener(field)

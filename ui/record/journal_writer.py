"""The entry that is being written in the journal, what it lacks, and how its draft is kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from gplan_desktop.domain import dates
from gplan_desktop.domain.journal_entry import EntryDraft
from gplan_desktop.domain.text import clean
from gplan_desktop.method.guard_terms import Place
from gplan_desktop.method.model import Method
from gplan_desktop.rules.blanks import blank_marks
from gplan_desktop.rules.finding import Finding
from gplan_desktop.rules.guard import guard_marks
from gplan_desktop.rules.journal_checks import check_entry
from gplan_desktop.rules.marks import Mark
from gplan_desktop.rules.value_words import value_word_marks

PREFIX = "journal."


class EntryWriter:
    """A draft as the fields of its form see it; nothing is told of a form nobody has touched."""

    read_only = False

    def __init__(self, method: Method, now: Callable[[], datetime]) -> None:
        self._method, self._now = method, now
        self._listeners: list[Callable[[str], None]] = []
        self._stored: EntryDraft | None = None
        self._seen: set[str] = set()
        self._all_seen = False
        self.draft = self._fresh = self._empty()

    @property
    def is_untouched(self) -> bool:
        """Whether nothing has been written since the form was made."""
        return self.draft == self._fresh

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the entry lacks before it can be added; nothing happens later than now."""
        at = self.draft.at
        is_ahead = at is not None and at > self._now()
        judged = replace(self.draft, at=None) if is_ahead else self.draft
        return check_entry(judged, self._method, dates.in_sweden(self._now()).date())

    def value(self, field: str) -> object:
        """Return what stands at *field*."""
        value: object = getattr(self.draft, field.removeprefix(PREFIX))
        return value

    def change(self, field: str, value: object) -> None:
        """Put *value* at *field*; the keyword is proposed to be the heading (S136)."""
        value = clean(value) if isinstance(value, str) else value
        if value == self.value(field):
            return
        changed: dict[str, Any] = {field.removeprefix(PREFIX): value}
        if field == "journal.heading" and self.draft.keyword in ("", self.draft.heading):
            changed["keyword"] = value
        self.draft = replace(self.draft, **changed)
        self._tell(field)

    def leave(self, field: str) -> None:
        """Note that the writer has left *field*: what it lacks is shown from now on."""
        if not self.is_untouched and field not in self._seen:
            self._seen.add(field)
            self._tell(field)

    def show_all_findings(self) -> None:
        """Show what every field lacks."""
        self._all_seen = True
        self._tell("")

    def shown(self, field: str) -> tuple[Finding, ...]:
        """Return the findings to show at *field*."""
        if not (self._all_seen or field in self._seen):
            return ()
        return tuple(found for found in self.findings if found.field == field)

    def marks(self, field: str) -> tuple[Mark, ...]:
        """Return what to look at in the text *field*, as hints: nothing of it stops the entry."""
        text = self.value(field)
        if not isinstance(text, str):
            return ()
        found = (
            *guard_marks(text, Place.PLAN, self._method.guard),
            *blank_marks(text),
            *value_word_marks(text, self._method.language),
        )
        return tuple(sorted(found, key=lambda mark: mark.start))

    def start_anew(self) -> None:
        """Begin with an empty form, as of now."""
        self._fresh = self._empty()
        self.take_up(self._fresh)

    def take_up(self, draft: EntryDraft) -> None:
        """Go on with *draft*; nothing is told of its fields yet."""
        self.draft = draft
        self._seen.clear()
        self._all_seen = False
        self._tell("")

    def is_kept(self) -> bool:
        """Tell whether the store holds what is worth keeping of the draft."""
        return self._worth_keeping(self.draft) == self._stored

    def is_behind(self, stored: EntryDraft | None) -> bool:
        """Tell whether the draft was written on, added or taken away in another window."""
        return self._stored is not None and self.is_kept() and stored != self._stored

    def kept(self, draft: EntryDraft) -> None:
        """Note that the store has *draft*."""
        self._stored = self._worth_keeping(draft)

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call *listener* with the field after every change; "" when anything may differ."""
        self._listeners.append(listener)

    def _empty(self) -> EntryDraft:
        return EntryDraft(at=self._now().replace(second=0, microsecond=0))

    @staticmethod
    def _worth_keeping(draft: EntryDraft) -> EntryDraft | None:
        """Return *draft* as the store keeps it: without a text there is nothing to keep."""
        return draft if draft.text or draft.corrects else None

    def _tell(self, field: str) -> None:
        for listener in self._listeners:
            listener(field)

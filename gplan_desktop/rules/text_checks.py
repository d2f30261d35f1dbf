"""What every free text of a plan is read for: blanks, forbidden content, voice, value words."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from gplan_desktop.domain.fields import texts
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import Plan, Voice
from gplan_desktop.method.guard_terms import Place
from gplan_desktop.method.model import Method
from gplan_desktop.rules.blanks import blank_marks
from gplan_desktop.rules.finding import Finding, finding
from gplan_desktop.rules.guard import Hit, guard_hits, guard_marks
from gplan_desktop.rules.marks import Mark, MarkKind
from gplan_desktop.rules.situation import Situation
from gplan_desktop.rules.value_words import value_word_marks
from gplan_desktop.rules.voice import voice_marks

_MOST_KEPT = 4096


class TextReader:
    """Reads the texts of one plan; what has been read once is remembered."""

    def __init__(self, voice: Voice | None, person: Person, method: Method) -> None:
        self._voice, self._person, self.method = voice, person, method
        self._read: dict[str, tuple[Mark, ...]] = {}

    def marks(self, text: str) -> tuple[Mark, ...]:
        """Return everything that the writer of *text* should look at, in order."""
        if text not in self._read:
            if len(self._read) >= _MOST_KEPT:
                self._read.clear()
            self._read[text] = self._marks(text)
        return self._read[text]

    def hits(self, text: str) -> tuple[Hit, ...]:
        """Return what *text* holds that has no place in a plan (S108-S110)."""
        return guard_hits(text, Place.PLAN, self.method.guard)

    def _marks(self, text: str) -> tuple[Mark, ...]:
        language = self.method.language
        found = (
            *guard_marks(text, Place.PLAN, self.method.guard),
            *blank_marks(text),
            *voice_marks(text, self._voice, self._person, language.naming),
            *value_word_marks(text, language),
        )
        return tuple(sorted(found, key=lambda mark: mark.start))


@lru_cache(maxsize=8)
def _reader(voice: Voice | None, person: Person, method: Method) -> TextReader:
    return TextReader(voice, person, method)


def reader_of(plan: Plan, situation: Situation) -> TextReader:
    """Return who reads the texts of *plan*: by its voice, its person and its method."""
    return _reader(plan.participation.voice, situation.person, situation.method)


def check_texts(plan: Plan, situation: Situation) -> Iterator[Finding]:
    """Find what should be looked at in each free text; at most one finding a kind and field."""
    reader = reader_of(plan, situation)
    for field, text in texts(plan):
        if marks := reader.marks(text):
            yield from _findings(field, text, marks, reader)


def guarded(rule: str, field: str, hits: Iterable[Hit], method: Method) -> Finding:
    """Return the one finding at *field* that tells of all *hits* and of their right places."""
    hits = tuple(hits)
    found = ", ".join(dict.fromkeys(hit.label for hit in hits))
    places = " och ".join(dict.fromkeys(hit.belongs for hit in hits))
    return finding(method, rule, field, about=found, places=places)


def _findings(
    field: str, text: str, marks: tuple[Mark, ...], reader: TextReader
) -> Iterator[Finding]:
    kinds = {mark.kind for mark in marks}
    method = reader.method
    if MarkKind.BLANK in kinds:
        blanks = _words(text, marks, MarkKind.BLANK)
        yield finding(method, "text-blank", field, blanks=blanks)
    if hits := reader.hits(text) if MarkKind.GUARD in kinds else ():
        yield guarded("text-guarded", field, hits, method)
    for kind, rule in ((MarkKind.VOICE, "text-voice"), (MarkKind.WORD, "text-value-words")):
        if kind in kinds:
            hints = dict.fromkeys(mark.text for mark in marks if mark.kind is kind)
            words = _words(text, marks, kind)
            yield finding(method, rule, field, words=words, hints=" ".join(hints))


def _words(text: str, marks: tuple[Mark, ...], kind: MarkKind) -> str:
    return ", ".join(dict.fromkeys(mark.of(text) for mark in marks if mark.kind is kind))

"""Two texts that came of the same one, as one; what both have changed is asked about (F70)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any, Final, Generic, TypeVar

from gplan_desktop.domain.labelled import Labelled
from gplan_desktop.domain.life_areas import official_order
from gplan_desktop.domain.plan import AcceptedWarning, AreaPlan

R = TypeVar("R")
_NO_ANSWERS: Final[Mapping[str, "Choice"]] = MappingProxyType({})
# Equal to nothing: when it is not known what both came of, everything that differs is asked about.
_UNKNOWN: Final = object()
_ENDS = (".", "!", "?", ":", ";", ",")


class Choice(Labelled):
    """Which of two texts is to stand."""

    MINE = "mine", "Min text"
    SAVED = "saved", "Den sparade texten"
    BOTH = "both", "Båda, den sparade först"


@dataclass(frozen=True)
class Question:
    """A field that both have changed, each in its own way; *field* as the places in the record.

    A life area, row or reason that only one of them has is None in the other.
    """

    field: str
    mine: Any
    saved: Any

    @property
    def can_join(self) -> bool:
        """Whether both can stand: texts and lists can, dates and answers cannot."""
        return type(self.mine) is type(self.saved) and isinstance(self.mine, tuple | str)


@dataclass(frozen=True)
class Merged(Generic[R]):
    """What came of two texts; where nobody has answered yet, *record* holds mine."""

    record: R
    questions: tuple[Question, ...]


def merge(base: R, mine: R, saved: R, answers: Mapping[str, Choice] = _NO_ANSWERS) -> Merged[R]:
    """Return *mine* and *saved*, which both came of *base*, as one.

    What one of them changed is taken over. What both changed is as *answers*
    say, by the fields of the questions: nothing is lost that nobody chose to lose.
    """
    work = _Merging(answers)
    return Merged(work.whole("", (base, mine, saved)), tuple(work.questions))


def differences(one: R, other: R) -> tuple[Question, ...]:
    """Return every field that differs between *one* (as mine) and *other* (as saved)."""
    work = _Merging(_NO_ANSWERS)
    work.whole("", (_UNKNOWN, one, other))
    return tuple(work.questions)


def joined(mine: Any, saved: Any) -> Any:
    """Return both, the saved first, without saying twice what one has of the other."""
    if isinstance(mine, str):
        return _joined_texts(mine, saved)
    if isinstance(mine, tuple):
        return (*saved, *(row for row in mine if row not in saved))
    raise ValueError("two answers cannot both stand")


_Three = tuple[Any, Any, Any]


class _Merging:
    """Goes through three records side by side: what both came of, mine, and the saved one."""

    def __init__(self, answers: Mapping[str, Choice]) -> None:
        self.questions: list[Question] = []
        self._answers = answers

    def whole(self, field: str, three: _Three) -> Any:
        """Return what shall stand at *field*."""
        base, mine, saved = three
        if saved in (mine, base):
            return mine
        if mine == base:
            return saved
        if _has_parts(mine) and type(mine) is type(saved):
            return self._parts(field, three)
        if isinstance(mine, tuple) and isinstance(saved, tuple):
            return self._rows(field, three)
        return self._asked(field, mine, saved)

    def _parts(self, field: str, three: _Three) -> Any:
        names = [part.name for part in fields(three[1])]
        parts = {
            name: self.whole(f"{field}.{name}" if field else name, _part(three, name))
            for name in names
        }
        return replace(three[1], **parts)

    def _rows(self, field: str, three: _Three) -> Any:
        base, mine, saved = three
        kind = type((*mine, *saved)[0])
        if kind in (AreaPlan, AcceptedWarning):
            return self._keyed(three)
        if base is not _UNKNOWN and (apart := _changed_apart(base, mine, saved)) is not None:
            return apart
        if _are_same_rows([rows for rows in three if rows is not _UNKNOWN]):
            olds = [_UNKNOWN] * len(mine) if base is _UNKNOWN else base
            rows = enumerate(zip(olds, mine, saved, strict=True))
            return tuple(self.whole(f"{field}.{number}", row) for number, row in rows)
        return self._asked(field, mine, saved)

    def _keyed(self, three: _Three) -> Any:
        """Put together life areas, or the reasons why warnings were let stand."""
        base, mine, saved = three
        olds = {} if base is _UNKNOWN else {_key(row): row for row in base}
        missing = _UNKNOWN if base is _UNKNOWN else None
        here, there = ({_key(row): row for row in rows} for rows in (mine, saved))
        found = {
            key: self.whole(key, (olds.get(key, missing), here.get(key), there.get(key)))
            for key in dict.fromkeys((*here, *there))
        }
        rows = [row for row in found.values() if row is not None]
        if rows and isinstance(rows[0], AreaPlan):
            rows.sort(key=lambda area: official_order(area.code))
        return tuple(rows)

    def _asked(self, field: str, mine: Any, saved: Any) -> Any:
        self.questions.append(Question(field, mine, saved))
        answer = self._answers.get(field, Choice.MINE)
        if answer is Choice.BOTH:
            return joined(mine, saved)
        return saved if answer is Choice.SAVED else mine


def _has_parts(value: Any) -> bool:
    """Tell whether *value* is put together part by part; a reason stands or falls as one."""
    return is_dataclass(value) and not isinstance(value, AcceptedWarning)


def _part(three: _Three, name: str) -> Any:
    base, mine, saved = three
    # A part of what was not there, such as a life area that both have added, is not known.
    old = getattr(base, name) if type(base) is type(mine) else _UNKNOWN
    return old, getattr(mine, name), getattr(saved, name)


def _key(row: AreaPlan | AcceptedWarning) -> str:
    if isinstance(row, AreaPlan):
        return f"area.{row.code}"
    return f"accepted.{row.rule}.{row.field}.{row.about}"


def _changed_apart(
    base: Sequence[Any], mine: Sequence[Any], saved: Sequence[Any]
) -> tuple[Any, ...] | None:
    """Return the rows with the changes of both, or None when they changed the same ones."""
    start, end = _changed(base, mine)
    other_start, other_end = _changed(base, saved)
    my_rows = mine[start : len(mine) - (len(base) - end)]
    other_rows = saved[other_start : len(saved) - (len(base) - other_end)]
    if start == end == other_start == other_end:
        return None
    if end <= other_start:
        return (*base[:start], *my_rows, *base[end:other_start], *other_rows, *base[other_end:])
    if other_end <= start:
        return (*base[:other_start], *other_rows, *base[other_end:start], *my_rows, *base[end:])
    return None


def _changed(base: Sequence[Any], rows: Sequence[Any]) -> tuple[int, int]:
    """Return the part of *base* that *rows* has otherwise: from where, and to where."""
    shortest = min(len(base), len(rows))
    start = next((i for i in range(shortest) if base[i] != rows[i]), shortest)
    most = shortest - start
    same_end = next((i for i in range(most) if base[-1 - i] != rows[-1 - i]), most)
    return start, len(base) - same_end


def _are_same_rows(lists: Sequence[Sequence[Any]]) -> bool:
    """Tell whether all have the same rows, in the same order, by what their first part says.

    Else the parts of one row could be put with those of another.
    """
    if not all(_has_parts(row) for rows in lists for row in rows):
        return False
    names = [[getattr(row, fields(row)[0].name) for row in rows] for rows in lists]
    return all(one == names[0] for one in names) and len(set(names[0])) == len(names[0])


def _joined_texts(mine: str, saved: str) -> str:
    ours, theirs = mine.strip(), saved.strip()
    if ours in theirs:
        return saved
    if theirs in ours:
        return mine
    if "\n" in ours or "\n" in theirs:
        return f"{theirs}\n{ours}"
    # On one line, since the field may have only one.
    return f"{theirs} {ours}" if theirs.endswith(_ENDS) else f"{theirs}; {ours}"

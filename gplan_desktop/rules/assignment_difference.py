"""What differs between two assignments, life area by life area, word by word (S58, F2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gplan_desktop.domain.assignment import AssignedArea, Assignment
from gplan_desktop.domain.difference import Piece, PieceKind, compare, same_words
from gplan_desktop.domain.life_areas import Functioning, life_area, official_order
from gplan_desktop.rules.difference import ChangeKind, PartDifference

_DEGREES = frozenset({"assessed", "intended"})
PARTS = ("need", "assessed", "intended", "goal", "support", "sub_areas")


@dataclass(frozen=True)
class AssignedAreaDifference:
    """A life area that came, went or was changed, with those of its parts that differ."""

    code: str
    kind: ChangeKind
    parts: tuple[PartDifference, ...]

    @property
    def label(self) -> str:
        """The life area's official label."""
        return life_area(self.code).label


@dataclass(frozen=True)
class AssignmentDifference:
    """How one assignment became another; *same* are the codes of the areas left as they were."""

    day: date
    former_day: date
    case_officer: tuple[Piece, ...]
    areas: tuple[AssignedAreaDifference, ...]
    same: tuple[str, ...]

    @property
    def same_labels(self) -> str:
        """The life areas that were left as they were, in words."""
        return ", ".join(life_area(code).label for code in self.same)


def differences(before: Assignment, after: Assignment) -> AssignmentDifference:
    """Return what differs; white space and the order of parts never do."""
    codes = sorted({area.code for area in (*before.areas, *after.areas)}, key=official_order)
    areas = tuple(_areas(before, after, codes))
    changed = {area.code for area in areas}
    return AssignmentDifference(
        after.day,
        before.day,
        compare(before.case_officer, after.case_officer),
        areas,
        tuple(code for code in codes if code not in changed),
    )


def told_parts(area: AssignedArea) -> Iterator[tuple[str, str]]:
    """Return the parts of *area* that say something, each with its words."""
    told = ((part, part_words(area, part)) for part in PARTS)
    return ((part, words) for part, words in told if words.strip())


def part_words(area: AssignedArea | None, part: str) -> str:
    """Return what *part* of *area* says; "3  Stor begränsning" for a degree of functioning."""
    value = getattr(area, part) if area else ""
    if isinstance(value, Functioning):
        return f"{value.value}  {value.label}"
    if area is not None and isinstance(value, tuple):
        names = {sub.code: sub.label for sub in life_area(area.code).sub_areas}
        return ", ".join(names.get(code, code) for code in sorted(value))
    return str(value)


def _areas(
    before: Assignment, after: Assignment, codes: list[str]
) -> Iterator[AssignedAreaDifference]:
    for code in codes:
        old, new = before.area(code), after.area(code)
        parts = tuple(_parts(old, new))
        if old is None or new is None:
            kind = ChangeKind.ADDED if old is None else ChangeKind.REMOVED
            yield AssignedAreaDifference(code, kind, parts)
        elif parts:
            yield AssignedAreaDifference(code, ChangeKind.CHANGED, parts)


def _parts(old: AssignedArea | None, new: AssignedArea | None) -> Iterator[PartDifference]:
    for part in PARTS:
        before, after = part_words(old, part), part_words(new, part)
        if not same_words(before, after):
            whole = part in _DEGREES
            yield PartDifference(
                part, _exchanged(before, after) if whole else compare(before, after)
            )


def _exchanged(before: str, after: str) -> tuple[Piece, ...]:
    """Return one degree of functioning in place of another: they have no words in common."""
    pieces = Piece(PieceKind.REMOVED, before), Piece(PieceKind.ADDED, after)
    return tuple(piece for piece in pieces if piece.text)

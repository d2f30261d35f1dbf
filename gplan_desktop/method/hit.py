"""What a search in the metodstöd gives."""

from dataclasses import dataclass

from gplan_desktop.method.entries import EntryKind

Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Hit:
    """Something that was found, and the words around the match.

    The id is that of a field, a page or a rule; an example has that of its field.
    *marks* and *title_marks* tell from where to where snippet and title match.
    """

    kind: EntryKind
    id: str
    title: str
    place: str
    snippet: str
    marks: Marks
    title_marks: Marks

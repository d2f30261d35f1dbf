"""On which line of a file something stands, for those who must mend it."""

import re
from collections.abc import Iterator

_HEADER = re.compile(r"^\s*\[{1,2}\s*(.+?)\s*\]{1,2}\s*(#.*)?$")
_KEY = re.compile(r"^\s*([\w\"'.*-]+(?:\s*\.\s*[\w\"'.*-]+)*)\s*=")


def line_of(text: str, where: str) -> int:
    """Return the line in the TOML *text* of the key *where*, or of the nearest table around it.

    *where* is a path as "area-goal.severity" or "limits.establish_days"; what
    stands after "[" is left out. 0 when not even its table is there.
    """
    wanted, places = _parts(where), list(_places(text))
    while wanted:
        exact = (number for place, number in places if place == wanted)
        inside = (number for place, number in places if place.startswith(f"{wanted}."))
        if line := next(exact, 0) or next(inside, 0):
            return line
        wanted = wanted.rpartition(".")[0]
    return 0


def heading_line(text: str, heading: str) -> int:
    """Return the line of the Markdown heading *heading*, or 0."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip("#").strip() == heading and line.startswith("#"):
            return number
    return 0


def line_with(text: str, piece: str) -> int:
    """Return the first line in which *piece* stands, or 0."""
    return next((n for n, line in enumerate(text.splitlines(), 1) if piece in line), 0)


def _places(text: str) -> Iterator[tuple[str, int]]:
    """Yield every table and key of the TOML *text* by its whole path, with its line."""
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _parts(header[1])
            yield table, number
        elif key := _KEY.match(line):
            yield (f"{table}.{_parts(key[1])}" if table else _parts(key[1])), number


def _parts(path: str) -> str:
    """Return a dotted path without quotes, spaces and places in a list."""
    return re.sub(r"\[\d+\]|[\"'\s]", "", path)

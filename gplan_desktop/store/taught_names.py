"""Names that the spelling was taught and only those have who are about to be erased (gallring)."""

import json
from collections.abc import Iterator, Sequence
from typing import Final

from gplan_desktop.domain.text import words
from gplan_desktop.store.connection import Connection

# Every name of a person, also what it was before it was corrected, and of those near.
_NAMES: Final = """
SELECT name FROM person WHERE id {which} (SELECT value FROM json_each(?1))
UNION SELECT json_extract(before.document, '$.given_name') || ' '
  || json_extract(before.document, '$.family_name')
FROM person_before AS before JOIN person ON person.rid = person_rid
WHERE id {which} (SELECT value FROM json_each(?1))
UNION SELECT json_extract(near.value, '$.name')
FROM tabs, json_each(tabs.document, '$.relatives') AS near
WHERE person_id {which} (SELECT value FROM json_each(?1))
UNION SELECT json_extract(near.value, '$.name')
FROM tabs_before AS before JOIN tabs ON tabs.rid = tabs_rid,
  json_each(before.document, '$.relatives') AS near
WHERE person_id {which} (SELECT value FROM json_each(?1))
"""


def only_theirs(connection: Connection, person_ids: Sequence[str]) -> list[str]:
    """Return the unit's own words that are names of these persons, or of those near, alone.

    A name that somebody who stays has too is kept; "Karins" is a name as "Karin" is.
    """
    own = [row["word"] for row in connection.rows("SELECT word FROM own_word ORDER BY word")]
    if not own:
        return []
    asked = json.dumps(list(person_ids))
    theirs = set(_names(connection, "IN", asked))
    found = [word for word in own if _is_among(word, theirs)]
    others = set(_names(connection, "NOT IN", asked)) if found else set()
    return [word for word in found if not _is_among(word, others)]


def _names(connection: Connection, which: str, asked: str) -> Iterator[str]:
    for row in connection.rows(_NAMES.format(which=which), (asked,)):
        yield from words(row["name"] or "")


def _is_among(word: str, names: set[str]) -> bool:
    parts = words(word)
    return any(part in names or part.removesuffix("s") in names for part in parts)

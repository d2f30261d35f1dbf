"""Names that the spelling was taught and only those have who are about to be erased (gallring)."""

import json
from collections.abc import Iterator, Sequence
from typing import Final

from gplan_desktop.domain.text import words
from gplan_desktop.store.connection import Connection

# What each record tells of who the person is, where, and who is near; also as it was before.
_OF_PERSON: Final = ("given_name", "family_name", "address")
_OF_TABS: Final = ("visit.name_on_door", "visit.others")
_NEAR: Final = ("relatives", "reference_people")
_NAMES: Final = f"""
WITH person_text (whose, document) AS (
 SELECT id, document FROM person JOIN person_doc USING (rid)
 UNION ALL SELECT id, document FROM person JOIN person_before ON person_rid = person.rid
), tabs_text (whose, document) AS (
 SELECT person_id, document FROM tabs
 UNION ALL SELECT person_id, before.document
 FROM tabs JOIN tabs_before AS before ON tabs_rid = tabs.rid
), told (whose, name) AS (
 SELECT id, name FROM person
 UNION ALL SELECT whose, json_extract(document, '$.' || part.value)
 FROM person_text, json_each('{json.dumps(_OF_PERSON)}') AS part
 UNION ALL SELECT whose, json_extract(document, '$.' || part.value)
 FROM tabs_text, json_each('{json.dumps(_OF_TABS)}') AS part
 UNION ALL SELECT whose, json_extract(near.value, '$.name')
 FROM tabs_text, json_each('{json.dumps(_NEAR)}') AS part,
  json_each(document, '$.' || part.value) AS near
)
SELECT DISTINCT name FROM told WHERE whose {{which}} (SELECT value FROM json_each(?1))
"""  # noqa: S608 constants


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

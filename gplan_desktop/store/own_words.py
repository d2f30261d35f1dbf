"""The words that the unit has taught the spelling."""

from gplan_desktop.domain import text
from gplan_desktop.store import search
from gplan_desktop.store.connection import Connection

LONGEST = 64


class OwnWords:
    """Reads, adds and takes away words, each in the letter case it was written in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[str]:
        """Return every word in Swedish order."""
        rows = self._connection.rows("SELECT word FROM own_word")
        return sorted((row["word"] for row in rows), key=lambda word: (search.swedish(word), word))

    def add(self, word: str) -> str:
        """Add the word, inside a transaction; return its number, or "" when it was known.

        Raises:
            ValueError: when it is not one word, or is longer than a word can be.
        """
        word = _one_word(word)
        if self._number(word):
            return ""
        self._connection.write("INSERT INTO own_word (word) VALUES (?)", (word,))
        return self._number(word)

    def remove(self, word: str) -> str:
        """Take the word away, inside a transaction; return its number, or "" if unknown.

        Raises:
            ValueError: when it is not one word, or is longer than a word can be.
        """
        word = _one_word(word)
        number = self._number(word)
        self._connection.write("DELETE FROM own_word WHERE word = ?", (word,))
        return number

    def _number(self, word: str) -> str:
        row = self._connection.row("SELECT rid FROM own_word WHERE word = ?", (word,))
        return str(row["rid"]) if row else ""


def _one_word(written: str) -> str:
    word = text.clean(written).strip()
    if text.is_blank(word) or word.split() != [word] or len(word) > LONGEST:
        # Without the word, which somebody wrote: the message may reach a log.
        raise ValueError(f"not one word of at most {LONGEST} signs")
    return word

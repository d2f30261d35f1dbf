"""The words that the unit has taught the spelling."""

from gplan_desktop.domain import text
from gplan_desktop.domain.user import Permission
from gplan_desktop.store import search
from gplan_desktop.store.bookkeeping import Bookkeeping
from gplan_desktop.store.guard import needs, open_to_all

LONGEST = 64


class OwnWords:
    """Reads, adds and takes away words, each in the letter case it was written in."""

    def __init__(self, books: Bookkeeping) -> None:
        self._books, self._connection = books, books.connection
        self._access = books.access

    @open_to_all
    def all(self) -> list[str]:
        """Return every word in Swedish order."""
        rows = self._connection.rows("SELECT word FROM own_word")
        return sorted((row["word"] for row in rows), key=lambda word: (search.swedish(word), word))

    @needs(Permission.WRITE)
    def add(self, word: str) -> None:
        """Teach the spelling a word; ValueError when it is not one of at most 64 signs."""
        word = _one_word(word)
        with self._connection.writing():
            if not self._number(word):
                self._connection.write("INSERT INTO own_word (word) VALUES (?)", (word,))
                self._books.log("word.added", self._number(word))

    @needs(Permission.WRITE)
    def remove(self, word: str) -> None:
        """Let the spelling forget a word, if it was taught it; ValueError as in `add`."""
        word = _one_word(word)
        with self._connection.writing():
            if number := self._number(word):
                self._connection.write("DELETE FROM own_word WHERE word = ?", (word,))
                self._books.log("word.removed", number)

    def _number(self, word: str) -> str:
        row = self._connection.row("SELECT rid FROM own_word WHERE word = ?", (word,))
        return str(row["rid"]) if row else ""


def _one_word(written: str) -> str:
    word = text.clean(written).strip()
    if text.is_blank(word) or word.split() != [word] or len(word) > LONGEST:
        # Without the word, which somebody wrote: the message may reach a log.
        raise ValueError(f"not one word of at most {LONGEST} signs")
    return word

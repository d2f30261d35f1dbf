"""How a person is found by part of the name or number, and in what order people stand."""

from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.text import words

_MOST_WORDS = 8
_LONGEST_WORD = 64
# The letters after z, in the order of the Swedish alphabet. The characters
# "{", "|" and "}" follow z in the order that the database sorts by.
_AFTER_Z = str.maketrans({"å": "{", "ä": "|", "ö": "}"})
# Letters of other alphabets that Swedish sorts as its own.
_SORTED_AS = str.maketrans({"æ": "ä", "ø": "ö", "ü": "y", "Æ": "ä", "Ø": "ö", "Ü": "y"})


def words_to_find(person: Person) -> str:
    """Return the folded words by which *person* is found."""
    return " ".join((*words(person.name), *_number_words(person.personal_id)))


def question(text: str) -> str:
    """Return *text* as the search index asks: every word begins a word of the person.

    Empty when nothing in *text* can be searched for. Quotes, stars and words
    such as AND never reach the index as anything but words.
    """
    asked = words(text)[:_MOST_WORDS]
    return " ".join(f'"{word[:_LONGEST_WORD]}"*' for word in asked)


def sort_key(person: Person) -> str:
    """Return what puts people in Swedish order: family name, then given name."""
    return f"{swedish(person.family_name)}\t{swedish(person.given_name)}"


def swedish(text: str) -> str:
    """Return what puts *text* in the order of the Swedish alphabet, letter case aside."""
    return " ".join(words(text.translate(_SORTED_AS))).translate(_AFTER_Z)


def _number_words(number: PersonalId) -> tuple[str, ...]:
    if number.kind is IdentifierKind.RESERVE:
        parts = words(number.value)
        return (*parts, "".join(parts))
    return number.value, number.value[2:], number.value[-4:]

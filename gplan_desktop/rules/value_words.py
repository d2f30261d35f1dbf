"""Words that judge instead of describing (värdeord), and what to write instead."""

from functools import lru_cache

from gplan_desktop.domain.sentences import WordFinder
from gplan_desktop.method.model import Language
from gplan_desktop.rules.marks import Mark, MarkKind


@lru_cache(maxsize=512)
def value_word_marks(text: str, language: Language) -> tuple[Mark, ...]:
    """Return every word of *text* that judges; a plan tells what happens, not what one thinks."""
    finder, instead = _finder(language)
    return tuple(
        Mark(start, end - start, MarkKind.WORD, _hint(text[start:end], instead[word]))
        for start, end, word in finder.find(text)
    )


@lru_cache(maxsize=4)
def _finder(language: Language) -> tuple[WordFinder, dict[str, str]]:
    advices = language.value_words.values()
    instead = {word.lower(): advice.instead for advice in advices for word in advice.words}
    return WordFinder(instead), instead


def _hint(word: str, instead: str) -> str:
    return f"”{word}” värderar. Skriv hellre: {instead}."

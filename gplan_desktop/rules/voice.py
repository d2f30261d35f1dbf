"""Who speaks in a text: jag, or somebody who writes the name, and never both (S17-S18, F9)."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache

from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import Voice
from gplan_desktop.domain.sentences import Span, WordFinder, listed, sentences
from gplan_desktop.method.model import WordAdvice
from gplan_desktop.rules.marks import Mark, MarkKind

_NAME_IN_MY_TEXT = "Här blandas jag och namnet. Planen skrivs i jag-form."
_OTHERS_IN_MY_TEXT = "Här blandas jag och {word}. Planen skrivs i jag-form."
_I_IN_TEXT_OF_OTHER = (
    "Skriv individens namn i stället för jag. Jag-form används när individen berättar själv."
)
_BOTH_IN_SENTENCE = "Här blandas jag och namnet. Skriv på ett och samma sätt i hela texten."

# Not inside a word, nor one part of a hyphenated word.
_BEFORE, _AFTER = "(?<!\\w)(?<!\\w[-\u2010\u2011])", "(?!\\w)(?![-\u2010\u2011]\\w)"
_MINE = re.compile(rf"{_BEFORE}(?:jag|mig|min|mitt|mina){_AFTER}", re.IGNORECASE)
# "mitt på dagen" belongs to nobody, and "20 min" are minutes.
_MIDDLE = re.compile(
    r"mitt\s+(?:i|på|em[eo]\w+|framför|under|för|bland|över|ute|uppe|inne)\b", re.IGNORECASE
)
_MINUTES_BEFORE = re.compile(
    r"(?:\d|\b(?:en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|femton|tjugo|trettio|fyrtio|fyrtiofem"
    r"|sextio|några|par))[^\S\n]*\Z",
    re.IGNORECASE,
)
# One that is still being written ends with its line.
_QUOTATION = re.compile(r'[”“„][^”“\n]*[”“]?|[»«][^»«\n]*[»«]?|"[^"\n]*"?')
_PRONOUN = re.compile(rf"(?:han|hon|hen|honom|henne|hans|hennes){_AFTER}", re.IGNORECASE)
# How words for other people end, also as the last part of "svärdotter"; many endings at once
# is what str.endswith is quick at.
_OTHER_PERSON = tuple(
    word + form
    for word in listed(
        "dotter son make maka fru hustru sambo särbo syster bror broder brodern barn barnet granne "
        "vän väninna kontaktman kontaktperson sköterska läkare terapeut chef mamma pappa mor far "
        "kusin moster faster"
    )
    for form in ("", "n", "en", "nen")
)
_INTRODUCED_BEFORE = re.compile(
    r"\b(?:heter|hette|kalla\w*(?: mig| för)?|namnet|jag,?|mig,?)\s+\Z", re.IGNORECASE
)
_WORD_BEFORE = re.compile(r"([^\W\d_][\w-]*)[^\S\n]+\Z")
_LETTER_AFTER = re.compile(r"[^\S\n]+([^\W\d_])")
_FIRST_WORD, _WORD = re.compile(r"\w"), re.compile(r"\w+")
_COLON = re.compile(r":\s+(?=\w)")
_CAPITAL = re.compile(r"(?<!\w)[A-ZÅÄÖÉÜ]\w*")
_BEGIN, _END = re.compile(_BEFORE), re.compile(_AFTER)
_NOT_THE_SUBJECT = frozenset({"mig", "min", "mitt", "mina"})
_ASIH = re.compile(r"kunden\s+har\s+ASIH\b", re.IGNORECASE)
# First names that also begin sentences as ordinary words.
_ORDINARY = listed(
    "april ask axel björn bo bror dag disa frid glad gull gun hans i juni kaj knut lage laila "
    "linda liv love maj may my ock per pia ros rosa rut saga sol sommar sten stig sven tor torsten "
    "tyra ture vera viola vilja vide å"
)


@lru_cache(maxsize=512)
def voice_marks(
    text: str, voice: Voice | None, person: Person, naming: WordAdvice
) -> tuple[Mark, ...]:
    """Return the words of *text* that go against who tells it; nothing is ever rewritten.

    When the individual tells, the plan says jag (S17). When somebody else
    describes, or one has observed, it says the name (S18). Before that is told,
    only sentences that do both are marked. What stands in a quotation was said
    by somebody else, and is left alone. Names in *naming* are always marked.
    """
    found = [*_speaker_marks(_Told(text, person), voice), *_naming_marks(text, naming)]
    return tuple(sorted(found, key=lambda mark: mark.start))


def _speaker_marks(told: "_Told", voice: Voice | None) -> Iterator[Mark]:
    if voice is Voice.FIRST_PERSON:
        yield from (_mark(name, _NAME_IN_MY_TEXT) for name in told.names)
        for start, end in _pronouns(told):
            word = told.text[start:end].lower()
            yield _mark((start, end), _OTHERS_IN_MY_TEXT.format(word=word))
    elif voice is None:
        yield from (_mark(word, _BOTH_IN_SENTENCE) for word in _deviating(told))
    else:
        yield from (_mark(word, _I_IN_TEXT_OF_OTHER) for word in told.mine)


def _mark(span: Span, hint: str) -> Mark:
    return Mark(span[0], span[1] - span[0], MarkKind.VOICE, hint)


class _Told:
    """A text as it is told: its sentences, and outside quotations its jag-words and names."""

    def __init__(self, text: str, person: Person) -> None:
        self.text = text
        self.person = person
        # As long as the text itself, so that every place in it is the same.
        self.outside = _QUOTATION.sub(lambda quotation: "”" * len(quotation[0]), text)

    @cached_property
    def mine(self) -> list[Span]:
        """Where jag, mig, min, mitt and mina stand for somebody."""
        return [w.span() for w in _MINE.finditer(self.outside) if self._is_somebody(w)]

    def _is_somebody(self, word: re.Match[str]) -> bool:
        if word[0] == "min":
            window = self.outside[max(0, word.start() - 12) : word.start()]
            return not _MINUTES_BEFORE.search(window)
        return word[0] != "mitt" or not _MIDDLE.match(self.outside, word.start())

    @cached_property
    def names(self) -> list[Span]:
        """Where the person's own name stands as one who is spoken of."""
        pattern = _name_pattern(self.person.given_name, self.person.family_name)
        found = [n for n in pattern.finditer(self.outside) if self._is_spoken_of(n)]
        certain = {n[1] for n in found if not self._may_be_a_word(n)}
        return [name.span() for name in found if name[1] in certain]

    def _is_spoken_of(self, name: re.Match[str]) -> bool:
        """Not "jag heter Karin", nor as a part of "Karin Boyes gata" or "Eva Bergström"."""
        after = _LETTER_AFTER.match(self.outside, name.end())
        if after and after[1].isupper():
            return False
        if name.start() in self.beginnings:
            return True
        window = self.outside[max(0, name.start() - 40) : name.start()]
        if _INTRODUCED_BEFORE.search(window):
            return False
        before = _WORD_BEFORE.search(window)
        if before is None:
            return True
        start = name.start() - len(window) + before.start()
        begins = start in self.beginnings and name[1] != self.person.family_name
        return begins or not before[1][0].isupper()

    def _may_be_a_word(self, name: re.Match[str]) -> bool:
        """Whether it may be "Stig" of "Stig upp", or "Lind" the tree."""
        ordinary = name[1].lower() in _ORDINARY or len(name[1]) == 1
        if name.start() in self.beginnings:
            return ordinary or name[1] == self.person.family_name
        return ordinary and name[1].islower()

    @cached_property
    def sentences(self) -> list[Span]:
        """Where the sentences stand, those of quotations too."""
        return list(sentences(self.text))

    @cached_property
    def beginnings(self) -> frozenset[int]:
        """Where the first word of each sentence, and of what follows a colon, begins."""
        firsts = (_FIRST_WORD.search(self.text, *span) for span in self.sentences)
        after_colons = (found.end() for found in _COLON.finditer(self.text))
        return frozenset((*(first.start() for first in firsts if first), *after_colons))

    def word(self, span: Span) -> str:
        """Return the word at *span* in small letters."""
        return self.text[span[0] : span[1]].lower()

    def is_in_name(self, place: int) -> bool:
        """Tell whether *place* stands in one of the names."""
        before = bisect_right(self.names, (place, len(self.text))) - 1
        return before >= 0 and place < self.names[before][1]

    @cached_property
    def spoken(self) -> list[Span]:
        """Where the person is spoken of, by jag-words or by name, in order."""
        return sorted((*self.mine, *self.names))

    def spoken_in(self, number: int) -> list[Span]:
        """Return where the person is spoken of in the sentence *number*."""
        start, end = self.sentences[number]
        return self.spoken[bisect_left(self.spoken, (start,)) : bisect_left(self.spoken, (end,))]

    def sentence_of(self, span: Span) -> int:
        """Return the number of the sentence in which *span* stands."""
        return bisect_right(self.sentences, (span[0], len(self.text))) - 1


@lru_cache(maxsize=32)
def _name_pattern(given: str, family: str) -> re.Pattern[str]:
    """Match the names by which one may be called, the longest first, also as genitives."""
    first = given.split()[:1]
    names = {given, family, f"{given} {family}", *first, *(f"{name} {family}" for name in first)}
    called = {tuple(name.split()) for name in names if any(map(str.isalpha, name))}
    longest_first = sorted(called, key=lambda name: len(" ".join(name)), reverse=True)
    either = "|".join(r"[^\S\n]+".join(map(re.escape, name)) for name in longest_first) or "(?!)"
    return re.compile(rf"{_BEFORE}({either})(?:(?<![sxzSXZ])[:’']?s)?{_AFTER}")


def _pronouns(told: _Told) -> Iterator[Span]:
    """Find "Hon" that begins a sentence about the person, where jag or the name also stands.

    Most often han and hon are somebody else, a daughter or a neighbour. So nothing
    is found after a sentence that may have spoken of another person.
    """
    for number, (start, end) in enumerate(told.sentences):
        pronoun = _PRONOUN.match(told.outside, start, end)
        if pronoun is None or told.is_in_name(start) or not told.spoken_in(number):
            continue
        if number == 0 or _is_about_the_person(told, number - 1):
            yield pronoun.span()


def _is_about_the_person(told: _Told, number: int) -> bool:
    words = {told.word(span) for span in told.spoken_in(number)}
    return not words <= _NOT_THE_SUBJECT and not _speaks_of_another(told, number)


def _speaks_of_another(told: _Told, number: int) -> bool:
    start, end = told.sentences[number]
    words = _WORD.findall(told.outside[start:end].lower())
    if any(word.endswith(_OTHER_PERSON) for word in words):
        return True
    capitals = (w.start() for w in _CAPITAL.finditer(told.outside, start, end))
    return any(place not in told.beginnings and not told.is_in_name(place) for place in capitals)


def _deviating(told: _Told) -> Iterator[Span]:
    """Find what the text has less of, jag or the name, in the sentences that have both."""
    kinds = sorted([*((s, "mine") for s in told.mine), *((s, "name") for s in told.names)])
    # As many of both: what comes first in the text.
    usual = Counter(kind for _span, kind in kinds).most_common(1)
    by_sentence = defaultdict(list)
    for span, kind in kinds:
        by_sentence[told.sentence_of(span)].append((span, kind))
    for found in by_sentence.values():
        if len({kind for _span, kind in found}) > 1:
            yield from (span for span, kind in found if kind != usual[0][0])


def _naming_marks(text: str, naming: WordAdvice) -> Iterator[Mark]:
    """Find kunden, brukaren and so on, but not in the prescribed "Kunden har ASIH" (S107)."""
    for start, end, _word in _naming_finder(naming.words).find(text):
        whole = _BEGIN.match(text, start) and _END.match(text, end)
        if whole and not _ASIH.match(text, start):
            yield _mark((start, end), f"Skriv {naming.instead} i stället.")


@lru_cache(maxsize=4)
def _naming_finder(words: tuple[str, ...]) -> WordFinder:
    return WordFinder(words)

"""Where the sentences and words of a text begin and end, in places of the text as it stands."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

Span = tuple[int, int]

_RUN = re.compile(r"\w+")
_LINE = re.compile("[^\n\r\v\f\x85\u2028\u2029]+")
# "- ", "• " or "2. " before an entry of a list is no part of the sentence.
_LIST_SIGN = re.compile(r"\s*(?:(?:[-–—•·*‣▪●○]|\d{1,2}[.)](?=\s))\s*)?")
_STOP = re.compile(r"[.!?…]+([”“\"’'»«)\]]*)(?=\s|\Z)")
_OPENING = "([”“\"’'»«–-/"
_LONGEST_ABBREVIATION = 8


def listed(words: str) -> frozenset[str]:
    """Return the words of a list that is written as one text."""
    return frozenset(words.split())


# Written with a point, these always lead on to the next word …
_LEADS_ON = listed(
    "t.ex tex ex bl.a bl bla kl ca nr dvs d.v.s s.k ev fr.o.m t.o.m p.g.a pga fr.a i.st.f "
    "med.dr tel tfn inkl exkl resp ang jfr dr leg s:t s:ta st:a f.d f.n f.ö ggn tr vån sid"
)
# … and these may also be the last word; a capital letter after them tells.
_MAY_END = listed(
    "m.m mm m.fl mfl o.s.v osv etc e.d o.d o.dyl e.dyl min tim sek ggr st mån tis tors tor fre "
    "lör sön jan febr feb apr aug sept sep okt nov dec pers avd"
)


def sentences(text: str) -> Iterator[Span]:
    """Yield start and end of each sentence, without the space around it.

    Lines and entries of lists are sentences of their own. Points in
    abbreviations, initials, times and dates end nothing.
    """
    for line in _LINE.finditer(text):
        yield from _sentences_of_line(text, line)


def _sentences_of_line(text: str, line: re.Match[str]) -> Iterator[Span]:
    sign = _LIST_SIGN.match(text, *line.span())
    start = sign.end() if sign else line.start()
    for stop in _STOP.finditer(text, start, line.end()):
        if _ends(text, start, stop):
            yield _trimmed(text, start, stop.end())
            start = stop.end()
    if text[start : line.end()].strip():
        yield _trimmed(text, start, line.end())


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    after = text[stop.end() : stop.end() + 4].strip()[:1]
    if stop[0] != ".":
        # ”Vill du?” frågar Karin. Jag vill … vänta.
        led_on = stop[1] or "…" in stop[0] or "..." in stop[0]
        return not (led_on and after.islower())
    before = _word_before(text, start, stop.start())
    if before.isdecimal() or before in _MAY_END:
        return not (after.islower() or after.isdecimal())
    return not (before in _LEADS_ON or (len(before) == 1 and before.isalpha()))


def _word_before(text: str, start: int, stop: int) -> str:
    words = text[max(start, stop - _LONGEST_ABBREVIATION) : stop].split()
    return words[-1].lstrip(_OPENING).lower() if words else ""


def _trimmed(text: str, start: int, end: int) -> Span:
    sentence = text[start:end]
    start += len(sentence) - len(sentence.lstrip())
    return start, start + len(sentence.strip())


class WordFinder:
    """Finds listed words and phrases: whole, in capitals or not, also between hyphens."""

    def __init__(self, words: Iterable[str]) -> None:
        by_first: dict[str, list[str]] = defaultdict(list)
        for word in sorted({word.lower() for word in words}, key=len, reverse=True):
            first = _RUN.match(word)
            if first is None:
                raise ValueError(f"{word!r} does not begin with a letter or digit")
            by_first[first[0]].append(word)
        self._by_first = dict(by_first)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and the listed word in small letters, the longest at each place."""
        # One look in a dict for each word of the text; a regex of all words is ten times slower.
        past = 0
        for run in _RUN.finditer(text):
            candidates = self._by_first.get(run[0].lower())
            if candidates is None or run.start() < past:
                continue
            for word in candidates:
                end = run.start() + len(word)
                if text[run.start() : end].lower() == word and not _RUN.match(text, end):
                    past = end
                    yield run.start(), end, word
                    break

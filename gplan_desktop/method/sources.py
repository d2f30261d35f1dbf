"""The files of the metodstöd: the built-in ones, and a municipality's own over them."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from gplan_desktop.domain.life_areas import LIFE_AREAS
from gplan_desktop.method import strict
from gplan_desktop.method.lines import heading_line, line_of, line_with
from gplan_desktop.method.loaded import Difference
from gplan_desktop.method.mistakes import MethodError, Mistake
from gplan_desktop.method.strict import FormError
from resources import read_text

Read = Callable[[str], str]

TABLES = (
    "method.toml",
    "steps.toml",
    "fields.toml",
    "rules.toml",
    "language.toml",
    "guard.toml",
    "places.toml",
    "access.toml",
    *(f"areas/{area.code}.toml" for area in LIFE_AREAS),
)


@dataclass
class Sources:
    """Reads the files, lays the own ones over the built-in ones and keeps the mistakes."""

    read: Read
    own: Mapping[str, str] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    built_in_tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    own_tables: dict[str, dict[str, Any]] = field(default_factory=dict)

    def table(self, file: str) -> dict[str, Any]:
        """Return the table of *file*, the own values over the built-in ones.

        An own value that cannot stand in its place is noted and the built-in
        one kept, so that the rest can be looked through as well.
        """
        built_in = self.built_in_tables[file] = self._parsed(file, self._text(file)) or {}
        own = self._parsed(file, self.own[file]) if file in self.own else None
        if own is None:
            return built_in
        self.own_tables[file] = own
        return self._laid_over(file, "", built_in, own)

    def sections(self, file: str) -> dict[str, str]:
        """Return the texts of a Markdown file by their "##" headings."""
        built_in = _by_heading(self._text(file))
        if file not in self.own:
            return dict(built_in)
        own = _by_heading(self.own[file])
        for heading, times in Counter(heading for heading, _ in own).items():
            if times > 1:
                what = f"rubriken {heading} står {times} gånger"
                self.wrong_in_text(file, heading, what, "Skriv ihop texterna under en av dem.")
        self._note_texts(file, dict(built_in), dict(own))
        return {**dict(built_in), **dict(own)}

    def text(self, file: str) -> str:
        """Return the whole text of *file*: the own one, or the built-in."""
        built_in = self._text(file)
        if file not in self.own:
            return built_in
        if not self.own[file].strip():
            self.wrong_in_text(file, "", "texten är tom", "Skriv en text, eller ta bort filen.")
        self._note_texts(file, {"": built_in}, {"": self.own[file]})
        return self.own[file]

    def wrong(self, file: str, error: FormError) -> None:
        """Note that *error* was found in *file*, on the line where it stands."""
        line = error.line
        if not line and error.where:
            line = line_of(self._written(file), error.where)
        self.mistakes.append(Mistake(file, line, error.where, error.what, error.instead))

    def wrong_in_text(self, file: str, piece: str, what: str, instead: str) -> None:
        """Note that *piece* should not stand in the text of *file*."""
        written = self._written(file)
        line = heading_line(written, piece) or line_with(written, piece)
        self.mistakes.append(Mistake(file, line, "", what, instead))

    def raise_if_wrong(self) -> None:
        """Raise MethodError with all mistakes, file by file and line by line, if there is any."""
        if self.mistakes:
            found = dict.fromkeys(self.mistakes)
            raise MethodError(tuple(sorted(found, key=lambda one: (one.file, one.line))))

    def _written(self, file: str) -> str:
        return self.own[file] if file in self.own else self._text(file)

    def _parsed(self, file: str, text: str) -> dict[str, Any] | None:
        try:
            return strict.parse(text)
        except FormError as error:
            self.wrong(file, error)
            return None

    def _text(self, file: str) -> str:
        try:
            return self.read(file)
        except (OSError, KeyError):
            missing = Mistake(file, 0, "", "filen saknas eller går inte att läsa")
            raise MethodError((*self.mistakes, missing)) from None

    def _laid_over(
        self, file: str, where: str, built_in: Mapping[str, Any], own: Mapping[str, Any]
    ) -> dict[str, Any]:
        merged = dict(built_in)
        for key, value in own.items():
            place, before = f"{where}.{key}".lstrip("."), built_in.get(key)
            if isinstance(value, dict) and (before is None or isinstance(before, dict)):
                merged[key] = self._laid_over(file, place, before or {}, value)
            elif refusal := _refusal(before, value):
                self.wrong(file, FormError(place, *refusal))
            else:
                merged[key] = value
                self._note(file, place, before, value)
        return merged

    def _note(self, file: str, place: str, before: object, value: object) -> None:
        if value != before:
            self.differences.append(Difference(file, place, _in_words(before), _in_words(value)))

    def _note_texts(self, file: str, built_in: Mapping[str, str], own: Mapping[str, str]) -> None:
        for heading, text in own.items():
            before = built_in.get(heading, "")
            if text.split() != before.split():
                self.differences.append(Difference(file, heading, before, text.strip()))


def built_in_text(file: str) -> str:
    """Return the text of a file that the program is delivered with."""
    return read_text(f"method/{file}")


def _refusal(before: object, value: object) -> tuple[str, str] | None:
    """Return why *value* cannot stand in the place of *before*, and what to write instead."""
    if before is not None and type(value) is not type(before):
        return "värdet har inte rätt form", strict.wanted(type(before))
    texts = value if isinstance(value, list) else [value]
    if any(isinstance(text, str) and not text.strip() for text in texts):
        return "texten är tom", "Skriv en text, eller ta bort raden."
    return None


def _in_words(value: object) -> str:
    """Return a value of a file as one reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, list):
        return ", ".join(_in_words(entry) for entry in value)
    return str(value)


def _by_heading(text: str) -> list[tuple[str, str]]:
    before, *rest = _HEADING.split(text)
    found = [("", before.strip())] if before.strip() else []
    pairs = zip(rest[::2], rest[1::2], strict=True)
    return found + [(heading, body.strip()) for heading, body in pairs]


_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)

"""Personal numbers in what a file holds, shown as lists show them."""

import re

from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId

_NUMBER = re.compile(r"(?<!\d)(\d{8}|\d{6})([-+ ]?)\d{4}(?!\d)")
_QUOTED = re.compile("”[^”]*”")


def without_numbers(text: str) -> str:
    """Return *text* with the last four digits of whatever may be a personal number hidden."""
    return _NUMBER.sub(_hidden, text)


def masked_number(text: str) -> str:
    """Return a personal number masked, however it is written and whether or not it is one."""
    shown = without_numbers(text)
    return shown if shown != text or not text else PersonalId(IdentifierKind.RESERVE, text).masked


def quoting_no_numbers(sentence: str) -> str:
    """Return *sentence* with numbers hidden in what it quotes; its own examples stay."""
    return _QUOTED.sub(lambda quoted: without_numbers(quoted[0]), sentence)


def holds_number(text: str) -> bool:
    """Tell whether *text* holds what may be a personal number."""
    return bool(_NUMBER.search(text))


def _hidden(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2] if found[2].strip() else '-'}••••"

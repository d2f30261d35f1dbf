"""What an external provider may see, as a text that reads well without any program (S131)."""

from collections.abc import Iterator

from gplan_desktop.rules.provider_access import PROTECTED, Group, Part, ProviderSheet
from gplan_desktop.rules.provider_tabs import Line

_SECRECY = "Uppgifterna omfattas av tystnadsplikt. Läs dem bara om du ger individen stöd."
_LEFT_OUT = "Koder, nyckelnummer och verkställighetsjournalen ingår inte."
_PRACTICE = "ÖVNING – individen är påhittad"
_INDENT = "    "


def provider_text(sheet: ProviderSheet, *, is_practice: bool) -> str:
    """Return *sheet* as text: headings underlined, and one line, or more, for each field."""
    mark = [_PRACTICE, ""] if is_practice else []
    return "\n".join([*mark, *_lines(sheet)]).rstrip() + "\n"


def _lines(sheet: ProviderSheet) -> Iterator[str]:
    yield from _heading(sheet.name, "=")
    yield from (f"{fact.label}: {fact.text}" for fact in sheet.facts)
    yield f"Utförare: {sheet.provider}"
    yield ""
    yield from (_SECRECY, _LEFT_OUT)
    if sheet.is_protected:
        yield PROTECTED
    for part in sheet.parts:
        yield ""
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    yield ""
    yield from _heading(part.title.upper(), "=")
    if part.note:
        yield part.note
    for group in part.groups:
        yield from _group(group)


def _group(group: Group) -> Iterator[str]:
    if group.title:
        yield ""
        yield from _heading(group.title, "-")
    for line in group.lines:
        yield from _told(line)


def _told(line: Line) -> Iterator[str]:
    """Text of several lines stands under its label, so that each line begins alike."""
    texts = line.text.splitlines()
    label = line.label if line.label.endswith("?") else f"{line.label}:"
    if not line.label:
        yield f"• {texts[0]}"
        yield from (f"  {text}" for text in texts[1:])
    elif len(texts) == 1:
        yield f"{label} {texts[0]}"
    else:
        yield label
        yield from (f"{_INDENT}{text}" for text in texts)


def _heading(text: str, sign: str) -> Iterator[str]:
    yield text
    yield sign * len(text)

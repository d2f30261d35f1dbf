"""What an external provider may read in a person's tabs, line by line and without codes."""

from collections.abc import Iterator
from dataclasses import dataclass

from gplan_desktop.domain.tabs import (
    GOOD_TO_KNOW_TEXTS,
    VISIT_TEXTS,
    ReferencePerson,
    Relative,
    Tabs,
)
from gplan_desktop.domain.text import is_blank
from gplan_desktop.domain.user import ProviderTab
from gplan_desktop.method.model import Method

_FIRST = "kontaktas först"


@dataclass(frozen=True)
class Line:
    """One text that may be seen: the field it stands in, its label if it needs one, the text."""

    field: str
    label: str
    text: str


def tab_parts(tabs: Tabs, method: Method) -> Iterator[tuple[ProviderTab, tuple[Line, ...]]]:
    """Return the tabs that the method lets a provider see and that say something (S111-S130).

    Codes are left out with what they open: that, too, is written freely.
    """
    for tab in ProviderTab:
        if tab in method.provider.tabs:
            lines = tuple(line for line in _lines(tab, tabs, method) if not is_blank(line.text))
            if lines:
                yield tab, lines


def _lines(tab: ProviderTab, tabs: Tabs, method: Method) -> Iterator[Line]:
    if tab is ProviderTab.REFERENCE_PEOPLE:
        for reference in tabs.reference_people:
            yield Line("tabs.reference_people", "", _reference(reference))
    elif tab is ProviderTab.RELATIVES:
        for relative in sorted(tabs.relatives, key=lambda one: not one.is_first_contact):
            yield Line("tabs.relatives", "", _relative(relative))
    elif tab is ProviderTab.VISIT:
        others = "tabs.visit.others_live_here"
        yield Line(others, method.field(others).label, tabs.visit.others_text)
        yield from _fields("tabs.visit", tabs.visit, VISIT_TEXTS, method)
    else:
        yield from _fields("tabs.good_to_know", tabs.good_to_know, GOOD_TO_KNOW_TEXTS, method)


def _fields(prefix: str, holder: object, names: tuple[str, ...], method: Method) -> Iterator[Line]:
    for name in names:
        field = f"{prefix}.{name}"
        yield Line(field, method.field(field).label, getattr(holder, name).strip())


def _reference(person: ReferencePerson) -> str:
    return _joined(person.role, person.name, person.phone)


def _relative(relative: Relative) -> str:
    first = _FIRST if relative.is_first_contact else ""
    return _joined(relative.name, relative.relation, first, relative.contact)


def _joined(*texts: str) -> str:
    return ", ".join(text.strip() for text in texts if not is_blank(text))

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gplan_desktop.domain.plan import AcceptedWarning
from gplan_desktop.domain.tabs import Code, Relative, Secret, Tabs, VisitInformation
from gplan_desktop.method.model import Method
from gplan_desktop.rules.tabs_difference import tabs_changes
from ui.office import Office
from ui.record.tabs_history import TabsHistory, told

EMPTY = Tabs("gunnel")
FIRST = replace(EMPTY, keys=(Code("Ytterdörren", Secret("4711")),))
SECOND = replace(
    FIRST,
    keys=(Code("Ytterdörren", Secret("4712")),),
    visit=VisitInformation(floor="3 tr", others_live_here=True),
)
THIRD = replace(SECOND, visit=replace(SECOND.visit, floor="4 tr", others_live_here=False))


@pytest.fixture
def window(put_up: Callable[..., Any]) -> QWidget:
    """The window over which the dialog opens."""
    return put_up(QWidget())


@pytest.fixture
def show(office: Office, window: QWidget) -> Callable[..., TabsHistory]:
    """Show what has become of Gunnel's tabs, saved in as many sessions as there are states."""

    def show(*states: Tabs) -> TabsHistory:
        store = office.store
        for number, state in enumerate(states):
            office.database.call(
                lambda state=state, number=number: store.tabs.save(state, number, str(number))
            )
        person = office.database.call(lambda: store.person("gunnel"))
        dialog = TabsHistory(person, office, window)
        dialog.open()
        office.database.flush()
        return dialog

    return show


def entries(dialog: TabsHistory) -> list[list[str]]:
    """The texts of each change, the latest first."""
    cards = [dialog.list.itemAt(n).widget() for n in range(dialog.list.count())]
    return [[text.text() for text in card.findChildren(QLabel)] for card in cards if card]


def test_each_change_tells_who_when_and_what_stood_there(show: Any, office: Office) -> None:
    by = f"2026-11-23 kl. 11.00, {office.unit.coordinator}"
    assert entries(show(FIRST, SECOND, THIRD)) == [
        [by, "Bor det fler personer i bostaden?: ”Ja” blev ”Nej”", "Våning: ”3 tr” blev ”4 tr”"],
        [
            by,
            "Nyckelns nummer (Ytterdörren): koden ändrad",
            "Bor det fler personer i bostaden?: ”Inte besvarat” blev ”Ja”",
            "Våning: nytt ”3 tr”",
        ],
        [by, "Nyckelnummer: nytt ”Ytterdörren, kod”"],
    ]


def test_no_code_can_be_read_in_it(show: Any) -> None:
    dialog = show(FIRST, SECOND, FIRST)
    assert "471" not in repr(entries(dialog))


def test_without_changes_that_is_told(show: Any) -> None:
    texts = [text.text() for text in show().findChildren(QLabel)]
    assert "Inget har skrivits i flikarna än." in texts


def test_it_can_be_closed_and_everything_has_a_name(show: Any, unnamed: Any, qtbot: Any) -> None:
    dialog = show(FIRST)
    assert unnamed(dialog) == []
    [close] = [b for b in dialog.findChildren(QPushButton) if b.text() == "Stäng"]
    with qtbot.waitSignal(dialog.finished):
        close.click()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (FIRST, EMPTY, "Nyckelnummer: borttaget ”Ytterdörren, kod”"),
        (
            FIRST,
            replace(EMPTY, keys=(Code("Ytterdörren", Secret("")),)),
            "Nyckelns nummer (Ytterdörren): koden borttagen",
        ),
        (
            replace(EMPTY, relatives=(Relative("Sten", "Barn"),)),
            replace(EMPTY, relatives=(Relative("Sten", "Barn", "070-1"),)),
            "Kontaktuppgifter (Sten): nytt ”070-1”",
        ),
        (
            EMPTY,
            replace(EMPTY, accepted=(AcceptedWarning("r", "tabs.good_to_know.other", "Beslut"),)),
            "Övrigt som är viktigt att veta, skälet till att texten står kvar: nytt ”Beslut”",
        ),
        (FIRST, FIRST, "Inget som syns: bara mellanslag eller ordningen mellan raderna."),
    ],
)
def test_a_change_is_one_sentence(method: Method, before: Tabs, after: Tabs, expected: str) -> None:
    assert told(tabs_changes(before, after), method) == [expected]

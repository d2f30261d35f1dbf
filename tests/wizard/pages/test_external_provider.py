"""The page on external providers: what leaves the unit of this person, or that nothing does."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gplan_desktop.domain.person import Provider
from gplan_desktop.planning import Opened
from ui.office import Office
from wizard.pages import registry
from wizard.pages.external_provider import ExternalProviderPage
from wizard.wizard_view import WizardView

NAME = "Norrbackens Hemservice AB"


@pytest.fixture
def page_of(
    show_wizard: Callable[..., WizardView],
    reopen: Callable[[str], Opened],
    office: Office,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[str], Any]:
    """Open a plan on the page, with what the store holds."""

    def page_of(plan_id: str) -> Any:
        monkeypatch.setitem(registry._PAGES, "external_provider", ExternalProviderPage)
        view = show_wizard(reopen(plan_id), at="external_provider")
        office.paper.flush()
        return view.page

    return page_of


def give(office: Office, person_id: str, provider: Provider) -> None:
    def work() -> None:
        person = office.store.person(person_id)
        office.store.change_person(replace(person, provider=provider))

    office.database.call(work)


def test_what_the_provider_may_read_stands_over_the_manuals_text(
    page_of: Callable[[str], Any], unnamed: Any
) -> None:
    page = page_of("rolf-plan-1")
    assert page.card.isVisible()
    assert not page.own.isVisible()
    assert "Rör inte figurerna på hyllan" in page.card.text.toPlainText()
    assert page.card.export.text() == f"Exportera för {NAME}…"
    assert page.card.text.hasFocus()
    assert "Treserva App" in page.text.toPlainText()
    assert unnamed(page) == []


def test_nothing_leaves_of_the_units_own_person_until_the_provider_changes(
    page_of: Callable[[str], Any], office: Office
) -> None:
    page = page_of("karin-plan-2")
    assert page.own.isVisible()
    assert not page.card.isVisible()
    assert page.text.hasFocus()
    give(office, "karin", Provider(NAME, external=True))
    page.hide()
    page.show()
    office.paper.flush()
    assert page.card.isVisible()
    assert not page.own.isVisible()


def test_this_one_person_is_handed_over(
    page_of: Callable[[str], Any],
    qtbot: QtBot,
    messages: Callable[[], list[Any]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page = page_of("rolf-plan-1")
    with qtbot.waitSignal(page.card.noted):
        page.card.export.click()
        (box,) = messages()
        next(button for button in box.buttons() if button.text() == "Välj mapp…").click()
    assert page.card.outcome.happened.text().startswith("1 individ exporterades")
    assert (tmp_path / "RE – 2026-11-23" / "Genomförandeplan service.pdf").exists()

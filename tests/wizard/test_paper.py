"""The papers of one plan: chosen, shown, saved, and noted in the register."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from gplan_desktop.domain.print_out import Paper, Way


@pytest.fixture
def saved_as(monkeypatch, tmp_path) -> Path:
    """Where the writer chooses to save."""
    path = tmp_path / "papper.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def choose(page, paper: Paper) -> None:
    index = page.papers.findText(paper.label)
    page.papers.setCurrentIndex(index)
    page.papers.activated.emit(index)


def shown(page) -> str:
    pages = page.preview.view.pages
    return " ".join(pages.text(n) for n in range(pages.page_count)) if pages else ""


@pytest.mark.parametrize(
    ("paper", "says"),
    [
        (Paper.HELP, "Så här får du hjälp"),
        (Paper.WORK_DESCRIPTION, "Arbetsbeskrivning"),
        (Paper.LARGE_PRINT, "Delaktighet"),
    ],
)
def test_the_papers_of_a_plan_are_chosen_above_the_pages(established, qtbot, paper, says):
    established.go("print")
    qtbot.waitUntil(lambda: bool(shown(established.page)))
    plan = established.page.preview.data

    choose(established.page, paper)

    qtbot.waitUntil(lambda: established.page.preview.data != plan)
    assert says in shown(established.page)


def test_what_is_saved_is_noted_in_the_register(established, office, qtbot, saved_as):
    established.go("print")
    qtbot.waitUntil(lambda: bool(shown(established.page)))
    established.page.preview._bar.save.click()
    plan_id = established.editor.plan.id

    def noted():
        return office.database.call(lambda: office.store.prints.of_plan(plan_id))

    qtbot.waitUntil(lambda: bool(noted()))
    (first,) = noted()
    assert saved_as.read_bytes() == established.page.preview.data
    assert (first.paper, first.occasion.way) == (Paper.PLAN, Way.FILE)
    assert first.checksum == established.editor.record.establishment.checksum


def test_a_draft_is_saved_before_its_print_is_noted(wizard, office, qtbot, saved_as):
    wizard.editor.change("participation.how", "Vid köksbordet")
    wizard.go("print")
    qtbot.waitUntil(lambda: "Vid köksbordet" in shown(wizard.page))
    wizard.page.preview._bar.save.click()
    plan_id = wizard.editor.plan.id
    noted = lambda: office.database.call(lambda: office.store.prints.of_plan(plan_id))  # noqa: E731

    qtbot.waitUntil(lambda: bool(noted()))
    assert noted()[0].version == wizard.editor.record.version > 0

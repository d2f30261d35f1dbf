"""The papers of one plan: chosen, shown, saved, and noted in the register."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from gplan_desktop.domain.print_out import Paper, Way

PAGE = "print"
PAPERS = {
    Paper.HELP: "Så här får du hjälp",
    Paper.WORK_DESCRIPTION: "Arbetsbeskrivning",
    Paper.LARGE_PRINT: "Delaktighet",
}


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


def test_the_papers_of_a_plan_are_chosen_above_the_pages(current, office, qtbot):
    plan = office.database.call(lambda: office.store.pdf(current.editor.plan.id))
    # In force, it is shown as the very paper that was kept.
    qtbot.waitUntil(lambda: current.page.preview.data == plan)
    assert "UTKAST" not in shown(current.page)
    assert not current.page.notice.isVisible()
    for paper, says in PAPERS.items():
        before = current.page.preview.data
        choose(current.page, paper)
        qtbot.waitUntil(lambda before=before: current.page.preview.data != before)
        assert says in shown(current.page), paper


def test_what_is_saved_is_noted_in_the_register(current, office, qtbot, saved_as):
    qtbot.waitUntil(lambda: bool(shown(current.page)))
    current.page.preview._bar.save.click()
    plan_id = current.editor.plan.id

    def noted():
        return office.database.call(lambda: office.store.prints.of_plan(plan_id))

    qtbot.waitUntil(lambda: bool(noted()))
    (first,) = noted()
    assert saved_as.read_bytes() == current.page.preview.data
    assert (first.paper, first.occasion.way) == (Paper.PLAN, Way.FILE)
    assert first.checksum == current.editor.record.establishment.checksum


def test_a_draft_is_saved_before_its_print_is_noted(wizard, office, qtbot, saved_as):
    wizard.editor.change("participation.how", "Vid köksbordet")
    qtbot.waitUntil(lambda: "Vid köksbordet" in shown(wizard.page))
    wizard.page.preview._bar.save.click()
    plan_id = wizard.editor.plan.id
    noted = lambda: office.database.call(lambda: office.store.prints.of_plan(plan_id))  # noqa: E731

    qtbot.waitUntil(lambda: bool(noted()))
    assert noted()[0].version == wizard.editor.record.version > 0

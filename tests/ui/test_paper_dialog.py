"""A paper that is of no plan, seen, saved and noted."""

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from gplan_desktop.domain.print_out import Paper, Way
from ui.paper_dialog import LooseSheet, PaperDialog


@pytest.fixture
def parent(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(office, qtbot, parent):
    """Open the dialog of a loose sheet."""

    def opened(sheet):
        shown = PaperDialog(sheet, office, parent)
        qtbot.addWidget(shown)
        shown.show()
        qtbot.waitUntil(lambda: shown.preview.view.pages is not None)
        return shown

    return opened


def test_the_booklet_and_the_blank_plan_are_shown(dialog, office):
    booklet = dialog(LooseSheet(Paper.METHOD, office.unit_papers.booklet))
    assert booklet.preview.view.pages.page_count > 20
    blank = dialog(LooseSheet(Paper.BLANK_PLAN, lambda: office.unit_papers.blank_plan(None, None)))
    assert "Blankett" in blank.preview.view.pages.text(0)


def test_a_list_that_is_saved_is_noted_without_a_person(
    dialog, office, qtbot, monkeypatch, tmp_path
):
    people = office.database.call(office.store.people)
    shown = dialog(LooseSheet(Paper.UNIT_LIST, lambda: office.unit_papers.unit_list(people)))
    path = tmp_path / "lista"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    today = office.today()

    shown.preview._bar.save.click()

    def noted():
        return office.database.call(lambda: office.store.prints.between(today, today))

    qtbot.waitUntil(lambda: bool(noted()))
    assert shown.preview._state.text() == "Sparad: lista.pdf"
    (only,) = noted()
    assert (only.paper, only.occasion.way, only.person_id) == (Paper.UNIT_LIST, Way.FILE, "")
    assert path.with_suffix(".pdf").read_bytes() == shown.preview.data

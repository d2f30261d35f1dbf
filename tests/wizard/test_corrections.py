"""A correction in the wizard, and what an annulled plan shows (F26)."""

import pytest
from PySide6.QtWidgets import QLabel

from gplan_desktop.planning import annul, begin_correction
from wizard.establish_dialog import EstablishDialog

KARIN, PAGE = "karin-plan-2", "print"
WHY = "Fel tid på duschen"


def pdf_text(page):
    pages = page.preview.view.pages
    return " ".join(pages.text(n) for n in range(pages.page_count)) if pages else ""


@pytest.fixture
def annulled(office, show_wizard, reopen):
    """Karin's plan, annulled and opened to read."""
    office.database.call(lambda: annul(KARIN, "Fel person", office.desk()))
    return show_wizard(reopen(KARIN), at=PAGE)


@pytest.fixture
def correction(established, office, show_wizard):
    """The wizard with a draft that corrects Karin's plan, which is not overdue any more."""
    plan_id = established.editor.plan.id
    opened = office.database.call(lambda: begin_correction(plan_id, WHY, office.desk()))
    return show_wizard(opened, at="login")


def test_the_plan_in_force_has_its_paper_and_a_way_to_correct_or_annul_it(current, wishes, qtbot):
    qtbot.waitUntil(lambda: bool(pdf_text(current.page)))
    # Only an annulled plan has an original beside its paper.
    assert not current.page.original.isVisible()
    for page in ("plan_list", "review"):
        current.go(page)
        current.page.change.click()
    assert wishes.changed == [KARIN] * 2


def test_a_correction_is_written_and_established_in_the_wizard(correction, office, dialog_of):
    assert correction.header.plan.text().endswith("Utkast – rättelse")
    assert WHY in correction.header.plan.toolTip()
    correction.editor.change("participation.wishes", "Karin vill duscha på morgonen.")
    correction.establish()
    dialog = dialog_of(correction)
    texts = {shown.text() for shown in dialog.findChildren(QLabel)}
    assert {WHY, "Planen som rättas", "Blir ersatt och sparas oförändrad"} <= texts
    assert "Delaktighet" in " ".join(texts)
    dialog.accept()
    office.database.flush()
    record = correction.editor.record
    assert record.is_current
    assert record.corrects.is_done
    assert correction.header.plan.text().endswith("Upprättad – tv (tillsvidare) – rättad")


def test_a_correction_that_changes_nothing_is_not_established(correction, messages):
    correction.establish()
    (told,) = messages()
    assert told.text() == "Inget är ändrat i rättelsen."
    told.close()
    assert correction.findChildren(EstablishDialog) == []


def test_an_annulled_plan_says_so_and_so_does_its_paper_but_not_the_original(
    annulled, office, qtbot
):
    told = "Makulerad 2026-11-23 av Sam Ordnare: Fel person"
    assert annulled.header.plan.text().endswith(told)
    page = annulled.page
    qtbot.waitUntil(lambda: "MAKULERAD" in pdf_text(page))
    assert "Fel person" in " ".join(pdf_text(page).split())
    page.original.click()
    stored = office.database.call(lambda: office.store.pdf(KARIN))
    qtbot.waitUntil(lambda: page.preview.data == stored)
    assert "MAKULERAD" not in pdf_text(page)
    # It cannot be annulled again.
    annulled.go("review")
    assert not hasattr(annulled.page, "change")
    annulled.go("plan_list")
    assert not annulled.page.established.isVisible()

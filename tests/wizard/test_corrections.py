"""A correction in the wizard, and what an annulled plan shows (F26)."""

import pytest
from PySide6.QtWidgets import QLabel

from gplan_desktop.planning import annul, begin_correction

WHY = "Fel tid på duschen"


def pdf_text(page):
    pages = page.preview.view.pages
    return " ".join(pages.text(n) for n in range(pages.page_count)) if pages else ""


@pytest.fixture
def annulled(established, office, show_wizard, reopen):
    """Karin's plan, annulled as soon as it was established, and opened to read."""
    plan_id = established.editor.plan.id
    office.database.call(lambda: annul(plan_id, "Fel person", office.desk()))
    return show_wizard(reopen(plan_id))


@pytest.fixture
def correction(established, office, show_wizard):
    """The wizard with a draft that corrects Karin's plan."""
    plan_id = established.editor.plan.id
    opened = office.database.call(lambda: begin_correction(plan_id, WHY, office.desk()))
    return show_wizard(opened)


def test_the_plan_in_force_has_a_way_to_correct_or_annul_it(established, wishes):
    established.go("plan_list")
    established.page.change.click()
    established.go("review")
    established.page.change.click()
    assert wishes.changed == [established.editor.plan.id] * 2


def test_a_correction_is_written_and_established_in_the_wizard(correction, office, dialog_of):
    assert correction.header.plan.text().endswith("Utkast – rättelse")
    assert WHY in correction.header.plan.toolTip()
    correction.editor.change("participation.wishes", "Karin vill duscha på morgonen.")
    correction.establish()
    dialog = dialog_of(correction)
    texts = {shown.text() for shown in dialog.findChildren(QLabel)}
    assert {WHY, "Planen som rättas", "Blir ersatt och sparas oförändrad"} <= texts
    dialog.accept()
    office.database.flush()
    record = correction.editor.record
    assert record.is_current
    assert record.corrects.is_done
    assert correction.header.plan.text().endswith("Upprättad – tv (tillsvidare) – rättad")


def test_an_annulled_plan_says_so_on_top_and_cannot_be_annulled_again(annulled):
    told = "Makulerad 2026-11-23 av Sam Ordnare: Fel person"
    assert annulled.header.plan.text().endswith(told)
    annulled.go("review")
    assert not hasattr(annulled.page, "change")
    annulled.go("plan_list")
    assert not annulled.page.established.isVisible()


def test_the_paper_of_an_annulled_plan_is_marked_and_the_original_can_be_seen(
    annulled, office, qtbot
):
    annulled.go("print")
    page = annulled.page
    qtbot.waitUntil(lambda: "MAKULERAD" in pdf_text(page))
    assert "Fel person" in " ".join(pdf_text(page).split())
    page.original.click()
    plan_id = annulled.editor.plan.id
    stored = office.database.call(lambda: office.store.pdf(plan_id))
    qtbot.waitUntil(lambda: page.preview.data == stored)
    assert "MAKULERAD" not in pdf_text(page)


def test_only_an_annulled_plan_has_an_original_beside_its_paper(established, qtbot):
    established.go("print")
    qtbot.waitUntil(lambda: bool(pdf_text(established.page)))
    assert not established.page.original.isVisible()

"""Tes-besöksplan: the weekdays of a temporary one are counted (S97-S99)."""

import pytest


@pytest.fixture
def page(wizard):
    wizard.go("visit_plan")
    return wizard.page


def test_today_is_counted_from_at_first(page):
    assert page.answer.text().startswith("Senast måndag 30 november 2026 ska")
    told = "Det är 5 vardagar efter måndag 23 november 2026. 5 vardagar är kvar från i dag."
    assert page.answer.text().endswith(told)


def test_christmas_and_new_year_are_no_weekdays(page, type_text):
    page.day.line.clear()
    type_text(page.day.line, "2026-12-22")
    assert page.answer.text().startswith("Senast måndag 4 januari 2027 ska")


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("2026-11-17", "En vardag är kvar från i dag."),
        ("2026-11-16", "Inga vardagar är kvar från i dag."),
        ("2026-10-01", "Inga vardagar är kvar från i dag."),
    ],
)
def test_the_weekdays_that_are_left_are_told(page, type_text, written, left):
    page.day.line.clear()
    type_text(page.day.line, written)
    assert page.answer.text().endswith(left)


def test_a_date_that_cannot_be_read_is_asked_for(page, type_text):
    page.day.line.clear()
    type_text(page.day.line, "snart")
    assert page.answer.text() == "Skriv datumet då den tillfälliga besöksplanen skrevs."


def test_the_page_has_names_for_all(page, unnamed):
    assert unnamed(page) == []

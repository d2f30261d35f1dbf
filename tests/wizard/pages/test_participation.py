"""Delaktighet: the form first, then the three ways to take part."""

from gplan_desktop.domain.plan import Voice
from ui.widgets.picture import Picture


def test_the_form_comes_first_and_the_teaching_under_it(wizard, unnamed):
    wizard.go("participation")
    page = wizard.page
    tops = [page.frames["participation.under_revision"], page.findChild(Picture), page.text]
    heights = [part.mapTo(page, part.rect().topLeft()).y() for part in tops]
    assert heights == sorted(heights)
    assert "statistikruta" in page.text.toPlainText()
    assert unnamed(wizard) == []


def test_every_choice_of_who_tells_is_taught_and_named_in_the_picture(wizard):
    wizard.go("participation")
    taught = wizard.page.text.toPlainText()
    spoken = wizard.page.findChild(Picture).accessibleName()
    for voice in Voice:
        assert voice.label in taught
        assert voice.label in spoken

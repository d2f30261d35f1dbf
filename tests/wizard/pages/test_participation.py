"""Delaktighet: the form first, then the three ways to take part."""

from gplan_desktop.domain.plan import Voice
from ui.widgets.picture import Picture

PAGE = "participation"


def test_the_form_comes_first_and_the_teaching_under_it(wizard, unnamed):
    page = wizard.page
    tops = [page.frames["participation.under_revision"], page.findChild(Picture), page.text]
    heights = [part.mapTo(page, part.rect().topLeft()).y() for part in tops]
    assert heights == sorted(heights)
    assert "statistikruta" in page.text.toPlainText()
    assert unnamed(wizard) == []
    # Every choice of who tells is taught, and named in the picture.
    taught = page.text.toPlainText()
    spoken = page.findChild(Picture).accessibleName()
    for voice in Voice:
        assert voice.label in taught
        assert voice.label in spoken

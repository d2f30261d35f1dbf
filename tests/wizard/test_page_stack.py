"""Every page opens, names what can be typed in, and keeps what is typed."""

from gplan_desktop.domain.fields import pattern
from wizard.pages.page import Page


def shown_fields(view) -> set[str]:
    return {pattern(field) for field in view.page.frames}


def test_every_step_has_a_page_where_everything_has_a_name(wizard, unnamed, office):
    fields = set()
    for step in wizard.editor.steps:
        wizard.go(step.id)
        office.database.flush()
        assert isinstance(wizard.page, Page)
        assert wizard.page.isVisible()
        assert unnamed(wizard) == [], step.id
        for field, frame in wizard.page.frames.items():
            assert frame.box.objectName() == field
        fields |= shown_fields(wizard)
    # The rows of an activity are made when it is unfolded (test_activities).
    wizard.go("area.d4", "area.d4.activities.0.what")
    fields |= shown_fields(wizard)
    described = {f for f, text in office.method.fields.items() if text.step}
    assert fields == described - {"contributors", "area.*.activities"}


def test_the_page_tells_its_title_its_purpose_and_its_place(wizard, office):
    for number, step in enumerate(wizard.editor.steps, 1):
        wizard.go(step.id)
        assert wizard._pages.title.text() == step.title
        assert wizard._pages.purpose.text() == office.method.step(step.id).purpose
        assert wizard.footer.place.text() == f"Steg {number} av {len(wizard.editor.steps)}"


def test_a_page_is_made_once_and_stays(wizard):
    wizard.go("participation")
    first = wizard.page
    wizard.go("name")
    wizard.go("participation")
    assert wizard.page is first

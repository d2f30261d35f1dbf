"""Every page opens, names what can be typed in, and keeps what is typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gplan_desktop.domain.fields import is_of_plan, pattern
from wizard.pages.page import Page


def shown_fields(view) -> set[str]:
    return {pattern(field) for field in view.page.frames}


def test_every_step_has_a_page_that_tells_its_place_and_where_everything_has_a_name(
    wizard, unnamed, office
):
    fields = set()
    for number, step in enumerate(wizard.editor.steps, 1):
        wizard.go(step.id)
        office.database.flush()
        assert wizard._pages.title.text() == step.title
        assert wizard._pages.purpose.text() == office.method.step(step.id).purpose
        assert wizard.footer.place.text() == f"Steg {number} av {len(wizard.editor.steps)}"
        assert isinstance(wizard.page, Page)
        assert wizard.page.isVisible()
        assert unnamed(wizard) == [], step.id
        for field, frame in wizard.page.frames.items():
            assert frame.box.objectName() == field
        fields |= shown_fields(wizard)
    # The rows of an activity are made when it is unfolded (test_activities).
    wizard.go("area.d4", "area.d4.activities.0.what")
    fields |= shown_fields(wizard)
    described = {field for field in office.method.fields if is_of_plan(field)}
    assert fields == described - {"contributors", "area.*.activities"}


def test_a_page_is_made_once_and_stays(wizard):
    wizard.go("participation")
    first = wizard.page
    wizard.go("name")
    wizard.go("participation")
    assert wizard.page is first


def is_whole(widget) -> bool:
    return widget.visibleRegion().boundingRect().size() == widget.size()


def test_tab_shows_what_is_asked_and_not_only_where_it_is_answered(wizard, qtbot):
    wizard.go("participation")
    wizard.page.frames["participation.how"].focus_box()
    wizard._pages.turn_over(3)
    wizard._pages.reveal(wizard.page.frames["participation.how"].box)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() in wizard.page.frames["participation.voice"].box.buttons
    assert is_whole(wizard.page.frames["participation.voice"].caption)


def test_a_page_that_was_scrolled_shows_the_field_it_gives_the_keyboard_to(wizard):
    wizard.go("participation")
    wizard._pages.turn_over(3)
    wizard.go("name")
    wizard.go("participation")
    first = next(iter(wizard.page.frames.values()))
    assert is_whole(first)

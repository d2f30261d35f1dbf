"""Every page opens, names what can be typed in, and keeps what is typed."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from gplan_desktop.domain.fields import is_of_plan, pattern
from wizard.pages.page import Page

PAGE = "participation"


def shown_fields(view) -> set[str]:
    return {pattern(field) for field in view.page.frames}


class Windows(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def tells_its_place(view, number: int, purpose: str) -> None:
    step = view.editor.steps[number - 1]
    assert view._pages.title.text() == step.title
    assert view._pages.purpose.text() == purpose
    assert view.footer.place.text() == f"Steg {number} av {len(view.editor.steps)}"
    assert isinstance(view.page, Page)
    assert view.page.isVisible()


def is_marked_in_the_contents(view, number: int) -> None:
    """The open page is the marked one, and is seen with the one after."""
    steps, contents = view.editor.steps, view.contents
    assert contents.currentItem().text() == steps[number - 1].title
    following = contents._items[steps[min(number, len(steps) - 1)].id]
    for item in (contents.currentItem(), following):
        assert contents.viewport().rect().intersects(contents.visualItemRect(item)), item.text()


def test_every_page_is_told_named_and_whole_and_leaves_nothing_behind(
    wizard, unnamed, clipped, office, disk, qapp
):
    drafts, windows, fields = disk.drafts(), Windows(), set()
    # No part of a page is a window for a moment: that would flash and take the keyboard.
    qapp.installEventFilter(windows)
    wizard.setUpdatesEnabled(True)
    for number, step in enumerate(wizard.editor.steps, 1):
        wizard.go(step.id)
        office.database.flush()
        tells_its_place(wizard, number, office.method.step(step.id).purpose)
        is_marked_in_the_contents(wizard, number)
        assert unnamed(wizard) == [], step.id
        for field, frame in wizard.page.frames.items():
            assert frame.box.objectName() == field
        fields |= shown_fields(wizard)
        qapp.processEvents()
        assert clipped(wizard) == [], step.id
    # The rows of an activity are made when it is unfolded (test_activities).
    wizard.go("area.d4", "area.d4.activities.0.what")
    fields |= shown_fields(wizard)
    qapp.removeEventFilter(windows)
    assert windows.shown == []
    assert (wizard.width(), wizard.height()) == (1280, 680)
    described = {field for field in office.method.fields if is_of_plan(field)}
    assert fields == described - {"contributors", "area.*.activities"}
    # A form that nobody wrote in is dropped.
    assert wizard.finish()
    assert disk.drafts() == drafts


def test_a_page_is_made_once_and_stays(wizard):
    first = wizard.page
    wizard.go("name")
    wizard.go("participation")
    assert wizard.page is first


def is_whole(widget) -> bool:
    return widget.visibleRegion().boundingRect().size() == widget.size()


def test_tab_shows_what_is_asked_and_not_only_where_it_is_answered(wizard, qtbot):
    wizard.page.frames["participation.how"].focus_box()
    wizard._pages.turn_over(3)
    wizard._pages.reveal(wizard.page.frames["participation.how"].box)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() in wizard.page.frames["participation.voice"].box.buttons
    assert is_whole(wizard.page.frames["participation.voice"].caption)


def test_a_page_that_was_scrolled_shows_the_field_it_gives_the_keyboard_to(wizard):
    wizard._pages.turn_over(3)
    wizard.go("name")
    wizard.go("participation")
    first = next(iter(wizard.page.frames.values()))
    assert is_whole(first)

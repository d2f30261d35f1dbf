from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.page_layout import Fit
from ui.page_pictures import draw
from ui.page_text import Stretch
from ui.page_view import PageView
from ui.pdf_document import PdfPages

PdfBytes = Callable[..., bytes]
CTRL = Qt.KeyboardModifier.ControlModifier
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, pdf_bytes: PdfBytes) -> PageView:
    # Another test may have left the application dark, and then the ground is dark too.
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())
    view = PageView()
    qtbot.addWidget(view)
    view.resize(600, 500)
    with qtbot.waitExposed(view):
        view.show()
    view.show_pages(PdfPages(pdf_bytes()))
    return view


def dark_dots(view: PageView) -> int:
    """Count dots as dark as print."""
    image = view.viewport().grab().toImage()
    return sum(
        image.pixelColor(x, y).lightness() < 60
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )


def press(view: PageView, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))


def turn_wheel(view: PageView, steps: int, modifiers: Qt.KeyboardModifier) -> None:
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_page_is_seen_at_once(view: PageView) -> None:
    image = view.viewport().grab().toImage()
    assert image.pixelColor(300, 300).name() == "#ffffff"
    assert dark_dots(view) > 50


def test_the_width_is_filled_and_follows_the_window(view: PageView) -> None:
    before = view.zoom
    view.resize(900, 500)
    assert view.fit is Fit.WIDTH
    assert view.zoom > before
    assert view.horizontalScrollBar().maximum() == 0


def test_a_whole_page_fits(view: PageView) -> None:
    view.set_fit(Fit.PAGE)
    press(view, Qt.Key.Key_PageDown)
    assert view.current_page == 2
    assert view.zoom < 60


def test_keys_turn_the_pages(view: PageView) -> None:
    seen = []
    view.page_changed.connect(lambda number, count: seen.append((number, count)))
    keys = [Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End]
    for key in [*keys, Qt.Key.Key_Home]:
        press(view, key)
    assert seen == [(2, 3), (3, 3), (2, 3), (3, 3), (1, 3)]


def test_arrows_scroll(view: PageView) -> None:
    press(view, Qt.Key.Key_Down)
    assert 0 < view.verticalScrollBar().value() < 100


@pytest.mark.parametrize(
    ("key", "grows"),
    [(Qt.Key.Key_Plus, True), (Qt.Key.Key_Minus, False)],
)
def test_ctrl_and_plus_or_minus_zooms(view: PageView, key: Qt.Key, grows: bool) -> None:
    view.set_zoom(100)
    press(view, key, CTRL)
    assert (view.zoom > 100) is grows
    assert view.fit is Fit.FREE


def test_ctrl_and_zero_fills_the_width_again(view: PageView) -> None:
    fitted = view.zoom
    view.set_zoom(300)
    press(view, Qt.Key.Key_0, CTRL)
    assert (view.zoom, view.fit) == (fitted, Fit.WIDTH)


def test_ctrl_and_other_keys_are_left_to_the_window(view: PageView) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, CTRL)
    view.keyPressEvent(event)
    assert not event.isAccepted()
    assert view.current_page == 1


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(view: PageView) -> None:
    view.set_zoom(100)
    turn_wheel(view, 1, CTRL)
    assert view.zoom == 110
    turn_wheel(view, -1, CTRL)
    assert view.zoom == 100
    turn_wheel(view, -1, Qt.KeyboardModifier.NoModifier)
    assert view.zoom == 100
    assert view.verticalScrollBar().value() > 0


def test_zooming_stops_at_25_and_400_per_cent(view: PageView) -> None:
    for _ in range(30):
        view.zoom_in()
    assert view.zoom == 400
    for _ in range(30):
        view.zoom_out()
    assert view.zoom == 25


def test_the_largest_size_keeps_little_in_memory(view: PageView, pdf_bytes: PdfBytes) -> None:
    view.show_pages(PdfPages(pdf_bytes(pages=6)))
    view.set_zoom(400)
    for number in range(1, 7):
        view.go_to_page(number)
        view.viewport().grab()
    assert view._pictures.kept_bytes < 100_000_000


def test_zooming_keeps_the_place_in_the_text(view: PageView) -> None:
    view.go_to_page(2)
    view.set_zoom(200)
    assert view.current_page == 2
    view.set_fit(Fit.WIDTH)
    assert view.current_page == 2


def test_a_newer_document_is_shown_at_the_same_place(view: PageView, pdf_bytes: PdfBytes) -> None:
    view.go_to_page(3)
    before = view.verticalScrollBar().value()
    view.show_pages(PdfPages(pdf_bytes(pages=4)))
    assert view.verticalScrollBar().value() == before
    assert view.current_page == 3


def test_a_shorter_document_is_shown_at_its_end(view: PageView, pdf_bytes: PdfBytes) -> None:
    view.go_to_page(3)
    view.show_pages(PdfPages(pdf_bytes(pages=1)))
    assert view.current_page == 1
    assert dark_dots(view) == 0
    press(view, Qt.Key.Key_Home)
    assert dark_dots(view) > 50


def test_a_newer_document_is_never_an_empty_window(view: PageView, pdf_bytes: PdfBytes) -> None:
    view.show_pages(PdfPages(pdf_bytes(text="Nytt")))
    assert dark_dots(view) > 50


def test_a_replaced_document_is_closed(view: PageView, pdf_bytes: PdfBytes) -> None:
    old = PdfPages(pdf_bytes())
    view.show_pages(old)
    view.show_pages(None)
    assert old.page_count == 0


def test_no_document_is_only_ground(view: PageView) -> None:
    view.show_pages(None)
    assert dark_dots(view) == 0
    assert view.current_page == 0
    press(view, Qt.Key.Key_PageDown)
    view.zoom_in()


def test_the_ground_follows_a_dark_palette_and_the_paper_stays_white(view: PageView) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#14191d"))
    view.setPalette(palette)
    image = view.viewport().grab().toImage()
    assert image.pixelColor(3, 300).lightness() < 60
    assert image.pixelColor(300, 300).name() == "#ffffff"


def test_the_focus_is_seen(qtbot: QtBot, view: PageView) -> None:
    highlight = view.palette().color(QPalette.ColorRole.Highlight)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert view.viewport().grab().toImage().pixelColor(0, 250) == highlight
    view.clearFocus()
    assert view.viewport().grab().toImage().pixelColor(0, 250) != highlight


def test_screen_readers_get_the_page_in_words(view: PageView) -> None:
    view.go_to_page(2)
    spoken = QAccessible.queryAccessibleInterface(view)
    assert spoken.text(QAccessible.Text.Name) == "Förhandsgranskning, sida 2 av 3"
    assert "Sida 2" in spoken.text(QAccessible.Text.Description)
    text = QAccessible.queryAccessibleInterface(view.findChild(QLabel))
    assert text.role() == QAccessible.Role.StaticText
    assert "Sida 2" in text.text(QAccessible.Text.Name)


def test_screen_readers_are_told_when_there_is_no_page(qtbot: QtBot) -> None:
    view = PageView()
    qtbot.addWidget(view)
    assert view.accessibleName() == "Förhandsgranskning, ingen sida"


def test_zooming_by_wheel_keeps_what_is_under_the_pointer(view: PageView) -> None:
    view.set_zoom(100)
    view.go_to_page(2)
    middle = QPointF(view.viewport().rect().center())
    before = view.at(middle)
    turn_wheel(view, 2, CTRL)
    page, point = view.at(middle)
    assert page == before[0]
    assert (point - before[1]).manhattanLength() < 2


def test_space_reads_on_and_back(view: PageView) -> None:
    press(view, Qt.Key.Key_Space)
    bar = view.verticalScrollBar()
    assert bar.value() == view.viewport().height() - 40
    press(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0


def test_text_is_selected_by_mouse_and_copied(
    qtbot: QtBot, view: PageView, written_pdf: PdfBytes
) -> None:
    view.show_pages(PdfPages(written_pdf("Åsa Berg kommer", "Sida två")))
    pages, port = view.pages, view.viewport()
    box = pages.boxes(Stretch(0, 4, 4))[0]
    corner = view._layout.pages[0].topLeft()
    point = (corner + box.center() * view._scale).toPoint()
    qtbot.mouseDClick(port, Qt.MouseButton.LeftButton, pos=point)
    press(view, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "Berg"
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=point)
    assert view.selection.text() == "Åsa Berg kommer"
    press(view, Qt.Key.Key_A, CTRL)
    press(view, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "Åsa Berg kommer\nSida två"
    view.go_to_page(2)
    view.copy_page()
    assert QApplication.clipboard().text() == "Sida två"


def test_a_drag_selects_and_is_seen(qtbot: QtBot, view: PageView) -> None:
    start = view._layout.pages[0].topLeft() + QPointF(70, 70) * view._scale
    end = start + QPointF(60, 10)
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, at, button, buttons in (
        (QEvent.Type.MouseButtonPress, start, left, left),
        (QEvent.Type.MouseMove, end, none, left),
        (QEvent.Type.MouseButtonRelease, end, left, none),
    ):
        where = view.viewport().mapToGlobal(at)
        QApplication.sendEvent(
            view.viewport(), QMouseEvent(kind, at, where, button, buttons, NO_KEY)
        )
    assert view.selection.text() == "Sida 1"
    image = view.viewport().grab().toImage()
    colours = {image.pixelColor(x, round(start.y())).name() for x in range(60, 200)}
    assert "#b5d7f5" in colours


def test_nothing_is_selected_or_copied_without_pages(view: PageView) -> None:
    view.show_pages(None)
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        press(view, key, CTRL)
    view.copy_page()
    view.show_hits([], None)
    assert view.selection is None


def test_the_context_menu_offers_to_copy(view: PageView) -> None:
    menu = view.menu(view.selection)
    texts = {action.text().split("\t")[0]: action.isEnabled() for action in menu.actions()}
    assert texts == {"Kopiera": False, "Kopiera sidans text": True, "Markera allt": True}


def test_a_hit_far_away_is_brought_into_view(view: PageView) -> None:
    view.reveal(Stretch(2, 0, 4))
    assert view.current_page == 3
    before = view.verticalScrollBar().value()
    view.reveal(Stretch(2, 0, 4))
    assert view.verticalScrollBar().value() == before


def test_pictures_drawn_beforehand_are_painted(view: PageView, pdf_bytes: PdfBytes) -> None:
    view.viewport().grab()
    data = pdf_bytes(text="Nytt")
    drawn = draw(data, view.seen)
    for picture in drawn.values():
        picture.fill("red")
    view.show_pages(PdfPages(data), drawn)
    assert view.viewport().grab().toImage().pixelColor(300, 300).name() == "#ff0000"


def test_what_is_selected_stays_so_when_the_document_is_made_anew(
    view: PageView, pdf_bytes: PdfBytes
) -> None:
    view.show_pages(PdfPages(pdf_bytes(2)))
    view.select_all()
    view.show_pages(PdfPages(pdf_bytes(3)))
    assert view.selection is not None
    assert view.selection.text() == "Sida 1\nSida 2"
    view.show_pages(None)
    view.show_pages(PdfPages(pdf_bytes(3)))
    assert view.selection.is_empty

"""What holds for marks in every input of text."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QHelpEvent, QPalette, QTextCharFormat
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from gplan_desktop.rules.marks import Mark, MarkKind
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.theme import DARK, LIGHT
from ui.widgets.line_box import LineBox
from ui.widgets.mark_style import ground, line_colour, text_format
from ui.widgets.marked_line import places_in
from ui.widgets.text_box import TextBox

TEXT = "Hon 😀 får omvådnad vid dushning"
WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


class Help:
    """Suggests when the test says so."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Callable[..., None]]] = []
        self.added: list[str] = []

    def suggest(self, word: str, done: Callable[..., None]) -> None:
        self.asked.append((word, done))

    def add(self, word: str) -> None:
        self.added.append(word)


def mark(text: str, words: str, kind: MarkKind = MarkKind.SPELLING, hint: str = "Fel.") -> Mark:
    return Mark(text.index(words), len(words), kind, hint)


def text_of(box: Any) -> str:
    return box.toPlainText() if isinstance(box, TextBox) else box.text()


def put_caret(box: Any, place: int) -> None:
    if isinstance(box, TextBox):
        cursor = box.textCursor()
        cursor.setPosition(place)
        box.setTextCursor(cursor)
    else:
        box.setCursorPosition(place)


def caret(box: Any) -> int:
    return box.textCursor().position() if isinstance(box, TextBox) else box.cursorPosition()


def drawn(box: TextBox) -> list[str]:
    """The words under which a line is drawn, paragraph by paragraph."""
    words = []
    block = box.document().begin()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        words += [
            units[2 * run.start : 2 * (run.start + run.length)].decode("utf-16-le")
            for run in block.layout().formats()
        ]
        block = block.next()
    return words


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


@pytest.fixture(params=[TextBox, LineBox])
def held(request: Any, hold: Any) -> Any:
    held = hold(request.param())
    held.box.set_value(TEXT)
    return held


@pytest.fixture
def text(hold: Any) -> Any:
    held = hold(TextBox())
    held.box.set_value(TEXT)
    return held


def test_marks_are_no_edit_and_leave_caret_and_undo_alone(held: Any) -> None:
    held.paste(" igen")
    put_caret(held.box, 3)
    held.edited.clear()
    before = text_of(held.box)
    held.box.show_marks([mark(before, "omvådnad"), mark(before, "får", MarkKind.GUARD)])
    QApplication.processEvents()
    assert (held.edited, caret(held.box)) == ([], 3)
    held.box.undo()
    assert text_of(held.box) == TEXT


def test_marks_leave_height_and_scroll_alone(text: Any) -> None:
    long = "\n".join(f"Rad {n} omvådnad" for n in range(40))
    text.box.set_value(long)
    text.box.verticalScrollBar().setValue(7)
    height = text.box.height()
    text.box.show_marks([mark(long, "Rad 30 omvådnad", MarkKind.WORD)])
    QApplication.processEvents()
    assert (text.box.verticalScrollBar().value(), text.box.height()) == (7, height)


def test_no_line_is_clipped_when_writing_before_a_mark_breaks_it(
    text: Any, type_text: Callable[..., None]
) -> None:
    value = "Hon får gärna stöd vid dushning av den som kommer hem. " * 2
    text.box.set_value(value)
    text.box.show_marks([mark(value, "dushning")])
    low = text.box.height()
    for sign in "Stödstrumporna sitter hårt, och det tar tid för Karin ":
        type_text(text.box, sign)
        assert not is_clipped(text.box)
    assert text.box.height() > low


def is_clipped(box: TextBox) -> bool:
    last = box.document().lastBlock()
    bottom = box.blockBoundingGeometry(last).translated(box.contentOffset()).bottom()
    return bottom > box.viewport().height() or box.verticalScrollBar().maximum() > 0


def test_marks_are_counted_in_signs_also_after_an_emoji(held: Any) -> None:
    marks = (mark(TEXT, "omvådnad"), mark(TEXT, "dushning"))
    held.box.show_marks(marks)
    assert held.box.marks() == marks


def test_marks_of_other_kinds_stand_when_some_are_replaced(held: Any) -> None:
    word, misspelt = mark(TEXT, "Hon", MarkKind.WORD), mark(TEXT, "omvådnad")
    held.box.show_marks([word, misspelt])
    held.box.show_marks([], {MarkKind.SPELLING})
    assert held.box.marks() == (word,)
    held.box.show_marks([])
    assert held.box.marks() == ()


@pytest.mark.parametrize(
    ("at", "typed", "left"),
    [
        (0, "Ja! ", ["omvådnad", "dushning"]),
        (13, "r", ["dushning"]),
        (29, "s", ["omvådnad"]),
        (32, "en", ["omvådnad", "dushning"]),
    ],
)
def test_marks_follow_their_words_and_go_with_them(
    held: Any, type_text: Callable[..., None], at: int, typed: str, left: list[str]
) -> None:
    held.box.show_marks([mark(TEXT, "omvådnad"), mark(TEXT, "dushning")])
    put_caret(held.box, at)
    type_text(held.box, typed)
    assert [m.of(text_of(held.box)) for m in held.box.marks()] == left


def test_a_new_value_drops_the_marks_it_touches(held: Any) -> None:
    held.box.show_marks([mark(TEXT, "omvådnad")])
    held.box.set_value("Annat")
    assert held.box.marks() == ()


def test_only_the_marked_words_are_underlined(text: Any) -> None:
    text.box.show_marks([mark(TEXT, "omvådnad"), mark(TEXT, "dushning")])
    assert drawn(text.box) == ["omvådnad", "dushning"]
    text.box.show_marks([mark(TEXT, "dushning")])
    assert drawn(text.box) == ["dushning"]


def test_a_mark_over_two_paragraphs_is_drawn_in_both(text: Any) -> None:
    text.box.set_value("Första raden\nandra raden")
    text.box.show_marks([Mark(7, 11, MarkKind.GUARD, "Fel.")])
    assert drawn(text.box) == ["raden", "andra"]


def test_the_weightiest_mark_is_drawn_on_top(text: Any) -> None:
    over, under = mark(TEXT, "får omvådnad", MarkKind.GUARD), mark(TEXT, "omvådnad")
    text.box.show_marks([under, over])
    assert drawn(text.box) == ["får omvådnad"]


def test_a_word_is_not_misspelt_until_the_caret_has_left_it(
    text: Any, type_text: Callable[..., None]
) -> None:
    text.box.set_value("")
    type_text(text.box, "Hemtjenst")
    text.box.show_marks([mark("Hemtjenst", "Hemtjenst")])
    assert drawn(text.box) == []
    text.press(Qt.Key.Key_Left)
    assert drawn(text.box) == []
    text.press(Qt.Key.Key_End)
    type_text(text.box, " ")
    assert drawn(text.box) == ["Hemtjenst"]


def test_a_word_is_marked_when_the_field_is_left(text: Any, type_text: Callable[..., None]) -> None:
    text.box.set_value("")
    type_text(text.box, "Hemtjenst")
    text.box.show_marks([mark("Hemtjenst", "Hemtjenst")])
    text.press(Qt.Key.Key_Tab)
    assert drawn(text.box) == ["Hemtjenst"]


def is_underlined(box: LineBox) -> bool:
    red = line_colour(MarkKind.SPELLING, box.palette())
    picture = box.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(10, picture.width() - 10)
        for y in range(box.height() // 2, box.height() - 3)
    }
    return any(
        abs(QColor(c).hue() - red.hue()) < 12 and QColor(c).saturation() > 60 for c in colours
    )


def test_a_line_box_draws_the_line_itself(hold: Any, type_text: Callable[..., None]) -> None:
    held = hold(LineBox())
    type_text(held.box, "Hemtjenst")
    held.box.show_marks([mark("Hemtjenst", "Hemtjenst")])
    assert not is_underlined(held.box)
    type_text(held.box, " ")
    assert is_underlined(held.box)
    held.box.show_marks([])
    assert not is_underlined(held.box)


@pytest.mark.parametrize("value", ["omvådnad i hemmet", "ord " * 60 + "slut", "مرحبا بالعالم"])
def test_the_line_is_where_qt_draws_the_words(hold: Any, value: str) -> None:
    held = hold(LineBox())
    held.box.set_value(value)
    held.box.end(False)
    QApplication.processEvents()
    place = places_in(held.box, held.box.cursorRect().left())
    for at in range(max(0, len(value) - 8), len(value)):
        assert held.box.cursorPositionAt(QPoint(round(place(at)), 10)) == at


def test_the_hint_is_shown_under_the_mouse(held: Any) -> None:
    held.box.show_marks([mark(TEXT, "Hon", MarkKind.WORD, "Skriv individen.")])
    target = held.box.viewport() if isinstance(held.box, TextBox) else held.box
    at = QPoint(14, held.box.cursorRect().center().y())
    help_event = QHelpEvent(QEvent.Type.ToolTip, at, target.mapToGlobal(at))
    QApplication.sendEvent(target, help_event)
    assert QToolTip.text() == "Skriv individen."
    QToolTip.hideText()


def test_the_menu_waits_for_suggestions_and_replaces_in_one_step(held: Any) -> None:
    spelling = Help()
    held.box.use_spelling(spelling)
    held.box.show_marks([mark(TEXT, "omvådnad")])
    menu = held.box.menu_at(14)
    assert entries(menu)[:2] == ["Söker förslag…", "Lägg till ”omvådnad” i enhetens ordlista"]
    ((word, done),) = spelling.asked
    assert word == "omvådnad"
    done(("omvårdnad", "omvårdnaden"))
    assert entries(menu)[:3] == ["omvårdnad", "omvårdnaden", entries(menu)[2]]
    menu.actions()[0].trigger()
    assert text_of(held.box) == TEXT.replace("omvådnad", "omvårdnad")
    assert held.edited[-1] == text_of(held.box)
    held.box.undo()
    assert text_of(held.box) == TEXT
    menu.close()


def test_the_menu_says_when_there_is_nothing_to_suggest(held: Any) -> None:
    spelling = Help()
    held.box.use_spelling(spelling)
    held.box.show_marks([mark(TEXT, "omvådnad")])
    menu = held.box.menu_at(14)
    spelling.asked[0][1](())
    assert entries(menu)[0] == "Inga förslag"
    menu.actions()[2].trigger()
    assert spelling.added == ["omvådnad"]
    menu.close()


def test_the_menu_begins_with_the_hint_and_ends_with_qts_own(held: Any) -> None:
    plain = len(entries(held.box.menu_at(1)))
    held.box.show_marks([mark(TEXT, "Hon", MarkKind.WORD, "Skriv R&D.")])
    menu = held.box.menu_at(1)
    assert entries(menu)[0] == "Skriv R&&D."
    assert not menu.actions()[0].isEnabled()
    assert len(entries(menu)) == plain + 1


def test_what_the_guard_found_can_be_moved_with_its_whole_sentence(held: Any) -> None:
    wanted: list[str] = []
    held.box.move_wanted.connect(wanted.append)
    held.box.set_value("Ring på 🙂. Portkoden är 1234. Gå in.")
    held.box.show_marks([mark("Ring på 🙂. Portkoden är 1234. Gå in.", "1234", MarkKind.GUARD)])
    menu = held.box.menu_at(28)
    offered = next(a for a in menu.actions() if a.text() == "Flytta till rätt plats…")
    offered.trigger()
    assert wanted == ["Portkoden är 1234."]
    menu.close()


@pytest.mark.parametrize("kind", [MarkKind.WORD, MarkKind.SPELLING])
def test_nothing_else_is_offered_to_be_moved(held: Any, kind: MarkKind) -> None:
    held.box.show_marks([mark(TEXT, "Hon", kind)])
    assert "Flytta till rätt plats…" not in entries(held.box.menu_at(1))


def test_what_is_read_only_is_explained_but_not_replaced(held: Any) -> None:
    held.box.use_spelling(Help())
    held.box.show_marks([mark(TEXT, "omvådnad"), mark(TEXT, "omvådnad", MarkKind.GUARD)])
    held.box.set_read_only(True)
    offered = entries(held.box.menu_at(14))
    assert "Söker förslag…" not in offered
    assert "Flytta till rätt plats…" not in offered


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
@pytest.mark.parametrize("way", ["menu key", "shift+F10"])
def test_the_keyboard_opens_the_menu_of_the_word_at_the_caret(held: Any, way: str) -> None:
    held.box.use_spelling(Help())
    held.box.show_marks([mark(TEXT, "omvådnad")])
    put_caret(held.box, 14)
    if way == "menu key":
        at = held.box.cursorRect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        event = QContextMenuEvent(reason, at, held.box.mapToGlobal(at))
        QApplication.sendEvent(held.box, event)
    else:
        held.press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert entries(menu)[0] == "Söker förslag…"
    menu.close()
    assert held.left == []


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_each_kind_has_its_own_line_and_the_themes_colour(theme: Any, colours: Any) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(colours.surface))
    looks = {
        (text_format(kind, palette).underlineStyle(), ground(kind, palette) is None)
        for kind in MarkKind
    }
    assert len(looks) == len(MarkKind)
    assert line_colour(MarkKind.WORD, palette).name() == colours.warning
    assert ground(MarkKind.GUARD, palette).name() == colours.problem_back


def test_marks_change_colour_with_the_theme(text: Any, qapp: QApplication) -> None:
    text.box.show_marks([mark(TEXT, "omvådnad")])
    themes.apply(qapp, Settings(theme="dark"))
    QApplication.processEvents()
    (run,) = text.box.document().begin().layout().formats()
    assert run.format.underlineColor().name() == DARK.problem
    assert run.format.underlineStyle() == WAVE

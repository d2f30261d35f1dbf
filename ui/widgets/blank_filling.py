"""Puts ready texts into a box and leads the caret from blank to blank (F8, F15)."""

from PySide6.QtGui import QTextCursor

from gplan_desktop.rules.blanks import blank_marks
from gplan_desktop.rules.marks import Mark
from ui.widgets.moving_marks import in_qt_units
from ui.widgets.text_box import TextBox


def insert(box: TextBox, text: str) -> None:
    """Put *text* where the caret of *box* is, or last when nobody has been there."""
    cursor = box.textCursor()
    if cursor.position() == 0 and not box.hasFocus():
        cursor.movePosition(QTextCursor.MoveOperation.End)
    _write(box, cursor, _spaced(text, cursor, box.toPlainText()))


def append(box: TextBox, text: str) -> None:
    """Put *text* as a paragraph of its own after what stands in *box*."""
    cursor = box.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    _write(box, cursor, f"\n{text}" if box.toPlainText().strip() else text)


def replace(box: TextBox, text: str) -> None:
    """Let *text* stand in *box* in place of everything."""
    cursor = box.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    _write(box, cursor, text)


def has_blank_after_caret(box: TextBox) -> bool:
    """Tell whether there is a blank after the caret, or after what is marked."""
    return any(m.start >= box.textCursor().selectionEnd() for m in _blanks(box))


def select_next_blank(box: TextBox, after: int | None = None) -> bool:
    """Mark the blank after the caret (or Qt's place *after*), else the first; False without any.

    What is typed then takes its place.
    """
    blanks = _blanks(box)
    if not blanks:
        return False
    start = box.textCursor().selectionEnd() if after is None else after
    _select(box, next((m for m in blanks if m.start >= start), blanks[0]))
    return True


def _blanks(box: TextBox) -> list[Mark]:
    text = box.toPlainText()
    return in_qt_units(blank_marks(text), text)


def _select(box: TextBox, blank: Mark) -> None:
    cursor = box.textCursor()
    cursor.setPosition(blank.start)
    cursor.setPosition(blank.end, QTextCursor.MoveMode.KeepAnchor)
    box.setFocus()
    box.setTextCursor(cursor)
    box.ensureCursorVisible()


def _write(box: TextBox, cursor: QTextCursor, text: str) -> None:
    """Write *text* at *cursor* as one step that can be undone, and go to its first blank."""
    start = cursor.selectionStart()
    cursor.insertText(text)
    box.setFocus()
    box.setTextCursor(cursor)
    if blank_marks(text):
        select_next_blank(box, start)


def _spaced(text: str, cursor: QTextCursor, whole: str) -> str:
    """Return *text* with the spaces that part it from what stands on both sides."""
    units = whole.encode("utf-16-le", "surrogatepass")
    before = units[: 2 * cursor.selectionStart()].decode("utf-16-le", "surrogatepass")
    after = units[2 * cursor.selectionEnd() :].decode("utf-16-le", "surrogatepass")
    lead = " " if before and not before[-1].isspace() else ""
    tail = " " if after and not after[0].isspace() else ""
    return f"{lead}{text}{tail}"

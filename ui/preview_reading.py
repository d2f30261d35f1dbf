"""The words of the pages as running text, for screen readers and for large letters."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from ui.pdf_document import PdfPages

_MARGIN, _LINE_HEIGHT = 16, 135
_HEADING_SIZES = {1: 2, 2: 1}
_SMALLEST, _LARGEST = 75, 400
_STEP = 25


class PreviewReading(QTextBrowser):
    """A document in words, with a caret to go through it, and its headings as headings.

    Screen readers get no text from a picture of a page. What is repeated on every page, such as
    its header, is told once.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._percentage = 100
        self._own_size = 0.0
        self.setAccessibleName("Dokumentet som text")
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(_MARGIN)

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show the words of *pages*, and stay about where the reader is."""
        place = self.textCursor().position()
        self.clear()
        if pages is not None:
            self._write(pages)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Make the letters larger and smaller with the keys that do so with the pages."""
        is_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_ctrl and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_size(self._percentage + _STEP)
        elif is_ctrl and event.key() == Qt.Key.Key_Minus:
            self.set_size(self._percentage - _STEP)
        elif is_ctrl and event.key() == Qt.Key.Key_0:
            self.set_size(100)
        else:
            super().keyPressEvent(event)

    def set_size(self, percentage: int) -> None:
        """Show the letters *percentage* of the program's own size."""
        self._percentage = max(_SMALLEST, min(_LARGEST, percentage))
        # The style sheet sets the widget's font; the document's own stands above it.
        font = QFont(self.font())
        if font.pixelSize() > 0:
            font.setPixelSize(round(font.pixelSize() * self._percentage / 100))
        else:
            font.setPointSizeF(font.pointSizeF() * self._percentage / 100)
        self.document().setDefaultFont(font)

    def _write(self, pages: PdfPages) -> None:
        cursor = QTextCursor(self.document())
        repeated, headings = _repeated(pages), pages.headings()
        for index in range(pages.page_count):
            titles = {head.title: head.level for head in headings if head.page == index}
            if index:
                _write_line(cursor, f"Sida {index + 1} av {pages.page_count}", 0)
            for line in pages.text(index).splitlines():
                if index == 0 or _shape(line) not in repeated:
                    _write_line(cursor, line, titles.pop(line.strip(), 0))


def _repeated(pages: PdfPages) -> set[str]:
    """Return the shapes of the lines that stand on every page."""
    shapes = Counter(
        shape
        for index in range(pages.page_count)
        for shape in {_shape(line) for line in pages.text(index).splitlines()}
    )
    return {shape for shape, count in shapes.items() if count == pages.page_count}


def _shape(line: str) -> str:
    """Return *line* whatever its figures, so that "Sida 1 av 3" is "Sida 2 av 3"."""
    return "".join("0" if sign.isdigit() else sign for sign in line.strip())


def _write_line(cursor: QTextCursor, line: str, level: int) -> None:
    """Write a line, as a heading when it has a level."""
    block, letters = QTextBlockFormat(), QTextCharFormat()
    block.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if level:
        block.setHeadingLevel(level)
        block.setTopMargin(_MARGIN)
        letters.setFontWeight(QFont.Weight.Bold)
        letters.setProperty(QTextFormat.Property.FontSizeAdjustment, _HEADING_SIZES.get(level, 0))
    if not cursor.atStart():
        cursor.insertBlock()
    cursor.setBlockFormat(block)
    cursor.setCharFormat(letters)
    cursor.insertText(line, letters)

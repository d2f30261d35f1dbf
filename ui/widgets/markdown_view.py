"""A text in Markdown to read, as high as what stands in it."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QTextBrowser, QTextEdit, QWidget

from ui.theme import Theme


class MarkdownView(QTextBrowser):
    """Formatted text that the page scrolls, never the text itself.

    Tab goes from link to link and then on; Enter follows the link.

    Signals:
        link_wanted: the target of the link that was followed, such as "step:tabs".
    """

    link_wanted = Signal(str)

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setOpenLinks(False)
        self.anchorClicked.connect(lambda url: self.link_wanted.emit(url.toString()))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_markdown(self, text: str) -> None:
        """Show *text*, which is ours and not a person's."""
        self.document().setDocumentMargin(4)
        self.setMarkdown(text)
        self._space_blocks()
        self._dress_tables()
        self._underline_links()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the height to the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Fit the height to a new text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Go to the next link, show that the keyboard is there, and keep it in sight."""
        moved = super().focusNextPrevChild(forward)
        if moved and self.textCursor().hasSelection():
            self._highlight_link()
            self._reveal_link()
        return moved

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Let no link stand out when the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.setExtraSelections([])

    def _highlight_link(self) -> None:
        """Qt's own dotted line around the link is too faint to be found."""
        here = QTextEdit.ExtraSelection()
        here.cursor = self.textCursor()
        here.format.setBackground(self.palette().highlight())
        here.format.setForeground(self.palette().highlightedText())
        self.setExtraSelections([here])

    def _reveal_link(self) -> None:
        around: QWidget | None = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and (page := around.widget()):
            link = self.viewport().mapTo(page, self.cursorRect().center())
            around.ensureVisible(link.x(), link.y(), 0, self._theme.px(40))

    def _space_blocks(self) -> None:
        block = self.document().begin()
        while block.isValid():
            heading = block.blockFormat().headingLevel() > 0
            spacing = QTextBlockFormat(block.blockFormat())
            spacing.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            spacing.setTopMargin(self._theme.px(12 if heading and block.position() else 2))
            spacing.setBottomMargin(self._theme.px(4))
            QTextCursor(block).setBlockFormat(spacing)
            if heading:
                self._set_heading_size(block)
            block = block.next()

    @staticmethod
    def _set_heading_size(block: QTextBlock) -> None:
        """Let a heading be as large as that of a card, whatever its level."""
        size = QTextCharFormat()
        size.setProperty(QTextFormat.Property.FontSizeAdjustment, 1)
        cursor = QTextCursor(block)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.mergeCharFormat(size)

    def _dress_tables(self) -> None:
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format()
                form.setCellPadding(self._theme.px(6))
                form.setBorder(1)
                form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                form.setBorderBrush(QColor(self._theme.colours.border))
                form.setBorderCollapse(True)
                form.setProperty(QTextFormat.Property.TableBorderCollapse, True)
                frame.setFormat(form)

    def _underline_links(self) -> None:
        """Let a link be known by more than its colour."""
        underlined = QTextCharFormat()
        underlined.setFontUnderline(True)
        for place, length in self._links():
            cursor = QTextCursor(self.document())
            cursor.setPosition(place)
            cursor.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(underlined)

    def _links(self) -> list[tuple[int, int]]:
        """Return where each link starts, and how long it is."""
        found = []
        block = self.document().begin()
        while block.isValid():
            # PySide's own types do not tell what a block gives when it is gone through.
            pieces = (piece.fragment() for piece in cast("Iterable[QTextBlock.iterator]", block))
            links = (piece for piece in pieces if piece.charFormat().isAnchor())
            found += [(piece.position(), piece.length()) for piece in links]
            block = block.next()
        return found

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        height = int(self.document().size().height()) + 2 * self.frameWidth() + 4
        if self.height() != height:
            self.setFixedHeight(height)

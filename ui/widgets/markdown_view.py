"""A text in Markdown to read, as high as what stands in it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCursor, QTextFormat, QTextTable
from PySide6.QtWidgets import QSizePolicy, QTextBrowser

from ui.theme import Theme


class MarkdownView(QTextBrowser):
    """Formatted text that the page scrolls, never the text itself; Tab passes it by."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_markdown(self, text: str) -> None:
        """Show *text*, which is ours and not a person's."""
        self.document().setDocumentMargin(4)
        self.setMarkdown(text)
        self._space_blocks()
        self._dress_tables()
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

    def _space_blocks(self) -> None:
        block = self.document().begin()
        while block.isValid():
            heading = block.blockFormat().headingLevel() > 0
            spacing = QTextBlockFormat(block.blockFormat())
            spacing.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            spacing.setTopMargin(self._theme.px(12 if heading and block.position() else 2))
            spacing.setBottomMargin(self._theme.px(4))
            QTextCursor(block).setBlockFormat(spacing)
            block = block.next()

    def _dress_tables(self) -> None:
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format()
                form.setCellPadding(self._theme.px(6))
                form.setBorder(1)
                form.setBorderCollapse(True)
                form.setProperty(QTextFormat.Property.TableBorderCollapse, True)
                frame.setFormat(form)

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        height = int(self.document().size().height()) + 2 * self.frameWidth() + 4
        if self.height() != height:
            self.setFixedHeight(height)

"""A text in Markdown that is scrolled in its own box, by mouse, keys and screen reader."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QSizePolicy

from ui.theme import Theme
from ui.widgets.markdown_view import MarkdownView

READING_MARGIN = 8


class ReadingView(MarkdownView):
    """Formatted text with a caret, so that the arrows move in it and a screen reader follows."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__(name, theme)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(theme.px(40))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_markdown(self, text: str) -> None:
        """Show *text* from its beginning, with air for the ring around what has the keyboard."""
        super().show_markdown(text)
        self.document().setDocumentMargin(READING_MARGIN)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Ask for no height: the layout gives what there is."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def _fit(self) -> None:
        """Keep the height that the layout gives, and scroll."""

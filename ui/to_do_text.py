"""A long text that belongs to something to do: unfolded when it is asked for, and copied."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ui.clipboard import lend
from ui.theme import Theme
from ui.widgets.buttons import Button, push_button
from ui.widgets.card import Card
from ui.widgets.labels import label

_COPY, _COPIED = "Kopiera texten", "Kopierad"
_SHOW, _HIDE = "Visa texten", "Dölj texten"
_TOLD_MS = 3000


class ToDoText(QWidget):
    """The two buttons; the text itself is put last in *column* when it is first unfolded.

    Signals:
        copied: the text is on the clipboard.
    """

    copied = Signal()

    def __init__(self, text: str, spoken: str, column: QBoxLayout, theme: Theme) -> None:
        super().__init__()
        self._text, self._spoken, self._column, self._theme = text, spoken, column, theme
        self._quote: Card | None = None
        self.unfold = push_button(_SHOW, "link")
        self.unfold.clicked.connect(self._fold)
        self.copy = push_button(_COPY, "link", theme.icon("content_copy", "accent"))
        self.copy.clicked.connect(self._copy)
        for button, texts in ((self.unfold, (_HIDE, _SHOW)), (self.copy, (_COPIED, _COPY))):
            button.setAccessibleName(f"{button.text()}: {spoken}")
            _keep_width(button, texts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.unfold)
        row.addWidget(self.copy)

    def _fold(self) -> None:
        if self._quote is None:
            self._quote = self._make_quote()
            self._column.addWidget(self._quote)
        shown = self._quote.isHidden()
        self._quote.setVisible(shown)
        self.unfold.setText(_HIDE if shown else _SHOW)
        self.unfold.setAccessibleName(f"{self.unfold.text()}: {self._spoken}")

    def _make_quote(self) -> Card:
        quote = Card(self._theme, "quote")
        text = label(self._text, wraps=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        quote.column.addWidget(text)
        quote.hide()
        return quote

    def _copy(self) -> None:
        lend(self._text)
        self.copied.emit()
        self.copy.setText(_COPIED)
        QTimer.singleShot(_TOLD_MS, self.copy, lambda: self.copy.setText(_COPY))


def _keep_width(button: Button, texts: tuple[str, str]) -> None:
    """Keep *button* as wide as the wider of its *texts*, the last of which it shows now."""
    button.ensurePolished()
    widths = []
    for text in texts:
        button.setText(text)
        widths.append(button.sizeHint().width())
    button.setMinimumWidth(max(widths))

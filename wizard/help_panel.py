"""The help beside the fields: why, how, a good and a poor example, where in the manual."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.method.model import FieldText
from ui.theme import Theme
from ui.widgets.buttons import tool_button
from ui.widgets.labels import label
from ui.widgets.markdown_view import MarkdownView
from ui.widgets.scrolled import scrolled

_PARTS = (
    ("Varför", "why"),
    ("Så skriver du", "how"),
    ("Bra exempel", "good"),
    ("Mindre bra exempel", "poor"),
    ("Källa", "source"),
)
_EMPTY = "Ställ dig i ett fält så visas hjälpen här."


class HelpPanel(QWidget):
    """Shows the help of one field at a time; it stays open and follows the field in use.

    Signals:
        closed: the panel's close button was pressed.
    """

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.field = ""
        self.title = label("Hjälp", "heading", wraps=True)
        close = tool_button(theme.icon("close"), "Stäng hjälpen (F1)", "help")
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(close)
        self.text = MarkdownView("Hjälp", theme)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        column.addStretch(1)
        area = scrolled(inner)
        area.setMinimumHeight(theme.px(40))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(12), theme.px(8), theme.px(8))
        layout.addLayout(head)
        layout.addWidget(area, 1)
        self.text.show_markdown(_EMPTY)

    def show_help(self, field: str, text: FieldText) -> None:
        """Show the help of *field*."""
        if field == self.field:
            return
        self.field = field
        self.title.setText(text.label)
        parts = ((heading, getattr(text.help, part)) for heading, part in _PARTS)
        body = "\n\n".join(f"### {heading}\n\n{told}" for heading, told in parts if told)
        self.text.show_markdown(body)
        self.text.setAccessibleName(f"Hjälp: {text.label}")

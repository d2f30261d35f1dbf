"""The recovery code's paper, seen and printed; nothing of it is noted or kept."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.background import Background
from ui.paper_out import Names, PaperOut
from ui.preview import Preview
from ui.theme import Theme

_NAME = "Återställningskod"


class CodePaper(QDialog):
    """The page with its own print and save."""

    def __init__(
        self, make: Callable[[], bytes], thread: Background, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_NAME)
        self.resize(theme.px(820), min(theme.px(720), parent.window().height()))
        self.preview = Preview(
            thread, lambda name: theme.icon(name, "on_accent" if name == "print" else "accent")
        )
        names = Names(_NAME, f"{_NAME}.pdf", "Koden finns kvar på skärmen.")
        PaperOut(self.preview, thread, lambda: names)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.preview)
        self.preview.show_document(make)
        self.preview.view.setFocus()
        self.finished.connect(self.deleteLater)

"""A new recovery code is read back from its paper before it is in force."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.errors import WorldError
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.fitting import fit
from ui.widgets.labels import label
from ui.widgets.line_box import LineBox
from ui.widgets.spoken import say

_WIDTH = 560
_TITLE = "Skriv koden från papperet"
_LEAD = "Först när koden är rätt avskriven gäller den, och en kod som gällde förut slutar gälla."


@dataclass(frozen=True)
class CodeWays:
    """What is done with what was typed, and how the paper is seen again, over a widget."""

    take: Callable[[str], None]
    show_paper: Callable[[QWidget], None]


class CodeDialog(QDialog):
    """One line for the code; it stays open until the code was right, or is given up."""

    def __init__(self, theme: Theme, parent: QWidget, ways: CodeWays) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Återställningskoden")
        self._ways = ways
        self.code = LineBox()
        self.code.setAccessibleName(_TITLE)
        self.code.returnPressed.connect(self._on_done)
        self.problem = label("", "problem", wraps=True)
        self.problem.hide()
        self.again = push_button("Visa papperet igen", "link")
        self.again.clicked.connect(lambda: ways.show_paper(self))
        self.cancel = push_button("Avbryt")
        self.cancel.clicked.connect(self.reject)
        self.do_it = push_button("Låt koden gälla", "primary")
        self.do_it.clicked.connect(self._on_done)
        row = QHBoxLayout()
        row.addWidget(self.again)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.do_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(24) for _ in range(4)))
        column.setSpacing(theme.px(8))
        column.addWidget(label(_TITLE, "title"))
        column.addWidget(label(_LEAD, "muted", wraps=True))
        column.addWidget(self.code)
        column.addWidget(self.problem)
        column.addLayout(row)
        self.setMinimumWidth(theme.px(_WIDTH))
        fit(self)

    def show_refused(self, error: Exception) -> None:
        """Tell what is wrong with the code; what was typed is kept."""
        self._settle(waits=False)
        if not isinstance(error, WorldError):
            raise error
        self.problem.setText(error.message)
        self.problem.show()
        say(self.problem, error.message)
        fit(self)
        self.code.setFocus()

    def _on_done(self) -> None:
        # A second press, or a way out meanwhile, would find the code half in force.
        if self.do_it.isEnabled():
            self._settle(waits=True)
            self._ways.take(self.code.text())

    def reject(self) -> None:
        """Give the code up, but not while it is being put in force."""
        if self.do_it.isEnabled():
            super().reject()

    def _settle(self, *, waits: bool) -> None:
        self.do_it.setEnabled(not waits)
        self.cancel.setEnabled(not waits)

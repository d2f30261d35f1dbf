"""The recovery code is typed in: the last way into a unit."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.errors import WorldError
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.fitting import fit
from ui.widgets.labels import label
from ui.widgets.line_box import LineBox

_WIDTH = 520
_LEAD = (
    "Koden står på papperet i chefens kassaskåp. Stora och små bokstäver, mellanslag och "
    "bindestreck spelar ingen roll. Ge sedan chefen en ny lösenfras under Användare."
)


class RecoverDialog(QDialog):
    """One line for the code; it stays open until the code was right."""

    def __init__(self, theme: Theme, parent: QWidget, take: Callable[[str], None]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Återställningskoden")
        self._take = take
        self.code = LineBox()
        self.code.setAccessibleName("Återställningskoden")
        self.code.returnPressed.connect(self._on_done)
        self.problem = label("", "problem", wraps=True)
        self.problem.hide()
        cancel = push_button("Avbryt")
        cancel.clicked.connect(self.reject)
        self.do_it = push_button("Öppna enheten", "primary")
        self.do_it.clicked.connect(self._on_done)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(24) for _ in range(4)))
        column.setSpacing(theme.px(8))
        column.addWidget(label("Återställningskoden", "title"))
        column.addWidget(label(_LEAD, "muted", wraps=True))
        column.addWidget(self.code)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.do_it)
        column.addLayout(row)
        self.setMinimumWidth(theme.px(_WIDTH))
        fit(self)

    def show_refused(self, error: Exception) -> None:
        """Tell what is wrong with the code; what was typed is kept."""
        if not isinstance(error, WorldError):
            raise error
        self.do_it.setEnabled(True)
        self.problem.setText(error.message)
        self.problem.show()
        fit(self)
        self.code.setFocus()

    def _on_done(self) -> None:
        self.do_it.setEnabled(False)
        self._take(self.code.text())

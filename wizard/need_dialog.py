"""A note to the case officer about a need that does not fit within the life area (S69, F36)."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.text import is_blank
from gplan_desktop.editing import PlanEditor
from gplan_desktop.rules.marks import Mark, MarkKind
from gplan_desktop.rules.text_checks import reader_of
from ui.clipboard import lend_about
from ui.office import Office
from ui.widgets.blank_filling import select_next_blank
from ui.widgets.buttons import push_button
from ui.widgets.fitting import fit
from ui.widgets.labels import label, set_role
from ui.widgets.text_box import TextBox

_EXPLAINED = (
    "Skriv klart texten. Spara den som en uppgift så ligger den kvar på sidan tills du kryssar "
    "för att det är gjort. Kopiera den när du skickar den."
)
_MISSING = "Skriv vad biståndshandläggaren behöver veta."
_BLANKS = "Fyll i eller ta bort det som står inom klamrar."
_COPIED = "✓  Kopierad. Klistra in den där du skriver till biståndshandläggaren."
_READ_FOR = frozenset({MarkKind.GUARD, MarkKind.BLANK})
_KEY, _PAUSE_MS, _LINES = "new need", 300, 14


class NeedDialog(QDialog):
    """The ready text, to change, copy and keep as a task."""

    def __init__(self, text: str, editor: PlanEditor, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._office = editor, office
        theme = office.theme
        self.setWindowTitle("Skriv till biståndshandläggaren")
        self.setMinimumWidth(theme.px(560))
        # As high as it can become: the dialog does not grow with it.
        self.box = TextBox(lines=_LINES)
        self.box.setAccessibleName("Text till biståndshandläggaren")
        self.box.use_spelling(office.spelling)
        self.told = label("", "done", wraps=True)
        self.told.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        layout.setSpacing(theme.px(12))
        officer = editor.situation.assignment.case_officer
        layout.addWidget(label(f"Till {officer}", "title", wraps=True))
        layout.addWidget(label(_EXPLAINED, "muted", wraps=True))
        layout.addWidget(self.box)
        layout.addWidget(self.told)
        layout.addLayout(self._buttons())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._mark)
        self.box.set_value(text)
        self.box.edited.connect(lambda _: self._pause.start())
        self._mark()
        select_next_blank(self.box, 0)
        fit(self)

    @property
    def text(self) -> str:
        """What is written now."""
        return self.box.toPlainText().strip()

    def accept(self) -> None:
        """Hand the text over, when it is written to its end."""
        if is_blank(self.text):
            self._tell(_MISSING, "problem")
            self.box.setFocus()
        elif select_next_blank(self.box):
            self._tell(_BLANKS, "problem")
        else:
            super().accept()

    def _tell(self, text: str, role: str) -> None:
        set_role(self.told, role)
        self.told.setText(text)
        self.told.show()

    def _copy(self) -> None:
        lend_about(self.text, self._editor.plan.person_id, self._office)
        self._tell(_COPIED, "done")

    def _mark(self) -> None:
        text = self.box.toPlainText()
        marks = reader_of(self._editor.plan, self._editor.situation).marks(text)
        self.box.show_marks([m for m in marks if m.kind in _READ_FOR], _READ_FOR)
        self._office.spelling.check(_KEY, text, self._mark_spelling)

    def _mark_spelling(self, marks: tuple[Mark, ...]) -> None:
        if not self._pause.isActive():
            self.box.show_marks(marks, {MarkKind.SPELLING})

    def _buttons(self) -> QHBoxLayout:
        theme = self._office.theme
        self.keep = push_button("Spara som uppgift", "primary", theme.icon("save", "on_accent"))
        self.keep.clicked.connect(self.accept)
        self.copy = push_button("Kopiera", "", theme.icon("content_copy", "accent"))
        self.copy.clicked.connect(self._copy)
        leave = push_button("Stäng", "link")
        leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(leave)
        return row

"""A need that does not fit within the life area is told the case officer (S69, F36)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain.user import Permission
from gplan_desktop.rules.new_need import note_to_case_officer
from ui.widgets.buttons import push_button
from ui.widgets.labels import label
from ui.widgets.permitted import permit
from wizard.context import PageContext
from wizard.need_dialog import NeedDialog
from wizard.pages.task_list import TaskList

_NEW_NEED = (
    "Har det kommit ett nytt behov som inte ryms i livsområdet? "
    "Kontakta biståndshandläggaren ({officer})."
)


class NewNeed(QWidget):
    """The manual's sentence, the way to write at once, and what is still to be told."""

    def __init__(self, context: PageContext, area: str) -> None:
        super().__init__()
        self._context, self._area = context, area
        self._begun = ""
        theme = context.office.theme
        officer = context.editor.situation.assignment.case_officer
        self.write = push_button(
            "Skriv till biståndshandläggaren", "link", theme.icon("edit", "accent")
        )
        permit(self.write, context.office, Permission.WRITE)
        self.write.clicked.connect(self._open)
        self.tasks = TaskList(context, area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(label(_NEW_NEED.format(officer=officer), "muted", wraps=True))
        column.addWidget(self.write, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.tasks)

    def _open(self) -> None:
        editor, office = self._context.editor, self._context.office
        dialog = NeedDialog(self._begun or self._ready_text(), editor, office, self)
        dialog.accepted.connect(lambda: self._keep(dialog.text))
        dialog.rejected.connect(lambda: self._remember(dialog.text))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep(self, text: str) -> None:
        self._begun = ""
        # First the draft, so that the task's plan is in the store when the task is.
        self._context.actions.save()
        self._context.tasks.add(text, self._area)
        self.write.setFocus()

    def _remember(self, text: str) -> None:
        """Keep what was begun for the next time: closing the dialog throws nothing away."""
        self._begun = text

    def _ready_text(self) -> str:
        editor = self._context.editor
        today = self._context.office.today()
        return note_to_case_officer(editor.plan, self._area, editor.situation, today)

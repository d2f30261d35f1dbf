"""Which assignment a new plan stands on, asked when more than one could be meant."""

from collections.abc import Callable
from textwrap import fill

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.planning import Choices
from ui.assignments_card import Ground
from ui.theme import Theme
from ui.widgets.answers import answers
from ui.widgets.buttons import push_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.labels import label
from ui.widgets.scrolled import scrolled

_TITLE = "Vilket uppdrag ska planen bygga på?"
_WHY = "Det finns fler än ett uppdrag att välja på. Det som föreslås är redan valt."
_LINE = 72


class ChooseAssignmentDialog(QDialog):
    """The assignments with day, case officer and life areas; the proposed one is chosen."""

    def __init__(self, choices: Choices, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Välj uppdrag")
        self.setMinimumWidth(theme.px(560))
        self.chosen = choices.assignments[0].id
        self.which = ChoiceGroup(_in_words(choices))
        self.which.set_name("Uppdrag")
        self.which.set_value(self.chosen)
        self.which.edited.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        layout.setSpacing(theme.px(12))
        layout.addWidget(label(_TITLE, "title", wraps=True))
        layout.addWidget(label(_WHY, "muted", wraps=True))
        layout.addWidget(scrolled(self.which), 1)
        layout.addLayout(self._buttons())
        self.which.setFocus()

    def _choose(self, assignment_id: object) -> None:
        self.chosen = str(assignment_id)

    def _buttons(self) -> QHBoxLayout:
        self.do_it = push_button("Skriv planen", "primary")
        return answers(self, self.do_it)


def choose_assignment(
    choices: Choices, theme: Theme, parent: QWidget, then: Callable[[str], None]
) -> None:
    """Do *then* with the id of the assignment that is meant; ask only when that is not clear."""
    if not choices.must_ask:
        then(choices.assignments[0].id)
        return
    dialog = ChooseAssignmentDialog(choices, theme, parent)
    dialog.accepted.connect(lambda: then(dialog.chosen))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _in_words(choices: Choices) -> list[tuple[object, str]]:
    """Return each in a few lines: a radio button cannot wrap its text."""
    return [(one.id, _told(one, choices)) for one in choices.assignments]


def _told(one: Assignment, choices: Choices) -> str:
    ground = Ground(one)
    proposed = " (förslag)" if one is choices.assignments[0] else ""
    lines = [f"{ground.title}{proposed}", fill(ground.areas, _LINE)]
    if name := choices.names.get(one.id):
        lines.append(f"{name} bygger på det nu.")
    return "\n".join(lines)

"""One paper to collect: whose, which, when, why, and the tick that says it has been taken back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.print_out import PrintOut
from ui.collect_words import Outdated, collected_name, facts, paper_name
from ui.errors import show_error
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.labels import label, set_role
from ui.widgets.tick_box import TickBox


class CollectRow(QWidget):
    """A paper that is out of date.

    Signals:
        ticked: True or False, after the tick was set or taken away.
        changed: the paper is shown as it now is in the register.
        person_wanted: the id of the person, when the name is pressed.
    """

    ticked = Signal(bool)
    changed = Signal()
    person_wanted = Signal(str)

    def __init__(self, outdated: Outdated, theme: Theme) -> None:
        super().__init__()
        self.print_out, person = outdated.print_out, outdated.person
        self._facts = f"{facts(outdated.print_out)} {outdated.reason}"
        self.person = push_button(person.name.replace("&", "&&"), "link")
        self.person.setAccessibleName(person.name)
        self.person.clicked.connect(lambda: self.person_wanted.emit(person.id))
        self.facts = label(self._facts, "muted", wraps=True)
        name, done = paper_name(self.print_out), collected_name(self.print_out)
        self.tick = TickBox(done)
        self.tick.setAccessibleName(f"{done}: {person.name}, {name}, {self._facts}")
        self.tick.edited.connect(lambda ticked: self.ticked.emit(bool(ticked)))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self.tick)
        head.addWidget(self.person)
        head.addWidget(label(name, "label", wraps=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addLayout(head)
        column.addWidget(self.facts)

    def show_print(self, print_out: PrintOut) -> None:
        """Show whether the paper has been collected, by whom and when."""
        self.print_out = print_out
        self.tick.set_value(print_out.is_collected)
        self.facts.setText(_collected(print_out) or self._facts)
        set_role(self.facts, "done" if print_out.is_collected else "muted")
        self.changed.emit()

    def refuse(self, error: Exception) -> None:
        """Show the paper as it still is, and why the tick was not taken."""
        self.show_print(self.print_out)
        show_error(error)


def _collected(print_out: PrintOut) -> str:
    if print_out.collected_at is None:
        return ""
    done = collected_name(print_out)
    return f"{done} {dates.stamp(print_out.collected_at)}, {print_out.collected_by}."

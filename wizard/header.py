"""The bar on top: whose plan it is, what is saved, and how much is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout

from gplan_desktop.editing import PlanEditor
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.labels import label, set_role


class Header(QFrame):
    """Name, number, plan name and status on every page (#281), and the meter (F22).

    Signals:
        leave_wanted: back to the person's plans.
        problems_wanted: the meter was pressed.
        follow_up_wanted: the plan in force that is read is to be followed up.
    """

    leave_wanted = Signal()
    problems_wanted = Signal()
    follow_up_wanted = Signal()

    def __init__(self, editor: PlanEditor, theme: Theme) -> None:
        super().__init__()
        self._editor, self._theme = editor, theme
        self.setObjectName("header")
        self.back = push_button("Tillbaka", "link", theme.icon("arrow_back", "accent"))
        self.back.setToolTip("Till individens planer. Planen sparas, inget går förlorat (Esc)")
        self.person = label("", "heading")
        self.plan = label("", "muted")
        self.saved = label("", "small")
        self.saved.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.meter = push_button("", "link")
        self.follow_up = push_button("Följ upp planen", "link", theme.icon("history", "accent"))
        self.follow_up.clicked.connect(self.follow_up_wanted)
        self.back.clicked.connect(self.leave_wanted)
        self.meter.clicked.connect(self.problems_wanted)
        layout = QGridLayout(self)
        layout.setContentsMargins(theme.px(12), theme.px(8), theme.px(16), theme.px(8))
        layout.setHorizontalSpacing(theme.px(16))
        layout.setVerticalSpacing(0)
        layout.addWidget(self.back, 0, 0, 2, 1)
        layout.addWidget(self.person, 0, 1)
        layout.addWidget(self.plan, 1, 1)
        layout.addWidget(self.meter, 0, 2, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.follow_up, 0, 2, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.saved, 1, 2, Qt.AlignmentFlag.AlignRight)
        layout.setColumnStretch(1, 1)
        self.refresh()

    def refresh(self) -> None:
        """Show status and what is left, as they are now."""
        record, person = self._editor.record, self._editor.situation.person
        protected = "  ·  Skyddade personuppgifter" if person.protected_identity else ""
        self.person.setText(f"{person.name}   {person.personal_id.masked}{protected}")
        current = " – tv (tillsvidare)" if record.is_current else ""
        self.plan.setText(f"{self._editor.plan.name}  ·  {record.status.label}{current}")
        self.meter.setVisible(not self._editor.read_only)
        self.follow_up.setVisible(record.is_current)
        if self._editor.read_only:
            self.show_saved("Skrivskyddad", True)
        else:
            self._show_meter(len(self._editor.blocking))

    def show_saved(self, text: str, is_well: bool) -> None:
        """Show whether everything is saved (screen rule 12)."""
        self.saved.setText(text)
        set_role(self.saved, "small" if is_well else "problem")

    def _show_meter(self, left: int) -> None:
        icon = ("fact_check", "accent") if left else ("check_circle-fill", "done")
        self.meter.setIcon(self._theme.icon(*icon))
        things = "1 sak kvar" if left == 1 else f"{left} saker kvar"
        self.meter.setText(f"Redo att upprätta: {things}" if left else "Redo att upprätta")
        self.meter.setToolTip("Visa det som är kvar (F8)")

"""The bar on top: whose plan it is, what is saved, and how much is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout

from gplan_desktop.editing import PlanEditor
from ui.plan_rows import history_of
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.labels import label, set_role

_ROOM_FOR_REVIEW = 800


class Header(QFrame):
    """Name, number, plan name and status on every page (#281), and the meter (F22).

    Signals:
        leave_wanted: back to the person's plans.
        problems_wanted: the meter was pressed.
        review_wanted: the next life area that waits for a decision was asked for.
        right_place_wanted: where a text belongs was asked for.
        follow_up_wanted: the plan in force that is read is to be followed up.
    """

    leave_wanted = Signal()
    problems_wanted = Signal()
    review_wanted = Signal()
    right_place_wanted = Signal()
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
        self.review = push_button("", "link")
        self.review.setToolTip("Gå till nästa livsområde som inte är omprövat (F7)")
        self.review.clicked.connect(self.review_wanted)
        self.right_place = push_button("Var hör det hemma?", "link", theme.icon("search", "accent"))
        self.right_place.setToolTip("Ctrl+R")
        self.right_place.clicked.connect(self.right_place_wanted)
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
        layout.addWidget(self.review, 0, 2)
        layout.addWidget(self.meter, 0, 3, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.follow_up, 0, 3, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.right_place, 0, 4)
        layout.addWidget(self.saved, 1, 2, 1, 3, Qt.AlignmentFlag.AlignRight)
        layout.setColumnStretch(1, 1)
        # At 200 % text all of it would make the window wider than a small screen.
        self.setMinimumWidth(1)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave out what also stands on the page of all life areas where there is no room."""
        super().resizeEvent(event)
        self._show_reviewed()

    def refresh(self) -> None:
        """Show status and what is left, as they are now."""
        record, person = self._editor.record, self._editor.situation.person
        protected = "  ·  Skyddade personuppgifter" if person.protected_identity else ""
        self.person.setText(f"{person.name}   {person.personal_id.masked}{protected}")
        current = " – tv (tillsvidare)" if record.is_current else ""
        stands = f"{record.status.label}{current}"
        if record.ended:
            stands = record.ended.short
        elif record.corrects:
            stands += " – rättad" if record.is_locked else " – rättelse"
        self.plan.setText(f"{self._editor.plan.name}  ·  {stands}")
        # A reason may be longer than the bar.
        self.plan.setToolTip(history_of(record))
        self.meter.setVisible(not self._editor.read_only)
        self.follow_up.setVisible(record.is_current)
        self._show_reviewed()
        if self._editor.read_only:
            self.show_saved("Skrivskyddad", True)
        else:
            self._show_meter(len(self._editor.blocking))

    def show_saved(self, text: str, is_well: bool) -> None:
        """Show whether everything is saved (screen rule 12)."""
        self.saved.setText(text)
        set_role(self.saved, "small" if is_well else "problem")

    def _show_reviewed(self) -> None:
        """Show how many copied life areas have been decided on again (F34)."""
        done, count = self._editor.reviewed
        has_room = self.width() >= self._theme.px(_ROOM_FOR_REVIEW)
        self.review.setVisible(bool(count) and has_room and not self._editor.read_only)
        icon = ("history", "accent") if done < count else ("check_circle-fill", "done")
        self.review.setIcon(self._theme.icon(*icon))
        self.review.setText(f"{done} av {count} omprövade")

    def _show_meter(self, left: int) -> None:
        icon = ("fact_check", "accent") if left else ("check_circle-fill", "done")
        self.meter.setIcon(self._theme.icon(*icon))
        things = "1 sak kvar" if left == 1 else f"{left} saker kvar"
        self.meter.setText(f"Redo att upprätta: {things}" if left else "Redo att upprätta")
        self.meter.setToolTip("Visa det som är kvar (F8)")

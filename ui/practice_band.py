"""The band that says ÖVNING over everything (F79)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.labels import label


class PracticeBand(QFrame):
    """Tells that nothing here is real, and the ways out of it.

    Signals:
        reset_wanted: make the invented persons anew.
        leave_wanted: go to the real unit.
    """

    reset_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("practice")
        self.reset = push_button("Börja om övningen")
        self.leave = push_button("Avsluta övningen")
        self.reset.clicked.connect(self.reset_wanted)
        self.leave.clicked.connect(self.leave_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(3), theme.px(16), theme.px(3))
        layout.setSpacing(theme.px(8))
        layout.addWidget(label("ÖVNING  –  påhittade personer, inget är på riktigt"))
        layout.addStretch(1)
        layout.addWidget(self.reset)
        layout.addWidget(self.leave)

"""How far a goal had come at each follow-up before, oldest first (F32)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from gplan_desktop.domain.plan import GoalAttainment
from gplan_desktop.rules.history import PastAttainment
from ui.theme import Theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label

NONE = "Inga tidigare värderingar"
_SIGNS = {
    GoalAttainment.REMAINS: ("radio_button_unchecked", "muted"),
    GoalAttainment.PARTLY_MET: ("pending", "accent"),
    GoalAttainment.FULLY_MET: ("check_circle-fill", "done"),
}
_ICON = 18


class HistoryStrip(QWidget):
    """A small card for each earlier follow-up: sign, word and date."""

    def __init__(self, past: Sequence[PastAttainment], theme: Theme) -> None:
        super().__init__()
        layout = FlowLayout(self, theme.px(8))
        layout.addWidget(label("Tidigare:" if past else NONE, "muted"))
        for one in past:
            layout.addWidget(_card(one, theme))


def _card(past: PastAttainment, theme: Theme) -> QWidget:
    card = QFrame()
    card.setObjectName("chip")
    name, role = _SIGNS[past.attainment]
    sign = QLabel()
    sign.setPixmap(theme.icon(name, role).pixmap(theme.px(_ICON), theme.px(_ICON)))
    row = QHBoxLayout(card)
    row.setContentsMargins(theme.px(8), theme.px(2), theme.px(10), theme.px(2))
    row.setSpacing(theme.px(6))
    row.addWidget(sign)
    row.addWidget(label(past.attainment.label))
    row.addWidget(label(past.day.isoformat(), "small"))
    card.setToolTip(f"{past.plan_name}, upprättad {past.day.isoformat()}")
    card.setAccessibleName(f"{past.day.isoformat()}: {past.attainment.label}")
    return card

"""What the assignment says about a life area, read-only beside the fields (S58, F2)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain.assignment import AssignedArea, Assignment
from gplan_desktop.domain.life_areas import life_area
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.labels import label

_NOT_ASSIGNED = (
    "Livsområdet finns i den tidigare planen men inte i det nuvarande uppdraget. "
    "Fråga biståndshandläggaren om du är osäker."
)


class AssignmentPane(QWidget):
    """The case officer's words: need, functioning, goal and granted support."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(12), theme.px(12), theme.px(4))
        layout.setSpacing(theme.px(6))
        layout.addWidget(label("Ur uppdraget", "heading"))
        self.source = label("", "small", wraps=True)
        layout.addWidget(self.source)
        self._holder = QVBoxLayout()
        layout.addLayout(self._holder)
        layout.addStretch(1)
        self._card: Card | None = None

    def show_area(self, assignment: Assignment, code: str) -> None:
        """Show what *assignment* says about the life area *code*."""
        self.source.setText(f"{assignment.day.isoformat()}, {assignment.case_officer}")
        if self._card:
            self._card.hide()
            self._card.deleteLater()
        self._card = Card(self._theme, "quote")
        self._card.column.setSpacing(self._theme.px(2))
        area = assignment.area(code)
        texts = _texts(area) if area else [("", _NOT_ASSIGNED)]
        for name, text in texts:
            if name:
                self._card.column.addWidget(label(name, "small", wraps=True))
            shown = label(text, wraps=True)
            shown.setContentsMargins(0, 0, 0, self._theme.px(8))
            self._card.column.addWidget(shown)
        self._holder.addWidget(self._card)


def _texts(area: AssignedArea) -> list[tuple[str, str]]:
    names = {sub.code: sub.label for sub in life_area(area.code).sub_areas}
    parts = ", ".join(names.get(code, code) for code in area.sub_areas)
    assessed, intended = area.assessed, area.intended
    texts = [
        ("Behov", area.need),
        ("Bedömt funktionstillstånd", f"{assessed.value}  {assessed.label}"),
        ("Avsett funktionstillstånd", f"{intended.value}  {intended.label}"),
        ("Mål", area.goal),
        ("Beviljat stöd", area.support),
        ("Delområden", parts),
    ]
    return [(name, text) for name, text in texts if text]

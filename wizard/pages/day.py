"""The day and night as the plan describes them, with the person's other plan beside (S22, S83)."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain.plan import AreaPlan
from gplan_desktop.rules.day_strip import DayStrip, day_strip, in_words
from ui.widgets.day_strip_view import DayStripView, gaps_in_words
from ui.widgets.fold import Fold
from ui.widgets.labels import label
from wizard.context import PageContext

_TOGETHER = "Planerna tillsammans: {gaps}"


class Day(QWidget):
    """A strip for the plan being written and one for each other plan in force, hour under hour."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[AreaPlan, ...] | None = None
        theme = context.office.theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self.strip, self.gaps = DayStripView(theme), label("", wraps=True)
        self.together = label("", "label", wraps=True)
        self.words = label("", wraps=True)
        others = context.editor.situation.others
        self._add_strip(context.editor.plan.name if others else "", self.strip, self.gaps)
        for record in others:
            self._add_other(record.plan.name, record.plan.areas)
        self._column.addWidget(self.together)
        self.together.setVisible(bool(others))
        self._column.addWidget(Fold("Dygnet i ord", lambda: self.words, theme))

    def refresh(self) -> None:
        """Show the day as the plan describes it now."""
        areas = self._context.editor.plan.areas
        if areas == self._shown:
            return
        self._shown = areas
        strip = self._strip_of(areas)
        self.strip.show_strip(strip, f"Dygnet i {self._context.editor.plan.name}")
        self.gaps.setText(gaps_in_words(strip))
        self.words.setText("\n".join([in_words(strip), *self._others_in_words()]))
        others = [a for record in self._context.editor.situation.others for a in record.plan.areas]
        gaps = gaps_in_words(self._strip_of((*areas, *others)))
        self.together.setText(_TOGETHER.format(gaps=f"{gaps[:1].lower()}{gaps[1:]}"))

    def _add_other(self, name: str, areas: Iterable[AreaPlan]) -> None:
        strip = self._strip_of(areas)
        view, gaps = DayStripView(self._context.office.theme), label("", "muted", wraps=True)
        view.show_strip(strip, f"Dygnet i {name}")
        gaps.setText(gaps_in_words(strip))
        self._add_strip(name, view, gaps)

    def _others_in_words(self) -> Iterable[str]:
        for record in self._context.editor.situation.others:
            yield f"\n{record.plan.name}"
            yield in_words(self._strip_of(record.plan.areas))

    def _add_strip(self, name: str, view: DayStripView, gaps: QWidget) -> None:
        if name:
            self._column.addWidget(label(name, "label", wraps=True))
        self._column.addWidget(view)
        self._column.addWidget(gaps)

    def _strip_of(self, areas: Iterable[AreaPlan]) -> DayStrip:
        return day_strip(areas, self._context.editor.situation.method.day_parts)

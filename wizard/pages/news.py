"""What is new since the earlier plan, of one life area or of the whole plan (F35)."""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain.plan import Plan
from gplan_desktop.rules.difference import PlanDifference, what_is_new
from ui.widgets.fold import Fold
from wizard.context import PageContext
from wizard.pages.news_view import NewsView

_TITLE = "Ändrat sedan förra planen"
_PAUSE_MS = 500


class News(QWidget):
    """Folded away; compares when it is opened, and while it is open whenever one pauses."""

    def __init__(self, context: PageContext, area: str = "") -> None:
        super().__init__()
        self._context, self._area = context, area
        self._compared: Plan | None = None
        theme = context.office.theme
        self.view = NewsView(context, names_areas=not area)
        self.fold = Fold(_TITLE, lambda: self.view, theme)
        self.fold.toggled.connect(self.compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.compare)

    def refresh(self) -> None:
        """Compare again when one pauses, if anybody looks."""
        if self.fold.is_open and self._compared is not self._context.editor.plan:
            self._pause.start()

    def compare(self) -> None:
        """Show what differs now."""
        plan = self._context.editor.plan
        if self.fold.is_open and plan is not self._compared:
            self._compared = plan
            self.view.show_news(self._difference(plan))

    def _difference(self, plan: Plan) -> PlanDifference:
        record = self._context.editor.situation.previous
        if record is None:
            raise ValueError("a first plan was compared")
        previous = record.plan
        if self._area:
            plan, previous = _only(plan, self._area), _only(previous, self._area)
        return what_is_new(plan, previous)


def _only(plan: Plan, code: str) -> Plan:
    return replace(plan, areas=tuple(area for area in plan.areas if area.code == code))

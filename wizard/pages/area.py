"""One life area: how it went, and what the plan says from now on (S56-S69)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from gplan_desktop.domain.fields import texts
from gplan_desktop.domain.plan import AreaPlan
from gplan_desktop.rules.blanks import has_blank
from gplan_desktop.rules.completeness import area_points
from gplan_desktop.rules.history import attainments
from gplan_desktop.rules.steps import Step
from ui.widgets.blank_filling import has_blank_after_caret, select_next_blank
from ui.widgets.field_frame import FieldFrame
from ui.widgets.history_strip import HistoryStrip
from ui.widgets.labels import label
from ui.widgets.point_row import PointRow
from ui.widgets.text_box import TextBox
from wizard.context import PageContext
from wizard.pages.activities import ActivityList
from wizard.pages.new_need import NewNeed
from wizard.pages.news import News
from wizard.pages.page import Page
from wizard.pages.writing_help import PhraseHelp, TemplateHelp

_COPIED = (
    "Kopierad – ej omprövad. Texten kommer från den tidigare planen. "
    "Läs igenom den och ändra det som inte stämmer."
)


class AreaPage(Page):
    """The page of one life area: attainment and result first, then the plan from now on."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        self._place = f"area.{step.area}"
        self.points = PointRow(context.office.theme)
        self.points.wanted.connect(lambda field: context.actions.go(step.id, field))
        self.column.addWidget(self.points)
        self.points.setVisible(not self.editor.read_only)
        if self._area.copied:
            self._add_follow_up()
        self._add_plan()
        self._add_news()
        self.column.addStretch(1)
        keys = QShortcut(QKeySequence("Ctrl+J"), self, self.go_to_next_blank)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.refresh()

    @property
    def _area(self) -> AreaPlan:
        return self.editor.plan.area(self.step.area)

    def _add_follow_up(self) -> None:
        inside = self.add_card()
        inside.addWidget(label("Så har det gått", "heading"))
        inside.addWidget(self._field("attainment"))
        past = attainments(self.step.area, self.editor.situation.formers)
        inside.addWidget(HistoryStrip(past, self.context.office.theme))
        inside.addWidget(self._field("attainment_reason"))
        result = self._field("result")
        inside.addWidget(result)
        self.template = None if self.editor.read_only else TemplateHelp(self, result)
        inside.addWidget(self._field("next_follow_up"))
        self.new_need = NewNeed(self.context, self.step.area)
        inside.addWidget(self.new_need)

    def _add_plan(self) -> None:
        inside = self.add_card()
        heading = "Planen från och med nu" if self._area.copied else "Planen"
        inside.addWidget(label(heading, "heading"))
        if self._area.copied:
            self._add_copied_notice(inside)
        for part in ("needs", "goal"):
            frame = self._field(part)
            inside.addWidget(frame)
            if not self.editor.read_only:
                PhraseHelp(self, frame)
        self.activities = ActivityList(self, f"{self._place}.activities")
        inside.addWidget(self.activities)
        if not self._area.copied:
            inside.addWidget(self._field("next_follow_up"))

    def _add_copied_notice(self, inside: QVBoxLayout) -> None:
        self.copied = label("", "warning", wraps=True)
        inside.addWidget(self.copied)

    def _add_news(self) -> None:
        """Last on the page: what grows while one writes moves nothing that is written in."""
        self.news = News(self.context, self.step.area) if self._area.copied else None
        if self.news:
            self.add_card().addWidget(self.news)

    def _field(self, part: str) -> FieldFrame:
        return self.make_field(f"{self._place}.{part}")

    def refresh(self) -> None:
        """Show the life area as it is now."""
        self.points.show_points(area_points(self._area))
        self.activities.refresh()
        if self._area.copied:
            attainment = self._area.attainment
            reason = self.frames[f"{self._place}.attainment_reason"]
            reason.setVisible(bool(attainment and attainment.needs_reason))
            self._show_copied()
            if self.template:
                self.template.refresh()
        if self.news:
            self.news.refresh()
        super().refresh()

    def frame_of(self, field: str) -> FieldFrame | None:
        """Return the input that shows *field*; an activity is unfolded for it."""
        parts = field.split(".")
        if field not in self.frames and len(parts) > 3:
            self.activities.unfold(int(parts[3]))
        return super().frame_of(field)

    def go_to_next_blank(self) -> None:
        """Mark the next blank on the page, after the caret or in a later text, round and round."""
        blank = [f for f, text in self._texts() if has_blank(text)]
        if not blank:
            return
        here = next((f for f, frame in self.frames.items() if frame.box.hasFocus()), "")
        box = self._text_box(here)
        if here in blank and box and has_blank_after_caret(box):
            select_next_blank(box)
            return
        order = [field for field, _ in self._texts()]
        place = order.index(here) if here in order else -1
        after = (field for field in blank if order.index(field) > place)
        self._go_to_first_blank(next(after, blank[0]))

    def _go_to_first_blank(self, field: str) -> None:
        if frame := self.frame_of(field):
            frame.focus_box()
            if box := self._text_box(field):
                select_next_blank(box, 0)

    def _texts(self) -> list[tuple[str, str]]:
        return [(f, text) for f, text in texts(self.editor.plan) if self.step.id == _page_of(f)]

    def _text_box(self, field: str) -> TextBox | None:
        box = self.frames[field].box if field in self.frames else None
        return box if isinstance(box, TextBox) else None

    def _show_copied(self) -> None:
        self.copied.setText(_COPIED)
        self.copied.setVisible(self._area.awaits_review and not self.editor.read_only)


def _page_of(field: str) -> str:
    return ".".join(field.split(".")[:2])

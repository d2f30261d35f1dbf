"""The plan as it will be printed, with print and save (S132-S134)."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.domain.print_out import Paper
from gplan_desktop.rules.steps import Step
from ui.widgets.labels import label
from ui.widgets.pick_box import PickBox
from ui.widgets.tick_box import TickBox
from wizard.context import PageContext
from wizard.pages.page import Page

_WHICH = "Papper"
_PAPERS = (Paper.PLAN, Paper.LARGE_PRINT, Paper.HELP, Paper.WORK_DESCRIPTION)
_DRAFT = "Utkast: varje sida märks UTKAST – gäller inte."
_MISSING = "De här tecknen kan inte skrivas ut och ersätts på papperet: {signs}"


class PrintPage(Page):
    """The preview on a page of its own; what it shows is what the printer gets."""

    fills = True

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.notice = label("", "muted", wraps=True)
        self.missing = label("", "warning", wraps=True)
        self.preview = context.paper.make_preview()
        self.preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # Or the buttons over the pages would make the window higher than a small screen.
        self.preview.setMinimumHeight(self.px(40))
        self.papers = PickBox([(paper, paper.label) for paper in _PAPERS])
        self.papers.set_value(Paper.PLAN)
        self.papers.setAccessibleName(_WHICH)
        self.papers.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.papers.edited.connect(lambda _: self.refresh())
        self.original = TickBox("Visa originalet")
        self.original.setToolTip("Planen som den upprättades, utan märkningen MAKULERAD")
        self.original.toggled.connect(lambda _: self.refresh())
        self.column.addLayout(self._choice())
        self.column.addWidget(self.missing)
        self.column.addWidget(self.preview, 1)

    def refresh(self) -> None:
        """Show the paper as it is now."""
        is_draft = not self.editor.record.is_locked
        self.notice.setText(_DRAFT if is_draft else "")
        self.notice.setVisible(is_draft)
        signs = self.context.office.missing_characters(
            self.editor.record_now, self.editor.situation
        )
        self.missing.setText(_MISSING.format(signs=" ".join(signs)))
        self.missing.setVisible(bool(signs))
        paper = _PAPERS[self.papers.currentIndex()]
        is_annulled = self.editor.record.status is PlanStatus.ANNULLED
        self.original.setVisible(is_annulled and paper is Paper.PLAN)
        self.context.paper.show(self.preview, paper, is_original=self.original.isChecked())

    def focus_first(self) -> None:
        """Put the keyboard in the pages."""
        self.preview.view.setFocus()

    def _choice(self) -> QHBoxLayout:
        row = QHBoxLayout()
        which = label(f"&{_WHICH}")
        which.setBuddy(self.papers)
        row.addWidget(which)
        row.addWidget(self.papers)
        row.addWidget(self.original)
        row.addSpacing(self.px(12))
        row.addWidget(self.notice, 3)
        row.addStretch(1)
        return row

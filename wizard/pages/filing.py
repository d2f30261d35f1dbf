"""Keep the paper by the unit's routine, and tick that it is done (S15, S135)."""

from PySide6.QtCore import Qt

from gplan_desktop.domain import dates
from gplan_desktop.domain.user import Permission
from gplan_desktop.rules.steps import Step
from ui.widgets.buttons import push_button
from ui.widgets.labels import label
from ui.widgets.markdown_view import MarkdownView
from ui.widgets.permitted import permit
from ui.widgets.tick_box import TickBox
from wizard.context import PageContext
from wizard.pages.page import Page

_IN_TRESERVA = "Originalet finns i Treserva. För över planen ruta för ruta."


class FilingPage(Page):
    """What to do with the paper, and a tick with its time."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        text = MarkdownView(step.title, context.office.theme)
        text.show_markdown(self.method.step(step.id).body)
        self.add_card().addWidget(text)
        if context.office.treserva_is_original and self.editor.record.is_locked:
            self._offer_transfer()
        inside = self.add_card()
        self.printed = label("", wraps=True)
        self.tick = TickBox("Den utskrivna planen är förvarad enligt verksamhetens rutin")
        self.tick.edited.connect(lambda ticked: context.aftercare.filed(bool(ticked)))
        permit(self.tick, context.office, Permission.WRITE)
        self.when = label("", "muted", wraps=True)
        for part in (self.printed, self.tick, self.when):
            inside.addWidget(part)
        context.aftercare.changed.connect(self.refresh)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show what has been done."""
        notes, is_draft = self.context.aftercare.notes, not self.editor.record.is_locked
        self.tick.setEnabled(not is_draft)
        self.tick.set_value(notes.filed_at is not None)
        printed = notes.printed_at
        at = dates.stamp(printed) if printed else ""
        self.printed.setText(f"Utskriven {at}." if at else "Planen är inte utskriven härifrån än.")
        self.when.setText(self._when(is_draft))

    def focus_first(self) -> None:
        """Put the keyboard on the tick."""
        self.tick.setFocus()

    def _offer_transfer(self) -> None:
        """Lead to the sheet by which the plan is copied: its original is in Treserva."""
        inside = self.add_card()
        inside.addWidget(label(_IN_TRESERVA, wraps=True))
        icon = self.context.office.theme.icon("content_copy", "accent")
        self.transfer = push_button("Överför till Treserva", "", icon)
        permit(self.transfer, self.context.office, Permission.WRITE)
        self.transfer.clicked.connect(self.context.actions.transfer)
        inside.addWidget(self.transfer, 0, Qt.AlignmentFlag.AlignLeft)

    def _when(self, is_draft: bool) -> str:
        if is_draft:
            return "Gör det här när planen är upprättad och utskriven."
        filed = self.context.aftercare.notes.filed_at
        return f"Ikryssat {dates.stamp(filed)}." if filed else ""

"""The line for the verkställighetsjournal: added here or copied (S136-S142, F37, F62)."""

from gplan_desktop.rules.journal import JournalLine, journal_line
from gplan_desktop.rules.steps import Step
from ui.record.follow_up_line import FollowUpLine
from ui.widgets.markdown_view import MarkdownView
from wizard.context import PageContext
from wizard.pages.page import Page


class JournalPage(Page):
    """Heading, keyword and the right sentence, chosen from the real difference."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        self.line = FollowUpLine(context.editor.record, self._line(), context.office)
        # The page of filing shows the same note.
        self.line.added.connect(context.aftercare.load)
        self.line.copied.connect(context.aftercare.load)
        self.add_card().addWidget(self.line)
        text = MarkdownView(step.title, context.office.theme)
        text.show_markdown(context.editor.situation.method.step(step.id).body)
        self.add_card().addWidget(text)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show the sentence that fits the plan as it is now."""
        self.line.show_line(self.editor.record, self._line())

    def focus_first(self) -> None:
        """Put the keyboard on the button that adds the sentence."""
        self.line.focus_first()

    def _line(self) -> JournalLine:
        situation = self.editor.situation
        return journal_line(self.editor.plan, situation.previous, situation.method.journal)

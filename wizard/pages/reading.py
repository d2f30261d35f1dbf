"""A page to read: what the manual says there, in short."""

from gplan_desktop.rules.steps import Step
from ui.widgets.markdown_view import MarkdownView
from wizard.context import PageContext
from wizard.pages.page import Page


class ReadingPage(Page):
    """The method's text of one step."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        self.text = MarkdownView(step.title, context.office.theme)
        self.text.show_markdown(context.office.method.step(step.id).body)
        self.add_card().addWidget(self.text)

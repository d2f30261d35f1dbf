"""A page to read: what the manual says there, in short."""

from gplan_desktop.rules.steps import Step
from ui.widgets.markdown_view import MarkdownView
from wizard.context import PageContext
from wizard.pages.page import Page

STEP_LINK = "step:"


class ReadingPage(Page):
    """The method's text of one step."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        self.text = page_text(context, step)
        self.add_card().addWidget(self.text)


def page_text(context: PageContext, step: Step) -> MarkdownView:
    """Return the method's text of *step*, whose links "step:tabs" lead to that page."""
    text = MarkdownView(step.title, context.office.theme)
    text.show_markdown(context.editor.situation.method.step(step.id).body)
    text.link_wanted.connect(lambda link: _follow(link, context))
    return text


def _follow(link: str, context: PageContext) -> None:
    """Go to the page of *link*; a first plan has no page about an earlier plan."""
    wanted = link.removeprefix(STEP_LINK)
    if wanted in {page.id for page in context.editor.steps}:
        context.actions.go(wanted, "")

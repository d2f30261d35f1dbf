"""A page of a few fields under each other: delaktighet, namn and the like."""

from gplan_desktop.rules.steps import Step
from wizard.context import PageContext
from wizard.pages.page import Page


class FormPage(Page):
    """The fields of one step in one card, in the method's order."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        inside = self.add_card()
        for field in fields_of(context, step):
            inside.addWidget(self.make_field(field))
        self.column.addStretch(1)
        self.refresh()


def fields_of(context: PageContext, step: Step) -> list[str]:
    """Return the ids of the fields that stand on *step*."""
    described = context.editor.situation.method.fields.items()
    return [field for field, text in described if text.step == step.id]

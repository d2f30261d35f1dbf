"""What every page of the wizard keeps to: show the plan, report changes, show findings."""

from gplan_desktop.method.model import Method
from gplan_desktop.rules.steps import Step
from ui.field_sheet import FieldSheet
from ui.right_place.ways import Writer
from wizard.context import PageContext


class Page(FieldSheet):
    """One page: it shows values of the plan and hands changes to the editor."""

    fills = False
    """Whether the page fills the window by itself instead of being scrolled."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context.editor, context.fields, context.office.spelling)
        self.context, self.step = context, step
        self.editor = context.editor
        self.setObjectName("page")

    @property
    def method(self) -> Method:
        """The method that the plan is judged and shown by: an established plan keeps its own."""
        return self.editor.situation.method

    def writer(self) -> Writer | None:
        """Return the editor of what is written here: the plan, or a record shown on the page."""
        return self.editor

    def go_in_record(self, _field: str) -> bool:
        """Show the field of a record; False when the page shows none."""
        return False

    def finish(self) -> bool:
        """Save what the page itself keeps, before it is left; False when something is unsaved."""
        return True

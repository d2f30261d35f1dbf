"""The column beside the page: the assignment, the help, or the preview."""

from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from gplan_desktop.rules.steps import Step
from ui.help_panel import HelpPanel
from ui.preview import Preview
from ui.widgets.scrolled import scrolled
from wizard.assignment_pane import AssignmentPane
from wizard.context import PageContext


class Side(QFrame):
    """Shows beside the page what one needs while writing; hidden when there is nothing."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setObjectName("side")
        self._context = context
        theme = context.office.theme
        self.assignment = AssignmentPane(theme)
        self.help = HelpPanel(context.editor.situation.method, theme, self._has_step)
        self._assignment_area = scrolled(self.assignment)
        self._assignment_area.setAccessibleName("Ur uppdraget")
        # With large text the two would else make the window higher than a small screen.
        self._assignment_area.setMinimumHeight(theme.px(40))
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, share in ((self._assignment_area, 2), (self.help, 3)):
            # They share the height as said here, however much each of them has to tell.
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            column.addWidget(part, share)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(reading)
        self._preview: Preview | None = None
        self._step: Step | None = None
        self._help_open = False

    @property
    def shows_preview(self) -> bool:
        """Whether the preview is what is shown."""
        return self._preview is not None and self._stack.currentWidget() is self._preview

    def show_step(self, step: Step) -> None:
        """Show what belongs to the page *step*."""
        self._step = step
        if step.area:
            self.assignment.show_area(self._context.editor.situation.assignment, step.area)
        self.arrange()

    def show_help(self, is_open: bool) -> None:
        """Show the help, or take it away."""
        self._help_open = is_open
        self.arrange()

    def toggle_preview(self) -> None:
        """Show the preview in place of assignment and help, or take it away."""
        if self.shows_preview:
            self._stack.setCurrentIndex(0)
        else:
            if self._preview is None:
                self._preview = self._context.paper.make_preview()
                self._stack.addWidget(self._preview)
            self._stack.setCurrentWidget(self._preview)
            self.refresh()
        self.arrange()

    def refresh(self) -> None:
        """Show the plan as it is now, if it is the preview that is shown."""
        if self._preview is not None and self.shows_preview:
            self._context.paper.show(self._preview)

    def arrange(self) -> None:
        """Show the parts that have something to tell."""
        has_area = bool(self._step and self._step.area)
        self._assignment_area.setVisible(has_area)
        self.help.setVisible(self._help_open)
        fills = bool(self._step and self._step.id == "print") and not self._help_open
        self.setVisible(not fills and (self.shows_preview or has_area or self._help_open))

    def _has_step(self, step: str) -> bool:
        return any(page.id == step for page in self._context.editor.steps)

"""What every page of the wizard is handed."""

from collections.abc import Callable
from dataclasses import dataclass

from gplan_desktop.editing import PlanEditor
from ui.office import Office
from ui.widgets.field_factory import FieldFactory
from wizard.aftercare import AftercareNotes
from wizard.paper import PlanPaper
from wizard.plan_tasks import PlanTasks


@dataclass(frozen=True)
class Actions:
    """What a page may ask the wizard to do."""

    go: Callable[[str, str], None]
    establish: Callable[[], None]
    save: Callable[[], None]
    remove: Callable[[], None]
    open_plan: Callable[[str, str], None]
    tell_saved: Callable[[str, bool], None]
    transfer: Callable[[], None]
    change: Callable[[], None]
    leave: Callable[[], None]
    versions: Callable[[], None]


@dataclass(frozen=True)
class PageContext:
    """The plan being written, the office around it, the inputs, and what may be asked for."""

    editor: PlanEditor
    office: Office
    fields: FieldFactory
    actions: Actions
    aftercare: AftercareNotes
    tasks: PlanTasks
    paper: PlanPaper

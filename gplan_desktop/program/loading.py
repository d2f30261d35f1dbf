"""What is loaded behind the first window, on a worker thread and in the order it is asked for."""

from typing import TYPE_CHECKING

from gplan_desktop.method.in_use import MethodInUse, method_in_use
from gplan_desktop.method.model import Method
from gplan_desktop.paths import DataFolders

if TYPE_CHECKING:
    from gplan_desktop.planning import Opened
    from ui.office import Office
    from ui.plan_view import PlanView, PlanWays


def load_the_program(folders: DataFolders) -> MethodInUse:
    """Load what the list of persons is shown with, and return the metodstöd."""
    from gplan_desktop.program import program  # noqa: F401, PLC0415 - see the module
    from ui import casework, rooms, start_view, unit_backups  # noqa: F401, PLC0415 - as above

    return method_in_use(folders.method_folder, folders.ready_method)


def load_the_rest(method: Method) -> None:
    """Load person, wizard, paper and the guard of *method*, and warm them up."""
    from ui import person_view  # noqa: F401, I001, PLC0415 - see the module
    from printing.render import warm_up  # noqa: PLC0415 - as above
    from wizard import wizard_view  # noqa: F401, PLC0415 - as above
    from gplan_desktop.rules.guard import make_ready  # noqa: PLC0415 - as above

    warm_up()
    make_ready(method.guard)


def make_plan_view(opened: "Opened", office: "Office", ways: "PlanWays") -> "PlanView":
    """Return the wizard for an opened plan."""
    from wizard.wizard_view import WizardView  # noqa: PLC0415 - see the module

    return WizardView(opened, office, ways)

"""What the list can be shown without, loaded on a worker thread once it is there."""

from typing import TYPE_CHECKING

from gplan_desktop.method.model import Method

if TYPE_CHECKING:
    from gplan_desktop.planning import Opened
    from ui.office import Office
    from ui.plan_view import PlanView, PlanWays


def load_the_rest(method: Method) -> None:
    """Load start, person, wizard, paper and the guard of *method*, and warm them up."""
    # In the order in which they are asked for: behind the log-in the start is not loaded yet.
    from ui import start_view  # noqa: F401, I001, PLC0415 - see the module
    from ui import person_view  # noqa: F401, PLC0415 - as above
    from printing.render import warm_up  # noqa: PLC0415 - as above
    from wizard import wizard_view  # noqa: F401, PLC0415 - as above
    from gplan_desktop.rules.guard import make_ready  # noqa: PLC0415 - as above

    warm_up()
    make_ready(method.guard)


def make_plan_view(opened: "Opened", office: "Office", ways: "PlanWays") -> "PlanView":
    """Return the wizard for an opened plan."""
    from wizard.wizard_view import WizardView  # noqa: PLC0415 - see the module

    return WizardView(opened, office, ways)

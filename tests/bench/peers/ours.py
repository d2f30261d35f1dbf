"""Our own paper, tagged: what printing/ makes of a plan."""

from gplan_desktop.method.model import Method
from printing.document import PlanDocument
from printing.render import render

NAME = "Gplan (printing/)"


def make(document: PlanDocument, method: Method) -> bytes:
    """Return the plan as PDF."""
    return render(document, method)

"""The inputs of an entry in the journal, by field."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QComboBox, QWidget

from gplan_desktop.domain.life_areas import LIFE_AREAS
from gplan_desktop.method.model import Method
from ui.theme import Theme
from ui.widgets.line_box import LineBox
from ui.widgets.moment_box import MomentBox
from ui.widgets.pick_box import PickBox

_FEWEST_SIGNS = 18


def journal_headings(method: Method) -> tuple[str, ...]:
    """Return what an entry may stand under: the method's headings, then the life areas (S136)."""
    areas = (area.label for area in LIFE_AREAS)
    return tuple(dict.fromkeys((*method.journal.headings, *areas)))


def heading_box(headings: tuple[str, ...], *, first: str = "") -> PickBox:
    """Return a list of *headings* no wider than its place; *first* is the choice of none."""
    none = [("", first)] if first else []
    box = PickBox([*none, *((name, name) for name in headings)])
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_FEWEST_SIGNS)
    box.setMaxVisibleItems(20)
    return box


def journal_inputs(
    method: Method, theme: Theme, today: Callable[[], date]
) -> dict[str, Callable[[], QWidget]]:
    """Return what makes the input of each field that is no plain text."""
    return {
        "journal.heading": lambda: heading_box(journal_headings(method)),
        "journal.keyword": LineBox,
        "journal.at": lambda: MomentBox(today, theme.icon("calendar_month")),
    }

"""Which input each field of a visit plan has (S85-S107)."""

from collections.abc import Callable, Sequence
from datetime import date
from textwrap import wrap

from PySide6.QtWidgets import QWidget

from gplan_desktop.domain.visit_plan import Arrival, Coverage, StaffWish
from ui.theme import Theme
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.date_box import DateBox
from ui.widgets.line_box import LineBox
from ui.widgets.line_list_box import ListWords
from ui.widgets.secret_box import SecretBox
from ui.widgets.tick_box import TickBox
from ui.widgets.ticked_lines_box import TickedLinesBox
from ui.widgets.time_windows_box import TimeWindowsBox

Makers = dict[str, Callable[[], QWidget]]

_VISITS = ("Alla besök", "Morgonbesök", "Lunchbesök", "Kvällsbesök", "Nattbesök")
_CARE_PLANS = ListWords("Lägg till vårdplan", "vårdplan", "Vårdplanens namn")
_NO_WISH = "Inget önskemål"
_LINE = 50


def visit_plan_inputs(theme: Theme, today: Callable[[], date]) -> Makers:
    """Return what makes the input of each field of a visit plan; the rest are plain texts."""
    lines = (
        "arrival.place",
        "arrival.name_on_door",
        "home.others",
        "home.animals",
        "home.sensitive_to",
        "wish.situations",
        "single_visits.*.text",
    )
    ticks = (
        "temporary",
        "arrival.bring_key",
        "arrival.opens_door",
        "arrival.door_alarm",
        "health_care.fitting_protocol",
        "health_care.signing_system",
        "health_care.advanced_home_care",
    )
    icon = theme.icon("calendar_month")
    makers: Makers = {
        **dict.fromkeys(lines, LineBox),
        **dict.fromkeys(ticks, TickBox),
        "name": lambda: ChoiceBox(_VISITS),
        "written_on": lambda: DateBox(today, icon, ahead=False),
        "arrival.coverage": lambda: ChoiceGroup(coverage_choices("")),
        "arrival.time_windows": lambda: TimeWindowsBox(theme),
        "home.others_live_here": lambda: ChoiceGroup([(True, "Ja"), (False, "Nej")], across=True),
        "home.medicine_cabinet_code": SecretBox,
        "wish.staff": _staff,
        "health_care.care_plans": lambda: TickedLinesBox(_CARE_PLANS, theme),
        "single_visits.*.day": lambda: DateBox(today, icon),
    }
    return {f"visit_plan.{field}": make for field, make in makers.items()}


def coverage_choices(place: str) -> Sequence[tuple[Coverage, str]]:
    """Return the choices with the very sentences that will be written (S85-S86)."""
    sentences = {one: Arrival(one, place).coverage_text for one in Coverage}
    return [(one, _choice(one, sentence)) for one, sentence in sentences.items()]


def _choice(coverage: Coverage, sentence: str) -> str:
    if not sentence:
        return f"{coverage.label}: inget skrivs"
    # A choice does not wrap by itself, and a place may be long.
    parts = f"{coverage.label}: ”{sentence}”".replace(", gå", ",\ngå").splitlines()
    return "\n".join(line for part in parts for line in wrap(part, _LINE))


def _staff() -> QWidget:
    wishes = [(one, one.label) for one in StaffWish]
    return ChoiceGroup([(None, _NO_WISH), *wishes])

"""Makes the right input for a field from its id."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from gplan_desktop.domain.fields import pattern
from gplan_desktop.domain.plan import DayPart, GoalAttainment, Voice
from gplan_desktop.method.model import Method
from ui.theme import Theme
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.date_box import DateBox
from ui.widgets.field_frame import FieldFrame
from ui.widgets.journal_inputs import journal_inputs
from ui.widgets.line_box import LineBox
from ui.widgets.secret_box import SecretBox
from ui.widgets.several_box import SeveralBox
from ui.widgets.text_box import TextBox
from ui.widgets.tick_box import TickBox
from ui.widgets.visit_plan_inputs import visit_plan_inputs


class FieldFactory:
    """Makes inputs; knows the method's texts, the theme and the day."""

    def __init__(self, method: Method, theme: Theme, today: Callable[[], date]) -> None:
        self.method, self.theme, self.today = method, theme, today
        self._makers: dict[str, Callable[[], QWidget]] = {
            "participation.ticked": self._tick,
            "participation.voice": self._voice,
            "closing.participated": self._tick,
            "name": self._plan_name,
            "contributors.*.name": LineBox,
            "contributors.*.role": lambda: ChoiceBox(method.roles),
            "contributors.*.confirmed": self._tick,
            "area.*.attainment": self._attainment,
            "area.*.next_follow_up": self._date,
            "area.*.activities.*.what": LineBox,
            "area.*.activities.*.who": LineBox,
            "area.*.activities.*.when": LineBox,
            "area.*.activities.*.sub_goal": LineBox,
            "area.*.activities.*.day_parts": self._day_parts,
            "closing.followed_up_on": self._past_date,
            "follow_up.day": self._date,
            "tabs.reference_people.*.name": LineBox,
            "tabs.reference_people.*.role": lambda: ChoiceBox(method.reference_roles),
            "tabs.reference_people.*.phone": LineBox,
            "tabs.relatives.*.name": LineBox,
            "tabs.relatives.*.relation": lambda: ChoiceBox(method.relations),
            "tabs.relatives.*.contact": LineBox,
            "tabs.relatives.*.is_first_contact": self._tick,
            "tabs.keys.*.what": LineBox,
            "tabs.keys.*.secret": SecretBox,
            "tabs.visit.door_codes.*.what": LineBox,
            "tabs.visit.door_codes.*.secret": SecretBox,
            "tabs.visit.others_live_here": self._yes_no,
            "tabs.visit.others": LineBox,
            "tabs.visit.name_on_door": LineBox,
            "tabs.visit.floor": LineBox,
            "tabs.visit.lift": LineBox,
            "tabs.good_to_know.card_codes.*.what": LineBox,
            "tabs.good_to_know.card_codes.*.secret": SecretBox,
            **visit_plan_inputs(theme, today),
            **journal_inputs(method, theme, today),
        }

    def frame(self, field: str) -> FieldFrame:
        """Return the field *field* with label, hint, "?" and its input."""
        text = self.method.field(field)
        make = self._makers.get(pattern(field), TextBox)
        frame = FieldFrame(field, text, make(), self.theme)
        frame.box.setEnabled(text.enabled)
        return frame

    def _tick(self) -> QWidget:
        return TickBox()

    def _date(self) -> QWidget:
        return DateBox(self.today, self.theme.icon("calendar_month"))

    def _past_date(self) -> QWidget:
        return DateBox(self.today, self.theme.icon("calendar_month"), ahead=False)

    def _voice(self) -> QWidget:
        return ChoiceGroup([(voice, voice.label) for voice in Voice])

    def _day_parts(self) -> QWidget:
        return SeveralBox([(part, part.label) for part in DayPart])

    def _attainment(self) -> QWidget:
        return ChoiceGroup([(a, a.label) for a in GoalAttainment], across=True)

    def _plan_name(self) -> QWidget:
        return ChoiceGroup([(name, name) for name in self.method.plan_names])

    def _yes_no(self) -> QWidget:
        return ChoiceGroup([(True, "Ja"), (False, "Nej")], across=True)

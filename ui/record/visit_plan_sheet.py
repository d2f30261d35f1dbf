"""The form of a visit plan: card by card what is to be known at the door and inside (S85-S110)."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain.tabs import Tabs, VisitInformation
from gplan_desktop.domain.visit_plan import Coverage
from ui.office import Office
from ui.record.record_sheet import RecordSheet
from ui.record.shown_codes import ShownCodes
from ui.record.visit_plan_editor import VisitPlanEditor
from ui.record.visit_plan_visits import SingleVisitRows
from ui.record.ways import PartId, RecordWays
from ui.widgets.buttons import Button, push_button
from ui.widgets.card import Card
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.field_frame import FieldFrame
from ui.widgets.labels import label
from ui.widgets.secret_box import SecretBox
from ui.widgets.ticked_lines_box import TickedLinesBox
from ui.widgets.visit_plan_inputs import coverage_choices

_PLACE = "visit_plan.arrival.place"
_COVERAGE = "visit_plan.arrival.coverage"
_NAME_ON_DOOR = "visit_plan.arrival.name_on_door"
_OTHERS = "visit_plan.home.others"
_OTHERS_LIVE_HERE = "visit_plan.home.others_live_here"
_SITUATIONS = "visit_plan.wish.situations"
_CARE_PLANS = "visit_plan.health_care.care_plans"
_ADVANCED_CARE = "visit_plan.health_care.advanced_home_care"

_OTHER = "visit_plan.other"

_HEALTH_CARE = "Hälso- och sjukvård"
_SINGLE_VISITS, _REST = "Enstaka besök", "Övrigt"
_CARDS = (
    ("Besöksplanen", "visit_plan", ("name", "temporary", "written_on")),
    (
        "Komma fram",
        "visit_plan.arrival",
        (
            "coverage",
            "place",
            "time_windows",
            "bring_key",
            "opens_door",
            "door_alarm",
            "name_on_door",
        ),
    ),
    (
        "I bostaden",
        "visit_plan.home",
        ("others_live_here", "others", "animals", "sensitive_to", "medicine_cabinet_code"),
    ),
    ("Önskemål", "visit_plan.wish", ("staff", "situations")),
    (
        _HEALTH_CARE,
        "visit_plan.health_care",
        ("care_plans", "fitting_protocol", "signing_system", "advanced_home_care"),
    ),
)
_ONLY_THESE = (
    "Bara de här fyra meningarna får stå i besöksplanen. Skriv aldrig diagnoser eller annan "
    "hälsoinformation, till exempel 0-HLR eller palliativ vård. Det hör hemma i vårdplanen "
    "eller patientjournalen."
)
_ALSO_REFERENCE = "Skriv ASIH under Referenspersoner också."
_FETCH = "Hämta från fliken Besöksinfo"
_ASIH = "asih"


class VisitPlanSheet(RecordSheet):
    """Every field of a visit plan; what is asked only sometimes is shown only then."""

    def __init__(self, editor: VisitPlanEditor, office: Office, ways: RecordWays) -> None:
        super().__init__(editor, office)
        self._plan_editor, self._office, self._ways = editor, office, ways
        # As wide as the list over it.
        self.column.setContentsMargins(0, 0, 0, self.px(16))
        self._codes = ShownCodes(editor.current.person_id, office, self)
        self._tabs: Tabs | None = None
        self.cards: dict[str, QWidget] = {}
        self._begins: dict[str, str] = {}
        for title, prefix, parts in _CARDS:
            inside = self._titled_card(title)
            self._begins[title] = f"{prefix}.{parts[0]}"
            for part in parts:
                inside.addWidget(self.make_field(f"{prefix}.{part}"))
        self._lead_care_plans()
        self.fetch_name = self._under(_NAME_ON_DOOR, _FETCH, self._fetch_name)
        self.fetch_others = self._under(_OTHERS_LIVE_HERE, _FETCH, self._fetch_others)
        self.reference = self._make_reference_notice()
        self.visits = SingleVisitRows(self, editor, office)
        self._titled_card(_SINGLE_VISITS).addWidget(self.visits)
        self._titled_card(_REST).addWidget(self.make_field(_OTHER))
        self._begins[_REST] = _OTHER
        self.refresh()

    def refresh(self) -> None:
        """Show the visit plan as it is now, and only what is to be asked of it."""
        plan = self._plan_editor.current
        self.visits.refresh()
        super().refresh()
        is_partly = plan.arrival.coverage is Coverage.PARTLY
        for field, asked in (
            (_PLACE, is_partly),
            (_OTHERS, bool(plan.home.others_live_here)),
            (_SITUATIONS, plan.wish is not None),
        ):
            self.frames[field].setVisible(asked)
        self._show_sentences()
        self._show_offers()

    def make_field(self, field: str) -> FieldFrame:
        """Return the input for *field*; a code is shown only once that has been logged (S90)."""
        frame = super().make_field(field)
        if isinstance(frame.box, SecretBox):
            self._codes.watch(frame.box, field)
        return frame

    def show_tabs(self, tabs: Tabs) -> None:
        """Offer what *tabs* tell of the same things."""
        self._tabs = tabs
        self._show_offers()

    def focus_card(self, title: str) -> QWidget:
        """Put the keyboard where the card called *title* begins; return the card."""
        if title == _SINGLE_VISITS:
            self.visits.focus_first()
        else:
            self.frames[self._begins[title]].focus_box()
        return self.cards[title]

    def first_to_put_right(self) -> FieldFrame | None:
        """Return the first input where something must be put right."""
        blocking = {finding.field for finding in self._plan_editor.blocking}
        found = [frame for field, frame in self.frames.items() if field in blocking]
        # Rows are made last, wherever they stand.
        return min(found, key=lambda frame: frame.mapTo(self, QPoint()).y(), default=None)

    def _titled_card(self, title: str) -> QVBoxLayout:
        inside = self.add_card()
        if card := inside.parentWidget():
            self.cards[title] = card
        inside.addWidget(label(title, "heading"))
        if title == _HEALTH_CARE:
            notice = Card(self._office.theme, "notice")
            notice.column.addWidget(label(_ONLY_THESE, wraps=True))
            inside.addWidget(notice)
        return inside

    def _lead_care_plans(self) -> None:
        """Let the tick stand where the label does, as with the three other sentences."""
        frame = self.frames[_CARE_PLANS]
        if isinstance(frame.box, TickedLinesBox):
            frame.lead_with(frame.box.tick)

    def _under(self, field: str, text: str, press: Callable[[], None]) -> Button:
        """Return a link under the input of *field*."""
        link = push_button(text, "link")
        link.setAccessibleName(f"{text}: {self._office.method.field(field).label}")
        link.clicked.connect(press)
        column = self.frames[field].layout()
        if column is not None:
            column.addWidget(link)
            column.setAlignment(link, Qt.AlignmentFlag.AlignLeft)
        return link

    def _make_reference_notice(self) -> QWidget:
        """S107: ASIH is written under referenspersoner too."""
        self.to_reference = push_button("Gå till Referenspersoner", "link")
        self.to_reference.clicked.connect(
            lambda: self._ways.show_part(PartId.TABS, "tabs.reference_people")
        )
        notice = Card(self._office.theme, "notice")
        notice.column.setSpacing(self.px(4))
        notice.column.addWidget(label(_ALSO_REFERENCE, wraps=True))
        notice.column.addWidget(self.to_reference, 0, Qt.AlignmentFlag.AlignLeft)
        column = self.frames[_ADVANCED_CARE].layout()
        if column is not None:
            column.addWidget(notice)
        return notice

    def _show_sentences(self) -> None:
        """Show what will be written of coverage, with the place that has been told."""
        box = self.frames[_COVERAGE].box
        if isinstance(box, ChoiceGroup):
            box.set_choices(coverage_choices(self._plan_editor.current.arrival.place))

    def _show_offers(self) -> None:
        """Offer only what the tabs tell, and only where nothing stands."""
        plan, tabs = self._plan_editor.current, self._tabs
        may_write = not self._plan_editor.read_only
        visit = tabs.visit if tabs and may_write else VisitInformation()
        has_name = bool(plan.arrival.name_on_door.strip())
        is_answered = plan.home.others_live_here is not None
        self.fetch_name.setVisible(bool(visit.name_on_door.strip()) and not has_name)
        self.fetch_others.setVisible(visit.others_live_here is not None and not is_answered)
        known = tabs.reference_people if tabs else ()
        is_told = any(_ASIH in f"{one.role} {one.name}".lower() for one in known)
        asks = plan.health_care.advanced_home_care and may_write
        self.reference.setVisible(asks and not is_told)

    def _fetch_name(self) -> None:
        if self._tabs:
            self._plan_editor.change(_NAME_ON_DOOR, self._tabs.visit.name_on_door.strip())
            self.frames[_NAME_ON_DOOR].focus_box()

    def _fetch_others(self) -> None:
        if self._tabs:
            visit, home = self._tabs.visit, self._plan_editor.current.home
            told = replace(
                home,
                others_live_here=visit.others_live_here,
                others=home.others.strip() or visit.others.strip(),
            )
            self._plan_editor.change("visit_plan.home", told)
            self.frames[_OTHERS_LIVE_HERE].focus_box()

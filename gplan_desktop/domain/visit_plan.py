"""The visit plan (Tes-besöksplan): what whoever comes to the door must know (S85-S110)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from gplan_desktop.domain.labelled import Labelled
from gplan_desktop.domain.plan import AcceptedWarning
from gplan_desktop.domain.tabs import NO_SECRET, Secret
from gplan_desktop.domain.text import is_blank

# The manual's own words; what belongs in brackets is asked for instead.
BRING_KEY = "Ta med nyckel"
OPENS_DOOR = "Individen vill öppna dörren själv"
DOOR_ALARM = "Dörrlarm finns"
_PARTLY = "Mobiltäckning saknas delvis, gå till {place} där täckning är bättre"
_NO_COVERAGE = "Mobiltäckning saknas helt"


class Coverage(Labelled):
    """Whether a telephone works in the home; only what is wrong is written (S85-S86)."""

    GOOD = "good", "Täckning finns"
    PARTLY = "partly", "Saknas delvis"
    MISSING = "missing", "Saknas helt"


class StaffWish(Labelled):
    """Whom the individual wishes for in some situations of care (S92)."""

    FEMALE = "female", "Kvinnlig personal"
    MALE = "male", "Manlig personal"


class Missing(Labelled):
    """What a visit plan must tell before it is used: the field, and what to do."""

    DAY = "written_on", "Datera den tillfälliga besöksplanen."
    PLACE = "arrival.place", "Skriv var i bostaden täckningen är bättre."
    SITUATIONS = "wish.situations", "Skriv vid vilka situationer önskemålet gäller."
    OTHERS = "home.others_live_here", "Ange om det bor fler personer i bostaden."
    CARE_PLAN = "health_care.care_plans", "Skriv vårdplanens namn."
    VISIT_DAY = "single_visits", "Skriv vilken dag det enstaka besöket är."


@dataclass(frozen=True)
class TimeWindow:
    """When staff must come, where the individual's need decides (S87); it may pass midnight."""

    start: time
    end: time

    def __post_init__(self) -> None:
        """Refuse a window without any length."""
        if self.start == self.end:
            raise ValueError("a time window must not end when it starts")

    @property
    def text(self) -> str:
        """Return "10:00-11:00", as the manual writes it."""
        return f"{self.start:%H:%M}-{self.end:%H:%M}"


@dataclass(frozen=True)
class Arrival:
    """What is to be known before and at the door; *place* is where coverage is better."""

    coverage: Coverage = Coverage.GOOD
    place: str = ""
    time_windows: tuple[TimeWindow, ...] = ()
    bring_key: bool = False
    opens_door: bool = False
    door_alarm: bool = False
    name_on_door: str = ""

    @property
    def coverage_text(self) -> str:
        """The manual's sentence on coverage, or "" where there is nothing to say (S85-S86)."""
        if self.coverage is Coverage.PARTLY:
            return _PARTLY.format(place=self.place.strip() or "…")
        return _NO_COVERAGE if self.coverage is Coverage.MISSING else ""


@dataclass(frozen=True)
class Home:
    """What is to be known inside: people, animals, and the code of the medicine cabinet.

    others_live_here is None until it has been answered, which it must always be (S100).
    """

    others_live_here: bool | None = None
    others: str = ""
    animals: str = ""
    sensitive_to: str = ""
    medicine_cabinet_code: Secret = NO_SECRET


@dataclass(frozen=True)
class Wish:
    """A wish for female or male staff, and in which situations (S92)."""

    staff: StaffWish
    situations: str = ""


@dataclass(frozen=True)
class HealthCare:
    """The only four things about health care that a visit plan may tell (S103-S107)."""

    care_plans: tuple[str, ...] = ()
    fitting_protocol: bool = False
    signing_system: bool = False
    advanced_home_care: bool = False

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is to be written, in the manual's words."""
        told = [f"Utför enligt vårdplan {name.strip() or '…'}" for name in self.care_plans]
        if self.fitting_protocol:
            told.append("Utför enligt utprovningsprotokoll")
        if self.signing_system:
            told.append("Utför enligt signeringssystemet")
        if self.advanced_home_care:
            told.append("Kunden har ASIH")
        return tuple(told)


@dataclass(frozen=True)
class SingleVisit:
    """What applies during one single visit, such as going along to the doctor (S95)."""

    text: str
    day: date | None = None


@dataclass(frozen=True)
class VisitPlan:
    """Everything that is written in one visit plan; *name* tells which visits it is about.

    A temporary one is made when a new assignment comes, must be dated, and is
    taken away when its text has been written into the plan (S96-S99). *accepted*
    are findings that were let stand.
    """

    id: str
    person_id: str
    name: str = ""
    temporary: bool = False
    written_on: date | None = None
    arrival: Arrival = Arrival()
    home: Home = Home()
    wish: Wish | None = None
    health_care: HealthCare = HealthCare()
    single_visits: tuple[SingleVisit, ...] = ()
    other: str = ""
    accepted: tuple[AcceptedWarning, ...] = ()

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What must be told before the visit plan is used, in the order of the fields."""
        return tuple(_missing(self))


@dataclass(frozen=True)
class VisitPlanRecord:
    """A visit plan as the store keeps it, and when it was taken away again (S99)."""

    plan: VisitPlan
    version: int
    changed_at: datetime
    changed_by: str
    digest: str = ""
    cleared_at: datetime | None = None
    cleared_by: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is in use."""
        return self.cleared_at is None


@dataclass(frozen=True)
class TemporaryVisit:
    """What is to be known of a temporary visit plan in use to see when its time is over (S99)."""

    id: str
    person_id: str
    name: str
    written_on: date | None
    changed_at: datetime


def _missing(plan: VisitPlan) -> Iterator[Missing]:
    if plan.temporary and plan.written_on is None:
        yield Missing.DAY
    if plan.arrival.coverage is Coverage.PARTLY and is_blank(plan.arrival.place):
        yield Missing.PLACE
    if plan.home.others_live_here is None:
        yield Missing.OTHERS
    if plan.wish and is_blank(plan.wish.situations):
        yield Missing.SITUATIONS
    if any(map(is_blank, plan.health_care.care_plans)):
        yield Missing.CARE_PLAN
    if any(visit.day is None for visit in plan.single_visits):
        yield Missing.VISIT_DAY

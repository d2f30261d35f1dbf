"""The plan as plain blocks of text, which every peer sets in its own way."""

from dataclasses import dataclass
from typing import Any

import segno

from gplan_desktop.domain import dates
from gplan_desktop.domain.life_areas import life_area
from gplan_desktop.domain.plan import Activity, AreaPlan, DayPart
from printing.document import PlanDocument

Pair = tuple[str, str]
INK, MUTED, ACCENT, HAIRLINE, PALE = "#1b2733", "#52616b", "#0b5c6b", "#cfd8dc", "#eef4f5"
# Millimetres, as on our paper.
MARGINS = {"top": 25, "right": 20, "bottom": 22, "left": 20}
RAIL = 37
QR_SIDE = 22
EXPLAINED = (
    "Kontrollkoden är räknad på planens text. Samma kod i Gplan visar att texten är oförändrad."
)


@dataclass(frozen=True)
class Heading:
    text: str
    level: int
    code: str = ""


@dataclass(frozen=True)
class Fields:
    """Texts with their labels in a rail to the left; boxed when somebody else decided them."""

    pairs: tuple[Pair, ...]
    boxed: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of cells; a cell is lines that are strong or not."""

    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[tuple[tuple[bool, str], ...], ...], ...]


@dataclass(frozen=True)
class Sheet:
    """All text of one plan, in order."""

    title: str
    name: str
    number: str
    status: str
    by: str
    unit: str
    facts: tuple[Pair, ...]
    blocks: tuple[Heading | Fields | Table, ...]
    check_code: str
    checksum: str


def sheet_of(document: PlanDocument) -> Sheet:
    """Return what stands on the paper of *document*."""
    plan, established = document.plan, document.record.establishment
    blocks = [*_participation(document)]
    for area in plan.areas:
        blocks += _area(document, area)
    blocks += _follow_up(document)
    return Sheet(
        document.title,
        document.person.name,
        str(document.person.personal_id),
        f"Upprättad {dates.stamp(established.at)}",
        established.by,
        document.unit.name,
        _facts(document),
        tuple(blocks),
        established.check_code,
        established.checksum,
    )


def qr(sheet: Sheet) -> segno.QRCode:
    """Return the code to scan; trying all masks would take seven times as long."""
    return segno.make(f"GPLAN:{sheet.checksum.upper()}", error="m", micro=False, mask=3)


def qr_squares(sheet: Sheet, side: float) -> list[tuple[float, float, float]]:
    """Return x, y from above and the side of every dark square of the code."""
    matrix = qr(sheet).matrix
    size = side / len(matrix)
    return [
        (column * size, row * size, size)
        for row, cells in enumerate(matrix)
        for column, dark in enumerate(cells)
        if dark
    ]


def _facts(document: PlanDocument) -> tuple[Pair, ...]:
    person, assignment = document.person, document.assignment
    return _filled(
        ("Personnummer", str(person.personal_id)),
        ("Adress", person.address),
        ("Telefon", person.phone),
        ("Enhet", person.unit),
        ("Utförare", person.provider.name),
        ("Stödet började", person.support_start.isoformat()),
        ("Uppdrag från", assignment.day.isoformat()),
        ("Biståndshandläggare", assignment.case_officer),
        ("Nästa uppföljning", _day(document.plan.follow_up.day, dates.long)),
    )


def _participation(document: PlanDocument) -> list[Any]:
    told = document.plan.participation
    people = [c for c in document.plan.contributors if c.confirmed]
    return [
        Heading("Delaktighet", 1),
        Fields(
            _filled(
                ("Varit delaktig", "Ja" if told.ticked else "Nej"),
                ("Vem berättar", told.voice.label if told.voice else ""),
                ("Hur", told.how),
                ("Önskemål", told.wishes),
            )
        ),
        Heading("Medverkande", 1),
        Table(
            ("Namn", "Roll"),
            (85, 85),
            tuple((((True, c.name),), ((False, c.role),)) for c in people),
        ),
        Heading("Livsområden", 1),
    ]


def _area(document: PlanDocument, area: AreaPlan) -> list[Any]:
    assigned = document.assignment.area(area.code)
    names = {sub.code: sub.label for sub in life_area(area.code).sub_areas}
    assessed = f"Bedömt: {assigned.assessed.value} – {assigned.assessed.label}"
    intended = f"Avsett: {assigned.intended.value} – {assigned.intended.label}"
    decided = _filled(
        ("Från uppdraget", assigned.need),
        ("Delområden", " · ".join(f"{names[code]} ({code})" for code in assigned.sub_areas)),
        ("Funktionstillstånd", f"{assessed} · {intended}"),
        ("Uppdragets mål", assigned.goal),
        ("Beviljat stöd", assigned.support),
    )
    order = list(DayPart)
    activities = sorted(area.activities, key=lambda a: min(map(order.index, a.day_parts)))
    return [
        Heading(area.label, 2, area.code),
        Fields(decided, boxed=True),
        Fields(_filled(("Behov", area.needs), ("Mål", area.goal))),
        Table(("Vad", "Hur", "Vem", "När"), (39, 57, 41, 33), tuple(map(_row, activities))),
        Fields(
            _filled(
                ("Måluppfyllelse", area.attainment.label if area.attainment else ""),
                ("Så bedömdes det", area.attainment_reason),
                ("Resultat", area.result),
                ("Nästa uppföljning", _day(area.next_follow_up, dates.long)),
            )
        ),
    ]


def _row(activity: Activity) -> tuple[tuple[tuple[bool, str], ...], ...]:
    sub_goal = ((False, f"Delmål: {activity.sub_goal}"),) if activity.sub_goal else ()
    parts = ", ".join(part.label for part in activity.day_parts)
    return (
        ((True, activity.what), *sub_goal),
        ((False, activity.how),),
        ((False, activity.who),),
        ((True, parts), (False, activity.when)),
    )


def _follow_up(document: PlanDocument) -> list[Any]:
    plan = document.plan
    return [
        Heading("Uppföljning", 1),
        Fields(
            _filled(
                ("Nästa uppföljning", _day(plan.follow_up.day, dates.long)),
                ("Hur", plan.follow_up.how),
                ("Samverkan", plan.follow_up.cooperation),
                ("Planen följdes upp", _day(plan.closing.followed_up_on, dates.long)),
                *(("Varning godtagen", accepted.reason) for accepted in plan.accepted),
            )
        ),
        Heading("Underskrifter", 1),
        Table(
            ("Namnteckning", "Namnförtydligande och datum"),
            (85, 85),
            (
                (((False, "Individen"),), ((False, " "),)),
                (((False, "Utföraren"),), ((False, " "),)),
            ),
        ),
    ]


def _filled(*pairs: Pair) -> tuple[Pair, ...]:
    return tuple(pair for pair in pairs if pair[1])


def _day(day: Any, write: Any) -> str:
    return write(day) if day else ""

"""The plan as paper: what staff, the individual and the archive see; ordinary or in large print."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gplan_desktop.domain import dates
from gplan_desktop.domain.assignment import AssignedArea
from gplan_desktop.domain.check_code import qr_text
from gplan_desktop.domain.life_areas import SubArea, life_area
from gplan_desktop.domain.person import Provider
from gplan_desktop.domain.plan import Activity, AreaPlan, DayPart, Establishment, Voice
from gplan_desktop.method.model import Method
from printing import words
from printing.document import PlanDocument
from printing.documents.front import about, dressing
from printing.layout.code_figure import CodeFigure
from printing.layout.paper import Paper
from printing.layout.story import EMPTY, Cell, Columns, Said, Story
from printing.layout.style import LARGE, MM, NORMAL, Look
from printing.pdf.tags import Kind

PROTECTED = "Skyddade personuppgifter"

_CODE_EXPLAINED = (
    "Kontrollkoden är räknad på planens text. Samma kod i Gplan visar att texten är oförändrad. "
    "Fyrkanten bredvid är koden i sin helhet, för en kodläsare."
)
_CODE_PICTURE = "QR-kod med planens kontrollkod: {code}"
_SIGNATURE_HEIGHT = 36.0
_DAY = tuple(DayPart)


@dataclass(frozen=True)
class _Shape:
    """How the parts of the plan are shared out over the width of the text."""

    look: Look
    facts: int
    activity: tuple[float, ...]


def _shape(look: Look) -> _Shape:
    if look.rail:
        fixed = (39 * MM, 41 * MM, 33 * MM)
        how = look.measure - sum(fixed)
        return _Shape(look, 3, (fixed[0], how, fixed[1], fixed[2]))
    # Four columns of large print would be a word wide.
    return _Shape(look, 2, (look.measure * 0.62, look.measure * 0.38))


def tell_plan(document: PlanDocument, method: Method, *, large: bool = False) -> Paper:
    """Return the paper of a plan."""
    shape = _shape(LARGE if large else NORMAL)
    story = Story(shape.look)
    _opening(story, document, shape)
    _participation(story, document)
    _contributors(story, document)
    _areas(story, document, shape)
    _follow_up(story, document)
    _accepted(story, document, method)
    _signatures(story, method)
    _ending(story, document, method)
    return Paper(story, about(document), dressing(document))


def in_order_of_the_day(activities: Sequence[Activity]) -> list[Activity]:
    """Return *activities* as they come during the day (S22); those without a time last."""
    return sorted(activities, key=_first_time)


def _opening(story: Story, document: PlanDocument, shape: _Shape) -> None:
    """Tell whose plan it is, by whom, and where it stands."""
    look = story.look
    story.title(document.title)
    story.text(document.person.name, look.name)
    story.text(words.standing(document.record), look.status)
    if document.person.protected_identity:
        story.text(PROTECTED, look.note)
    story.facts(list(_facts(document)), shape.facts)


def _facts(document: PlanDocument) -> Iterator[tuple[str, str]]:
    person, assignment = document.person, document.assignment
    day, followed_up = document.plan.follow_up.day, document.record.followed_up_on
    yield person.personal_id.kind.value.capitalize(), str(person.personal_id)
    if not person.protected_identity:
        yield "Adress", person.address
        yield "Telefon", person.phone
    yield "Enhet", person.unit or document.unit.name
    yield "Utförare", _provider(person.provider)
    yield "Stödet började", person.support_start.isoformat()
    yield "Uppdrag från", assignment.day.isoformat()
    yield "Biståndshandläggare", assignment.case_officer
    gap = EMPTY if document.shows_gaps else ""
    yield "Nästa uppföljning", day.isoformat() if day else gap
    yield "Planen följdes upp", followed_up.isoformat() if followed_up else ""


def _participation(story: Story, document: PlanDocument) -> None:
    """Tell how the individual took part, with the statistics tick in words (S28-S33)."""
    told, gaps = document.plan.participation, document.shows_gaps
    with story.section("Delaktighet"):
        story.field("Varit delaktig", words.yes_or_no(told.ticked))
        story.field("Vem berättar", _voice(told.voice), shows_gap=gaps)
        story.field("Hur", told.how, shows_gap=gaps)
        story.field("Önskemål", told.wishes, shows_gap=gaps)
        story.field("Under uppdatering", told.under_revision)


def _contributors(story: Story, document: PlanDocument) -> None:
    """Tell who took part in making this plan; only those confirmed for it (S54)."""
    present = [c for c in document.plan.contributors if c.confirmed]
    if not present and not document.shows_gaps:
        return
    look, half = story.look, story.look.measure / 2
    with story.section("Medverkande"):
        if not present:
            story.field("Namn och roll", "", shows_gap=True)
            return
        rows = [[[Said(c.name, look.strong)], [Said(c.role, look.cell)]] for c in present]
        story.table(Columns(("Namn", "Roll"), (half, half)), rows)


def _areas(story: Story, document: PlanDocument, shape: _Shape) -> None:
    if not document.plan.areas:
        return
    with story.section("Livsområden"):
        for area in document.plan.areas:
            with story.section(area.label, area.code):
                _decided(story, document, area.code)
                _area(story, document, area, shape)


def _decided(story: Story, document: PlanDocument, code: str) -> None:
    """Tell what was decided in the assignment, as somebody else's words."""
    assigned = document.assignment.area(code)
    if assigned is None:
        return
    # Without ground where a mark across the page must be seen through the box.
    with story.box(pale=document.record.is_current):
        story.field("Från uppdraget", assigned.need)
        story.field("Delområden", _sub_areas(assigned))
        degrees = words.functioning(assigned.assessed, assigned.intended)
        story.field("Funktionstillstånd", degrees)
        story.field("Uppdragets mål", assigned.goal)
        story.field("Beviljat stöd", assigned.support)


def _sub_areas(assigned: AssignedArea) -> str:
    known = {sub.code: sub for sub in life_area(assigned.code).sub_areas}
    named = (known.get(code, SubArea(code, "")) for code in assigned.sub_areas)
    return " · ".join(f"{sub.label} ({sub.code})" if sub.label else sub.code for sub in named)


def _area(story: Story, document: PlanDocument, area: AreaPlan, shape: _Shape) -> None:
    gaps = document.shows_gaps
    story.field("Behov", area.needs, shows_gap=gaps)
    story.field("Mål", area.goal, shows_gap=gaps)
    if area.activities:
        _activities(story, area.activities, shape, shows_gap=gaps)
    else:
        story.field("Insatser", "", shows_gap=gaps)
    _outcome(story, area, awaited=gaps and document.plan.is_follow_up)


def _activities(
    story: Story, activities: Sequence[Activity], shape: _Shape, *, shows_gap: bool
) -> None:
    rows = [
        _row(activity, story.look, shows_gap=shows_gap)
        for activity in in_order_of_the_day(activities)
    ]
    names = ("Vad", "Hur", "Vem", "När")
    if len(shape.activity) == len(names):
        story.table(Columns(names, shape.activity), rows)
    else:
        stacked = [[[*what, *how], [*who, *when]] for what, how, who, when in rows]
        story.table(Columns(("Vad och hur", "Vem och när"), shape.activity), stacked)


def _row(activity: Activity, look: Look, *, shows_gap: bool) -> tuple[Cell, Cell, Cell, Cell]:
    gap = [Said(EMPTY, look.cell_gap)] if shows_gap else []
    what = [Said(activity.what, look.strong)] if activity.what.strip() else gap
    if activity.sub_goal.strip():
        what = [*what, Said(f"Delmål: {activity.sub_goal}", look.cell_note)]
    parts = ", ".join(part.label for part in sorted(activity.day_parts, key=_DAY.index))
    when = [
        Said(text, style)
        for text, style in ((parts, look.strong), (activity.when, look.cell))
        if text.strip()
    ]
    how = [Said(activity.how, look.cell)] if activity.how.strip() else gap
    who = [Said(activity.who, look.cell)] if activity.who.strip() else gap
    return what, how, who, when or gap


def _first_time(activity: Activity) -> int:
    return min(map(_DAY.index, activity.day_parts), default=len(_DAY))


def _outcome(story: Story, area: AreaPlan, *, awaited: bool) -> None:
    """Tell what the follow-up came to; *awaited* shows what is still to be written."""
    attainment = area.attainment
    reason_awaited = awaited and attainment is not None and attainment.needs_reason
    story.field("Måluppfyllelse", attainment.label if attainment else "", shows_gap=awaited)
    story.field("Så bedömdes det", area.attainment_reason, shows_gap=reason_awaited)
    with story.together():
        story.field("Resultat", area.result, shows_gap=awaited)
        day = dates.long(area.next_follow_up) if area.next_follow_up else ""
        story.field("Nästa uppföljning", day)


def _follow_up(story: Story, document: PlanDocument) -> None:
    """Tell when and how the plan is followed up, and how the former one was (S39, S70)."""
    plan, gaps = document.plan, document.shows_gaps
    day = dates.long(plan.follow_up.day) if plan.follow_up.day else ""
    with story.section("Uppföljning"):
        story.field("Nästa uppföljning", day, shows_gap=gaps)
        story.field("Hur", plan.follow_up.how, shows_gap=gaps)
        story.field("Samverkan", plan.follow_up.cooperation, shows_gap=gaps)
        if plan.is_follow_up:
            story.field("Förra planen", _closing(document), shows_gap=gaps)


def _closing(document: PlanDocument) -> str:
    closing = document.plan.closing
    if closing.followed_up_on is None:
        return ""
    took_part = words.yes_or_no(closing.participated).lower()
    return f"Följdes upp {dates.long(closing.followed_up_on)}. Individen deltog: {took_part}."


def _accepted(story: Story, document: PlanDocument, method: Method) -> None:
    """Tell which warnings were let stand when the plan was established, and why."""
    warnings = document.plan.accepted
    if document.shows_gaps or not warnings:
        return
    look, half = story.look, story.look.measure / 2
    with story.section("Påpekanden som har fått stå kvar"):
        rows = []
        for warning in warnings:
            # A municipality may have dropped the rule since; the reason must be shown all the same.
            rule = method.rules.get(warning.rule)
            sentence = rule.sentence if rule else warning.rule
            rows.append([[Said(sentence, look.cell)], [Said(warning.reason, look.cell)]])
        story.table(Columns(("Påpekande", "Skäl"), (half, half)), rows)


def _signatures(story: Story, method: Method) -> None:
    """Tell where to sign, for each that the method names; often there is none (F53)."""
    if not method.signature_lines:
        return
    third = story.look.measure / 3
    with story.section("Underskrifter"):
        rows: list[list[Cell]] = [
            [[Said(who, story.look.strong)], [], []] for who in method.signature_lines
        ]
        columns = Columns(("Vem", "Underskrift", "Datum"), (third, 1.5 * third, third / 2))
        story.table(columns, rows, least=_SIGNATURE_HEIGHT)


def _ending(story: Story, document: PlanDocument, method: Method) -> None:
    """Tell under which method the plan was made, by whom and when, and its check code."""
    made = document.record.establishment
    with story.section("Om dokumentet"), story.together():
        story.field("Status", words.standing(document.record))
        version = made.method_version if made else method.version
        story.field("Metodstöd", f"{method.title}, version {version}")
        if made:
            _check_code(story, made)


def _check_code(story: Story, made: Establishment) -> None:
    story.field("Kontrollkod", made.check_code)
    tag = story.tag(Kind.FIGURE, _CODE_PICTURE.format(code=made.check_code))
    explained = story.tag(Kind.PARAGRAPH)
    story.block(CodeFigure(qr_text(made.checksum), tag, (_CODE_EXPLAINED, explained), story.look))


def _provider(provider: Provider) -> str:
    return f"{provider.name} (extern utförare)" if provider.external else provider.name


def _voice(voice: Voice | None) -> str:
    return voice.label if voice else ""

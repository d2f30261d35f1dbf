"""The parts around the life areas: participation, contributors, follow-up and the end."""

from reportlab.platypus import Flowable, Paragraph

from gplan_desktop.domain import dates
from gplan_desktop.domain.plan import AcceptedWarning, Establishment, Voice
from gplan_desktop.method.model import Method
from printing import styles, words
from printing.document import PlanDocument
from printing.fields import field
from printing.headings import section
from printing.keeping import KEPT_WHOLE, height
from printing.tables import Cell, WholeRows, cell, rows

_CODE_EXPLAINED = (
    "Kontrollkoden är räknad på planens text. Samma kod i Gplan visar att texten är oförändrad."
)


def participation(document: PlanDocument) -> list[Flowable]:
    """Return how the individual took part, with the statistics tick in words (S28-S33)."""
    told, gaps = document.plan.participation, document.shows_gaps
    return [
        *section("Delaktighet"),
        *field("Varit delaktig", words.yes_or_no(told.ticked), shows_gap=False),
        *field("Vem berättar", _voice(told.voice), shows_gap=gaps),
        *field("Hur", told.how, shows_gap=gaps),
        *field("Önskemål", told.wishes, shows_gap=gaps),
        *field("Under uppdatering", told.under_revision, shows_gap=False),
    ]


def contributors(document: PlanDocument) -> list[Flowable]:
    """Return who took part in making this plan; only those confirmed for it (S54)."""
    present = [c for c in document.plan.contributors if c.confirmed]
    if not present:
        gap = field("Namn och roll", "", shows_gap=document.shows_gaps)
        return [*section("Medverkande"), *gap] if gap else []
    lines = [[cell(c.name, styles.CELL_STRONG), cell(c.role, styles.CELL)] for c in present]
    half = styles.TEXT_WIDTH / 2
    return _tabled("Medverkande", rows(("Namn", "Roll"), (half, half), lines))


def follow_up(document: PlanDocument) -> list[Flowable]:
    """Return when and how the plan is followed up, and how the former one was (S39, S70)."""
    plan, gaps = document.plan, document.shows_gaps
    day = dates.long(plan.follow_up.day) if plan.follow_up.day else ""
    return [
        *section("Uppföljning"),
        *field("Nästa uppföljning", day, shows_gap=gaps),
        *field("Hur", plan.follow_up.how, shows_gap=gaps),
        *field("Samverkan", plan.follow_up.cooperation, shows_gap=gaps),
        *(_closing(document) if plan.is_follow_up else []),
    ]


def accepted(document: PlanDocument, method: Method) -> list[Flowable]:
    """Return the warnings that were let stand when the plan was established, and why."""
    warnings = document.plan.accepted
    if document.shows_gaps or not warnings:
        return []
    lines = [[cell(_rule(w, method), styles.CELL), cell(w.reason, styles.CELL)] for w in warnings]
    half = styles.TEXT_WIDTH / 2
    table = rows(("Påpekande", "Skäl"), (half, half), lines)
    return _tabled("Påpekanden som har fått stå kvar", table)


def signatures(method: Method) -> list[Flowable]:
    """Return a line to sign on for each that the method names; often there is none (F53)."""
    if not method.signature_lines:
        return []
    third = styles.TEXT_WIDTH / 3
    lines: list[list[Cell]] = [
        [cell(who, styles.CELL_STRONG), [], []] for who in method.signature_lines
    ]
    columns, widths = ("Vem", "Underskrift", "Datum"), (third, styles.TEXT_WIDTH / 2, third / 2)
    table = rows(columns, widths, lines, least=styles.SIGNATURE_HEIGHT)
    return _tabled("Underskrifter", table)


def ending(document: PlanDocument, method: Method) -> list[Flowable]:
    """Return under which method the plan was made, by whom and when, and its check code."""
    made = document.record.establishment
    about = [
        *field("Status", words.standing(document.record), shows_gap=False),
        *field("Metodstöd", _method(made, method), shows_gap=False),
        *(_code(made) if made else []),
    ]
    gaps = len(about) * styles.LABELLED.spaceAfter
    return [*section("Om dokumentet", min(height(about) + gaps, KEPT_WHOLE)), *about]


def _tabled(title: str, table: WholeRows) -> list[Flowable]:
    """Return *table* under its heading, with room for both where they begin."""
    return [*section(title, min(table.beginning, KEPT_WHOLE)), table]


def _voice(voice: Voice | None) -> str:
    return voice.label if voice else ""


def _closing(document: PlanDocument) -> list[Flowable]:
    closing = document.plan.closing
    if closing.followed_up_on is None:
        return field("Förra planen", "", shows_gap=document.shows_gaps)
    took_part = words.yes_or_no(closing.participated).lower()
    text = f"Följdes upp {dates.long(closing.followed_up_on)}. Individen deltog: {took_part}."
    return field("Förra planen", text, shows_gap=False)


def _rule(warning: AcceptedWarning, method: Method) -> str:
    # A municipality may have dropped the rule since; the reason must be shown all the same.
    rule = method.rules.get(warning.rule)
    return rule.sentence if rule else warning.rule


def _method(made: Establishment | None, method: Method) -> str:
    return f"{method.title}, version {made.method_version if made else method.version}"


def _code(made: Establishment) -> list[Flowable]:
    code = made.check_code
    return [
        *field("Kontrollkod", code, shows_gap=False),
        Paragraph(_CODE_EXPLAINED, styles.NOTE),
    ]

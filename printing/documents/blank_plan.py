"""The blank plan: the whole form in the wizard's order, with room to write by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gplan_desktop.domain.assignment import AssignedArea, Assignment
from gplan_desktop.domain.overview import Unit
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import AreaPlan, Plan, Voice
from gplan_desktop.method.model import Method
from gplan_desktop.rules.steps import Step, StepKind, steps
from gplan_desktop.version import VERSION
from printing.documents.blank_area import starred, tell_area, tell_more_activities
from printing.documents.plan import PROTECTED
from printing.documents.writing_room import (
    LINE,
    Ruled,
    WritingTable,
    asked,
    line_after,
    ticks,
)
from printing.layout.dressing import Dressing
from printing.layout.groups import Stack
from printing.layout.paper import Paper
from printing.layout.shown import one_line
from printing.layout.story import Columns, Said, Story
from printing.layout.style import NORMAL
from printing.pdf.document import About

TITLE = "Blankett för genomförandeplan"
FOOT = "Blankett – skriv in i Gplan efteråt och förstör papperet enligt rutin"

_INTRODUCTION = (
    "Blanketten har samma ordning och rubriker som Gplan. Rubriker med asterisk (*) är "
    "obligatoriska. Skriv så att någon annan kan läsa det."
)
_ANY_AREA = "d1"
_ROWS_FOR_CONTRIBUTORS = 5
_SIGNATURE_HEIGHT = 36.0


@dataclass(frozen=True)
class BlankPlan:
    """What is known before anything is written; without a person all of it is blank.

    codes are the life areas that get a sheet of their own; without any there is one sheet on
    which the life area is written by hand.
    """

    unit: Unit
    person: Person | None = None
    assignment: Assignment | None = None
    codes: tuple[str, ...] = ()
    follows_up: bool = False

    def assigned(self, code: str) -> AssignedArea | None:
        """Return what was decided for the life area *code*, if it is known."""
        return self.assignment.area(code) if self.assignment else None


def tell_blank_plan(blank: BlankPlan, method: Method) -> Paper:
    """Return the paper to take along to the individual's home."""
    story = Story(NORMAL)
    pages = _pages(blank, method)
    story.title(TITLE)
    story.text(_INTRODUCTION)
    _tell_individual(story, blank)
    _tell_map(story, method, pages)
    for step in pages:
        _tell_step(story, blank, method, step)
    _tell_signatures(story, method)
    tell_more_activities(story, method)
    name = blank.person.name if blank.person else ""
    return Paper(story, _about(blank), _dressing(blank, name))


def blank_plan_stem(blank: BlankPlan) -> str:
    """Return the name of the file, without the personal number and without its ending."""
    return f"{TITLE} – {one_line(blank.person.name)}" if blank.person else TITLE


def _about(blank: BlankPlan) -> About:
    return About(
        title=blank_plan_stem(blank),
        author=one_line(blank.unit.name),
        subject="Blankett",
        creator=f"Gplan {VERSION}",
        made=None,
    )


def _dressing(blank: BlankPlan, name: str) -> Dressing:
    number = str(blank.person.personal_id) if blank.person else ""
    return Dressing(name, number, TITLE, FOOT, practice=blank.unit.practice)


def _pages(blank: BlankPlan, method: Method) -> list[Step]:
    """Return the pages of the wizard on which one writes; a life area without name for none."""
    areas = tuple(AreaPlan(code) for code in blank.codes or (_ANY_AREA,))
    plan = Plan("", "", "", "", previous_id="" if blank.follows_up else None, areas=areas)
    pages = [step for step in steps(plan, method) if step.kind is StepKind.WRITING]
    if blank.codes:
        return pages
    nameless = replace(pages[0], id="area.", title=method.steps["area"].title)
    return [nameless if step.area else step for step in pages]


def _tell_individual(story: Story, blank: BlankPlan) -> None:
    """Tell who it is about; address and phone of a protected person are left out."""
    person, assignment = blank.person, blank.assignment
    if person is None:
        for label in ("Namn", "Personnummer", "Enhet", "Biståndshandläggare", "Uppdrag från"):
            line_after(story, label)
    else:
        story.text(person.name, story.look.name)
        if person.protected_identity:
            story.text(PROTECTED, story.look.note)
        story.facts(_facts(person, assignment, blank.unit), 3)
    line_after(story, "Ifylld den")
    line_after(story, "Ifylld av")


def _facts(person: Person, assignment: Assignment | None, unit: Unit) -> list[tuple[str, str]]:
    is_open = not person.protected_identity
    return [
        (person.personal_id.kind.value.capitalize(), str(person.personal_id)),
        ("Adress", person.address if is_open else ""),
        ("Telefon", person.phone if is_open else ""),
        ("Enhet", person.unit or unit.name),
        ("Stödet började", person.support_start.isoformat()),
        ("Uppdrag från", assignment.day.isoformat() if assignment else ""),
        ("Biståndshandläggare", assignment.case_officer if assignment else ""),
    ]


def _tell_map(story: Story, method: Method, pages: Sequence[Step]) -> None:
    """Tell all parts of the form before the first of them begins."""
    areas = [step for step in pages if step.area]
    with story.section("Det här ska fyllas i"):
        for step in pages:
            if not step.area:
                story.field(step.title, method.step(step.id).purpose)
            elif step.area == areas[0].area:
                named = ", ".join(area.title for area in areas)
                story.field("Livsområden", f"{named}. {method.step(step.id).purpose}")


def _tell_step(story: Story, blank: BlankPlan, method: Method, step: Step) -> None:
    if step.id.startswith("area."):
        assigned = blank.assigned(step.area)
        tell_area(story, method, step, assigned, follows_up=blank.follows_up)
        return
    with story.section(step.title):
        _TELLERS[step.id](story, method)


def _tell_participation(story: Story, method: Method) -> None:
    """Tell the statistics tick, who tells, how, and what the individual wishes (S28-S32)."""
    ticks(story, [method.field("participation.ticked").label])
    _ask(story, method, "participation.voice")
    ticks(story, [voice.label for voice in Voice])
    _lines(story, method, "participation.how", 5)
    _lines(story, method, "participation.wishes", 4)


def _tell_closing(story: Story, method: Method) -> None:
    _day(story, method, "closing.followed_up_on")
    ticks(story, [method.field("closing.participated").label])


def _tell_name(story: Story, method: Method) -> None:
    _ask(story, method, "name")
    ticks(story, method.plan_names, columns=2)


def _tell_contributors(story: Story, method: Method) -> None:
    """Tell a table for those who take part, with the roles that there are (S54)."""
    with story.together():
        _ask(story, method, "contributors")
        story.text(f"Roller: {', '.join(method.roles)}.", story.look.note)
        _tell_contributor_rows(story, method)


def _tell_contributor_rows(story: Story, method: Method) -> None:
    names = [method.field(f"contributors.*.{part}").label for part in ("name", "role", "confirmed")]
    half = story.look.measure / 2
    table = WritingTable(story, Columns(names, (half, half * 0.6, half * 0.4)))
    for _ in range(_ROWS_FOR_CONTRIBUTORS):
        table.cells()
        table.add([Stack(()) for _ in names], LINE + 4)
    table.tell()


def _tell_follow_up(story: Story, method: Method) -> None:
    _day(story, method, "follow_up.day")
    _lines(story, method, "follow_up.how", 4)
    _lines(story, method, "follow_up.cooperation", 4)


def _tell_signatures(story: Story, method: Method) -> None:
    """Tell where to sign, for each that the method names; often there is none (F53)."""
    if not method.signature_lines:
        return
    third = story.look.measure / 3
    with story.section("Underskrifter"):
        story.table(
            Columns(("Vem", "Underskrift", "Datum"), (third, 1.5 * third, third / 2)),
            [[[Said(who, story.look.strong)], [], []] for who in method.signature_lines],
            least=_SIGNATURE_HEIGHT,
        )


def _ask(story: Story, method: Method, field: str) -> None:
    text = method.field(field)
    asked(story, starred(text.label, required=text.required), text.hint)


def _lines(story: Story, method: Method, field: str, count: int) -> None:
    _ask(story, method, field)
    story.block(Ruled(count, story.look.measure))


def _day(story: Story, method: Method, field: str) -> None:
    text = method.field(field)
    asked(story, starred(text.label, required=text.required))
    line_after(story, "År, månad, dag", story.look.measure / 2)


_TELLERS = {
    "participation": _tell_participation,
    "close_previous": _tell_closing,
    "name": _tell_name,
    "contributors": _tell_contributors,
    "follow_up": _tell_follow_up,
}

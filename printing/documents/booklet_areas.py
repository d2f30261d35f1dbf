"""The life areas in the booklet: their parts, examples, phrases and result texts."""

from datetime import date

from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.life_areas import LIFE_AREAS, LifeArea
from gplan_desktop.domain.person import Person, Provider
from gplan_desktop.domain.plan import GoalAttainment, Voice
from gplan_desktop.method.help_texts import HELP_SECTIONS
from gplan_desktop.method.model import AreaText, Example, Method
from gplan_desktop.method.reading import AREA_PARTS
from gplan_desktop.rules.phrases import phrases_for, result_text
from printing.documents.help_text import subheading, tell_help
from printing.layout.story import Story

_TITLE = "Livsområdena – exempel, fraser och resultattexter"
_EXPLAINED = (
    "Fraserna och resultattexterna står i jag-form, så som de skrivs när individen själv berättar. "
    "Hakparenteserna är luckor att fylla i."
)
# In the first person no name is said.
_NOBODY = Person("", "", "", PersonalId(IdentifierKind.RESERVE, ""), date.min, (), "", Provider(""))


def tell_areas(story: Story, method: Method) -> None:
    """Tell a chapter with every life area in the official order."""
    story.new_page()
    with story.section(_TITLE):
        story.text(_EXPLAINED)
        for area in LIFE_AREAS:
            with story.section(f"{area.label} ({area.code})"):
                _tell_area(story, method, area)


def _tell_area(story: Story, method: Method, area: LifeArea) -> None:
    text = method.areas[area.code]
    parts = "\n".join(f"- {sub.label} ({sub.code})" for sub in area.sub_areas)
    tell_help(story, "Delområden", parts)
    for part in AREA_PARTS:
        field = "activities.*.how" if part == "how" else part
        subheading(story, method.fields[f"area.*.{field}"].label)
        example: Example = getattr(text.examples, part)
        tell_help(story, HELP_SECTIONS["good"], example.good)
        tell_help(story, HELP_SECTIONS["poor"], example.poor)
        phrases = phrases_for(text, part, Voice.FIRST_PERSON, _NOBODY)
        tell_help(story, "Fraser", "\n".join(f"- {phrase}" for phrase in phrases))
    _tell_results(story, text)


def _tell_results(story: Story, text: AreaText) -> None:
    subheading(story, "Resultattexter")
    for attainment in GoalAttainment:
        said = result_text(text, attainment, Voice.FIRST_PERSON, _NOBODY)
        tell_help(story, attainment.label, said)

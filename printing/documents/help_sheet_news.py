"""What is new since the former plan, in plain sentences to the individual (F35, F52)."""

from collections.abc import Iterator

from gplan_desktop.domain.difference import PieceKind
from gplan_desktop.domain.plan import Plan
from gplan_desktop.domain.text import is_blank
from gplan_desktop.rules.difference import (
    ActivityDifference,
    AreaDifference,
    ChangeKind,
    PartDifference,
    what_is_new,
)
from printing.documents.help_sheet_words import plain_area
from printing.layout.story import Story

NEWS = "Det här är nytt"

_SAME = "Du har samma hjälp och samma mål som förut."
_AREAS = {
    ChangeKind.ADDED: "Det här är en ny del av din plan.",
    ChangeKind.REMOVED: "Den här delen finns inte längre i din plan.",
}
_NEEDS = "Det är ändrat vad som står om vad du behöver hjälp med."
_ACTIVITIES = {
    ChangeKind.ADDED: "Ny hjälp",
    ChangeKind.REMOVED: "Hjälp som du inte har längre",
    ChangeKind.CHANGED: "Ändrad hjälp",
}
_NAMELESS = "hjälp utan namn"
_HOW = "Det är ändrat hur hjälpen går till."
# What stands before the new text, and what is said when there is no text any more.
_PARTS = {
    "who": ("Nu hjälper", "Det står inte längre vem som hjälper dig."),
    "day_parts": ("Ny tid på dygnet", "Tiden på dygnet är borttagen."),
    "when": ("Ny tid", "Tiden är borttagen."),
    "sub_goal": ("Nytt mål för hjälpen", "Målet för hjälpen är borttaget."),
}


def tell_news(story: Story, plan: Plan, former: Plan) -> None:
    """Tell what came, went and was changed, life area by life area."""
    with story.section(NEWS):
        told = [(area.code, list(_area(area))) for area in what_is_new(plan, former).areas]
        changes = [(code, sentences) for code, sentences in told if sentences]
        if not changes:
            story.text(_SAME)
        for code, sentences in changes:
            with story.section(plain_area(code)):
                story.bullets(sentences)


def _area(area: AreaDifference) -> Iterator[str]:
    """Yield what is new in a life area; the order of its activities is nothing new."""
    if area.kind in _AREAS:
        yield _AREAS[area.kind]
    for part in area.parts:
        if part.part == "goal" and area.kind is not ChangeKind.REMOVED:
            yield _goal(part)
        elif part.part == "needs" and area.kind is ChangeKind.CHANGED:
            yield _NEEDS
    for activity in area.activities:
        yield _activity(activity)


def _goal(part: PartDifference) -> str:
    if is_blank(_after(part)):
        return "Ditt mål är borttaget."
    return "Du har fått ett mål." if is_blank(_before(part)) else "Ditt mål är ändrat."


def _activity(activity: ActivityDifference) -> str:
    """Return the name of what came or went, or line by line what has been changed."""
    first = f"{_ACTIVITIES[activity.kind]}: {activity.what or _NAMELESS}"
    if activity.kind is not ChangeKind.CHANGED:
        return first
    return "\n".join([first, *(line for part in activity.parts for line in _part(part))])


def _part(part: PartDifference) -> Iterator[str]:
    """Yield what a text is now and was before; how it is done stands in full further down."""
    if part.part == "how":
        yield _HOW
        return
    before, after = _before(part).strip(), _after(part).strip()
    if part.part in _PARTS:
        label, gone = _PARTS[part.part]
        yield gone if is_blank(after) else f"{label}: {after}"
    if not is_blank(before):
        yield f"Förut: {before}"


def _before(part: PartDifference) -> str:
    return "".join(piece.text for piece in part.pieces if piece.kind is not PieceKind.ADDED)


def _after(part: PartDifference) -> str:
    return "".join(piece.text for piece in part.pieces if piece.kind is not PieceKind.REMOVED)

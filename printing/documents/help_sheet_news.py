"""What is new since the former plan, in plain sentences to the individual (F35, F52)."""

from collections.abc import Iterator

from gplan_desktop.domain.difference import PieceKind
from gplan_desktop.domain.text import is_blank
from gplan_desktop.rules.difference import (
    ActivityDifference,
    AreaDifference,
    ChangeKind,
    PartDifference,
    PlanDifference,
)
from printing.documents.help_sheet_telling import Telling, listing
from printing.documents.help_sheet_words import plain_area
from printing.layout.story import Story

NEWS = "Det här är nytt"

_SAME = "Du har samma hjälp och samma mål som förut."
_AREAS = {
    ChangeKind.ADDED: "Det här är en ny del av din plan.",
    ChangeKind.REMOVED: "Den här delen finns inte längre i din plan.",
}
_NEEDS = "Texten om vad du behöver är ändrad."
_ACTIVITIES = {
    ChangeKind.ADDED: "Ny hjälp",
    ChangeKind.CHANGED: "Ändrad hjälp",
    ChangeKind.REMOVED: "Hjälp som du inte har längre",
}
_NAMELESS = "hjälp utan namn"
# What has been changed of an activity; the new texts stand further down or in the plan.
_PARTS = {
    "what": "vad den heter",
    "when": "tiden",
    "day_parts": "tiden",
    "who": "vem som hjälper",
    "how": "hur vi gör",
    "sub_goal": "målet",
}
_MORE = "Det är nytt i fler delar av din plan: {number} till."


def tell_news(story: Story, news: PlanDifference, telling: Telling) -> None:
    """Tell what came, went and was changed, life area by life area."""
    with story.section(NEWS):
        told = [(area.code, " ".join(_area(area, telling))) for area in news.areas]
        changes = [(code, said) for code, said in told if said]
        shown = int(min(len(changes), telling.most))
        if not changes:
            story.text(_SAME)
        for code, said in changes[:shown]:
            with story.together():
                story.field(plain_area(code), said)
        if shown < len(changes):
            story.text(_MORE.format(number=len(changes) - shown))


def _area(area: AreaDifference, telling: Telling) -> Iterator[str]:
    """Yield what is new in a life area; the order of its activities is nothing new."""
    if area.kind in _AREAS:
        yield _AREAS[area.kind]
    for part in area.parts:
        if part.part == "goal" and area.kind is not ChangeKind.REMOVED:
            yield _goal(part)
        elif part.part == "needs" and area.kind is ChangeKind.CHANGED:
            yield _NEEDS
    for kind, words in _ACTIVITIES.items():
        its = [_activity(each, telling) for each in area.activities if each.kind is kind]
        if its:
            yield f"{words}: {listing(its, telling.most)}."


def _goal(part: PartDifference) -> str:
    if is_blank(_after(part)):
        return "Ditt mål är borttaget."
    return "Du har fått ett mål." if is_blank(_before(part)) else "Ditt mål är ändrat."


def _activity(activity: ActivityDifference, telling: Telling) -> str:
    """Return the name of an activity, and of one that was changed what is new about it."""
    name = _NAMELESS if is_blank(activity.what) else telling.of(activity.what)
    if activity.kind is not ChangeKind.CHANGED:
        return name
    differing = {part.part for part in activity.parts}
    # Two parts of one thing are named once.
    named = dict.fromkeys(words for part, words in _PARTS.items() if part in differing)
    return f"{name} ({listing(list(named))})"


def _before(part: PartDifference) -> str:
    return "".join(piece.text for piece in part.pieces if piece.kind is not PieceKind.ADDED)


def _after(part: PartDifference) -> str:
    return "".join(piece.text for piece in part.pieces if piece.kind is not PieceKind.REMOVED)

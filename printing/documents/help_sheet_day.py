"""The help in the plan by part of the day, as much of it as the help sheet holds (S22, F52)."""

from collections.abc import Iterator, Sequence

from gplan_desktop.domain.plan import Activity, DayPart
from gplan_desktop.domain.text import is_blank
from printing.document import PlanDocument
from printing.documents.help_sheet_telling import Form, Telling, listing
from printing.layout.block import KEPT_WHOLE
from printing.layout.story import EMPTY, Story

OTHER_TIMES = "Andra tider"

_TITLE = "Din hjälp under dygnet"
_NO_HELP = "Det står ingen hjälp i planen."
_LABELS = {"when": "När", "who": "Vem", "how": "Hur", "sub_goal": "Mål"}
# What is left out of an activity stands in the plan.
_LEFT_OUT = {
    "when": "tiderna",
    "who": "vem som gör vad",
    "how": "hur vi gör",
    "sub_goal": "målen för hjälpen",
}
_IN_THE_PLAN = "{texts} står i planen."
_SEE_THE_PLAN = ", se planen"

_Part = tuple[str, DayPart | None, list[Activity]]


def tell_day(story: Story, document: PlanDocument, telling: Telling) -> None:
    """Tell the help by part of the day; what has none comes last."""
    activities = [a for area in document.plan.areas for a in area.activities if _says(a)]
    with story.section(_TITLE):
        if not activities:
            story.text(_NO_HELP)
        for label, part, its in _parts(activities):
            if telling.form is Form.NAMES:
                _names(story, label, its, telling)
            elif first := [activity for activity in its if _first(activity) is part]:
                _FORMS[telling.form](story, label, first, telling)
        if left_out := _left_out(activities, telling):
            last = story.blocks[-1]
            last.keeps = last.height <= KEPT_WHOLE
            story.text(left_out)


def _parts(activities: Sequence[Activity]) -> Iterator[_Part]:
    for part in DayPart:
        yield part.label, part, [a for a in activities if part in a.day_parts]
    yield OTHER_TIMES, None, [a for a in activities if not a.day_parts]


def _first(activity: Activity) -> DayPart | None:
    return next((part for part in DayPart if part in activity.day_parts), None)


def _labelled(story: Story, title: str, activities: Sequence[Activity], telling: Telling) -> None:
    """Tell each activity in full: its name, and below it every text with its label."""
    with story.section(title):
        for activity in activities:
            with story.together():
                style = story.look.gap if is_blank(activity.what) else story.look.strong
                story.text(_name(activity, telling), style)
                name = story.blocks[-1]
                # One that is not divided must have room on a page with what it is kept to.
                name.keeps = name.height <= KEPT_WHOLE
                for text, said in _said(activity, telling):
                    story.field(_LABELS[text], said)


def _beside(story: Story, title: str, activities: Sequence[Activity], telling: Telling) -> None:
    """Tell each activity with its name at the left and its texts beside it, a line for each."""
    with story.section(title):
        for activity in activities:
            name, said = _name(activity, telling), [said for _, said in _said(activity, telling)]
            with story.together():
                if said:
                    story.field(name, "\n".join(said))
                else:
                    story.text(name, story.look.label)


def _list(story: Story, label: str, activities: Sequence[Activity], telling: Telling) -> None:
    """Tell each activity on a line of its own beside the part of the day."""
    with story.together():
        story.field(label, "\n".join(_in_a_line(activity, telling) for activity in activities))


def _in_a_line(activity: Activity, telling: Telling) -> str:
    name = _name(activity, telling)
    said = ". ".join(said.rstrip(".") for _, said in _said(activity, telling))
    return f"{name}: {said}" if said else name


def _names(story: Story, label: str, activities: Sequence[Activity], telling: Telling) -> None:
    """Tell only what the help is called, as far as there is room, and how much more there is."""
    said = listing([_name(activity, telling) for activity in activities], telling.most)
    with story.together():
        story.field(label, said + (_SEE_THE_PLAN if len(activities) > telling.most else ""))


def _name(activity: Activity, telling: Telling) -> str:
    return EMPTY if is_blank(activity.what) else telling.of(activity.what.strip())


def _said(activity: Activity, telling: Telling) -> Iterator[tuple[str, str]]:
    """Yield what is told of an activity; its other parts of the day stand with the time."""
    also = listing([p.label.lower() for p in DayPart if p in activity.day_parts][1:])
    for text in telling.says:
        said = telling.of(getattr(activity, text).strip())
        if text == "when" and also:
            said = f"Också {also}" if is_blank(said) else f"{said} (också {also})"
        if not is_blank(said):
            yield text, said


def _left_out(activities: Sequence[Activity], telling: Telling) -> str:
    """Return where to find what is not told of any activity."""
    texts = [
        words
        for text, words in _LEFT_OUT.items()
        if text not in telling.says and any(not is_blank(getattr(a, text)) for a in activities)
    ]
    said = listing(texts)
    return _IN_THE_PLAN.format(texts=said[0].upper() + said[1:]) if said else ""


def _says(activity: Activity) -> bool:
    return any(not is_blank(getattr(activity, text)) for text in ("what", *_LABELS))


_FORMS = {Form.LABELLED: _labelled, Form.BESIDE: _beside, Form.LIST: _list}

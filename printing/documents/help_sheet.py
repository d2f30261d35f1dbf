"""The help sheet: the plan in plain Swedish and large print for the individual (F52)."""

from dataclasses import replace
from datetime import date

from gplan_desktop.domain import dates
from gplan_desktop.domain.plan import PlanRecord, PlanStatus
from gplan_desktop.domain.print_out import Paper as PaperKind
from gplan_desktop.domain.text import is_blank
from gplan_desktop.method.model import Method
from gplan_desktop.rules.day_strip import day_strip
from gplan_desktop.rules.difference import PlanDifference, what_is_new
from printing import words
from printing.document import PlanDocument
from printing.documents.front import about, dressing
from printing.documents.help_sheet_day import tell_day
from printing.documents.help_sheet_news import tell_news
from printing.documents.help_sheet_strip import StripFigure, strip_in_words
from printing.documents.help_sheet_telling import TELLINGS, Form, Telling, cut, listing
from printing.documents.help_sheet_words import plain_area, short_name, unit_of, who_to_talk_to
from printing.layout.paper import Paper, pages_of
from printing.layout.story import Story
from printing.layout.style import LARGE, enlarged
from printing.pdf.tags import Kind

TITLE = PaperKind.HELP.label
_PAGES = 2

# The letters of large print, but set as close as a book, and names beside their texts:
# most people's help then has room on the two sides of one sheet.
_LEADING = 20.0
# Undivided words are easier to read.
_PROSE = replace(LARGE.body, leading=_LEADING, hyphenates=False)
_LOOK = replace(
    LARGE,
    rail=128.0,
    rail_gap=8,
    body=replace(_PROSE, after=4),
    label=replace(LARGE.strong, leading=_LEADING),
    name=replace(LARGE.name, before=4),
    section=replace(enlarged(LARGE.section, 22, 28), before=20),
    area=replace(enlarged(LARGE.area, 18, 24), before=12, after=0),
    strong=replace(LARGE.strong, leading=_LEADING, before=8),
    cell=replace(LARGE.cell, leading=_LEADING),
    gap=replace(LARGE.gap, leading=_LEADING, before=8, after=0),
)
_LOOKS = {
    # The labels of its texts must not outdo the names of what is done.
    Form.LABELLED: replace(_LOOK, label=replace(LARGE.label, leading=_LEADING)),
    Form.BESIDE: replace(_LOOK, rail=176.0),
}
_FROM_THE_PLAN = "Allt här är hämtat ur din genomförandeplan."
_STANDINGS = {
    PlanStatus.DRAFT: "Det här är ett utkast. Planen gäller inte än.",
    PlanStatus.ESTABLISHED: "Planen gäller från {day}.",
}
_NOT_IN_FORCE = "Den här planen gäller inte."
_NOT_ALL = "Allt får inte plats här. Hela planen finns hos {holder}."
_STAFF = "personalen som hjälper dig"
_READ_ALOUD = "Vill du höra hela planen? Be personalen läsa den för dig."
_STRIP_EXPLAINED = "Det mörka visar när på dygnet du kan få hjälp."
_NO_DAY = "Datum för nästa uppföljning är inte bestämt."
_MORE_GOALS = "Du har fler mål. De {number} andra står i din genomförandeplan."
_MORE_DAYS = "Fler delar följer vi upp andra dagar: {number} till."
_FOLLOWED_UP = "Vi följer upp planen tillsammans med dig {day}."


def tell_help_sheet(
    document: PlanDocument, method: Method, former: PlanRecord | None = None
) -> Paper:
    """Return the help sheet; *former* is the plan that this one follows up, if any."""
    # Found once: it takes longer than to tell the rest.
    news = what_is_new(document.plan, former.plan) if former else None
    activities = [a for area in document.plan.areas for a in area.activities]
    worth = (telling for telling in TELLINGS if telling.may_have_room(activities))
    told = (_told(document, method, news, telling) for telling in worth)
    story = next((story for story in told if _has_room(story)), None)
    story = story or _told(document, method, news, TELLINGS[-1])
    return Paper(story, about(document, TITLE), dressing(document, TITLE))


def _has_room(story: Story) -> bool:
    """Whether *story* keeps to its pages; what cannot be divided may be too high for one."""
    pages = pages_of(story)
    ends = (placed[-1].down + placed[-1].block.height for placed in pages if placed)
    return len(pages) <= _PAGES and all(end <= story.look.depth for end in ends)


def _told(
    document: PlanDocument, method: Method, news: PlanDifference | None, telling: Telling
) -> Story:
    story = Story(_LOOKS.get(telling.form, _LOOK))
    _opening(story, document, telling)
    _strip(story, document, method)
    if news is not None:
        tell_news(story, news, telling)
    tell_day(story, document, telling)
    _goals(story, document, telling)
    _follow_up(story, document, telling)
    with story.section("Vill du ändra något?"):
        for sentence in (*who_to_talk_to(document), _READ_ALOUD):
            story.text(sentence, _PROSE)
    return story


def _opening(story: Story, document: PlanDocument, telling: Telling) -> None:
    """Tell for whom the sheet is, where it comes from and whether the plan is in force."""
    story.title(TITLE)
    story.text(f"Till {short_name(document.person.name)}", _LOOK.name)
    record = document.record
    standing = _STANDINGS.get(record.status, _NOT_IN_FORCE)
    if record.establishment:
        # In Sweden, as everywhere on paper.
        day = date.fromisoformat(words.moment(record.establishment.at)[:10])
        standing = standing.format(day=dates.long(day))
    not_all = "" if telling.is_whole else _NOT_ALL.format(holder=unit_of(document) or _STAFF)
    story.text(f"{_FROM_THE_PLAN} {standing} {not_all}", _PROSE)


def _strip(story: Story, document: PlanDocument, method: Method) -> None:
    """Show the day and night at a glance, when the plan tells anything of them."""
    strip = day_strip(document.plan.areas, method.day_parts)
    if any(slot.described for slot in strip.slots):
        story.text(_STRIP_EXPLAINED)
        story.blocks[-1].keeps = True
        tag = story.tag(Kind.FIGURE, strip_in_words(strip))
        story.block(StripFigure(strip, method.day_parts, tag, _LOOK))


def _goals(story: Story, document: PlanDocument, telling: Telling) -> None:
    """Tell the goal of each life area, under a plain name without code."""
    goals = [(area.code, area.goal) for area in document.plan.areas if not is_blank(area.goal)]
    if not goals:
        return
    told = min(len(goals), telling.most)
    with story.section("Dina mål"):
        for code, goal in goals[: int(told)]:
            with story.together():
                story.field(plain_area(code), cut(goal, telling.goal))
        if told < len(goals):
            story.text(_MORE_GOALS.format(number=len(goals) - told))


def _follow_up(story: Story, document: PlanDocument, telling: Telling) -> None:
    """Tell in words when the plan is followed up next, and parts of it on their own (S70-S72)."""
    told = document.plan.follow_up
    with story.section("När vi följer upp planen"):
        said = _FOLLOWED_UP.format(day=dates.long(told.day)) if told.day else _NO_DAY
        story.text(said, _PROSE)
        if telling.is_whole:
            story.text(told.how, _PROSE)
        _parts_followed_up(story, document, telling)


def _parts_followed_up(story: Story, document: PlanDocument, telling: Telling) -> None:
    """Tell which parts have days of their own, those of one day together."""
    days: dict[date, list[str]] = {}
    for area in document.plan.areas:
        if area.next_follow_up and area.next_follow_up != document.plan.follow_up.day:
            days.setdefault(area.next_follow_up, []).append(f"”{plain_area(area.code)}”")
    told = int(min(len(days), telling.most))
    for day, names in sorted(days.items())[:told]:
        story.text(f"{listing(names, telling.most)} följer vi upp {dates.long(day)}.")
    if rest := sum(len(names) for _, names in sorted(days.items())[told:]):
        story.text(_MORE_DAYS.format(number=rest))

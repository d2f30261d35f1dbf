"""The sentence for the verkställighetsjournal, from the real difference (S136-S142)."""

from dataclasses import dataclass

from gplan_desktop.domain.plan import Plan, PlanRecord
from gplan_desktop.method.model import JournalTexts


@dataclass(frozen=True)
class JournalLine:
    """Heading, keyword and the sentences to choose from, the proposed one first."""

    heading: str
    keyword: str
    sentences: tuple[str, ...]
    because: str


def journal_line(plan: Plan, previous: PlanRecord | None, texts: JournalTexts) -> JournalLine:
    """Return what to write in the journal after *plan* has been established."""
    if previous is None:
        because = "Det här är individens första plan."
        return JournalLine(texts.heading, texts.keyword, (texts.first,), because)
    changed = changed_areas(plan, previous.plan)
    if not changed:
        because = "Behov, mål och aktiviteter är desamma som i den tidigare planen."
        sentences = (texts.unchanged, texts.long_unchanged)
    else:
        because = f"Det här har ändrats sedan den tidigare planen: {', '.join(changed)}."
        sentences = (texts.changed, texts.long_changed)
    return JournalLine(texts.heading, texts.keyword, sentences, because)


def changed_areas(plan: Plan, previous: Plan) -> tuple[str, ...]:
    """Return the labels of the life areas whose needs, goal or activities differ."""
    before = {area.code: area for area in previous.areas}
    changed = [
        area.label
        for area in plan.areas
        if area.code not in before or before[area.code].substance != area.substance
    ]
    left = {area.code for area in plan.areas}
    return (*changed, *(area.label for area in previous.areas if area.code not in left))

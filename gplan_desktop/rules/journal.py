"""The sentence for the verkställighetsjournal, from the real difference (S136-S142)."""

from dataclasses import dataclass

from gplan_desktop.domain.plan import Plan, PlanRecord
from gplan_desktop.method.model import JournalTexts
from gplan_desktop.rules.difference import what_is_new


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
    news = what_is_new(plan, previous.plan)
    if news.is_same:
        because = "Behov, mål och aktiviteter är desamma som i den tidigare planen."
        sentences = (texts.unchanged, texts.long_unchanged)
    else:
        changed = ", ".join(area.label for area in news.areas)
        because = f"Det här har ändrats sedan den tidigare planen: {changed}."
        sentences = (texts.changed, texts.long_changed)
    return JournalLine(texts.heading, texts.keyword, sentences, because)

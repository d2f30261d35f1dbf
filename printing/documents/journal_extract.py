"""An extract of the verkställighetsjournal: what was noted in a period, struck entries too."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from gplan_desktop.domain import dates
from gplan_desktop.domain.journal_entry import JournalEntry, Period, entries_in
from gplan_desktop.domain.overview import Unit
from gplan_desktop.domain.person import Person
from gplan_desktop.version import VERSION
from printing.documents.plan import PROTECTED
from printing.layout.dressing import Dressing
from printing.layout.paper import Paper
from printing.layout.shown import one_line
from printing.layout.story import Cell, Columns, Said, Story
from printing.layout.style import NORMAL, Look
from printing.pdf.document import About

TITLE = "Utdrag ur verkställighetsjournalen"
NOTHING = "Inga anteckningar under perioden"
WITHHELD = "Texten visas inte i utdraget, eftersom den gäller någon annan."
SECRECY = (
    "Uppgifterna omfattas av sekretess enligt 26 kap. 1 § offentlighets- och sekretesslagen "
    "(2009:400). Utdraget får bara läsas av den som har rätt till det. Förvara det inlåst."
)
SECRECY_OF_COMPANY = (
    "Uppgifterna omfattas av tystnadsplikt enligt socialtjänstlagen (2025:400). Utdraget får bara "
    "läsas av den som har rätt till det. Förvara det inlåst."
)


@dataclass(frozen=True)
class JournalExtract:
    """A person's journal, of which period a paper is made, and by whom and when."""

    person: Person
    entries: tuple[JournalEntry, ...]
    period: Period
    unit: Unit
    at: datetime
    by: str

    @property
    def period_in_words(self) -> str:
        """The period: "2026-10-01 – 2026-11-23", or the day when it is one."""
        first, last = self.period.first.isoformat(), self.period.last.isoformat()
        return first if first == last else f"{first} – {last}"


def tell_journal(document: JournalExtract) -> Paper:
    """Return the paper of an extract, the oldest entry first."""
    story = Story(NORMAL)
    entries = entries_in(document.entries, document.period)
    _opening(story, document, len(entries))
    _notice(story, document.person)
    with story.section("Anteckningar"):
        _entries(story, document, entries)
    return Paper(story, _about(document), _dressing(document))


def _opening(story: Story, document: JournalExtract, count: int) -> None:
    look, person = story.look, document.person
    story.title(TITLE)
    story.text(person.name, look.name)
    story.text(document.period_in_words, look.status)
    if person.protected_identity:
        story.text(PROTECTED, look.note)
    number = person.personal_id
    facts = (
        (number.kind.value.capitalize(), str(number)),
        ("Enhet", person.unit or document.unit.name),
        ("Utförare", person.provider.name),
        ("Anteckningar", f"{count}, äldst först" if count > 1 else str(count)),
        ("Utdraget gjordes", dates.stamp(document.at)),
        ("Av", document.by),
    )
    story.facts(facts, 3)


def _notice(story: Story, person: Person) -> None:
    with story.box(pale=True):
        # The secrecy act binds the municipality; a company's staff are bound by the other one.
        story.text(SECRECY_OF_COMPANY if person.provider.external else SECRECY)


def _entries(story: Story, document: JournalExtract, entries: list[JournalEntry]) -> None:
    look = story.look
    if not entries:
        story.text(NOTHING, look.gap)
        return
    known = {entry.id: entry for entry in document.entries}
    rows = [
        (_when(entry, look), list(_what(entry, known.get(entry.corrects), look)))
        for entry in entries
    ]
    columns = Columns(("När och av vem", "Anteckning"), (look.rail, look.measure - look.rail))
    story.table(columns, rows)


def _when(entry: JournalEntry, look: Look) -> Cell:
    at = dates.in_sweden(entry.at)
    return (
        Said(at.date().isoformat(), look.strong),
        Said(f"kl. {at:%H.%M}", look.cell),
        Said(entry.by, look.cell_note),
    )


def _what(entry: JournalEntry, corrected: JournalEntry | None, look: Look) -> Iterator[Said]:
    yield Said(entry.heading, look.strong)
    keyword = f"Nyckelord: {entry.keyword}" if entry.keyword.strip() else ""
    yield Said(keyword, look.cell_note)
    if entry.corrects:
        which = f"anteckningen {dates.stamp(corrected.at)}" if corrected else "en annan anteckning"
        yield Said(f"Rättar {which}", look.cell_note)
    strike = entry.strike
    if strike is None:
        yield Said(entry.text, look.cell)
    else:
        # Before the text, so that nobody takes it for true.
        yield Said(f"Felmarkerad {dates.stamp(strike.at)} av {strike.by}", look.strong)
        yield Said(f"Skäl: {strike.reason}", look.cell)
        yield Said(WITHHELD if strike.about_other else entry.text, look.cell_gap)
    if entry.is_late:
        yield Said(f"Antecknat i efterhand, {dates.stamp(entry.written_at)}", look.cell_note)


def _about(document: JournalExtract) -> About:
    return About(
        title=one_line(f"{TITLE} – {document.person.name}"),
        author=one_line(document.unit.name),
        subject=document.period_in_words,
        creator=f"Gplan {VERSION}",
        made=document.at,
    )


def _dressing(document: JournalExtract) -> Dressing:
    return Dressing(
        name=document.person.name,
        number=str(document.person.personal_id),
        title=TITLE,
        foot=f"Omfattas av sekretess · utdrag {dates.stamp(document.at)} av {document.by}",
        practice=document.unit.practice,
    )

"""A report out of the log: who did what in a period, or what was unusual (SoLPuL 10 §)."""

from dataclasses import dataclass, replace
from datetime import datetime

from gplan_desktop.domain import dates
from gplan_desktop.domain.log_entry import (
    DIGITS_ON_PAPER,
    Finding,
    LogCount,
    LogEntry,
    LogSheet,
)
from gplan_desktop.domain.overview import Unit
from gplan_desktop.rules.log_words import count_in_words, finding_in_words, in_words
from gplan_desktop.version import VERSION
from printing.documents.journal_extract import SECRECY
from printing.faces.cut import Cut
from printing.layout.dressing import Dressing
from printing.layout.paper import Paper
from printing.layout.shown import one_line
from printing.layout.story import Cell, Columns, Said, Story
from printing.layout.style import NORMAL, Look
from printing.pdf.document import About

TITLE = "Loggrapport"
NOTHING_UNUSUAL = "Inget ovanligt står i loggen under perioden"
WHAT_IT_IS = (
    "Loggen visar vem som har läst, skrivit, skrivit ut och visat koder. Den som ansvarar för "
    "uppgifterna ska kontrollera den återkommande (10 § lagen (2001:454) om behandling av "
    "personuppgifter inom socialtjänsten)."
)
THE_END = (
    "Spara rapporten. Loggens slut visar vid nästa kontroll om något har tagits bort sedan dess."
)
_WHEN, _WHO = 100.0, 130.0
# In fours, so that it can be compared by eye.
_GROUP = 4


@dataclass(frozen=True)
class LogReport:
    """What a report holds, of which unit, and who makes it when."""

    sheet: LogSheet
    unit: Unit
    at: datetime
    by: str

    @property
    def period(self) -> str:
        """The period: "2026-10-01 – 2026-11-23", or the day when it is one."""
        first, last = (day.isoformat() for day in (self.sheet.period.first, self.sheet.period.last))
        return first if first == last else f"{first} – {last}"


def tell_log_report(document: LogReport) -> Paper:
    """Return the paper of a report, the latest first."""
    story, sheet = Story(NORMAL), document.sheet
    story.title(TITLE)
    story.text(sheet.about, story.look.name)
    story.text(document.period, story.look.status)
    story.text(WHAT_IT_IS, story.look.note)
    _facts(story, document)
    with story.box(pale=True):
        story.text(SECRECY)
    if sheet.findings or not sheet.entries:
        with story.section("Ovanligt"):
            _findings(story, sheet.findings)
    if sheet.counts:
        with story.section("Antal"):
            _counts(story, sheet.counts)
    if sheet.entries:
        with story.section("Händelser"):
            _entries(story, sheet.entries)
    return Paper(story, _about(document), _dressing(document))


def file_stem(document: LogReport) -> str:
    """Return what the file is called."""
    return f"{TITLE} – {document.sheet.about} – {document.period}"


def _facts(story: Story, document: LogReport) -> None:
    sheet = document.sheet
    story.facts(
        (
            ("Enhet", document.unit.name),
            ("Rapporten gjordes", dates.stamp(document.at)),
            ("Av", document.by),
        ),
        3,
    )
    digest = sheet.head_digest[:DIGITS_ON_PAPER]
    groups = (digest[place : place + _GROUP] for place in range(0, len(digest), _GROUP))
    story.field("Loggens slut", f"Händelse {sheet.head_number}, {' '.join(groups)}")
    story.text(THE_END, story.look.note)


def _findings(story: Story, findings: tuple[Finding, ...]) -> None:
    look = story.look
    if not findings:
        story.text(NOTHING_UNUSUAL, look.gap)
        return
    rows = [_row(look, found.at, found.actor, finding_in_words(found)) for found in findings]
    story.table(_columns(look), rows)


def _counts(story: Story, counts: tuple[LogCount, ...]) -> None:
    look = story.look
    figures = replace(look.cell, cut=Cut.TABULAR)
    rows: list[list[Cell]] = [
        [[Said(count_in_words(one), look.cell)], [Said(str(one.times), figures)]] for one in counts
    ]
    story.table(Columns(("Vad", "Antal"), (look.measure - _WHEN, _WHEN)), rows)


def _entries(story: Story, entries: tuple[LogEntry, ...]) -> None:
    look = story.look
    rows = [_row(look, entry.at, entry.actor, in_words(entry), entry.person) for entry in entries]
    story.table(_columns(look), rows)


def _columns(look: Look) -> Columns:
    return Columns(("När", "Vem", "Vad"), (_WHEN, _WHO, look.measure - _WHEN - _WHO))


def _row(look: Look, at: datetime, actor: str, what: str, person: str = "") -> list[Cell]:
    figures = replace(look.cell, cut=Cut.TABULAR)
    told = [Said(what, look.cell)]
    if person:
        told.append(Said(person, look.cell_note))
    return [[Said(dates.stamp(at), figures)], [Said(actor or "–", look.cell)], told]


def _about(document: LogReport) -> About:
    return About(
        title=one_line(f"{TITLE} – {document.sheet.about}"),
        author=one_line(document.unit.name),
        subject=document.period,
        creator=f"Gplan {VERSION}",
        made=document.at,
    )


def _dressing(document: LogReport) -> Dressing:
    return Dressing(
        name=document.sheet.about,
        number="",
        title=TITLE,
        foot=f"Omfattas av sekretess · {dates.stamp(document.at)} av {document.by}",
        practice=document.unit.practice,
    )

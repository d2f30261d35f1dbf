"""What the page Loggkontroll says, and how its tables are filled."""

from collections.abc import Sequence

from gplan_desktop.domain import dates
from gplan_desktop.domain.labelled import Labelled
from gplan_desktop.domain.log_entry import Finding, LogEntry
from gplan_desktop.rules.log_words import finding_in_words, in_words
from ui.widgets.record_table import Cell, Row

HEADINGS = ("När", "Vem", "Vad", "Individ")
WIDTHS = (170, 180, 420, 200)
LEAD = (
    "Här ser du vem som har läst, skrivit, skrivit ut och visat koder. Kontrollera loggen "
    "återkommande, till exempel en gång i månaden, och spara rapporten (10 § SoLPuL)."
)
PICK_PERSON = "Sök en individ och tryck på Enter."
PICK_USER = "Välj en användare."
NOTHING = "Inget står i loggen under perioden."
NOTHING_UNUSUAL = "Inget ovanligt står i loggen under perioden."
MONTH_MISSING = "Månadsrapporten ur loggen för {} är inte gjord än."
MONTH_REPORTED = "För {} behövs ingen månadsrapport: den är gjord, eller så står inget i loggen."
NOBODY_FOUND = "Ingen individ hittades. Kontrollera namnet eller personnumret."
SPANS = (
    (7, "De senaste 7 dagarna"),
    (30, "De senaste 30 dagarna"),
    (90, "De senaste 90 dagarna"),
    (365, "Det senaste året"),
)


class Question(Labelled):
    """What is asked of the log."""

    UNUSUAL = "unusual", "Ovanligt"
    PERSON = "person", "Om en individ"
    USER = "user", "Av en användare"


def entry_rows(entries: Sequence[LogEntry]) -> list[Row]:
    """Return a row for each entry; its id is whom it is about, and the number."""
    return [
        Row(
            f"{entry.number} {entry.person_id}",
            (
                Cell(dates.stamp(entry.at)),
                Cell(entry.actor or "–"),
                Cell(in_words(entry)),
                Cell(entry.person or "–", "muted"),
            ),
        )
        for entry in entries
    ]


def finding_rows(findings: Sequence[Finding]) -> list[Row]:
    """Return a row for each finding; it is about no one person."""
    return [
        Row(
            f"{number} ",
            (
                Cell(dates.stamp(finding.at)),
                Cell(finding.actor or "–"),
                Cell(finding_in_words(finding)),
                Cell("–", "muted"),
            ),
        )
        for number, finding in enumerate(findings)
    ]


def counted(entries: int, most: int) -> str:
    """Return how many entries are shown, and what to do when there are more."""
    if not entries:
        return NOTHING
    if entries >= most:
        return f"De senaste {most} händelserna visas. Välj en kortare period för att se andra."
    return "1 händelse." if entries == 1 else f"{entries} händelser, den senaste först."


def counted_findings(findings: int) -> str:
    """Return how much was unusual."""
    if not findings:
        return NOTHING_UNUSUAL
    return "1 sak är ovanlig." if findings == 1 else f"{findings} saker är ovanliga."


def is_whole(number: int, digest: str) -> str:
    """Return what is said when every entry is as it was written."""
    return f"Loggen är hel: {number} händelser, ingen är ändrad. Sista kontrollsumman {digest[:8]}."

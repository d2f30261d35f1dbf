"""A registerutdrag as paper: everything about one person, and who has read it (GDPR art. 15)."""

from collections.abc import Sequence
from itertools import groupby

from gplan_desktop.archive.register_extract import TITLE, Handed
from gplan_desktop.domain import dates
from gplan_desktop.domain.text import is_blank
from gplan_desktop.rules.register_extract import Section, SectionKind
from gplan_desktop.rules.register_records import Record, Told
from gplan_desktop.version import VERSION
from printing.documents.journal_extract import SECRECY, SECRECY_OF_COMPANY
from printing.documents.person_tabs import HAS_CODES
from printing.documents.plan import PROTECTED
from printing.layout.dressing import Dressing
from printing.layout.paper import Paper
from printing.layout.shown import one_line
from printing.layout.story import Columns, Said, Story
from printing.layout.style import NORMAL
from printing.pdf.document import About

NOTHING = "Inget finns"
WHAT_IT_IS = (
    "Här står allt som enheten har om individen i Gplan, och vem som har läst det "
    "(artikel 15 i dataskyddsförordningen)."
)
WHAT_IS_NOT_IN_IT = (
    "Det som står i andra system, som Treserva och TES, är inte med, och inte heller papper och "
    "filer som redan har lämnat Gplan. Säkerhetskopior har samma uppgifter som de såg ut när "
    "kopian gjordes, och raderas efter hand."
)
# Of the width of the text: when, who, what.
_SHARES = (0.22, 0.22, 0.56)
_LISTS = frozenset(
    (
        SectionKind.JOURNAL,
        SectionKind.TASKS,
        SectionKind.PRINTS,
        SectionKind.DONE,
        SectionKind.OPENINGS,
        SectionKind.READERS,
        SectionKind.LOG,
    )
)


def tell_register(document: Handed) -> Paper:
    """Return the paper of an extract."""
    story = Story(NORMAL)
    _opening(story, document)
    for section in document.extract.sections:
        with story.section(section.kind.label):
            _section(story, section)
    return Paper(story, _about(document), _dressing(document))


def _opening(story: Story, document: Handed) -> None:
    look, person = story.look, document.extract.person
    story.title(TITLE)
    story.text(person.name, look.name)
    if person.protected_identity:
        story.text(PROTECTED, look.note)
    if document.extract.shows_codes:
        story.text(HAS_CODES, look.status)
    number = person.personal_id
    facts = (
        (number.kind.value.capitalize(), str(number)),
        ("Enhet", document.unit.name),
        ("Utdraget gjordes", dates.stamp(document.at)),
        ("Av", document.by),
    )
    story.facts(facts, 2)
    story.text(WHAT_IT_IS)
    story.text(WHAT_IS_NOT_IN_IT, look.note)
    with story.box(pale=True):
        story.text(SECRECY_OF_COMPANY if person.provider.external else SECRECY)


def _section(story: Story, section: Section) -> None:
    look = story.look
    story.text(section.note, look.note)
    if not section.records:
        story.text(NOTHING, look.gap)
    elif section.kind in _LISTS:
        _list(story, section.records)
    else:
        for record in section.records:
            _record(story, record)


def _list(story: Story, records: Sequence[Record]) -> None:
    """Tell records of the same few texts as a table."""
    look = story.look
    names = [line.label for line in records[0].lines]
    rows = [
        [[Said(text, look.cell) for text in _lines(line)] for line in record.lines]
        for record in records
    ]
    story.table(Columns(names, [share * look.measure for share in _SHARES]), rows)


def _lines(line: Told) -> list[str]:
    return line.text.splitlines() or ["–"]


def _record(story: Story, record: Record) -> None:
    if not record.title:
        _groups(story, record)
        return
    with story.section(record.title):
        _groups(story, record)


def _groups(story: Story, record: Record) -> None:
    filled = [line for line in record.lines if not is_blank(line.text)]
    for group, lines in groupby(filled, key=lambda line: line.group):
        story.text(group, story.look.strong)
        for line in lines:
            story.field(line.label, line.text)


def _about(document: Handed) -> About:
    return About(
        title=one_line(f"{TITLE} – {document.extract.person.name}"),
        author=one_line(document.unit.name),
        subject=TITLE,
        creator=f"Gplan {VERSION}",
        made=document.at,
    )


def _dressing(document: Handed) -> Dressing:
    return Dressing(
        name=document.extract.person.name,
        number=str(document.extract.person.personal_id),
        title=TITLE,
        foot=f"Omfattas av sekretess · utdrag {dates.stamp(document.at)} av {document.by}",
        practice=document.unit.practice,
    )

"""A person's tabs as paper: who works with them, who is near, how to get in (S111-S130)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from gplan_desktop.domain import dates
from gplan_desktop.domain.overview import Unit
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.tabs import Code, Tabs
from gplan_desktop.domain.text import is_blank
from gplan_desktop.version import VERSION
from printing.documents.plan import PROTECTED
from printing.layout.block import Block
from printing.layout.dressing import Dressing
from printing.layout.groups import Stack
from printing.layout.paper import Paper
from printing.layout.paragraph import Paragraph
from printing.layout.shown import one_line
from printing.layout.story import EMPTY, Columns, Said, Story
from printing.layout.style import INK, NORMAL, Look
from printing.pdf.document import About, Artifact, TaggedPdf
from printing.pdf.tags import Kind

TITLE = "Flikar i personuppgifter"
NOTHING = "Inget antecknat"
HAS_CODES = "Papperet innehåller koder"
HOW_TO_DESTROY = (
    "Ha det på dig under besöket. Lämna det aldrig framme, i bilen eller hos någon annan.",
    (
        "Strimla det i enhetens dokumentförstörare, eller lägg det i sekretesskärlet, så snart "
        "det inte behövs längre. Släng det aldrig i vanligt avfall. Anteckna sedan i Gplan att "
        "papperet är taget tillbaka."
    ),
    "Kommer papperet bort: berätta det genast för samordnaren, så att koder och lås kan bytas.",
)
CODES_HIDDEN = "Koder och nyckelnummer visas inte på det här papperet."
WITHHELD = "Visas inte på papper"

# Of the width of the text: name, role or relation, how to reach them.
_SHARES = (0.3, 0.38, 0.32)

_Entry = tuple[str, str]


@dataclass(frozen=True)
class TabsDocument:
    """A person's tabs, and who makes a paper of them when; codes are dots unless asked for."""

    person: Person
    tabs: Tabs
    unit: Unit
    at: datetime
    by: str
    shows_codes: bool = False

    @property
    def tells_codes(self) -> bool:
        """Whether a code can be read on the paper."""
        return self.shows_codes and self.tabs.holds_codes

    @property
    def number(self) -> str:
        """The person's number; not all of it on a paper that opens their door."""
        number = self.person.personal_id
        return number.masked if self.tells_codes else str(number)


def tell_tabs(document: TabsDocument) -> Paper:
    """Return the paper of a person's tabs.

    The person's own address and phone are never on it: found in the street it would tell
    both where the door is and what opens it.
    """
    story = Story(NORMAL)
    _opening(story, document)
    _reference_people(story, document.tabs)
    _relatives(story, document.tabs)
    with story.section("Nyckelnummer"), story.together():
        _entries(story, _codes(document.tabs.keys, document))
    _visit_information(story, document)
    with story.section("Viktigt att veta"), story.together():
        _entries(story, _important(document))
    return Paper(story, _about(document), _dressing(document))


class Band(Stack):
    """Blocks in a strong frame, which no printer loses; never divided."""

    before, after = 8.0, 8.0
    _PAD = 8.0

    def __init__(self, blocks: Sequence[Block], width: float) -> None:
        super().__init__(blocks)
        self._width = width
        self.height += 2 * self._PAD

    @classmethod
    def inner(cls, look: Look) -> float:
        """Return the width of what stands in the frame."""
        return look.measure - 2 * cls._PAD

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def split(self, room: float) -> tuple[Block, Block] | None:  # noqa: ARG002
        """Bands are not divided."""
        return None

    def draw(self, pdf: TaggedPdf, left: float, top: float) -> None:
        """Draw frame and blocks."""
        pdf.open_artifact(Artifact.LAYOUT)
        pdf.frame(left, top - self.height, self._width, self.height, 2, INK)
        pdf.close()
        super().draw(pdf, left + self._PAD, top - self._PAD)


def _opening(story: Story, document: TabsDocument) -> None:
    look, tabs = story.look, document.tabs
    story.title(TITLE)
    story.text(document.person.name, look.name)
    story.text(f"Utskrivet {dates.stamp(document.at)} av {document.by}", look.status)
    if tabs.changed_at:
        by = f" av {tabs.changed_by}" if tabs.changed_by else ""
        story.text(f"Senast ändrat {dates.stamp(tabs.changed_at)}{by}", look.note)
    if document.person.protected_identity:
        story.text(PROTECTED, look.note)
    if document.tells_codes:
        _band(story)
    elif tabs.holds_codes:
        story.text(CODES_HIDDEN, look.note)


def _band(story: Story) -> None:
    look = story.look
    said = [(HAS_CODES, look.status), *((text, look.body) for text in HOW_TO_DESTROY)]
    told = [
        Paragraph(text, style, Band.inner(look), story.tag(Kind.PARAGRAPH)) for text, style in said
    ]
    story.block(Band(told, look.measure))


def _reference_people(story: Story, tabs: Tabs) -> None:
    rows = [(person.name, person.role, person.phone) for person in tabs.reference_people]
    with story.section("Referenspersoner"):
        _people(story, ("Namn", "Roll", "Telefon"), rows)


def _relatives(story: Story, tabs: Tabs) -> None:
    # Whom to call first is looked for first.
    in_order = sorted(tabs.relatives, key=lambda relative: not relative.is_first_contact)
    rows = [
        (
            relative.name,
            f"{relative.relation}, kontaktas först"
            if relative.is_first_contact
            else relative.relation,
            relative.contact,
        )
        for relative in in_order
    ]
    with story.section("Närstående"):
        _people(story, ("Namn", "Relation", "Kontaktuppgifter"), rows)


def _people(
    story: Story, names: tuple[str, str, str], rows: Iterable[tuple[str, str, str]]
) -> None:
    look = story.look
    told = [
        [[Said(name, look.strong)], [Said(role, look.cell)], [Said(contact, look.cell)]]
        for name, role, contact in rows
    ]
    if told:
        story.table(Columns(names, [share * look.measure for share in _SHARES]), told)
    else:
        story.text(NOTHING, look.gap)


def _entries(story: Story, entries: Iterable[_Entry]) -> None:
    filled = _filled(entries)
    for label, text in filled:
        story.field(label, text)
    if not filled:
        story.text(NOTHING, story.look.gap)


def _filled(entries: Iterable[_Entry]) -> list[_Entry]:
    return [entry for entry in entries if not is_blank(entry[1])]


def _codes(codes: Iterable[Code], document: TabsDocument) -> Iterator[_Entry]:
    for code in codes:
        if code.secret.is_blank:
            yield code.what, EMPTY
        else:
            yield code.what, code.secret.reveal() if document.shows_codes else str(code.secret)


def _visit(document: TabsDocument) -> Iterator[_Entry]:
    visit, protected = document.tabs.visit, document.person.protected_identity
    yield "Namn på dörren", visit.name_on_door
    yield from _codes(visit.door_codes, document)
    # The way to the door of a person with protected identity is their address in other words.
    withheld = protected and not is_blank(visit.way_home)
    yield "Vägen till bostaden", WITHHELD if withheld else visit.way_home
    yield "Våning", visit.floor
    yield "Hiss", visit.lift
    yield "Sovrum", visit.bedrooms
    yield "Vägen till soprummet", visit.way_to_waste
    yield "Vägen till tvättstugan", visit.way_to_laundry
    yield "Övrigt om besöket", visit.other


def _visit_information(story: Story, document: TabsDocument) -> None:
    with story.section("Besöksinfo"), story.together():
        # Always to be told (S126), so that a gap is shown as one.
        story.field("Fler i bostaden", document.tabs.visit.others_text, shows_gap=True)
        for label, text in _filled(_visit(document)):
            story.field(label, text)


def _important(document: TabsDocument) -> Iterator[_Entry]:
    told = document.tabs.good_to_know
    yield from _codes(told.card_codes, document)
    yield "Sängombyte", told.bed_linen
    yield "Läkemedel", told.medicines
    yield "Inkontinenshjälpmedel", told.incontinence_aids
    yield "Covid-19", told.covid_19
    yield "Övrigt", told.other


def _about(document: TabsDocument) -> About:
    return About(
        title=one_line(f"{TITLE} – {document.person.name}"),
        author=one_line(document.unit.name),
        subject=HAS_CODES if document.tells_codes else TITLE,
        creator=f"Gplan {VERSION}",
        made=document.at,
    )


def _dressing(document: TabsDocument) -> Dressing:
    made = f"tskrivet {dates.stamp(document.at)}"
    return Dressing(
        name=document.person.name,
        number=document.number,
        title=TITLE,
        foot=f"Innehåller koder – strimlas · u{made}" if document.tells_codes else f"U{made}",
        practice=document.unit.practice,
    )

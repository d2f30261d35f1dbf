"""Which columns a list may have, and which heading of a file is which of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gplan_desktop.domain.labelled import Labelled
from gplan_desktop.domain.text import fold


class ListKind(Labelled):
    """What a list is of."""

    PEOPLE = "people", "Personer"
    ASSIGNMENTS = "assignments", "Uppdrag"


@dataclass(frozen=True)
class Column:
    """A column of a list: its field, its heading in our own files and what stands in it."""

    field: str
    heading: str
    meaning: str
    synonyms: tuple[str, ...] = ()
    required: bool = False
    # What tells who somebody is, and what anybody may have written.
    identifies: bool = False


_NUMBER = Column(
    "personal_id",
    "Personnummer",
    "Tolv siffror, till exempel 19121212-1212. Samordningsnummer går också bra.",
    ("Pnr", "Personnr", "Person-nr", "Personid", "Personnummer/samordningsnummer", "PersonNo"),
    required=True,
    identifies=True,
)
PERSON_COLUMNS = (
    _NUMBER,
    Column(
        "is_reserve",
        "Är reservnummer",
        "Ja om numret är ett reservnummer. Tomt betyder nej.",
        ("Numret är ett reservnummer",),
        identifies=True,
    ),
    Column(
        "family_name",
        "Efternamn",
        "Hela efternamnet.",
        ("Enamn", "Surname"),
        required=True,
        identifies=True,
    ),
    Column(
        "given_name",
        "Förnamn",
        "Det förnamn som individen använder.",
        ("Tilltalsnamn", "Fnamn"),
        required=True,
        identifies=True,
    ),
    Column(
        "name",
        "Namn",
        "För- och efternamn i samma cell: ”Öberg, Karin” eller ”Karin Öberg”.",
        ("Hela namnet", "Fullständigt namn", "Personnamn", "Individ", "Individens namn"),
        identifies=True,
    ),
    Column(
        "support_start",
        "Stödet började",
        "Dagen för det första besöket, till exempel 2026-11-23.",
        (
            "Startdatum",
            "Start",
            "Stödstart",
            "Insatsstart",
            "Insatsens start",
            "Från",
            "From",
            "Fr.o.m.",
            "Datum från",
            "Från och med",
            "Verkställd",
            "Verkställighetsdatum",
            "Verkställd från",
            "Första besöket",
            "Börjar",
            "Gäller från",
        ),
        required=True,
    ),
    Column(
        "support_kinds",
        "Stöd",
        "Hemvård, Hemvård natt, Dagverksamhet, Service, Ledsagning, Trygghetslarm eller "
        "HSL-åtgärder. Flera skiljs åt med komma.",
        (
            "Insats",
            "Insatser",
            "Insatstyp",
            "Stöd som individen har",
            "Beviljat stöd",
            "Beviljade insatser",
            "Typ av stöd",
            "Typ av insats",
            "Beslut",
        ),
        required=True,
    ),
    Column(
        "unit",
        "Enhet",
        "Den enhet som ansvarar för stödet.",
        ("Enhetsnamn", "Område", "Grupp", "Hemtjänstgrupp", "Distrikt", "Ansvarig enhet"),
    ),
    Column(
        "provider",
        "Utförare",
        "Den som utför stödet.",
        ("Utförarens namn", "Leverantör", "Utförande enhet"),
    ),
    Column(
        "external",
        "Extern utförare",
        "Ja om utföraren är ett eget företag. Tomt betyder nej.",
        ("Extern", "Privat utförare", "Privat"),
    ),
    Column(
        "protected_identity",
        "Skyddade personuppgifter",
        "Ja om uppgifterna är skyddade. Adress och telefon tas då inte med.",
        (
            "Skyddad identitet",
            "Sekretessmarkering",
            "Sekretess",
            "Skyddad",
            "Skyddad folkbokföring",
            "Skyddsmarkering",
            "Skyddade uppgifter",
        ),
    ),
    Column(
        "address",
        "Adress",
        "Gata och nummer, postnummer och ort.",
        ("Gatuadress", "Bostadsadress", "Folkbokföringsadress", "Postadress"),
        identifies=True,
    ),
    Column(
        "phone",
        "Telefon",
        "Det nummer där individen vill bli uppringd.",
        (
            "Telefonnummer",
            "Tel",
            "Tfn",
            "Telnr",
            "Mobil",
            "Mobilnummer",
            "Mobiltelefon",
            "Hemtelefon",
        ),
        identifies=True,
    ),
)  # fmt: skip - the words of a list are read together
ASSIGNMENT_COLUMNS = (
    _NUMBER,
    Column(
        "day",
        "Uppdragets datum",
        "Dagen då uppdraget skickades. Samma på varje rad av uppdraget.",
        ("Datum", "Uppdragsdatum", "Beslutsdatum", "Uppdrag från", "Beställningsdatum"),
        required=True,
    ),
    Column(
        "case_officer",
        "Biståndshandläggare",
        "För- och efternamn. Samma på varje rad av uppdraget.",
        ("Handläggare", "Biståndsbedömare", "Ansvarig handläggare", "Beslutsfattare"),
        required=True,
        identifies=True,
    ),
    Column(
        "area",
        "Livsområde",
        "Livsområdets kod eller namn, till exempel d5 eller Personlig vård. Ett på varje rad.",
        ("Livsområdeskod", "ICF", "ICF-kod", "Kod", "Område", "Behovsområde"),
        required=True,
    ),
    Column(
        "need",
        "Behov enligt uppdraget",
        "Uppdragets text om behovet.",
        ("Behov", "Bedömt behov", "Beskrivning av behov"),
        required=True,
        identifies=True,
    ),
    Column(
        "assessed",
        "Bedömt funktionstillstånd",
        "0, 1, 2, 3, 4, 8 eller 9, eller orden: Lätt begränsning.",
        (
            "Bedömt",
            "Bedömning",
            "Bedömt tillstånd",
            "Nuvarande funktionstillstånd",
            "Funktionstillstånd",
        ),
        required=True,
    ),
    Column(
        "intended",
        "Avsett funktionstillstånd",
        "0, 1, 2, 3, 4, 8 eller 9, eller orden: Lätt begränsning.",
        ("Avsett", "Avsett tillstånd"),
        required=True,
    ),
    Column(
        "goal",
        "Mål enligt uppdraget",
        "Uppdragets mål för livsområdet.",
        ("Mål", "Målet", "Övergripande mål"),
        required=True,
        identifies=True,
    ),
    Column(
        "support",
        "Beviljat stöd",
        "De insatser som är beviljade i livsområdet.",
        ("Stöd", "Insats", "Insatser", "Beviljade insatser", "Beviljad insats"),
        required=True,
        identifies=True,
    ),
    Column(
        "sub_areas",
        "Delområden",
        "Delområdenas koder eller namn, åtskilda med semikolon. Får vara tomt.",
        ("Delområde", "Aktiviteter"),
    ),
)  # fmt: skip - as above
_COLUMNS = {ListKind.PEOPLE: PERSON_COLUMNS, ListKind.ASSIGNMENTS: ASSIGNMENT_COLUMNS}
_NAME_PARTS = frozenset({"family_name", "given_name"})
NOT_READ = ""


def columns(kind: ListKind) -> tuple[Column, ...]:
    """Return all columns that a list of *kind* may have."""
    return _COLUMNS[kind]


def guess(headings: Sequence[str], kind: ListKind) -> dict[str, int]:
    """Return for each field whose heading is recognised which column it stands in."""
    return _place(headings, columns(kind), {})


def remembered(kept: Mapping[str, str], headings: Sequence[str], kind: ListKind) -> dict[str, int]:
    """Return the mapping that *kept* tells of, from heading to field.

    Headings that are not in it are guessed, for a file may have got a new column.
    """
    wanted = {_key(heading): field for heading, field in kept.items()}
    fields = {column.field for column in columns(kind)}
    mapping: dict[str, int] = {}
    for place, heading in enumerate(headings):
        field = wanted.get(_key(heading), NOT_READ)
        if field in fields:
            mapping.setdefault(field, place)
    unseen = [heading if _key(heading) not in wanted else "" for heading in headings]
    return _place(unseen, columns(kind), mapping)


def to_remember(mapping: Mapping[str, int], headings: Sequence[str]) -> dict[str, str]:
    """Return *mapping* as it is kept: by heading, with NOT_READ where nothing is to be read."""
    fields = {place: field for field, place in mapping.items()}
    # From the last, so that of two equal headings the one that is read is kept.
    kept = dict.fromkeys(headings, NOT_READ)
    for place in reversed(range(len(headings))):
        if place in fields:
            kept[headings[place]] = fields[place]
    return kept


def missing(mapping: Mapping[str, int], kind: ListKind) -> tuple[Column, ...]:
    """Return the columns that must be there and are not; a whole name stands for its parts."""
    return tuple(
        column
        for column in columns(kind)
        if column.required
        and column.field not in mapping
        and not (column.field in _NAME_PARTS and "name" in mapping)
    )


def _place(
    headings: Sequence[str], choices: Iterable[Column], taken: Mapping[str, int]
) -> dict[str, int]:
    """Return *taken* and, for the other fields, the first free heading that means them."""
    free = {
        _key(heading): place
        for place, heading in reversed(tuple(enumerate(headings)))
        if _key(heading) and place not in taken.values()
    }
    mapping = dict(taken)
    for column in choices:
        if column.field not in mapping:
            # Our own heading first, then the synonyms in their order.
            names = map(_key, (column.heading, *column.synonyms))
            place = next((free.pop(name) for name in names if name in free), None)
            if place is not None:
                mapping[column.field] = place
    return mapping


def _key(heading: str) -> str:
    """Return *heading* as it is compared: without case, spaces, signs and what is in brackets."""
    return "".join(filter(str.isalnum, fold(re.sub(r"\(.*?\)", "", heading))))

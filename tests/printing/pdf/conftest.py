"""Documents to draw, and what is wrong with one that is drawn."""

import io
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import page
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from printing.faces.cut import Cut
from printing.faces.run import Run
from printing.faces.words import has_right_to_left, in_visual_order, levels, space, word
from printing.pdf.colour import Colour
from printing.pdf.document import About, Artifact, TaggedPdf
from printing.pdf.tags import Kind, Scope, Tag

A4 = (595.28, 841.89)
INK = Colour.of("#1b2733")
PALE = Colour.of("#e6ebf0")
ABOUT = About(
    "Genomförandeplan <Anna> Őström & Åkerlund",
    "Hemvården Norr",
    "Upprättad 2026-10-05",
    "Gplan 0.1",
    datetime(2026, 10, 5, 14, 32, tzinfo=UTC),
)
CONFORMANCE = "<pdfaid:conformance>{}</pdfaid:conformance>"
PROFILES = {
    "PDF_A_2A": "A",
    "PDF_A_2U": "U",
    "PDF_A_2B": "B",
    "PDF_UA_1": "A",
}
SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
}
INFORMATION = {
    "/Title": "dc:title",
    "/Author": "dc:creator",
    "/Subject": "dc:description",
    "/Creator": "xmp:CreatorTool",
    "/Producer": "pdf:Producer",
    "/CreationDate": "xmp:CreateDate",
    "/ModDate": "xmp:ModifyDate",
}


@pytest.fixture
def pdf() -> TaggedPdf:
    return TaggedPdf(ABOUT, A4)


@pytest.fixture
def runs() -> Callable[..., list[Run]]:
    """A text in one line as runs, in the order in which they are drawn."""
    return as_runs


def as_runs(text: str, cut: Cut = Cut.REGULAR) -> list[Run]:
    bidi = levels(text) if has_right_to_left(text) else (0,) * len(text)
    line: list[Run] = []
    for found in re.finditer(r"\S+", text):
        start, end = found.span()
        if line:
            line.append(space(cut, bidi[start - 1]))
        line.extend(word(found[0], cut, bidi[start:end]).runs)
    return in_visual_order(line)


@pytest.fixture
def write() -> Callable[..., None]:
    """Draw a text under a tag on the page that is open."""

    def drawn(pdf: TaggedPdf, tag: Tag, text: str, y: float = 700, x: float = 50) -> None:
        pdf.open(tag)
        pdf.text(x, y, as_runs(text), 11, INK)
        pdf.close()

    return drawn


@pytest.fixture
def sample() -> Callable[[], bytes]:
    """Make a document of three pages with everything that can be drawn."""
    return sample_document


def sample_document() -> bytes:
    pdf = TaggedPdf(ABOUT, A4)
    title, table = pdf.root.add(Kind.TITLE), pdf.root.add(Kind.TABLE)
    _header_row(table)
    for number in range(3):
        pdf.begin_page()
        pdf.open_artifact(Artifact.HEADER)
        pdf.text(50, 810, as_runs(f"Sida {number + 1} av 3"), 9, INK)
        pdf.close()
        pdf.turned_text(150, 200, 52, as_runs("UTKAST", Cut.SEMIBOLD), 68, PALE)
        if number == 0:
            _draw(pdf, title, "Genomförandeplan", 780)
            insats, when = table.children[0].children
            _draw(pdf, insats, "Insats", 750)
            _draw(pdf, when, "När", 750, 200)
            pdf.bookmark("Genomförandeplan", 0, 800)
        _rows(pdf, table)
        heading = pdf.root.add(Kind.HEADING)
        _draw(pdf, heading, f"Område {number + 1} – ŋŧč", 300)
        pdf.bookmark(f"Område {number + 1} – ŋŧč", 1, 312)
        pdf.end_page()
    pdf.begin_page()
    _list_and_figure(pdf)
    pdf.end_page()
    return pdf.finish()


def _header_row(table: Tag) -> None:
    row = table.add(Kind.ROW)
    row.add(Kind.HEADER_CELL, scope=Scope.COLUMN)
    row.add(Kind.HEADER_CELL, scope=Scope.COLUMN)


def _rows(pdf: TaggedPdf, table: Tag) -> None:
    for number in range(20):
        row, y = table.add(Kind.ROW), 720 - 20 * number
        pdf.rule(50, y - 4, 500, y - 4, 0.5, PALE)
        _draw(pdf, row.add(Kind.HEADER_CELL, scope=Scope.ROW), f"Dusch {number}", y)
        cell = row.add(Kind.CELL)
        if number % 3:
            _draw(pdf, cell, "Tisdag och fredag cirka kl. 10", y, 200)


def _list_and_figure(pdf: TaggedPdf) -> None:
    item = pdf.root.add(Kind.LIST).add(Kind.ITEM)
    _draw(pdf, item.add(Kind.LABEL), "•", 700)
    _draw(pdf, item.add(Kind.ITEM_BODY).add(Kind.PARAGRAPH), "Värm badrummet innan.", 700, 62)
    pdf.rectangle(50, 500, 400, 100, PALE)
    pdf.frame(50, 500, 400, 100, 0.75, INK)
    pdf.open(pdf.root.add(Kind.FIGURE, alternative="Dagen: morgon och kväll är ifyllda."))
    pdf.squares([(60, 520, 40, 40), (140, 520, 40, 40)], INK)
    pdf.polygon([(200, 520), (240, 520), (220, 560)], INK)
    pdf.text(60, 505, as_runs("Morgon"), 9, INK)
    pdf.close()


def _draw(pdf: TaggedPdf, tag: Tag, text: str, y: float, x: float = 50) -> None:
    pdf.open(tag)
    pdf.text(x, y, as_runs(text), 11, INK)
    pdf.close()


@pytest.fixture
def faults() -> Callable[[bytes], list[str]]:
    """What is wrong with a PDF, by the validator and by what it does not look at."""

    def found(data: bytes) -> list[str]:
        return [*invalid(data), *own_faults(data)]

    return found


def invalid(data: bytes) -> list[str]:
    """What the validator finds, each profile on a file that claims to be of that kind."""
    failures = []
    for profile, letter in PROFILES.items():
        claimed = data.replace(
            CONFORMANCE.format("A").encode(), CONFORMANCE.format(letter).encode()
        )
        report = page.validate_pdf_bytes(claimed, profile=getattr(page.ValidationProfile, profile))
        failures += sorted({f"{failure.rule_id}: {failure.message}" for failure in report.failures})
    return failures


@pytest.fixture(name="own_faults")
def _own_faults() -> Callable[[bytes], list[str]]:
    """What is wrong with a PDF that the validator does not look at."""
    return own_faults


def own_faults(data: bytes) -> list[str]:
    reader = PdfReader(io.BytesIO(data))
    return [
        *_structure_faults(reader),
        *_metadata_faults(reader),
        *_font_faults(reader),
        *_heading_faults(reader),
        *_outline_faults(reader),
    ]


def elements(reader: PdfReader) -> Iterator[tuple[IndirectObject, DictionaryObject]]:
    """Every element of the structure in reading order, from the document down."""
    root = reader.root_object["/StructTreeRoot"]
    waiting = _listed(root, "/K")
    while waiting:
        found = waiting.pop(0)
        element = found.get_object()
        yield found, element
        waiting[:0] = [kid for kid in _listed(element, "/K") if isinstance(kid, IndirectObject)]


def _listed(holder: DictionaryObject, key: str) -> list[object]:
    value = holder.raw_get(key) if key in holder else []
    return list(value) if isinstance(value, list) else [value]


def _structure_faults(reader: PdfReader) -> Iterator[str]:
    """The parent tree leads from each piece of content to the element that lists it."""
    listed, parents = {}, {}
    for reference, element in elements(reader):
        for kid in _listed(element, "/K"):
            if isinstance(kid, IndirectObject):
                parents[kid.idnum] = reference.idnum
                continue
            on, mcid = (kid, kid["/MCID"]) if isinstance(kid, dict) else (element, kid)
            listed[on.raw_get("/Pg").idnum, int(mcid)] = reference.idnum
    for reference, element in elements(reader):
        above = parents.get(reference.idnum, reader.root_object.raw_get("/StructTreeRoot").idnum)
        if element.raw_get("/P").idnum != above:
            yield f"element {reference.idnum} has another parent than the one that lists it"
    if listed != _by_parent_tree(reader):
        yield "the parent tree does not lead to the elements that list the content"
    if Counter(listed.keys()) != Counter(_marked(reader)):
        yield "the marked content is not what the structure lists"


def _by_parent_tree(reader: PdfReader) -> dict[tuple[int, int], int]:
    numbers = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    rows = dict(zip(numbers[::2], numbers[1::2], strict=True))
    return {
        (sheet.indirect_reference.idnum, mcid): element.idnum
        for sheet in reader.pages
        for mcid, element in enumerate(rows[sheet["/StructParents"]].get_object())
    }


def _marked(reader: PdfReader) -> Iterator[tuple[int, int]]:
    for sheet in reader.pages:
        for mcid in re.findall(rb"/MCID (\d+)", sheet.get_contents().get_data()):
            yield sheet.indirect_reference.idnum, int(mcid)


def _metadata_faults(reader: PdfReader) -> Iterator[str]:
    packet = ET.fromstring(reader.root_object["/Metadata"].get_data())  # noqa: S314 - our own
    for key, name in INFORMATION.items():
        said = reader.metadata.get(key, "") if reader.metadata else ""
        if key.endswith("Date") and said:
            moment = datetime.strptime(said, "D:%Y%m%d%H%M%SZ").replace(tzinfo=UTC)
            said = f"{moment:%Y-%m-%dT%H:%M:%SZ}"
        found = packet.find(f".//{name}", SPACES)
        repeated = "" if found is None else "".join(found.itertext())
        if said != repeated:
            yield f"{key} is {said!r}, but {name} is {repeated!r}"


def _font_faults(reader: PdfReader) -> Iterator[str]:
    for sheet in reader.pages:
        for name, font in sheet["/Resources"].get("/Font", {}).items():
            inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
            if "/FontFile2" not in inner.get("/FontDescriptor", {}):
                yield f"{name} is not embedded"
            if "/ToUnicode" not in font:
                yield f"{name} does not tell what its glyphs mean"


def _heading_faults(reader: PdfReader) -> Iterator[str]:
    before = 0
    for _, element in elements(reader):
        if found := re.fullmatch(r"/H(\d)", element["/S"]):
            level = int(found[1])
            if level > before + 1:
                yield f"a heading of level {level} follows one of level {before}"
            before = level


def _outline_faults(reader: PdfReader) -> Iterator[str]:
    if "/Outlines" not in reader.root_object:
        return
    sheets = {sheet.indirect_reference.idnum for sheet in reader.pages}
    waiting = [reader.root_object.raw_get("/Outlines")]
    while waiting:
        above = waiting.pop()
        chain = list(_chain(above.get_object()))
        waiting.extend(chain)
        if chain and chain[-1] != above.get_object().raw_get("/Last"):
            yield "the bookmarks do not end with the last one"
        for entry in (reference.get_object() for reference in chain):
            if entry.raw_get("/Parent") != above:
                yield f"the bookmark {entry['/Title']} has another parent"
            if entry["/Dest"][0].idnum not in sheets:
                yield f"the bookmark {entry['/Title']} leads nowhere"


def _chain(above: DictionaryObject) -> Iterator[IndirectObject]:
    reference = above.raw_get("/First") if "/First" in above else None
    while reference is not None:
        yield reference
        entry = reference.get_object()
        reference = entry.raw_get("/Next") if "/Next" in entry else None

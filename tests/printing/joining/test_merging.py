"""Many papers as one: valid, tagged in order, with bookmarks, the same bytes each time."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import page as validation
import pytest
from PIL import ImageCms
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from printing.joining.merging import merged
from printing.joining.source_pdf import Claims
from printing.pdf import metadata
from printing.pdf.object_file import ObjectFile, packed
from printing.render import render

ARCHIVAL = Claims("2A", is_accessible=True, is_tagged=True)
PROFILES = (validation.ValidationProfile.PDF_A_2A, validation.ValidationProfile.PDF_UA_1)


def tagged(title: str, pages: int = 2, claims: Claims = ARCHIVAL) -> bytes:
    """Make a small archival PDF: two squares a page, figures with a text, and two bookmarks."""
    file = ObjectFile()
    catalog, info, tree, root, document, parents, icc, outline, first, last = (
        file.number() for _ in range(10)
    )
    places, figures, owners = [], [], []
    for number in range(pages):
        place, content, one, two = (file.number() for _ in range(4))
        drawn = b"".join(
            b"/Figure <</MCID %d>> BDC 0 g %d 700 %d 50 re f EMC\n"
            % (at, 100 + 100 * at, 9 + number)
            for at in range(2)
        )
        file.put_stream(content, packed(b"", drawn))
        file.put(
            place,
            b"<</Type/Page/Parent %d 0 R/Contents %d 0 R/StructParents %d/Tabs/S/Resources<<>>>>"
            % (tree, content, number),
        )
        for at, figure in enumerate((one, two)):
            file.put(
                figure,
                b"<</Type/StructElem/S/Figure/P %d 0 R/Pg %d 0 R/K %d/Alt(%b %d %d)"
                b"/A<</O/Layout/BBox[100 700 200 750]>>>>"
                % (document, place, at, title.encode(), number, at),
            )
        places.append(place)
        figures += [one, two]
        owners.append(b"%d[%d 0 R %d 0 R]" % (number, one, two))
    kids = b" ".join(b"%d 0 R" % place for place in places)
    file.put(tree, b"<</Type/Pages/Count %d/Kids[%b]/MediaBox[0 0 595 842]>>" % (pages, kids))
    file.put(root, b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R>>" % (document, parents))
    below = b" ".join(b"%d 0 R" % figure for figure in figures)
    file.put(document, b"<</Type/StructElem/S/Document/P %d 0 R/K[%b]>>" % (root, below))
    file.put(parents, b"<</Kids[<</Limits[0 %d]/Nums[%b]>>]>>" % (pages - 1, b"".join(owners)))
    file.put_stream(icc, packed(b"/N 3", SRGB))
    says = metadata.Claims(claims.archive, claims.is_accessible)
    xmp = metadata.packet(file, metadata.About(title, "", "", ""), says)
    # One bookmark leads to a place, the other to the name of one, below the first.
    file.put(outline, b"<</First %d 0 R/Last %d 0 R/Count 1>>" % (first, first))
    file.put(
        first,
        b"<</Title(Start)/Parent %d 0 R/First %d 0 R/Last %d 0 R/Count 1/Dest[%d 0 R/Fit]>>"
        % (outline, last, last, places[0]),
    )
    file.put(last, b"<</Title(Slut)/Parent %d 0 R/A<</S/GoTo/D(slut)>>>>" % first)
    file.put(info, b"<</Title(%b)>>" % title.encode())
    file.put(
        catalog,
        b"<</Type/Catalog/Pages %d 0 R/Lang(sv-SE)/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R"
        b"/Metadata %d 0 R/Outlines %d 0 R/ViewerPreferences<</DisplayDocTitle true>>"
        b"/Names<</Dests<</Names[(slut)[%d 0 R/XYZ 0 99 0]]>>>>"
        b"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        b"/DestOutputProfile %d 0 R>>]>>" % (tree, root, xmp, outline, places[-1], icc),
    )
    return file.finish(catalog, info)


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def untagged() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, invariant=True)
    canvas.setTitle("Gammal")
    canvas.rect(100, 100, 50, 50)
    canvas.save()
    return file.getvalue()


def complaints(data: bytes) -> list[str]:
    results = [validation.validate_pdf_bytes(data, profile=profile) for profile in PROFILES]
    return [failure.message for result in results for failure in result.failures]


@pytest.fixture(scope="module")
def parts() -> list[bytes]:
    return [tagged("A", 2), tagged("B", 1), tagged("C", 3)]


@pytest.fixture(scope="module")
def reader(parts: list[bytes]) -> PdfReader:
    return PdfReader(io.BytesIO(merged(parts, "Alla & några")))


def test_archival_parts_make_an_archival_whole(parts: list[bytes]) -> None:
    assert [complaints(part) for part in parts] == [[], [], []]
    assert complaints(merged(parts)) == []


def test_all_pages_are_there_in_order_and_in_their_size(reader: PdfReader) -> None:
    widths = [page.get_contents().get_data().split()[8] for page in reader.pages]
    assert [int(width) - 9 for width in widths] == [0, 1, 0, 0, 1, 2]
    assert {tuple(page.mediabox) for page in reader.pages} == {(0, 0, 595, 842)}


def elements(node: Any) -> Iterator[Any]:
    yield node
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if not isinstance(kid, int):
            yield from elements(kid.get_object())


def test_the_structure_is_one_document_with_a_part_for_each(reader: PdfReader) -> None:
    root = reader.root_object["/StructTreeRoot"]
    document = root["/K"]
    assert document["/S"] == "/Document"
    assert document["/P"] == root
    kids = [kid.get_object() for kid in document["/K"]]
    assert [(kid["/S"], kid["/T"]) for kid in kids] == [
        ("/Part", "A"),
        ("/Part", "B"),
        ("/Part", "C"),
    ]
    assert all(kid["/P"] == document for kid in kids)
    read = [element["/Alt"] for element in elements(document) if "/Alt" in element]
    assert read[:6] == ["A 0 0", "A 0 1", "A 1 0", "A 1 1", "B 0 0", "B 0 1"]


def test_what_is_drawn_on_a_page_finds_its_element_and_back(reader: PdfReader) -> None:
    """The validator does not look at the parent tree; a screen reader does."""
    tree = reader.root_object["/StructTreeRoot"]
    numbers = tree["/ParentTree"]["/Nums"]
    owners = {int(numbers[at]): numbers[at + 1].get_object() for at in range(0, len(numbers), 2)}
    keys = [int(page["/StructParents"]) for page in reader.pages]
    assert keys == sorted(owners) == list(range(6))
    assert tree["/ParentTreeNextKey"] == 6
    for key, page in zip(keys, reader.pages, strict=True):
        for mark, owner in enumerate(owners[key]):
            assert owner.get_object()["/K"] == mark
            assert owner.get_object()["/Pg"].get_object() == page.indirect_reference.get_object()


def test_every_document_has_a_bookmark_with_its_own_below(reader: PdfReader) -> None:
    def told(items: list[Any]) -> list[Any]:
        return [
            told(item)
            if isinstance(item, list)
            else (item.title, reader.get_destination_page_number(item))
            for item in items
        ]

    assert told(reader.outline) == [
        *[("A", 0), [("Start", 0), [("Slut", 1)]]],
        *[("B", 2), [("Start", 2), [("Slut", 2)]]],
        *[("C", 3), [("Start", 3), [("Slut", 5)]]],
    ]


def test_it_has_a_name_of_its_own_and_tells_of_nobody(reader: PdfReader) -> None:
    assert set(reader.metadata) == {"/Title", "/Creator", "/Producer"}
    assert reader.metadata.title == "Alla & några"
    assert reader.xmp_metadata.dc_title == {"x-default": "Alla & några"}
    assert reader.root_object["/Lang"] == "sv-SE"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]


@pytest.mark.parametrize(
    ("other", "archive", "accessible"),
    [
        (lambda: tagged("B"), True, True),
        (lambda: tagged("B", claims=Claims("2B", is_accessible=True, is_tagged=True)), False, True),
        (lambda: tagged("B", claims=replace(ARCHIVAL, is_accessible=False)), True, False),
        (untagged, False, False),
    ],
    ids=["the same", "archived otherwise", "not accessible", "not tagged"],
)
def test_nothing_is_claimed_that_does_not_hold_for_every_part(
    other: Callable[[], bytes], archive: bool, accessible: bool
) -> None:
    reader = PdfReader(io.BytesIO(merged([tagged("A"), other()])))
    xmp = reader.root_object["/Metadata"].get_data()
    assert (b"<pdfaid:part>2" in xmp) is archive
    assert (b"<pdfuaid:part>1" in xmp) is accessible
    is_tagged = other is not untagged
    assert ("/MarkInfo" in reader.root_object) is is_tagged
    assert len(reader.outline) == (4 if is_tagged else 3)


def test_untagged_papers_are_put_together_too() -> None:
    reader = PdfReader(io.BytesIO(merged([untagged(), untagged()])))
    assert len(reader.pages) == 2
    assert "/StructTreeRoot" not in reader.root_object
    assert [item.title for item in reader.outline] == ["Gammal", "Gammal"]


def test_what_all_have_alike_is_written_once(parts: list[bytes]) -> None:
    assert [data.count(b"/N 3") for data in (*parts, merged(parts))] == [1] * 4


def test_a_merged_file_can_be_merged_again(parts: list[bytes]) -> None:
    again = merged([merged(parts), tagged("D")])
    assert complaints(again) == []
    assert len(PdfReader(io.BytesIO(again)).pages) == 8


def test_nothing_to_put_together_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing"):
        merged([])


def test_the_same_parts_give_the_same_bytes_in_every_process(parts: list[bytes]) -> None:
    code = (
        "import sys, hashlib; from printing.joining.merging import merged;"
        "data = sys.stdin.buffer.read(); size = int(sys.argv[1]);"
        "print(hashlib.sha256(merged([data[:size], data[size:]])).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code, str(len(parts[0]))],
            input=parts[0] + parts[1],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "7")
    }
    assert len(digests) == 1


@pytest.mark.parametrize("last", [b"\r", b"\n", b"x"])
def test_a_stream_is_as_long_as_it_says_whatever_it_ends_with(last: bytes) -> None:
    file = ObjectFile()
    catalog, info, tree, page, content = (file.number() for _ in range(5))
    body = b"<</Length 5>>\nstream\n0 g " + last + b"\nendstream"
    file.put_stream(content, body)
    file.put(page, b"<</Type/Page/Parent %d 0 R/Contents %d 0 R>>" % (tree, content))
    file.put(tree, b"<</Type/Pages/Count 1/Kids[%d 0 R]/MediaBox[0 0 9 9]>>" % page)
    file.put(catalog, b"<</Type/Catalog/Pages %d 0 R>>" % tree)
    file.put(info, b"<<>>")
    told = complaints(merged([file.finish(catalog, info)]))
    assert not [text for text in told if "Length" in text]


def test_real_plans_stay_archivable_and_accessible_together(established, draft, method) -> None:
    plans = [render(established, method), render(draft, method)]
    whole = merged(plans)
    assert complaints(whole) == []
    assert len(PdfReader(io.BytesIO(whole)).pages) == sum(
        len(PdfReader(io.BytesIO(plan)).pages) for plan in plans
    )

"""Tagged documents: valid, deterministic, and told when something is drawn wrongly."""

import io
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, NumberObject, TextStringObject

from printing.faces.cut import Cut
from printing.pdf.colour import Colour
from printing.pdf.document import About, Artifact, TaggedPdf
from printing.pdf.tags import Kind, Scope

INK = Colour.of("#000000")
A4 = (595.28, 841.89)

SCRIPT = """
import hashlib
from datetime import datetime, timedelta, timezone
from printing.faces.cut import Cut
from printing.faces.words import word
from printing.pdf.colour import Colour
from printing.pdf.document import About, TaggedPdf
from printing.pdf.tags import Kind

made = datetime(2026, 10, 5, 1, 30, tzinfo=timezone(timedelta(hours=2)))
pdf = TaggedPdf(About("Plan", "Enhet", "Utkast", "Gplan", made), (595, 842))
for number in range(2):
    pdf.begin_page()
    for text in ("Åsa", "Жанна", "ŋŧč", "Őström"):
        pdf.open(pdf.root.add(Kind.PARAGRAPH))
        for cut in Cut:
            pdf.text(50, 700, word(text, cut).runs, 11, Colour.of("#1b2733"))
        pdf.close()
    pdf.bookmark("Sida", 0, 700)
    pdf.end_page()
print(hashlib.sha256(pdf.finish()).hexdigest())
"""


def read(data):
    return PdfReader(io.BytesIO(data))


def test_a_document_with_everything_is_valid(sample, faults):
    assert faults(sample()) == []


def test_a_document_without_dates_bookmarks_and_author_is_valid(write, faults):
    pdf = TaggedPdf(About("Blankett", "", "", "Gplan"), A4)
    pdf.begin_page()
    write(pdf, pdf.root.add(Kind.TITLE), "Genomförandeplan")
    pdf.end_page()

    data = pdf.finish()

    assert faults(data) == []
    assert not {"/CreationDate", "/ModDate", "/Author"} & read(data).metadata.keys()


@pytest.mark.parametrize(
    "text",
    [
        "Åsa Öström-Åkerlund, Máret Ánne Guttorm ŋŧč",
        "Ελένη Жанна Čapek Nguyễn",
        "سارة محمد",
        "שרה כהן",
        "አበበ በቀለ",
        "สมชาย ใจดี",
        "王小明 김철수",
        "Anna 🙂 ☐ ☑ ✓ → ≥",
        "Anna سارة 12 שרה B",
    ],
)
def test_every_script_is_valid(pdf, write, faults, text):
    pdf.begin_page()
    write(pdf, pdf.root.add(Kind.TITLE), text)
    pdf.end_page()

    assert faults(pdf.finish()) == []


def test_a_tag_is_drawn_on_several_pages(pdf, write, faults):
    paragraph = pdf.root.add(Kind.PARAGRAPH)
    for text in ("Början", "Mitten", "Slutet"):
        pdf.begin_page()
        write(pdf, paragraph, text)
        write(pdf, paragraph, "och mer", 680)
        pdf.end_page()

    data = pdf.finish()

    assert faults(data) == []
    (element,) = kids(document(data))
    assert len(element["/K"]) == 6


def test_what_lies_in_a_tag_keeps_the_order_of_drawing(pdf, write, faults):
    paragraph = pdf.root.add(Kind.PARAGRAPH)
    span = paragraph.add(Kind.SPAN)
    pdf.begin_page()
    write(pdf, paragraph, "Anna", 700)
    write(pdf, span, "vill", 690)
    write(pdf, paragraph, "bada", 680)
    pdf.end_page()

    data = pdf.finish()

    assert faults(data) == []
    (element,) = kids(document(data))
    before, within, after = element["/K"]
    assert (before, within.get_object()["/S"], after) == (0, "/Span", 2)


def test_elements_with_nothing_drawn_are_left_out_but_for_cells(pdf, write, faults):
    pdf.root.add(Kind.SECTION).add(Kind.PARAGRAPH)
    row = pdf.root.add(Kind.TABLE).add(Kind.ROW)
    drawn, _ = row.add(Kind.HEADER_CELL, scope=Scope.ROW), row.add(Kind.CELL)
    pdf.begin_page()
    write(pdf, drawn, "Namn")
    pdf.end_page()

    data = pdf.finish()

    assert faults(data) == []
    (table,) = kids(document(data))
    assert [cell["/S"] for cell in kids(kids(table)[0])] == ["/TH", "/TD"]


def test_a_figure_tells_where_it_is_and_what_it_shows(sample):
    figure = next(element for element in kids(document(sample())) if element["/S"] == "/Figure")

    assert figure["/Alt"] == "Dagen: morgon och kväll är ifyllda."
    assert figure["/A"]["/BBox"] == [60, 505, 240, 560]


def test_a_shape_within_a_text_is_no_part_of_it(pdf, runs, faults):
    pdf.begin_page()
    pdf.open(pdf.root.add(Kind.PARAGRAPH))
    pdf.text(50, 700, runs("Före"), 11, INK)
    pdf.rule(50, 698, 100, 698, 0.5, INK)
    pdf.text(50, 680, runs("efter"), 11, INK)
    pdf.close()
    pdf.end_page()

    data = pdf.finish()

    assert faults(data) == []
    assert b"/Type/Layout" in read(data).pages[0].get_contents().get_data()


def test_text_comes_out_as_it_was_written(sample):
    first = read(sample()).pages[0].extract_text()

    assert "Tisdag och fredag cirka kl. 10" in first
    assert "Område 1 – ŋŧč" in first


def test_runs_of_one_typeface_are_shown_at_once(pdf, runs):
    pdf.begin_page()
    pdf.open(pdf.root.add(Kind.PARAGRAPH))
    pdf.text(50, 700, runs("Anna vill duscha"), 11, INK)
    pdf.text(50, 680, runs("på morgonen"), 11, INK)
    pdf.text(50, 660, runs("själv", Cut.SEMIBOLD), 11, INK)
    pdf.close()
    pdf.end_page()

    written = read(pdf.finish()).pages[0].get_contents().get_data()

    assert written.count(b"TJ") == 3
    assert written.count(b" Tf") == 2
    assert written.count(b" rg") == 0  # black is what a page begins with


def test_a_run_that_its_glyphs_cannot_tell_is_told_in_full(pdf, runs, faults):
    (run,) = runs("Anna")
    pdf.begin_page()
    pdf.open(pdf.root.add(Kind.PARAGRAPH))
    pdf.text(50, 700, [run, replace(run, actual="ŋ🙂"), run], 11, INK)
    pdf.close()
    pdf.end_page()

    data = pdf.finish()

    assert faults(data) == []
    told = "ŋ🙂".encode("utf-16-be").hex().encode()
    assert b"/Span<</ActualText<feff" + told in read(data).pages[0].get_contents().get_data()


def test_dates_are_written_in_universal_time(write, faults):
    made = datetime(2026, 10, 5, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    pdf = TaggedPdf(About("Plan", "Enhet", "", "Gplan", made), A4)
    pdf.begin_page()
    write(pdf, pdf.root.add(Kind.TITLE), "Plan")
    pdf.end_page()

    data = pdf.finish()

    assert faults(data) == []
    assert read(data).metadata.creation_date == datetime(2026, 10, 4, 23, 30, tzinfo=UTC)


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        About("Plan", "", "", "Gplan", datetime(2026, 10, 5))  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize(
    "title", ["Anna (1) \\ <b>&amp;</b>", "Plan\nför\tAnna\x00\x1b", "شقة \ud800 🙂", "€ – ”ja”"]
)
def test_titles_of_any_kind_are_the_same_everywhere(write, faults, title):
    pdf = TaggedPdf(About(title, title, title, title), A4)
    pdf.begin_page()
    write(pdf, pdf.root.add(Kind.TITLE), "Plan")
    pdf.bookmark(title, 0, 700)
    pdf.end_page()

    data = pdf.finish()

    assert faults(data) == []
    assert read(data).outline[0].title == read(data).metadata.title


def test_threads_do_not_disturb_each_other(sample):
    expected = sample()

    with ThreadPoolExecutor(8) as threads:
        made = set(threads.map(lambda _: sample(), range(24)))

    assert made == {expected}


def test_processes_make_the_same_bytes():
    surroundings = [("0", "UTC"), ("77", "Asia/Tokyo")]
    started = [
        subprocess.Popen(
            [sys.executable, "-c", SCRIPT],
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(sys.path),
                "PYTHONHASHSEED": seed,
                "TZ": zone,
            },
            stdout=subprocess.PIPE,
            text=True,
            encoding="ascii",
        )
        for seed, zone in surroundings
    ]

    digests = {process.communicate(timeout=60)[0] for process in started}

    assert len(digests) == 1
    assert len(digests.pop().strip()) == 64


def drawing_without_page(pdf, runs):
    pdf.open(pdf.root.add(Kind.TITLE))


def one_tag_in_another(pdf, runs):
    pdf.begin_page()
    pdf.open(pdf.root.add(Kind.TITLE))
    pdf.open(pdf.root.add(Kind.TITLE))


def a_tag_in_an_artifact(pdf, runs):
    pdf.begin_page()
    pdf.open_artifact(Artifact.FOOTER)
    pdf.open(pdf.root.add(Kind.TITLE))


def closing_nothing(pdf, runs):
    pdf.begin_page()
    pdf.close()


def text_under_no_tag(pdf, runs):
    pdf.begin_page()
    pdf.text(50, 700, runs("Anna"), 11, INK)


def a_page_ended_with_a_tag_open(pdf, runs):
    pdf.begin_page()
    pdf.open(pdf.root.add(Kind.TITLE))
    pdf.end_page()


def a_page_in_a_page(pdf, runs):
    pdf.begin_page()
    pdf.begin_page()


def finishing_with_a_page_open(pdf, runs):
    pdf.begin_page()
    pdf.finish()


def finishing_without_pages(pdf, runs):
    pdf.finish()


def a_figure_that_says_nothing(pdf, runs):
    pdf.begin_page()
    pdf.open(pdf.root.add(Kind.FIGURE))


def drawing_for_a_tag_outside_the_tree(pdf, runs):
    pdf.begin_page()
    pdf.open(replace(pdf.root, kind=Kind.PARAGRAPH, children=[]))
    pdf.close()
    pdf.end_page()
    pdf.finish()


@pytest.mark.parametrize(
    "wrong",
    [
        drawing_without_page,
        one_tag_in_another,
        a_tag_in_an_artifact,
        closing_nothing,
        text_under_no_tag,
        a_page_ended_with_a_tag_open,
        a_page_in_a_page,
        finishing_with_a_page_open,
        finishing_without_pages,
        a_figure_that_says_nothing,
        drawing_for_a_tag_outside_the_tree,
    ],
    ids=lambda wrong: wrong.__name__,
)
def test_what_would_make_an_invalid_file_is_refused(pdf, runs, wrong):
    with pytest.raises(ValueError, match=r"\w"):
        wrong(pdf, runs)


def another_owner(writer):
    row = writer.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"][1]
    row[0], row[1] = row[1], row[0]


def a_shorter_parent_tree(writer):
    writer.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"][1].pop()


def another_parent(writer):
    element = writer.root_object["/StructTreeRoot"]["/K"]["/K"][1].get_object()
    element[NameObject("/P")] = element["/K"][0]


def another_place(writer):
    element = writer.root_object["/StructTreeRoot"]["/K"]["/K"][0].get_object()
    element[NameObject("/K")] = NumberObject(99)


def another_title(writer):
    writer._info.get_object()[NameObject("/Title")] = TextStringObject("Något annat")


def a_font_left_out(writer):
    font = next(iter(writer.pages[0]["/Resources"]["/Font"].values())).get_object()
    del font["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"]


def a_heading_that_jumps(writer):
    element = writer.root_object["/StructTreeRoot"]["/K"]["/K"][0].get_object()
    element[NameObject("/S")] = NameObject("/H3")


def a_bookmark_to_nowhere(writer):
    writer.root_object["/Outlines"]["/First"]["/Dest"][0] = writer.root_object.indirect_reference


@pytest.mark.parametrize(
    "plant",
    [
        another_owner,
        a_shorter_parent_tree,
        another_parent,
        another_place,
        another_title,
        a_font_left_out,
        a_heading_that_jumps,
        a_bookmark_to_nowhere,
    ],
    ids=lambda plant: plant.__name__,
)
def test_planted_faults_are_found(sample, own_faults, plant):
    writer = PdfWriter(clone_from=read(sample()))
    assert own_faults(saved(writer)) == []

    plant(writer)

    assert own_faults(saved(writer))


def saved(writer):
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def document(data):
    return read(data).root_object["/StructTreeRoot"]["/K"].get_object()


def kids(element):
    below = element["/K"]
    return [kid.get_object() for kid in (below if isinstance(below, list) else [below])]

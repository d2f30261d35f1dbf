"""Bookmarks."""

import io

import pytest
from pypdf import PdfReader

from printing.pdf.tags import Kind


@pytest.fixture
def outline(pdf, write, faults):
    """The bookmarks of a document with these titles and levels, as the file holds them."""

    def made(*bookmarks):
        pdf.begin_page()
        write(pdf, pdf.root.add(Kind.TITLE), "Plan")
        for title, level in bookmarks:
            pdf.bookmark(title, level, 700)
        pdf.end_page()
        data = pdf.finish()
        assert faults(data) == []
        return PdfReader(io.BytesIO(data))

    return made


def titles(entries):
    return [titles(entry) if isinstance(entry, list) else entry.title for entry in entries]


def test_they_lie_below_each_other_by_level(outline):
    reader = outline(("A", 0), ("A1", 1), ("A1a", 2), ("A2", 1), ("B", 0))

    assert titles(reader.outline) == ["A", ["A1", ["A1a"], "A2"], "B"]


def test_a_level_that_is_left_out_does_no_harm(outline):
    reader = outline(("A", 1), ("A1", 3), ("B", 0), ("B1", 2), ("B2", 1))

    assert titles(reader.outline) == ["A", ["A1"], "B", ["B1", "B2"]]


def test_the_first_level_is_open_and_the_others_closed(outline):
    reader = outline(("A", 0), ("A1", 1), ("A1a", 2), ("A1b", 2), ("B", 0))
    root = reader.root_object["/Outlines"]
    first = root["/First"]

    assert root["/Count"] == 3
    assert first["/Count"] == 1
    assert first["/First"]["/Count"] == -2
    assert "/Count" not in root["/Last"]


def test_they_lead_to_the_page_and_the_height(outline):
    (entry,) = outline(("Område", 0)).outline

    assert entry["/Page"].get_object()["/Type"] == "/Page"
    assert entry["/Top"] == 700

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.page_search import PageSearch
from ui.page_text import Stretch
from ui.pdf_document import PdfPages

PdfBytes = Callable[..., bytes]


@pytest.fixture
def search(qapp: QApplication, written_pdf: PdfBytes) -> PageSearch:
    search = PageSearch()
    search.set_pages(PdfPages(written_pdf("hus och bil", "bil", "hus hus")))
    return search


@pytest.fixture
def done(search: PageSearch, qtbot: QtBot) -> Callable[[], None]:
    """Wait until every page has been searched; on a busy machine that takes several bits."""
    return lambda: qtbot.waitUntil(lambda: search.is_done)


def test_hits_are_counted_from_the_page_one_looks_at(search: PageSearch, done) -> None:
    search.look_for("hus", 1)
    done()
    assert len(search.hits) == 3
    assert (search.number, search.current) == (2, Stretch(2, 0, 3))


def test_with_nothing_below_one_stands_at_the_first(search: PageSearch, done) -> None:
    search.look_for("bil", 2)
    done()
    assert search.current == Stretch(0, 8, 3)


def test_steps_go_round(search: PageSearch, done) -> None:
    search.look_for("hus", 0)
    done()
    seen = []
    search.changed.connect(lambda: seen.append(search.number))
    for step in (1, 1, 1, -1):
        search.step(step)
    assert seen == [2, 3, 1, 3]


@pytest.mark.parametrize("query", ["tåg", "", "  "])
def test_nothing_found_is_no_hit(search: PageSearch, query: str, done) -> None:
    search.look_for(query, 0)
    done()
    search.step(1)
    assert (search.hits, search.number, search.current) == ([], 0, None)
    assert search.is_done


def test_newer_pages_are_searched_for_the_same(
    search: PageSearch, written_pdf: PdfBytes, done
) -> None:
    search.look_for("hus", 0)
    done()
    search.step(1)
    search.set_pages(PdfPages(written_pdf("hus hus hus")))
    done()
    assert search.number == 2
    search.set_pages(PdfPages(written_pdf("hus")))
    done()
    assert search.number == 1
    search.set_pages(None)
    assert search.number == 0


def test_a_long_document_is_searched_bit_by_bit(
    qtbot: QtBot, search: PageSearch, written_pdf: PdfBytes
) -> None:
    text = "\n".join(["hus och bil och tåg och båt och cykel"] * 35)
    search.set_pages(PdfPages(written_pdf(*[text] * 40)))
    search.look_for("hus", 0)
    qtbot.waitUntil(lambda: search.is_done)
    assert len(search.hits) == 35 * 40

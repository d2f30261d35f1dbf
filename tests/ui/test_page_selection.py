from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from ui.page_places import PagePlaces
from ui.page_selection import Grain, PageSelection
from ui.page_text import Stretch
from ui.pdf_document import PdfPages

PdfBytes = Callable[..., bytes]
FIRST, SECOND = "Åsa Berg kommer\nvarje morgon-\nstund klockan 8", "Karin kommer sen"


@pytest.fixture
def pages(qapp: QApplication, written_pdf: PdfBytes) -> PdfPages:
    return PdfPages(written_pdf(FIRST, SECOND))


@pytest.fixture
def selection(pages: PdfPages) -> PageSelection:
    return PageSelection(pages)


def middle(pages: PdfPages, page: int, words: str) -> QPointF:
    start = pages.characters(page).index(words)
    return pages.boxes(Stretch(page, start, len(words)))[0].center()


@pytest.mark.parametrize("sign", "ÅBk8")
def test_the_character_at_a_point_is_found(pages: PdfPages, sign: str) -> None:
    places = PagePlaces(pages)
    found = places.character_at(0, middle(pages, 0, sign))
    assert found is not None
    assert pages.characters(0)[found] == sign


def test_a_point_beside_the_text_means_the_nearest_line(pages: PdfPages) -> None:
    places = PagePlaces(pages)
    line = middle(pages, 0, "kommer").y()
    assert places.gap_at(0, QPointF(5, line)) == 0
    assert places.gap_at(0, QPointF(590, line)) == len("Åsa Berg kommer")
    assert places.character_at(0, QPointF(5, 5)) == 0


def test_an_empty_page_has_no_characters(qapp: QApplication, written_pdf: PdfBytes) -> None:
    selection = PageSelection(PdfPages(written_pdf("", "Text")))
    selection.begin(0, QPointF(100, 100), Grain.WORD)
    assert selection.is_empty
    assert selection.text() == ""


@pytest.mark.parametrize(
    ("grain", "words", "selected"),
    [
        (Grain.WORD, "Berg", "Berg"),
        (Grain.WORD, "stund", "morgonstund"),
        (Grain.LINE, "Berg", "Åsa Berg kommer"),
        (Grain.CHARACTER, "Berg", ""),
    ],
)
def test_a_click_selects_as_much_as_its_grain(
    pages: PdfPages, selection: PageSelection, grain: Grain, words: str, selected: str
) -> None:
    selection.begin(0, middle(pages, 0, words), grain)
    assert selection.text() == selected


def test_a_drag_selects_both_ways(pages: PdfPages, selection: PageSelection) -> None:
    line = middle(pages, 0, "Berg")
    selection.begin(0, QPointF(72, line.y()), Grain.CHARACTER)
    selection.extend(0, QPointF(590, line.y()))
    assert selection.text() == "Åsa Berg kommer"
    selection.begin(0, QPointF(590, line.y()), Grain.CHARACTER)
    selection.extend(0, QPointF(72, line.y()))
    assert selection.text() == "Åsa Berg kommer"


def test_a_drag_by_words_goes_over_pages(pages: PdfPages, selection: PageSelection) -> None:
    selection.begin(0, middle(pages, 0, "klockan"), Grain.WORD)
    selection.extend(1, middle(pages, 1, "kommer"))
    assert selection.text() == "klockan 8\nKarin kommer"
    assert selection.on_page(1) == Stretch(1, 0, len("Karin kommer"))


def test_all_is_every_page_in_reading_order(selection: PageSelection) -> None:
    selection.select_all()
    assert selection.text() == "Åsa Berg kommer\nvarje morgonstund klockan 8\nKarin kommer sen"
    assert selection.on_page(2) is None
    selection.clear()
    assert selection.is_empty
    assert selection.on_page(0) is None


@pytest.mark.parametrize(
    ("made_anew", "kept"),
    [
        ((FIRST, SECOND), "klockan 8\nKarin kommer"),
        ((FIRST, f"{SECOND}are", "Ny sida"), "klockan 8\nKarin kommer"),
        ((FIRST, "Klara kommer sen"), ""),
        ((f"Å {FIRST}", SECOND), ""),
        ((FIRST,), ""),
    ],
)
def test_the_selection_is_kept_where_the_same_text_stands(
    pages: PdfPages,
    selection: PageSelection,
    written_pdf: PdfBytes,
    made_anew: tuple[str, ...],
    kept: str,
) -> None:
    selection.begin(0, middle(pages, 0, "klockan"), Grain.WORD)
    selection.extend(1, middle(pages, 1, "kommer"))
    carried = selection.carried_to(PdfPages(written_pdf(*made_anew)))
    assert carried.text() == kept
    assert selection.text() == "klockan 8\nKarin kommer"

import pytest
from PySide6.QtCore import QSizeF

from ui.page_layout import (
    MARGIN,
    Fit,
    PageLayout,
    Place,
    Room,
    beyond,
    fitting_scale,
    percent,
    scale_of,
)

A4 = QSizeF(595.28, 841.89)
ROOM = Room(800, 600)


def layout(count: int = 3, scale: float = 1.0, room: Room = ROOM) -> PageLayout:
    return PageLayout([A4] * count, scale, room)


def test_pages_lie_under_each_other_in_the_middle() -> None:
    first, second, third = layout().pages
    assert first.top() == MARGIN
    assert second.top() - first.bottom() == MARGIN
    assert third.bottom() + MARGIN == layout().height
    assert first.left() == pytest.approx(800 - first.right(), abs=1)


def test_a_page_wider_than_the_window_makes_the_whole_wider() -> None:
    wide = layout(scale=2.0)
    assert wide.width == wide.pages[0].width() + 2 * MARGIN
    assert wide.pages[0].left() == MARGIN


@pytest.mark.parametrize("dots", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_pages_begin_and_end_on_whole_dots(dots: float) -> None:
    for page in layout(scale=0.777, room=Room(801, 599, dots)).pages:
        for edge in (page.left(), page.top(), page.width(), page.height()):
            assert edge * dots == pytest.approx(round(edge * dots), abs=1e-6)


def test_fitting_the_width_leaves_the_margins() -> None:
    fitted = layout(scale=fitting_scale([A4], Fit.WIDTH, ROOM))
    assert fitted.pages[0].width() == pytest.approx(800 - 2 * MARGIN, abs=1)


def test_fitting_the_page_shows_all_of_it() -> None:
    fitted = layout(scale=fitting_scale([A4], Fit.PAGE, ROOM))
    assert fitted.pages[0].height() == pytest.approx(600 - 2 * MARGIN, abs=1)


@pytest.mark.parametrize(("asked", "given"), [(100, 100), (1, 25), (9999, 400), (133, 133)])
def test_sizes_stay_between_25_and_400_per_cent(asked: int, given: int) -> None:
    assert percent(scale_of(asked)) == given


@pytest.mark.parametrize("y", [0, 200, 858, 900, 1500])
def test_a_place_is_found_again_in_another_size(y: int) -> None:
    small, large = layout(), layout(scale=2.0)
    place = small.place(0, y)
    assert small.position(place).y() == pytest.approx(y, abs=0.01)
    assert large.place(0, large.position(place).y()).page == place.page
    assert large.position(place).y() >= y


def test_a_place_on_a_page_that_is_gone_is_the_end() -> None:
    fewer = layout(count=1)
    assert fewer.position(Place(page=2, down=0.5)).y() == fewer.height


def test_the_middle_of_a_wide_page_stays_in_the_middle() -> None:
    wider = layout(scale=3.0)
    middle = wider.position(layout().place(0, 0)).x()
    assert middle == pytest.approx((wider.width - 800) / 2)


@pytest.mark.parametrize(("y", "page"), [(0, 1), (300, 1), (700, 2), (1200, 2), (2006, 3)])
def test_the_page_in_view(y: int, page: int) -> None:
    assert layout().page_in_view(y) == page


def test_no_pages_have_no_page_in_view() -> None:
    assert layout(count=0).page_in_view(0) == 0


@pytest.mark.parametrize("dots", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_pages_that_fit_the_width_need_no_scroll_bar_at_any_scaling(dots: float) -> None:
    for width in range(400, 900, 7):
        room = Room(width, 600, dots)
        scale = fitting_scale([A4], Fit.WIDTH, room)
        assert beyond(layout(scale=scale, room=room).width, room.width) == 0


def test_what_is_beyond_the_window_is_rounded_up() -> None:
    assert beyond(602.2, 600) == 3
    assert beyond(500, 600) == 0

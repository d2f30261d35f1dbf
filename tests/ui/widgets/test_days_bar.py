"""The bar of days: where today is, in words as well."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage

from gplan_desktop.rules.need import DaySpan
from ui.widgets.days_bar import DaysBar, places

START = date(2026, 11, 1)


def span(today: int, length: int = 30) -> DaySpan:
    """Return a span of *length* days on its day number *today*."""
    day = START + timedelta(days=today)
    return DaySpan(START, START + timedelta(days=length), day, "Stödet började", "Senast")


@pytest.mark.parametrize(
    ("today", "limit_at", "today_at"),
    [
        (-3, 1.0, 0.0),
        (0, 1.0, 0.0),
        (15, 1.0, 0.5),
        (30, 1.0, 1.0),
        (40, 0.75, 1.0),
        (300, 0.6, 1.0),
    ],
)
def test_today_and_the_limit_have_their_places(today, limit_at, today_at):
    assert places(span(today)) == (limit_at, today_at)


def test_a_span_of_no_days_can_be_shown():
    assert places(span(0, length=0)) == (1.0, 0.0)
    assert places(span(1, length=0)) == (0.6, 1.0)


@pytest.mark.parametrize(
    ("today", "words", "role"),
    [
        (16, "14 dagar kvar", "heading"),
        (30, "I dag är sista dagen", "heading"),
        (42, "Försenad 12 dagar", "problem"),
    ],
)
def test_what_is_left_stands_in_words_beside_the_bar(hold: Any, theme: Any, today, words, role):
    bar = hold(DaysBar(theme), width=700).box
    bar.show_span(span(today))
    assert (bar.words.text(), bar.words.property("role")) == (words, role)
    assert bar.last_day.text() == "Senast tisdag 1 december 2026."
    assert bar.bar.accessibleName().startswith("Stödet började söndag 1 november 2026. Senast tis")
    assert bar.bar.accessibleName().endswith(f"{words}.")


def drawn(bar: Any) -> QImage:
    return bar.bar.grab().toImage()


def share(image: QImage, colour: str) -> float:
    """Return how much of the middle of the bar has *colour*."""
    line, wanted = 35, QColor(colour).name()
    row = [image.pixelColor(x, line).name() for x in range(image.width())]
    return row.count(wanted) / len(row)


def test_the_bar_fills_day_by_day_and_is_striped_after_the_limit(hold: Any, theme: Any):
    bar = hold(DaysBar(theme), width=700).box
    bar.show_span(span(0))
    assert share(drawn(bar), theme.colours.accent) < 0.02
    bar.show_span(span(15))
    assert share(drawn(bar), theme.colours.accent) == pytest.approx(0.5, abs=0.02)
    assert share(drawn(bar), theme.colours.problem) == 0
    bar.show_span(span(60))
    assert share(drawn(bar), theme.colours.accent) == pytest.approx(0.6, abs=0.02)
    # Stripes: part of what is late is red, part shows what is behind.
    assert 0 < share(drawn(bar), theme.colours.problem) < 0.3


@pytest.mark.parametrize("width", [200, 320, 700])
def test_it_can_be_drawn_in_any_width(hold: Any, theme: Any, width):
    bar = hold(DaysBar(theme), width=width).box
    bar.show_span(span(300))
    assert not drawn(bar).isNull()
    assert bar.bar.width() <= 620

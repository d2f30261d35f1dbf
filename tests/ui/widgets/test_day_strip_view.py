"""The drawn day: gaps in words, the hour under the mouse, and a height for its lanes."""

import pytest
from PySide6.QtGui import QColor

from gplan_desktop.domain.plan import Activity, AreaPlan, DayPart
from gplan_desktop.method.model import Hours
from gplan_desktop.rules.day_strip import DayStrip, day_strip
from ui.widgets.day_strip_view import DayStripView, gaps_in_words

HOURS = {
    DayPart.MORNING: Hours(6, 9),
    DayPart.FORENOON: Hours(9, 12),
    DayPart.NOON: Hours(12, 14),
    DayPart.AFTERNOON: Hours(14, 17),
    DayPart.EVENING: Hours(17, 22),
    DayPart.NIGHT: Hours(22, 6),
}


def strip_of(*parts: DayPart) -> DayStrip:
    activity = Activity("Dusch", day_parts=parts)
    return day_strip([AreaPlan("d5", activities=(activity,))], HOURS)


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ((), "Ingen beskrivning hela dygnet."),
        (tuple(DayPart), "Alla timmar har en beskrivning."),
        ((DayPart.MORNING, DayPart.EVENING), "Ingen beskrivning kl. 9–17 och kl. 22–6."),
    ],
)
def test_the_gaps_are_told_in_words(parts, told):
    assert gaps_in_words(strip_of(*parts)) == told


def test_what_is_drawn_is_also_told(theme, qtbot):
    view = DayStripView(theme)
    qtbot.addWidget(view)
    view.resize(674, 60)
    view.show_strip(strip_of(DayPart.MORNING), "Dygnet")
    assert view.accessibleName() == "Dygnet"
    assert "Dusch (Personlig vård)" in view.accessibleDescription()
    assert view._told_at(round(view._x(0.5))) == "Kl. 6–7\nDusch (Personlig vård)"
    assert view._told_at(round(view._x(23.5))) == "Kl. 5–6\nIngen beskrivning"
    assert view._told_at(3) == ""


def test_described_hours_are_filled_and_gaps_are_hatched(theme, qtbot):
    view = DayStripView(theme)
    qtbot.addWidget(view)
    view.resize(674, 60)
    view.show_strip(strip_of(DayPart.MORNING), "Dygnet")
    picture = view.grab().toImage()
    assert picture.pixelColor(round(view._x(1.5)), 9) == QColor(theme.colours.accent)
    gap = {picture.pixelColor(round(view._x(12.2)) + x, 9).name() for x in range(12)}
    assert len(gap) > 1
    assert theme.colours.accent not in gap

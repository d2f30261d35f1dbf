"""Earlier values: sign, word and day for each, or that there are none."""

from datetime import date

from PySide6.QtWidgets import QFrame, QLabel

from gplan_desktop.domain.plan import GoalAttainment
from gplan_desktop.rules.history import PastAttainment
from ui.widgets.history_strip import NONE, HistoryStrip


def test_each_value_is_told_by_sign_word_and_day(theme, qtbot):
    past = [PastAttainment(date(2025, 1, n), a, "Plan") for n, a in enumerate(GoalAttainment, 1)]
    strip = HistoryStrip(past, theme)
    qtbot.addWidget(strip)
    chips = strip.findChildren(QFrame, "chip")
    assert [chip.accessibleName() for chip in chips] == [
        "2025-01-01: Kvarstår",
        "2025-01-02: Delvis uppfyllt",
        "2025-01-03: Helt uppfyllt",
    ]
    signs = [chip.findChildren(QLabel)[0].pixmap().toImage() for chip in chips]
    assert all(signs[n] != signs[n - 1] for n in range(3))


def test_none_is_told_in_words(theme, qtbot):
    strip = HistoryStrip([], theme)
    qtbot.addWidget(strip)
    assert [w.text() for w in strip.findChildren(QLabel)] == [NONE]

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from ui.practice_band import PracticeBand


@pytest.fixture
def band(theme: Any, put_up: Callable[..., Any]) -> Any:
    return put_up(PracticeBand(theme), (1280, 40))


def test_it_says_that_nothing_is_real(band: PracticeBand) -> None:
    (said,) = band.findChildren(QLabel)
    assert said.text().startswith("ÖVNING")
    assert "inget är på riktigt" in said.text()


def test_both_ways_out_are_asked_for_by_keyboard(band: PracticeBand, qtbot: Any) -> None:
    for button, signal in ((band.reset, band.reset_wanted), (band.leave, band.leave_wanted)):
        button.setFocus()
        with qtbot.waitSignal(signal):
            QTest.keyClick(button, Qt.Key.Key_Return)


def test_it_is_seen_from_afar(band: PracticeBand, theme: Any) -> None:
    picture = band.grab().toImage()
    place = picture.width() // 2, picture.height() // 2
    assert picture.pixelColor(*place).name() == theme.colours.practice


def test_everything_has_a_name_and_its_room(band: PracticeBand, unnamed: Any, clipped: Any) -> None:
    assert unnamed(band) == []
    assert clipped(band) == []

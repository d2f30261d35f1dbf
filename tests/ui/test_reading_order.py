"""Tab goes as one reads: box by box, line by line, also when widgets were made in another order."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.reading_order import go_on
from ui.widgets.choice_group import ChoiceGroup


@pytest.fixture
def window(qtbot: Any) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def show(window: QWidget, qtbot: Any) -> None:
    window.resize(600, 400)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    qtbot.waitUntil(window.isActiveWindow)
    if focused := window.focusWidget():
        focused.clearFocus()


def walk(window: QWidget, regions: list[QWidget], steps: int) -> list[str]:
    names = []
    for _ in range(steps):
        assert go_on(regions, window.focusWidget(), forward=True)
        names.append(window.focusWidget().objectName())
    return names


def box(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    return line


def test_a_column_is_read_to_its_end_before_the_next(window: QWidget, qtbot: Any) -> None:
    across = QHBoxLayout(window)
    columns = []
    for number in (1, 2):
        column = QWidget()
        down = QVBoxLayout(column)
        for row in "ab":
            down.addWidget(box(f"{number}{row}"))
        columns.append(column)
    # Made first, read last.
    for column in columns:
        across.addWidget(column)
    show(window, qtbot)
    assert walk(window, [window], 5) == ["1a", "1b", "2a", "2b", "1a"]


def test_a_row_that_is_made_late_is_read_where_it_stands(window: QWidget, qtbot: Any) -> None:
    down = QVBoxLayout(window)
    down.addWidget(box("first"))
    down.addWidget(box("last"))
    show(window, qtbot)
    down.insertWidget(1, box("late"))
    qtbot.waitUntil(lambda: window.findChild(QLineEdit, "late").y() > 0)
    assert walk(window, [window], 3) == ["first", "late", "last"]


def test_backwards_is_the_same_way_back(window: QWidget, qtbot: Any) -> None:
    down = QVBoxLayout(window)
    for name in ("a", "b", "c"):
        down.addWidget(box(name))
    show(window, qtbot)
    window.findChild(QLineEdit, "b").setFocus()
    go_on([window], window.focusWidget(), forward=False)
    assert window.focusWidget().objectName() == "a"
    go_on([window], window.focusWidget(), forward=False)
    assert window.focusWidget().objectName() == "c"


def test_what_is_hidden_or_closed_is_passed_by(window: QWidget, qtbot: Any) -> None:
    down = QVBoxLayout(window)
    for name in ("a", "hidden", "closed", "b"):
        down.addWidget(box(name))
    window.findChild(QLineEdit, "hidden").hide()
    window.findChild(QLineEdit, "closed").setEnabled(False)
    show(window, qtbot)
    assert walk(window, [window], 2) == ["a", "b"]


def test_of_radio_buttons_only_the_chosen_one_is_stopped_at(window: QWidget, qtbot: Any) -> None:
    down = QVBoxLayout(window)
    group = ChoiceGroup([(n, str(n)) for n in range(3)])
    group.set_value(1)
    down.addWidget(box("before"))
    down.addWidget(group)
    down.addWidget(box("after"))
    show(window, qtbot)
    assert walk(window, [window], 1) == ["before"]
    go_on([window], window.focusWidget(), forward=True)
    assert window.focusWidget() is group.buttons[1]
    assert walk(window, [window], 1) == ["after"]


def test_the_regions_follow_each_other(window: QWidget, qtbot: Any) -> None:
    across = QHBoxLayout(window)
    regions = []
    for name in ("right", "left"):
        region = QPushButton(name)
        region.setObjectName(name)
        across.insertWidget(0, region)
        regions.append(region)
    show(window, qtbot)
    assert walk(window, regions, 2) == ["right", "left"]


def test_without_anything_to_stop_at_nothing_happens(window: QWidget, qtbot: Any) -> None:
    show(window, qtbot)
    assert not go_on([window], None, forward=True)


def test_boxes_that_stand_on_one_line_are_one_line_also_when_one_is_higher(
    window: QWidget, qtbot: Any
) -> None:
    # A problem that is told above its input makes that box higher than those beside it.
    across = QHBoxLayout(window)
    for name, texts in (("a", 1), ("b", 1), ("c", 4)):
        frame = QWidget()
        down = QVBoxLayout(frame)
        for _ in range(texts):
            down.addWidget(QLabel("text"))
        down.addWidget(box(name))
        across.addWidget(frame, 0, Qt.AlignmentFlag.AlignBottom)
    show(window, qtbot)
    assert walk(window, [window], 4) == ["a", "b", "c", "a"]


@pytest.mark.parametrize("close", [lambda line: line.setEnabled(False), QLineEdit.hide])
def test_from_what_was_just_closed_one_goes_on_and_not_back_to_the_top(
    window: QWidget, qtbot: Any, close: Callable[[QLineEdit], None]
) -> None:
    down = QVBoxLayout(window)
    lines = [box(name) for name in ("top", "closing", "after")]
    for line in lines:
        down.addWidget(line)
    show(window, qtbot)
    lines[1].setFocus()
    close(lines[1])
    assert go_on([window], lines[1], forward=True)
    assert window.focusWidget().objectName() == "after"


def test_what_is_closed_alone_is_not_gone_to(window: QWidget, qtbot: Any) -> None:
    line = box("closed")
    QVBoxLayout(window).addWidget(line)
    line.setEnabled(False)
    show(window, qtbot)
    assert not go_on([window], line, forward=True)

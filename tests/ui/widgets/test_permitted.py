"""What the role may not do: seen, never pressed, and told."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolTip, QVBoxLayout, QWidget

from gplan_desktop.domain.user import Permission
from ui.office import Office, Standing
from ui.widgets.buttons import Button, push_button
from ui.widgets.permitted import is_closed, permit, permit_all

WHY = "Din roll, läsare, får inte skriva och ändra. Det får enhetschef."


@pytest.fixture
def reader(office: Office) -> Office:
    """The office of one who may do everything but write."""
    return replace(office, standing=Standing({Permission.WRITE: WHY}))


@pytest.fixture
def button(put_up: Callable[..., Any]) -> Iterator[Button]:
    holder, button = QWidget(), push_button("Ny plan")
    column = QVBoxLayout(holder)
    column.addWidget(QLineEdit())
    column.addWidget(button)
    put_up(holder)
    yield button
    holder.hide()


def test_what_the_role_may_do_is_left_as_it_is(button: Button, reader: Office) -> None:
    button.setToolTip("Ctrl+N")
    permit(button, reader, Permission.READ)
    assert button.isEnabled()
    assert button.toolTip() == "Ctrl+N"


def test_what_it_may_not_is_shown_with_the_reason(button: Button, reader: Office) -> None:
    permit(button, reader, Permission.WRITE)
    assert button.isVisible()
    assert is_closed(button)
    assert button.toolTip() == WHY
    assert button.accessibleDescription() == f"Inte tillgänglig. {WHY}"


@pytest.mark.parametrize("press", ["Return", "Space", "mouse", "click"])
def test_it_is_reached_with_tab_and_tells_why_in_place_of_doing_it(
    button: Button, reader: Office, press: str
) -> None:
    done: list[str] = []
    button.clicked.connect(lambda: done.append("done"))
    permit(button, reader, Permission.WRITE)
    line = button.parentWidget().findChild(QLineEdit)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert button.hasFocus()
    if press == "mouse":
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    elif press == "click":
        button.click()
    else:
        QTest.keyClick(button, getattr(Qt.Key, f"Key_{press}"))
    assert done == []
    told = "" if press == "click" else f"<p>{WHY}</p>"
    assert QToolTip.text() == told
    QToolTip.hideText()


def test_what_is_no_button_is_disabled(put_up: Callable[..., Any], reader: Office) -> None:
    line = put_up(QLineEdit())
    permit(line, reader, Permission.WRITE)
    assert not line.isEnabled()
    assert line.toolTip() == WHY


def test_no_view_opens_it_again(button: Button, reader: Office) -> None:
    permit_all([button], reader, Permission.WRITE)
    permit(button, reader, Permission.WRITE)
    holder = button.parentWidget()
    button.setEnabled(True)
    button.setToolTip("Ctrl+N")
    holder.setEnabled(False)
    button.setEnabled(True)
    holder.setEnabled(True)
    assert is_closed(button)
    assert button.isEnabled()
    assert button.toolTip() == WHY

"""What the role may not do: seen, never pressed, and told."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gplan_desktop.domain.user import Permission
from ui.office import Office, Standing
from ui.widgets.permitted import permit, permit_all

WHY = "Din roll, läsare, får inte skriva och ändra. Det får enhetschef."


@pytest.fixture
def reader(office: Office) -> Office:
    """The office of one who may do everything but write."""
    return replace(office, standing=Standing({Permission.WRITE: WHY}))


@pytest.fixture
def button(put_up: Callable[..., Any]) -> Iterator[QPushButton]:
    holder, button = QWidget(), QPushButton("Ny plan")
    QVBoxLayout(holder).addWidget(button)
    put_up(holder)
    yield button
    holder.hide()


def test_what_the_role_may_do_is_left_as_it_is(button: QPushButton, reader: Office) -> None:
    button.setToolTip("Ctrl+N")
    permit(button, reader, Permission.READ)
    assert button.isEnabled()
    assert button.toolTip() == "Ctrl+N"


def test_what_it_may_not_is_shown_with_the_reason(button: QPushButton, reader: Office) -> None:
    permit(button, reader, Permission.WRITE)
    assert button.isVisible()
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() == WHY


def test_no_view_opens_it_again(button: QPushButton, reader: Office) -> None:
    permit_all([button], reader, Permission.WRITE)
    permit(button, reader, Permission.WRITE)
    holder = button.parentWidget()
    button.setEnabled(True)
    button.setToolTip("Ctrl+N")
    holder.setEnabled(False)
    button.setEnabled(True)
    holder.setEnabled(True)
    assert not button.isEnabled()
    assert button.toolTip() == WHY

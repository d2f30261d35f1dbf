from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton, QRadioButton, QVBoxLayout, QWidget

from ui.widgets.choice_box import ChoiceBox
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.date_box import DateBox
from ui.widgets.field_factory import FieldFactory
from ui.widgets.line_box import LineBox
from ui.widgets.several_box import SeveralBox
from ui.widgets.text_box import TextBox
from ui.widgets.tick_box import TickBox


@pytest.fixture
def factory(method: Any, theme: Any, today: date) -> FieldFactory:
    return FieldFactory(method, theme, lambda: today)


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("participation.ticked", TickBox),
        ("participation.voice", ChoiceGroup),
        ("participation.how", TextBox),
        ("name", ChoiceGroup),
        ("contributors.0.name", LineBox),
        ("contributors.2.role", ChoiceBox),
        ("area.d4.attainment", ChoiceGroup),
        ("area.d4.next_follow_up", DateBox),
        ("area.d4.activities.1.day_parts", SeveralBox),
    ],
)
def test_each_field_gets_the_input_that_fits_it(
    factory: FieldFactory, field: str, kind: type
) -> None:
    frame = factory.frame(field)
    assert type(frame.box) is kind
    assert frame.field == field
    assert frame.box.objectName() == field


def test_every_field_of_the_method_can_be_made_and_named(
    factory: FieldFactory, method: Any, hold: Any, unnamed: Any
) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    for field in method.fields:
        frame = factory.frame(field)
        assert frame.caption.text() == method.fields[field].label
        column.addWidget(frame)
    held = hold(page)
    assert unnamed(held.box) == []


def test_the_plan_names_are_the_municipalitys(factory: FieldFactory, method: Any) -> None:
    frame = factory.frame("name")
    buttons = frame.box.findChildren(QRadioButton)
    assert [button.text() for button in buttons] == list(method.plan_names)


def test_the_parts_of_the_day_go_from_morning_to_night(factory: FieldFactory) -> None:
    frame = factory.frame("area.d4.activities.0.day_parts")
    buttons = frame.box.findChildren(QPushButton)
    assert (buttons[0].text(), buttons[-1].text()) == ("Morgon", "Natt")


def test_a_field_that_is_not_in_use_cannot_be_written(factory: FieldFactory, method: Any) -> None:
    disabled = [field for field, text in method.fields.items() if not text.enabled]
    assert disabled
    frames = [factory.frame(field) for field in disabled]
    assert not any(frame.box.isEnabled() for frame in frames)

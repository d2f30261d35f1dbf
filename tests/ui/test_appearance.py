from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QAction

from gplan_desktop.settings import TEXT_SIZES, Settings
from ui.appearance import appearance_button


@pytest.fixture
def changes() -> list[Settings]:
    return []


@pytest.fixture
def button(theme: Any, put_up: Callable[..., Any], changes: list[Settings]) -> Any:
    kept = Settings(theme="dark", text_size=150, help_open=False, geometry="ab")
    return put_up(appearance_button(theme, kept, changes.append), (60, 40))


def actions(button: Any) -> dict[str, QAction]:
    return {action.text(): action for action in button.menu().actions() if action.text()}


def test_every_theme_and_text_size_is_offered(button: Any) -> None:
    sizes = [f"Text {size} %" for size in TEXT_SIZES]
    assert list(actions(button)) == ["Som i Windows", "Ljust", "Mörkt", *sizes]


def test_what_holds_now_is_marked(button: Any) -> None:
    marked = [text for text, action in actions(button).items() if action.isChecked()]
    assert marked == ["Mörkt", "Text 150 %"]


def test_a_choice_changes_that_and_nothing_else(button: Any, changes: list[Settings]) -> None:
    actions(button)["Ljust"].trigger()
    actions(button)["Text 200 %"].trigger()
    assert changes == [
        Settings(theme="light", text_size=150, help_open=False, geometry="ab"),
        Settings(theme="dark", text_size=200, help_open=False, geometry="ab"),
    ]


def test_the_button_has_a_name(button: Any, unnamed: Callable[..., list[str]]) -> None:
    assert unnamed(button) == []
    assert button.toolTip() == "Utseende och textstorlek"

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from gplan_desktop.domain.tabs import MASK, NO_SECRET, Secret
from ui.widgets.secret_box import SHOWN_SECONDS, SecretBox

CODE = Secret("4711#")


@pytest.fixture
def held(hold: Any) -> Any:
    """A box with a code, whose owner lets it be shown."""
    box = SecretBox()
    box.set_name("Portkod")
    box.set_value(CODE)
    box.show_wanted.connect(box.reveal)
    return hold(box)


@pytest.fixture
def empty(hold: Any) -> Any:
    box = SecretBox()
    box.set_name("Portkod")
    return hold(box)


def spoken(box: SecretBox) -> str:
    """All that a screen reader can find in the box."""
    told = []
    for widget in (box, *box.findChildren(QWidget)):
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface and widget.isVisible():
            told += [
                interface.text(kind)
                for kind in (
                    QAccessible.Text.Name,
                    QAccessible.Text.Description,
                    QAccessible.Text.Value,
                )
            ]
    return " ".join(told)


def seen(box: SecretBox) -> list[str]:
    """What can be read in the box."""
    kinds = [w for w in box.findChildren(QWidget) if isinstance(w, (QLabel, QLineEdit))]
    return [w.text() for w in kinds if w.isVisible()]


def is_secret(box: SecretBox) -> bool:
    """Whether the code is nowhere: not on the screen, not in a hidden input, not to be heard."""
    texts = [w.text() for w in box.findChildren(QWidget) if isinstance(w, (QLabel, QLineEdit))]
    return not any("4711" in text for text in (*texts, spoken(box)))


@pytest.mark.parametrize("code", ["1", "4711", "en mycket lång kod"])
def test_a_code_is_as_many_dots_whatever_its_length(held: Any, code: str) -> None:
    held.box.set_value(Secret(code))
    assert seen(held.box) == [MASK]
    assert is_secret(held.box)


def test_a_masked_code_cannot_be_selected_or_copied(held: Any) -> None:
    QApplication.clipboard().setText("förr")
    for shortcut in (QKeySequence.StandardKey.SelectAll, QKeySequence.StandardKey.Copy):
        QTest.keySequence(QApplication.focusWidget(), shortcut)
    assert QApplication.clipboard().text() == "förr"
    assert not held.box.told.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_the_code_is_shown_with_a_countdown_in_words(held: Any) -> None:
    held.box.show_button.click()
    assert seen(held.box) == ["4711#", f"Döljs om {SHOWN_SECONDS} sekunder"]
    held.box.timer.timeout.emit()
    assert seen(held.box) == ["4711#", "Döljs om 19 sekunder"]


def test_the_code_is_masked_when_the_time_is_up(held: Any) -> None:
    held.box.show_button.click()
    for _ in range(SHOWN_SECONDS - 1):
        held.box.timer.timeout.emit()
    assert seen(held.box) == ["4711#", "Döljs om 1 sekund"]
    held.box.timer.timeout.emit()
    assert is_secret(held.box)
    assert not held.box.timer.isActive()
    assert held.box.show_button.hasFocus()


def test_the_code_can_be_hidden_at_once(held: Any) -> None:
    held.box.show_button.click()
    held.box.hide_button.click()
    assert is_secret(held.box)


def test_the_code_is_masked_when_the_page_is_left(held: Any) -> None:
    held.box.show_button.click()
    held.box.hide()
    assert is_secret(held.box)


def test_the_code_is_masked_when_another_window_is_used(held: Any, qtbot: Any) -> None:
    held.box.show_button.click()
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not held.box.isActiveWindow())
    assert is_secret(held.box)


def test_a_code_that_may_not_be_shown_stays_masked(hold: Any) -> None:
    box = hold(SecretBox()).box
    box.set_value(CODE)
    asked: list[bool] = []
    box.show_wanted.connect(lambda: asked.append(True))
    box.show_button.click()
    assert asked
    assert is_secret(box)
    box.conceal()
    # The answer comes too late.
    box.reveal()
    assert is_secret(box)


def test_nothing_is_shown_that_nobody_asked_for(held: Any) -> None:
    held.box.reveal()
    assert is_secret(held.box)


def test_a_code_is_written_in_sight_and_masked_when_left(
    empty: Any, type_text: Callable[..., None]
) -> None:
    type_text(QApplication.focusWidget(), "12å#")
    assert seen(empty.box) == ["12å#"]
    assert [secret.reveal() for secret in empty.edited] == ["1", "12", "12å", "12å#"]
    empty.after.setFocus()
    assert seen(empty.box) == [MASK]
    assert empty.left == [True]


def test_enter_leaves_the_box_with_the_code_masked(
    empty: Any, type_text: Callable[..., None]
) -> None:
    type_text(QApplication.focusWidget(), "4711")
    empty.press(Qt.Key.Key_Return)
    assert is_secret(empty.box)
    assert empty.left
    assert empty.box.show_button.hasFocus()


def test_what_is_shown_again_while_it_is_written_does_not_mask_it(
    empty: Any, type_text: Callable[..., None]
) -> None:
    empty.box.edited.connect(empty.box.set_value)
    type_text(QApplication.focusWidget(), "4711")
    assert seen(empty.box) == ["4711"]


def test_undo_never_brings_a_code_back(held: Any, type_text: Callable[..., None]) -> None:
    held.box.change.click()
    assert held.box.line.hasFocus()
    assert is_secret(held.box)
    type_text(held.box.line, "99")
    held.after.setFocus()
    held.box.change.click()
    QTest.keySequence(held.box.line, QKeySequence.StandardKey.Undo)
    assert held.box.line.text() == ""
    assert is_secret(held.box)


def test_the_old_code_stands_until_a_new_one_is_written(held: Any) -> None:
    held.box.change.click()
    held.after.setFocus()
    assert held.edited == []
    held.box.show_button.click()
    assert "4711#" in seen(held.box)


def test_a_change_can_be_taken_back(held: Any, type_text: Callable[..., None]) -> None:
    held.box.change.click()
    type_text(held.box.line, "9")
    held.box.restore.click()
    assert held.edited == [Secret("9"), CODE]
    assert seen(held.box) == [MASK]


def test_a_code_can_be_taken_away(held: Any) -> None:
    held.box.change.click()
    held.box.remove.click()
    assert held.edited == [NO_SECRET]
    assert held.box.line.isVisible()


def test_what_no_database_can_hold_is_left_out(empty: Any) -> None:
    empty.paste("12\0")
    assert empty.edited[-1] == Secret("12")


def test_what_is_being_written_is_hidden_but_kept_under_another_window(
    empty: Any, type_text: Callable[..., None], qtbot: Any
) -> None:
    type_text(QApplication.focusWidget(), "47")
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not empty.box.isActiveWindow())
    assert empty.box.line.displayText() == ""
    assert "47" not in spoken(empty.box)
    empty.window.activateWindow()
    QApplication.processEvents()
    qtbot.waitUntil(empty.box.isActiveWindow)
    assert empty.box.line.displayText() == "47"


def test_a_locked_box_shows_but_does_not_change(held: Any) -> None:
    held.box.set_read_only(True)
    assert not held.box.change.isVisible()
    held.box.show_button.click()
    assert seen(held.box)[0] == "4711#"
    assert not held.box.change.isVisible()
    held.box.set_value(NO_SECRET)
    assert seen(held.box) == ["Ingen kod"]


def test_everything_that_the_keyboard_reaches_has_a_name(held: Any, unnamed: Any) -> None:
    states = (
        lambda: None,
        held.box.show_button.click,
        held.box.change.click,
    )
    for enter in states:
        enter()
        assert unnamed(held.box) == []
    assert held.box.show_button.accessibleName() == "Visa: Portkod"


def test_that_there_is_a_code_is_heard_but_not_which(held: Any) -> None:
    assert "Dold" in spoken(held.box)
    assert is_secret(held.box)

from collections.abc import Callable

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget
from pytestqt.qtbot import QtBot

from ui.page_layout import Fit
from ui.page_view import PageView
from ui.preview_bar import PreviewBar


@pytest.fixture
def bar(qtbot: QtBot, theme: object) -> PreviewBar:
    view = PageView()
    qtbot.addWidget(view)
    bar = PreviewBar(view, lambda _: QIcon(), view)
    qtbot.addWidget(bar)
    bar.resize(1200, 60)
    view.resize(1200, 600)
    view.show()
    return bar


def names(bar: PreviewBar) -> list[str]:
    shown = [found for found in bar.findChildren(QAbstractButton) if found.isVisible()]
    return [found.text() or found.accessibleName().split(" (")[0] for found in shown]


def act(bar: PreviewBar, text: str) -> None:
    menu = bar.findChild(QMenu)
    next(found for found in menu.actions() if found.text().startswith(text)).trigger()


def test_a_wide_bar_has_all_on_one_line(bar: PreviewBar) -> None:
    assert {"Skriv ut…", "Spara som PDF…", "Hel bredd", "Förstora", "Sök i sidorna", "Mer"} <= set(
        names(bar)
    )
    assert bar.heightForWidth(1200) < 80


@pytest.mark.parametrize(
    ("width", "gone"),
    [
        (800, {"Hel bredd", "Hel sida"}),
        (480, {"Hel bredd", "Hel sida", "Spara som PDF…", "Förstora"}),
    ],
)
def test_a_narrow_bar_leaves_the_less_needed_to_the_menu(
    bar: PreviewBar, width: int, gone: set[str], clipped: Callable[[QWidget], list[str]]
) -> None:
    bar.resize(width, 60)
    assert not gone & set(names(bar))
    assert {"Skriv ut…", "Mer", "Nästa sida"} <= set(names(bar))
    assert bar.heightForWidth(width) < 80
    assert clipped(bar) == []
    bar.resize(1200, 60)
    assert gone <= set(names(bar))


def test_the_menu_does_what_the_buttons_do(bar: PreviewBar) -> None:
    asked: list[object] = []
    bar.search_wanted.connect(lambda: asked.append("search"))
    bar.text_wanted.connect(asked.append)
    bar.save.clicked.connect(lambda: asked.append("save"))
    bar.allow_use(allowed=True)
    for text in ("Sök", "Visa som text", "Spara", "Hel sida"):
        act(bar, text)
    assert asked == ["search", True, "save"]
    assert bar._view.fit is Fit.PAGE


def test_a_document_that_cannot_be_saved_cannot_be_saved_from_the_menu(bar: PreviewBar) -> None:
    bar.allow_use(allowed=False)
    saving = [action for action in bar.findChild(QMenu).actions() if "Spara" in action.text()]
    assert [action.isEnabled() for action in saving] == [False]


def test_what_is_about_pages_rests_while_the_text_is_shown(bar: PreviewBar) -> None:
    bar.show_text(True)
    assert not bar._larger.isEnabled()
    bar.show_text(False)
    assert bar._larger.isEnabled()

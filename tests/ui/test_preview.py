import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from gplan_desktop.errors import StorageFailed
from ui.background import Background
from ui.page_layout import Fit
from ui.preview import Preview

PdfBytes = Callable[..., bytes]
Expect = Callable[[str], None]


@pytest.fixture
def preview(qtbot: QtBot, background: Background) -> Preview:
    preview = Preview(background, lambda _: QIcon())
    qtbot.addWidget(preview)
    preview.resize(900, 600)
    with qtbot.waitExposed(preview):
        preview.show()
    return preview


def texts(preview: Preview) -> list[str]:
    return [found.text() for found in preview.findChildren(QLabel) if found.isVisible()]


def button(preview: Preview, name: str) -> QAbstractButton:
    for found in preview.findChildren(QAbstractButton):
        if name in (found.text(), found.accessibleName()):
            return found
    raise LookupError(name)


def show(qtbot: QtBot, preview: Preview, data: bytes) -> None:
    preview.show_document(lambda: data)
    qtbot.waitUntil(lambda: preview.data == data)


def test_a_document_is_shown_with_its_pages(
    qtbot: QtBot, preview: Preview, pdf_bytes: PdfBytes
) -> None:
    show(qtbot, preview, pdf_bytes(pages=2))
    assert "Sida 1 av 2" in texts(preview)
    button(preview, "Nästa sida (Page Down)").click()
    assert "Sida 2 av 2" in texts(preview)
    assert not button(preview, "Nästa sida (Page Down)").isEnabled()


def test_the_first_document_is_made_at_once(
    preview: Preview, background: Background, pdf_bytes: PdfBytes
) -> None:
    data = pdf_bytes()
    preview.show_document(lambda: data)
    background.flush()
    assert preview.data == data


def test_of_many_changes_only_the_first_and_the_last_are_made(
    qtbot: QtBot, preview: Preview, pdf_bytes: PdfBytes
) -> None:
    made = []

    def make(number: int) -> bytes:
        made.append(number)
        return pdf_bytes(text=str(number))

    for number in range(10):
        preview.show_document(lambda number=number: make(number))
    qtbot.waitUntil(lambda: preview.data == pdf_bytes(text="9"))
    assert made == [0, 9]


def test_an_older_document_never_replaces_a_newer(
    qtbot: QtBot, preview: Preview, background: Background, pdf_bytes: PdfBytes
) -> None:
    go_on = threading.Event()
    old, new = pdf_bytes(text="gammal"), pdf_bytes(text="ny")

    def slow() -> bytes:
        go_on.wait(5)
        return old

    seen = []
    preview.view.page_changed.connect(lambda *_: seen.append(preview.data))
    preview.show_document(slow)
    preview.show_document(lambda: new)
    button(preview, "Skriv ut…").setEnabled(True)
    button(preview, "Skriv ut…").click()
    go_on.set()
    qtbot.waitUntil(lambda: preview.data != b"")
    assert preview.data == new
    assert old not in seen


def test_slow_work_is_told_discreetly(qtbot: QtBot, preview: Preview, pdf_bytes: PdfBytes) -> None:
    go_on, data = threading.Event(), pdf_bytes()

    def slow() -> bytes:
        go_on.wait(5)
        return data

    preview.show_document(slow)
    assert "Uppdaterar…" not in texts(preview)
    qtbot.waitUntil(lambda: "Uppdaterar…" in texts(preview))
    go_on.set()
    qtbot.waitUntil(lambda: preview.data == data)
    assert "Uppdaterar…" not in texts(preview)


def test_a_failure_is_told_and_the_old_picture_stays(
    qtbot: QtBot, preview: Preview, pdf_bytes: PdfBytes, expect_log: Expect
) -> None:
    data = pdf_bytes()
    show(qtbot, preview, data)
    expect_log("ui.preview: The preview failed")
    preview.show_document(lambda: b"Hemligt" + bytes(1 // 0))
    qtbot.waitUntil(lambda: any("gick inte att visa" in text for text in texts(preview)))
    assert preview.data == data
    assert "Sida 1 av 3" in texts(preview)
    assert not button(preview, "Skriv ut…").isEnabled()
    show(qtbot, preview, pdf_bytes(text="Igen"))
    assert not any("gick inte att visa" in text for text in texts(preview))
    assert button(preview, "Skriv ut…").isEnabled()


def test_a_failure_is_logged_without_its_words(
    preview: Preview, background: Background, caplog: pytest.LogCaptureFixture, expect_log: Expect
) -> None:
    expect_log("ui.preview: The preview failed: ValueError")

    def fail() -> bytes:
        raise ValueError("Anna Andersson")

    preview.show_document(fail)
    background.flush()
    assert "Anna" not in caplog.text


def test_what_the_world_did_is_told_in_its_own_words(
    preview: Preview, background: Background
) -> None:
    def fail() -> bytes:
        raise StorageFailed

    preview.show_document(fail)
    background.flush()
    assert StorageFailed().message in texts(preview)


def test_bytes_that_are_no_pdf_are_a_failure(
    preview: Preview, background: Background, expect_log: Expect
) -> None:
    expect_log("ui.preview: The preview failed")
    preview.show_document(lambda: b"ingen PDF")
    background.flush()
    assert any("gick inte att visa" in text for text in texts(preview))
    assert preview.data == b""


def test_nothing_can_be_printed_before_there_is_a_document(
    qtbot: QtBot, preview: Preview, pdf_bytes: PdfBytes
) -> None:
    assert not button(preview, "Skriv ut…").isEnabled()
    assert not button(preview, "Spara som PDF…").isEnabled()
    show(qtbot, preview, pdf_bytes())
    assert button(preview, "Skriv ut…").isEnabled()
    assert button(preview, "Spara som PDF…").isEnabled()


@pytest.mark.parametrize(
    ("name", "signal"),
    [("Skriv ut…", "print_requested"), ("Spara som PDF…", "save_requested")],
)
def test_print_and_save_are_asked_for_once(
    qtbot: QtBot, preview: Preview, pdf_bytes: PdfBytes, name: str, signal: str
) -> None:
    show(qtbot, preview, pdf_bytes())
    asked = []
    getattr(preview, signal).connect(lambda: asked.append(name))
    button(preview, name).click()
    assert asked == [name]


def test_a_print_waits_for_the_last_change(
    qtbot: QtBot, preview: Preview, pdf_bytes: PdfBytes
) -> None:
    show(qtbot, preview, pdf_bytes())
    new, printed = pdf_bytes(text="Sista ändringen"), []
    preview.print_requested.connect(lambda: printed.append(preview.data))
    preview.show_document(lambda: new)
    button(preview, "Skriv ut…").click()
    assert printed == []
    qtbot.waitUntil(lambda: printed == [new])


def test_a_cleared_preview_shows_nothing_of_the_person_before(
    preview: Preview, background: Background, pdf_bytes: PdfBytes
) -> None:
    data = pdf_bytes()
    preview.show_document(lambda: data)
    background.flush()
    preview.show_document(lambda: data)
    preview.clear()
    background.flush()
    assert preview.data == b""
    assert "Ingen sida" in texts(preview)
    assert preview.view.accessibleDescription() == ""


def test_a_document_that_is_being_made_is_not_shown_after_clear(
    preview: Preview, background: Background, pdf_bytes: PdfBytes
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow() -> bytes:
        begun.set()
        go_on.wait(5)
        return pdf_bytes()

    preview.show_document(slow)
    begun.wait(5)
    preview.clear()
    go_on.set()
    background.run(lambda: None, lambda _: None, lambda _: None)
    background.flush()
    assert preview.data == b""


def test_the_buttons_zoom_and_fit(qtbot: QtBot, preview: Preview, pdf_bytes: PdfBytes) -> None:
    show(qtbot, preview, pdf_bytes())
    assert button(preview, "Hel bredd").isChecked()
    button(preview, "Hel sida").click()
    assert preview.view.fit is Fit.PAGE
    assert not button(preview, "Hel bredd").isChecked()
    button(preview, "Hel sida").click()
    assert button(preview, "Hel sida").isChecked()
    before = preview.view.zoom
    button(preview, "Förstora (Ctrl++)").click()
    assert preview.view.zoom > before
    assert f"{preview.view.zoom} %" in texts(preview)
    assert not button(preview, "Hel sida").isChecked()


def test_the_zoom_buttons_stay_under_the_pointer(
    qtbot: QtBot, preview: Preview, pdf_bytes: PdfBytes
) -> None:
    show(qtbot, preview, pdf_bytes())
    preview.view.set_zoom(90)
    before = button(preview, "Förstora (Ctrl++)").geometry()
    preview.view.set_zoom(110)
    QApplication.processEvents()
    assert button(preview, "Förstora (Ctrl++)").geometry() == before


def test_the_keys_of_the_pages_work_on_the_buttons(
    qtbot: QtBot, preview: Preview, pdf_bytes: PdfBytes
) -> None:
    show(qtbot, preview, pdf_bytes())
    target = button(preview, "Hel sida")
    target.setFocus()
    QApplication.sendEvent(
        target,
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier),
    )
    assert preview.view.current_page == 2


def test_enter_presses_the_button_that_one_stands_on(
    qtbot: QtBot, preview: Preview, pdf_bytes: PdfBytes
) -> None:
    show(qtbot, preview, pdf_bytes())
    preview.activateWindow()
    button(preview, "Nästa sida (Page Down)").setFocus()
    qtbot.keyClick(button(preview, "Nästa sida (Page Down)"), Qt.Key.Key_Return)
    assert preview.view.current_page == 2


def test_every_button_has_a_name(preview: Preview) -> None:
    for found in preview.findChildren(QAbstractButton):
        name = QAccessible.queryAccessibleInterface(found).text(QAccessible.Text.Name)
        assert name
    primary = [found.text() for found in preview.findChildren(QPushButton, "primary")]
    assert primary == ["Skriv ut…"]


def test_a_closed_preview_does_not_hinder_the_work_that_runs(
    background: Background, pdf_bytes: PdfBytes
) -> None:
    preview = Preview(background, lambda _: QIcon())
    preview.show_document(pdf_bytes)
    delete(preview)
    background.flush()

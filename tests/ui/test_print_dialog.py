import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gplan_desktop.errors import PrintFailed
from ui.print_dialog import _ask, ask_for_printer

pytestmark = pytest.mark.usefixtures("qapp")
not_native = pytest.mark.skipif(sys.platform == "win32", reason="Windows has its own dialog")
RANGE = QAbstractPrintDialog.PrintDialogOption.PrintPageRange


def answer_dialog(accept: bool) -> None:
    """Close the dialog that the program waits for."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QPrintDialog)
    dialog.done(QPrintDialog.DialogCode.Accepted if accept else QPrintDialog.DialogCode.Rejected)


@not_native
def test_a_cancelled_dialog_prints_nothing(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    QTimer.singleShot(0, lambda: answer_dialog(accept=False))
    assert _ask("Genomförandeplan", 3, parent) is None


@not_native
def test_the_chosen_printer_prints_a4_under_a_name_without_a_person(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    QTimer.singleShot(0, lambda: answer_dialog(accept=True))
    printer = _ask("Genomförandeplan", 3, parent)
    assert printer is not None
    assert printer.docName() == "Genomförandeplan"
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4


@not_native
@pytest.mark.parametrize(("pages", "offered"), [(3, True), (None, False)])
def test_pages_are_chosen_from_one_document_only(
    qtbot: QtBot, pages: int | None, offered: bool
) -> None:
    parent, seen = QWidget(), []
    qtbot.addWidget(parent)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        seen.append(dialog.testOption(RANGE))
        dialog.done(QPrintDialog.DialogCode.Rejected)

    QTimer.singleShot(0, look)
    _ask("Genomförandeplaner", pages, parent)
    assert seen == [offered]


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="this machine has a printer")
def test_without_a_printer_it_is_said(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    with pytest.raises(PrintFailed, match="ingen skrivare installerad"):
        ask_for_printer("Genomförandeplan", 3, parent)

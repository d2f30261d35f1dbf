"""The start: what was asked for on the command line, and the application that Qt needs."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox

from gplan_desktop import options
from gplan_desktop.options import Options
from gplan_desktop.paths import PathTooLong, data_folders
from gplan_desktop.program.first_window import FirstWindow
from gplan_desktop.vault import crash_dumps
from ui import theme


def main(arguments: list[str] | None = None) -> int:
    """Start the program and return its exit code."""
    chosen = options.read(sys.argv[1:] if arguments is None else arguments)
    if chosen.check_method:
        from gplan_desktop.method.report import check_method  # noqa: PLC0415 - as run_check

        return check_method(chosen.check_method, chosen.report)
    if chosen.check:
        return _check(chosen)
    crash_dumps.forbid(Path(sys.executable))
    application = make_application()
    try:
        folders = data_folders(chosen.data)
    except PathTooLong as error:
        QMessageBox.critical(None, "Gplan", str(error))
        return 1
    first = FirstWindow(application, chosen, folders)
    try:
        first.show()
        first.load()
        return application.exec()
    finally:
        first.end()


def _check(chosen: Options) -> int:
    from gplan_desktop.method.in_use import method_in_use  # noqa: PLC0415 - as below
    from gplan_desktop.program.papers import paper_of  # noqa: PLC0415 - as below
    from gplan_desktop.selfcheck import run_check  # noqa: PLC0415 - loads every part

    try:
        folders = data_folders(chosen.data)
    except PathTooLong as error:
        options.answer([f"FEL: {error}"], chosen.report)
        return 1
    in_use = method_in_use(folders.method_folder)
    return run_check(in_use, paper_of(in_use.method), chosen.report)


def make_application() -> QApplication:
    """Return the Qt application with the program's fonts and Swedish buttons."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(["Gplan"])
    application.setApplicationName("Gplan")
    QLocale.setDefault(QLocale("sv_SE"))
    translator = QTranslator(application)
    translator.load("qtbase_sv", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    application.installTranslator(translator)
    theme.load_fonts()
    return application

"""Sigill: looks through an archive package and tells of every plan and every file in it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.archive.verify import FileState, PackageReport, verify_package
from gplan_desktop.domain.check_code import CodeError
from ui.clipboard import lend
from ui.errors import show_error
from ui.office import Office
from ui.own_words_card import readable
from ui.seal_words import TOGETHER, Told, as_text, compared, in_numbers, paper_word, seal_role
from ui.seal_words import verdict as verdict_on
from ui.told_line import ToldLine
from ui.widgets.buttons import Button, push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.line_box import LineBox
from ui.widgets.record_table import Cell, RecordTable, Row
from ui.widgets.spoken import say

_HEADING = "Kontrollera ett arkivpaket"
_WHAT = (
    "Ett arkivpaket är en zip-fil eller en mapp med upprättade planer. Gplan läser det utan att "
    "ändra något och berättar om någon fil är ändrad, saknas eller har kommit till."
)
_CODE_LABEL = "Jämför med kontrollkoden på ett papper"
_QUESTION = "package"
_MOST_ROWS = 6


class SealPackageCard(Card):
    """A package is chosen, read in the background and told of in words; *report* is the last."""

    def __init__(self, office: Office) -> None:
        super().__init__(office.theme)
        self._office, theme = office, office.theme
        self._name = ""
        self.report: PackageReport | None = None
        self.column.setSpacing(theme.px(10))
        self.column.addWidget(label(_HEADING, "heading"))
        self.column.addLayout(readable(label(_WHAT, "muted", wraps=True)))
        self.choose_zip = self._choice("Välj zip-fil…", self._choose_zip)
        self.choose_folder = self._choice("Välj mapp…", self._choose_folder)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.choose_zip)
        row.addWidget(self.choose_folder)
        row.addStretch(1)
        self.column.addLayout(row)
        self.busy = label("", "muted", wraps=True)
        self.busy.hide()
        self.column.addWidget(self.busy)
        self.found = QWidget()
        self.found.hide()
        self._build_found()
        self.column.addWidget(self.found)

    def verify(self, path: Path) -> None:
        """Look through the package at *path*, and show what was found when it is done."""
        self.found.hide()
        self.report = None
        self._name = path.name
        self._show_busy(f"Kontrollerar {path.name}…")
        self._office.paper.newest(
            _QUESTION, lambda: verify_package(path), self._show, self._on_failed
        )

    def _choice(self, text: str, choose: object) -> Button:
        button = push_button(text)
        button.setAccessibleName(f"{_HEADING}: {text.rstrip('…').lower()}")
        button.clicked.connect(choose)
        return button

    def _build_found(self) -> None:
        theme = self._office.theme
        column = QVBoxLayout(self.found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        self.verdict = ToldLine(theme)
        self.numbers = label("", wraps=True)
        self.plans = RecordTable("Planer i paketet", ("Plan", "Sigill", "PDF-filen"), theme)
        self.plans.set_widths([theme.px(width) for width in (270, 410, 320)])
        self.files = RecordTable("Filer i paketet", ("Fil", "Så är den"), theme)
        self.files.set_widths([theme.px(width) for width in (720, 280)])
        self.copy = push_button("Kopiera resultatet", "", theme.icon("content_copy", "accent"))
        self.copy.clicked.connect(self._copy)
        for part in (self.verdict, self.numbers, self.plans):
            column.addWidget(part)
        column.addLayout(self._comparison())
        column.addLayout(readable(label(TOGETHER, "muted", wraps=True)))
        column.addWidget(self.files)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)

    def _comparison(self) -> QVBoxLayout:
        theme = self._office.theme
        name = label(_CODE_LABEL, "label")
        self.code = LineBox()
        name.setBuddy(self.code)
        self.code.setAccessibleName(_CODE_LABEL)
        self.code.setMaximumWidth(theme.px(420))
        self.code.textChanged.connect(lambda: self._compare(is_entered=False))
        self.code.returnPressed.connect(lambda: self._compare(is_entered=True))
        self.answer = ToldLine(theme)
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        for part in (name, self.code, self.answer):
            column.addWidget(part)
        return column

    def _choose_zip(self) -> None:
        dialog = QFileDialog(self, "Välj zip-filen med arkivpaketet")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(["Zip-filer (*.zip)", "Alla filer (*)"])
        self._open(dialog)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, "Välj mappen med arkivpaketet")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog)

    def _open(self, dialog: QFileDialog) -> None:
        dialog.fileSelected.connect(lambda chosen: self.verify(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_busy(self, text: str) -> None:
        self.busy.setText(text)
        self.busy.setVisible(bool(text))
        self.choose_zip.setEnabled(not text)
        self.choose_folder.setEnabled(not text)
        say(self.busy, text)

    def _on_failed(self, error: Exception) -> None:
        self._show_busy("")
        self.choose_zip.setFocus()
        show_error(error)

    def _show(self, report: PackageReport) -> None:
        self._show_busy("")
        self.report = report
        told = verdict_on(report)
        self.verdict.show_told(Told(told.role, f"{self._name}: {told.text}."))
        self.numbers.setText(in_numbers(report))
        self._fill(self.plans, _plan_rows(report))
        self._fill(self.files, _file_rows(report))
        self.code.clear()
        self.answer.show_told(None)
        self.found.show()
        self.code.setFocus()
        say(self.verdict, f"{self.verdict.text.text()} {self.numbers.text()}")

    def _fill(self, table: RecordTable, rows: Sequence[Row]) -> None:
        table.show_rows(rows, select=False)
        table.setVisible(bool(rows))
        row_height = table.verticalHeader().defaultSectionSize()
        height = table.horizontalHeader().sizeHint().height()
        table.setFixedHeight(height + row_height * min(len(rows), _MOST_ROWS) + 4)

    def _compare(self, *, is_entered: bool) -> None:
        """Compare as soon as the code is whole; only Enter makes a code that is not a mistake."""
        text = self.code.text()
        told: Told | None = None
        try:
            told = compared(self.report.plans_with_code(text)) if self.report else None
        except CodeError as error:
            told = Told("problem", str(error)) if is_entered and text.strip() else None
        if is_entered:
            self.code.selectAll()
        self.answer.show_told(told)
        say(self.answer, told.text if told else "")

    def _copy(self) -> None:
        if self.report:
            lend(as_text(self._name, self.report))


def _plan_rows(report: PackageReport) -> list[Row]:
    return [
        Row(
            plan.name,
            (
                Cell(plan.name),
                _state_cell(plan.seal.label, seal_role(plan.seal)),
                Cell(paper_word(plan), "muted"),
            ),
        )
        for plan in report.plans
    ]


def _file_rows(report: PackageReport) -> list[Row]:
    """Return the files, those that are not as they should be first."""
    unchanged = [file for file in report.files if file.state is FileState.UNCHANGED]
    rows = []
    for file in (*report.faults, *unchanged):
        role = "done" if file.state is FileState.UNCHANGED else "problem"
        rows.append(Row(file.name, (Cell(file.name), _state_cell(file.state.label, role))))
    return rows


def _state_cell(text: str, role: str) -> Cell:
    return Cell(text, role, Told(role, text).icon)

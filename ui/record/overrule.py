"""What a writer does about a text that has no place there: move it, or let it stand and say why."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.method.model import Severity
from gplan_desktop.record_editing import RecordEditor
from gplan_desktop.rules.finding import Finding
from ui.record.reveal import reveal_soon
from ui.theme import Theme
from ui.widgets.buttons import Button, push_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label
from ui.widgets.line_box import LineBox

# They block, and yet may stand when somebody answers for it (design §8.9).
GUARDED = frozenset(("visit-plan-guarded", "important-guarded"))
_NO_REASON = "Skriv varför det ska stå kvar."


def may_stand(finding: Finding) -> bool:
    """Tell whether *finding* may be let stand with a reason."""
    return finding.severity is Severity.WARNING or finding.rule in GUARDED


class OverruleRow(QWidget):
    """The two ways under a finding, and the reason once it has been let stand.

    Signals:
        move_wanted: the field whose text is to be moved to its right place.
    """

    move_wanted = Signal(str)

    def __init__(self, finding: Finding, editor: RecordEditor[Any], theme: Theme) -> None:
        super().__init__()
        self.finding, self._editor, self._theme = finding, editor, theme
        self._asks = False
        self.move_text = self._button("Flytta till rätt plats…", self._ask_to_move)
        self.let_stand = self._button("Låt det stå…", self._ask)
        self.keep = self._button("Låt det stå", self._keep)
        self.cancel = self._button("Avbryt", self._cancel, "link")
        self.take_back = self._button("Ta bort skälet", self._take_back, "link")
        self.caption = label("Varför ska det stå kvar?", "label")
        self.line = LineBox()
        self.line.setAccessibleName(f"Varför ska det stå kvar? {finding.about}".strip())
        self.line.returnPressed.connect(self._keep)
        self.problem = label(_NO_REASON, "problem", wraps=True)
        self.reason = label("", "small", wraps=True)
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Show what has become of the finding: nothing yet, a reason being written, a reason."""
        reason = self._editor.reason(self.finding)
        offers = not self._editor.read_only
        self._asks = self._asks and not reason and offers
        self.reason.setText(f"Står kvar: {reason}")
        self.reason.setVisible(bool(reason))
        for widget in (self.caption, self.line, self.keep, self.cancel):
            widget.setVisible(self._asks)
        self.problem.hide()
        self.let_stand.setVisible(offers and not self._asks and not reason)
        self.move_text.setVisible(
            offers and not self._asks and not reason and bool(self.finding.about)
        )
        self.take_back.setVisible(offers and bool(reason))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        for widget in (self.caption, self.line, self.problem, self.reason):
            column.addWidget(widget)
        # Side by side where there is room, under each other where the text is large.
        buttons = QWidget()
        flow = FlowLayout(buttons, self._theme.px(8))
        for button in (self.move_text, self.let_stand, self.keep, self.cancel, self.take_back):
            flow.addWidget(button)
        column.addWidget(buttons)

    def _button(self, text: str, press: Callable[[], None], kind: str = "") -> Button:
        button = push_button(text, kind)
        button.setAccessibleName(f"{text} {self.finding.about}".strip())
        button.clicked.connect(press)
        return button

    def _ask_to_move(self) -> None:
        self.move_wanted.emit(self.finding.field)

    def _ask(self) -> None:
        self._asks = True
        self.refresh()
        self.line.setFocus()
        reveal_soon(self)

    def _cancel(self) -> None:
        self._asks = False
        self.refresh()
        self.let_stand.setFocus()

    def _keep(self) -> None:
        """Let the finding stand; without a reason, ask for one."""
        reason = self.line.text()
        if reason.strip():
            self._editor.accept_warning(self.finding, reason)
            self.refresh()
            self.take_back.setFocus()
        else:
            self.problem.show()
            self.line.setFocus()

    def _take_back(self) -> None:
        self._editor.accept_warning(self.finding, "")
        self.refresh()
        self.let_stand.setFocus()


class Overrules(QWidget):
    """A row for each finding at one field that may be let stand, once the field was left.

    Signals:
        move_wanted: as that of its rows.
    """

    move_wanted = Signal(str)

    def __init__(self, field: str, editor: RecordEditor[Any], theme: Theme) -> None:
        super().__init__()
        self._field, self._editor, self._theme = field, editor, theme
        self.rows: list[OverruleRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self.hide()

    def refresh(self) -> None:
        """Show a row for each finding there is now; one that was there already is kept."""
        wanted = self._wanted()
        if [row.finding for row in self.rows] != wanted:
            self._rebuild(wanted)
        for row in self.rows:
            row.refresh()
        self.setVisible(bool(wanted))

    def _wanted(self) -> list[Finding]:
        shown = self._editor.shown(self._field)
        return [
            finding
            for finding in self._editor.findings
            if finding.field == self._field
            and may_stand(finding)
            and (finding in shown or self._editor.reason(finding))
        ]

    def _rebuild(self, findings: list[Finding]) -> None:
        former = {row.finding: row for row in self.rows}
        self.rows = [former.pop(one) if one in former else self._row(one) for one in findings]
        for row in former.values():
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        for place, row in enumerate(self.rows):
            self._column.insertWidget(place, row)
            # At once: the layout would show it only after what happens next, such as a focus.
            row.show()

    def _row(self, finding: Finding) -> OverruleRow:
        row = OverruleRow(finding, self._editor, self._theme)
        row.move_wanted.connect(self.move_wanted)
        return row

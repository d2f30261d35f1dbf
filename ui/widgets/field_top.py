"""What stands over an input: label, star, "?", hint, and what is to be put right."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gplan_desktop.method.model import FieldText, Severity
from gplan_desktop.rules.finding import Finding
from ui.theme import Theme
from ui.widgets.buttons import tool_button
from ui.widgets.labels import label, set_role
from ui.widgets.tick_box import TickBox

_LARGEST_BESIDE = 150
_ROLES = {Severity.BLOCKING: "problem", Severity.WARNING: "warning", Severity.HINT: "hint"}


class FieldTop(QWidget):
    """The texts of one field, over whatever takes its value.

    Signals:
        help_wanted: the field's id, when its "?" is pressed.
    """

    help_wanted = Signal(str)

    def __init__(self, field: str, text: FieldText, theme: Theme) -> None:
        super().__init__()
        self.field, self.text, self._theme = field, text, theme
        self.hint = label(text.hint, "hint", wraps=True)
        self.problem = label("", "problem", wraps=True)
        self.problem.hide()
        self.source = ""
        """The rules that the findings come from, and where those come from."""
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(self._head())
        column.addWidget(self.hint)
        column.addWidget(self.problem)

    def lead_with(self, tick: TickBox) -> None:
        """Let *tick* say the label, in place of a caption over it."""
        tick.setText(self.text.label)
        self._head_row.replaceWidget(self.caption, tick)
        self.caption.hide()

    def add_tool(self, tool: QWidget) -> None:
        """Put *tool* at the right end of the label's line, or under it where text is large."""
        if self._theme.text_size <= _LARGEST_BESIDE:
            self._head_row.addWidget(tool)
        else:
            self._column.insertWidget(1, tool, 0, Qt.AlignmentFlag.AlignLeft)

    def show_findings(self, findings: Sequence[Finding], own: str = "") -> bool:
        """Show what is to be put right, the weightiest first; True when something blocks.

        *own* is what the input itself says of its text, and goes before all.
        """
        ranked = by_weight(findings)
        text = own or "\n".join(f.text for f in ranked)
        self.source = "" if own else "\n".join(dict.fromkeys(f.source for f in ranked))
        severity = ranked[0].severity if ranked and not own else Severity.BLOCKING
        set_role(self.problem, role_of(severity))
        self.problem.setText(text)
        self.problem.setToolTip(self.source)
        self.problem.setAccessibleDescription(self.source)
        self.problem.setVisible(bool(text))
        return bool(text) and severity is Severity.BLOCKING

    def _head(self) -> QHBoxLayout:
        head = self._head_row = QHBoxLayout()
        head.setSpacing(self._theme.px(4))
        self.caption = label(self.text.label, "label")
        head.addWidget(self.caption)
        if self.text.required:
            head.addWidget(self._star())
        self.help_button = tool_button(
            self._theme.icon("help", "accent"), f"Hjälp om {self.text.label} (F1)", "help"
        )
        # F1 does the same for the field in use, so Tab goes straight to the next field.
        self.help_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.help_button.clicked.connect(lambda: self.help_wanted.emit(self.field))
        head.addWidget(self.help_button)
        head.addStretch(1)
        return head

    def _star(self) -> QLabel:
        star = label("*", "star")
        star.setToolTip("Obligatorisk uppgift")
        return star


def by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """Return *findings* with the weightiest first."""
    weights = list(Severity)
    return sorted(findings, key=lambda f: weights.index(f.severity))


def role_of(severity: Severity) -> str:
    """Return the role of the label that tells a finding of *severity*."""
    return _ROLES[severity]

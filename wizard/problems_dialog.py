"""What is missing before the plan can be established, each line a way there (S80)."""

from itertools import groupby, pairwise
from textwrap import fill

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gplan_desktop.editing import PlanEditor
from gplan_desktop.rules.finding import Finding
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.scrolled import scrolled
from wizard.context import Actions

_HEADING = "Det finns något att åtgärda"
_EXPLAINED = (
    "Planen kan upprättas när allt i listan är klart. Välj en rad för att gå dit. "
    "Fönstret kan vara öppet medan du skriver."
)
_LINE, _FRAME = 54, QSize(0, 60)
# The wizard's head and foot, and the title bar that the window system puts on a dialog.
_TOP, _FOOT, _TITLE, _LEAST = 70, 64, 32, 320
_READY = "Inget saknas. Planen kan upprättas."


class ProblemsDialog(QDialog):
    """Stays open beside the wizard while the problems vanish one by one."""

    def __init__(
        self,
        editor: PlanEditor,
        theme: Theme,
        actions: Actions,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._editor, self._theme, self._actions = editor, theme, actions
        self._shown: tuple[Finding, ...] | None = None
        self.setWindowTitle("Att åtgärda")
        self.setModal(False)
        wanted = QSize(theme.px(460), theme.px(520))
        self.resize(wanted.boundedTo(self.screen().availableSize() - _FRAME))
        self.heading = label(_HEADING, "heading", wraps=True)
        self.heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.explained = label(_EXPLAINED, "muted", wraps=True)
        self._area = scrolled(QWidget())
        self._close = push_button("Stäng")
        self._close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(20), theme.px(16), theme.px(16), theme.px(16))
        layout.setSpacing(theme.px(10))
        for part in (self.heading, self.explained):
            layout.addWidget(part)
        layout.addWidget(self._area, 1)
        self.establish = push_button(
            "Upprätta handling", "primary", theme.icon("lock", "on_accent")
        )
        self.establish.clicked.connect(actions.establish)
        row = QHBoxLayout()
        row.addWidget(self.establish)
        row.addStretch(1)
        row.addWidget(self._close)
        layout.addLayout(row)
        editor.listen(lambda _field: self._on_change())

    def _on_change(self) -> None:
        """Follow the writing while the dialog is open; closed, it costs nothing."""
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show what is left now."""
        found = self._editor.blocking
        if found == self._shown:
            return
        self._shown = found
        count = "1 sak" if len(found) == 1 else f"{len(found)} saker"
        self.heading.setText(f"{_HEADING}: {count}" if found else _READY)
        self.explained.setVisible(bool(found))
        self.establish.setVisible(not found)
        self._area.setWidget(self._list(found))
        self._order_for_tab()

    def _order_for_tab(self) -> None:
        """Let Tab come to the lines before the buttons under them, as the eye does."""
        lines = self._area.findChildren(QPushButton)
        for before, after in pairwise([self.heading, *lines, self.establish, self._close]):
            self.setTabOrder(before, after)

    def show_and_focus(self) -> None:
        """Open the dialog, or bring it forward, with the keyboard in it (screen rule 7)."""
        if not self.isVisible():
            self._move_aside()
        self.show()
        self.raise_()
        self.activateWindow()
        self.heading.setFocus()

    def _move_aside(self) -> None:
        """Lie at the right edge, where it covers the fields least, and over no way on."""
        if wizard := self.parentWidget():
            room = wizard.height() - self._theme.px(_TOP + _FOOT) - _TITLE
            self.resize(self.width(), min(self.height(), max(room, self._theme.px(_LEAST))))
            corner = wizard.mapToGlobal(wizard.rect().topRight())
            self.move(corner - QPoint(self.width() + 16, -self._theme.px(_TOP)))

    def _go_to(self, finding: Finding) -> None:
        if wizard := self.parentWidget():
            wizard.window().activateWindow()
        self._actions.go(finding.step, finding.field)

    def _list(self, found: tuple[Finding, ...]) -> QWidget:
        inner = QWidget()
        inner.setObjectName("page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, self._theme.px(8), 0)
        column.setSpacing(self._theme.px(10))
        order = {step.id: n for n, step in enumerate(self._editor.steps)}
        ranked = sorted(found, key=lambda f: order[f.step])
        for step_id, own in groupby(ranked, key=lambda f: f.step):
            step = self._editor.steps[order[step_id]]
            column.addWidget(self._group(f"Steg {order[step_id] + 1}, {step.title}", list(own)))
        column.addStretch(1)
        return inner

    def _group(self, title: str, found: list[Finding]) -> QWidget:
        card = Card(self._theme, "problems")
        card.column.setContentsMargins(*[self._theme.px(10)] * 4)
        card.column.setSpacing(self._theme.px(2))
        card.column.addWidget(label(title, "label", wraps=True))
        for finding in found:
            card.column.addWidget(self._line(finding))
        return card

    def _line(self, finding: Finding) -> QWidget:
        # A button cannot wrap its text, so a long one is told over several lines.
        button = push_button(fill(finding.text, _LINE), "problem")
        button.setAccessibleName(finding.text)
        button.setAccessibleDescription(finding.source)
        button.clicked.connect(lambda: self._go_to(finding))
        source = label(finding.source, "small", wraps=True)
        source.setContentsMargins(self._theme.px(9), 0, 0, self._theme.px(4))
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(button)
        column.addWidget(source)
        return line

"""A dialog of fields: help at each, what to put right at each, and one button that hands over."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from gplan_desktop.errors import WorldError
from gplan_desktop.method.model import FieldText, Severity
from gplan_desktop.rules.finding import Finding
from ui.reading_order import go_on
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.field_frame import FieldFrame
from ui.widgets.labels import label
from ui.widgets.scrolled import scrolled

_SOMETHING = "Det finns något att åtgärda."
_FRAME = QSize(0, 60)
_READING_MS = 60_000


class FieldDialog(QDialog):
    """What the dialogs for a new record have in common."""

    def __init__(self, title: str, do_it: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.frames: dict[str, FieldFrame] = {}
        self.setWindowTitle(title)
        self.problem = label("", "problem", wraps=True)
        self.problem.hide()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.do_it = push_button(do_it, "primary")
        self.do_it.clicked.connect(self.accept)
        self._area = scrolled(QWidget())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        layout.addWidget(label(title, "title", wraps=True))
        layout.addWidget(self.problem)
        layout.addWidget(self._area, 1)
        layout.addLayout(self._buttons())
        wanted = QSize(theme.px(720), theme.px(640))
        self.resize(wanted.boundedTo(self.screen().availableSize() - _FRAME))
        QShortcut(QKeySequence("F1"), self, self._help_in_use)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Let Tab go in reading order, also to what was put beside a field later."""
        return go_on([self], self.focusWidget(), forward=forward)

    def show_form(self, form: QWidget) -> None:
        """Show *form*, which scrolls when it is higher than the dialog."""
        form.setObjectName("page")
        self._area.setWidget(form)

    def add_frame(self, part: str, text: FieldText, box: QWidget) -> FieldFrame:
        """Return *box* as the field *part*, with label, hint and help."""
        frame = FieldFrame(part, text, box, self._theme)
        frame.help_wanted.connect(lambda _: _show_help(frame))
        self.frames[part] = frame
        return frame

    def show_problem(self, text: str) -> None:
        """Show on top what stands in the way."""
        self.problem.setText(text)
        self.problem.show()

    def show_failure(self, error: Exception) -> None:
        """Show why the store did not take what was handed over; nothing typed is lost."""
        if not isinstance(error, WorldError):
            raise error
        self.show_problem(error.message)

    def show_problems(self, found: Mapping[str, str]) -> None:
        """Show at each field what to put right, and go to the first (screen rule 7)."""
        for part, frame in self.frames.items():
            text = found.get(part, "")
            own = [Finding(part, "", part, Severity.BLOCKING, text)] if text else []
            frame.show_findings(own)
        self.problem.hide()
        if found:
            self.show_problem(found.get("", _SOMETHING))
            if first := next((part for part in self.frames if part in found), None):
                self.frames[first].focus_box()
                self._area.ensureWidgetVisible(self.frames[first])

    def _buttons(self) -> QHBoxLayout:
        cancel = push_button("Avbryt")
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.do_it)
        return row

    def _help_in_use(self) -> None:
        widget: QWidget | None = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, FieldFrame):
            widget = widget.parentWidget()
        if isinstance(widget, FieldFrame):
            _show_help(widget)


def _show_help(frame: FieldFrame) -> None:
    """Show why and how beside the field, until the next key or click."""
    told = frame.text.help
    text = QTextDocument()
    text.setMarkdown(f"{told.why}\n\n{told.how}\n\n**Bra exempel:** {told.good}")
    corner = frame.mapToGlobal(frame.rect().topRight())
    QToolTip.showText(corner, text.toHtml(), frame, frame.rect(), _READING_MS)

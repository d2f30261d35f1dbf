"""A dialog of fields: help at each, what to put right at each, and one button that hands over."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gplan_desktop.errors import WorldError
from gplan_desktop.method.model import FieldText, Severity
from gplan_desktop.rules.finding import Finding
from ui.field_help import FieldHelp
from ui.help_panel import HelpPanel
from ui.office import Office
from ui.reading_order import go_on
from ui.theme import Theme
from ui.widgets.answers import answers
from ui.widgets.buttons import push_button
from ui.widgets.field_frame import FieldFrame
from ui.widgets.labels import label
from ui.widgets.scrolled import scrolled

_SOMETHING = "Det finns något att åtgärda."
_FRAME = QSize(0, 60)
_GIVES_WAY = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
_WIDTH, _WIDTH_WITH_HELP, _HELP_WIDTH, _HEIGHT = 720, 1060, 300, 640


class FieldDialog(QDialog):
    """What the dialogs for a new record have in common; each of them has its office."""

    _office: Office

    def __init__(self, title: str, do_it: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.frames: dict[str, FieldFrame] = {}
        # The title of the window is seen in the taskbar: no names there.
        self.setWindowTitle("Gplan")
        self.problem = label("", "problem", wraps=True)
        self.problem.hide()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.do_it = push_button(do_it, "primary")
        self._area = scrolled(QWidget())
        # Form and help are scrolled: on a low screen they give way, and the buttons do not.
        self._area.setSizePolicy(_GIVES_WAY)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(theme.px(12))
        self._middle.addWidget(self._area, 3)
        layout = QVBoxLayout(self)
        self._around = theme.px(24)
        layout.setContentsMargins(self._around, theme.px(20), self._around, theme.px(20))
        layout.addWidget(label(title, "title", wraps=True))
        layout.addWidget(self.problem)
        layout.addLayout(self._middle, 1)
        layout.addLayout(self._buttons())
        self.resize(self._size(_WIDTH))

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Let Tab go in reading order, also to what was put beside a field later."""
        return go_on([self], self.focusWidget(), forward=forward)

    def room(self) -> QSize:
        """Return how large the dialog may be on its screen, inside of its frame."""
        return self.screen().availableSize() - _FRAME

    def show_form(self, form: QWidget) -> None:
        """Show *form*, which scrolls when it is higher than the dialog, and the help beside it.

        The help is open from the start where both have room; F1 opens it anywhere.
        """
        form.setObjectName("page")
        self._area.setWidget(form)
        self._add_help()
        self.help.changed.connect(self._show_help)
        around = 2 * self._around + self._middle.spacing()
        needed = form.minimumSizeHint().width() + self._theme.px(_HELP_WIDTH) + around
        self.help.set_pinned(needed <= self._size(_WIDTH_WITH_HELP).width())

    def add_frame(self, part: str, text: FieldText, box: QWidget) -> FieldFrame:
        """Return *box* as the field *part*, with label, hint and help."""
        frame = FieldFrame(part, text, box, self._theme)
        frame.help_wanted.connect(lambda _: self.help.ask(self._name_of(frame)))
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
        return answers(self, self.do_it)

    def _add_help(self) -> None:
        self.help_panel = HelpPanel(self._office.method, self._theme)
        self.help = FieldHelp(self.help_panel, self, self._name_of)
        self._side = QFrame()
        self._side.setObjectName("side")
        self._side.setSizePolicy(_GIVES_WAY)
        self._side.setMinimumWidth(self._theme.px(_HELP_WIDTH))
        self._middle.addWidget(self._side, 2)
        inside = QVBoxLayout(self._side)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.help_panel)

    def _show_help(self, is_open: bool) -> None:
        """Show the help at the right of the fields, in a wider dialog, or take it away."""
        self._side.setVisible(is_open)
        if is_open:
            self.resize(self.size().expandedTo(self._size(_WIDTH_WITH_HELP, self.height())))
            spare = self.screen().availableGeometry().right() - self.frameGeometry().right()
            if self.isVisible() and spare < 0:
                self.move(self.x() + spare, self.y())

    def _size(self, width: int, height: int = 0) -> QSize:
        px = self._theme.px
        return QSize(px(width), height or px(_HEIGHT)).boundedTo(self.room())

    def _name_of(self, frame: FieldFrame) -> str:
        """Return the id under which the method describes the field of *frame*."""
        fields = self._office.method.fields
        return next(name for name, text in fields.items() if text is frame.text)

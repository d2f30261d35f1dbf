"""Steps in a fixed order, drawn as circles on a line: what each one is, and how far it has come."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.labels import label, set_role

_CIRCLE = 30


class StepLine(QWidget):
    """Numbered steps under each other; a step that is done is filled and says so."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks: list[_Mark] = []
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(theme.px(12))
        self._layout.setVerticalSpacing(0)
        self._layout.setColumnStretch(1, 1)

    def add_step(self, sign: str, heading: str) -> "LineStep":
        """Add a step last: *sign* stands in its circle, "1" or "Ja"."""
        mark = _Mark(sign, self._theme)
        if self._marks:
            self._marks[-1].is_last = False
        step = LineStep(mark, heading, self._theme)
        self._layout.addWidget(mark, len(self._marks), 0)
        self._layout.addWidget(step, len(self._marks), 1)
        self._marks.append(mark)
        return step


class LineStep(QWidget):
    """One step: its heading and, under it, how far it has come."""

    def __init__(self, mark: "_Mark", heading: str, theme: Theme) -> None:
        super().__init__()
        self._mark = mark
        self.heading = label(heading, "label", wraps=True)
        self.state = label("", "muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(5), 0, theme.px(9))
        column.setSpacing(theme.px(1))
        column.addWidget(self.heading)
        column.addWidget(self.state)

    def show_state(self, text: str, *, is_done: bool) -> None:
        """Show how far the step has come; what is done also has a tick before its words."""
        self.state.setText(f"✓  {text}" if is_done else text)
        set_role(self.state, "done" if is_done else "muted")
        self._mark.is_done = is_done
        self._mark.update()


class _Mark(QWidget):
    """The circle of a step, and the line from it to the next."""

    def __init__(self, sign: str, theme: Theme) -> None:
        super().__init__()
        self._sign, self._theme = sign, theme
        self.is_last, self.is_done = True, False
        self.setFixedWidth(theme.px(_CIRCLE) + 2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme.px(_CIRCLE) + 2)
        self.setAccessibleName(f"Steg {sign}")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the circle and the line down to the next step."""
        super().paintEvent(event)
        colours, size = self._theme.colours, self._theme.px(_CIRCLE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, below = self.width() / 2, size + 1
        painter.setPen(QPen(QColor(colours.border), 2))
        if not self.is_last:
            painter.drawLine(QPointF(middle, below), QPointF(middle, self.height()))
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.setBrush(QColor(colours.accent if self.is_done else colours.surface))
        circle = QRectF(1, 1, size, size)
        painter.drawEllipse(circle)
        painter.setPen(QColor(colours.on_accent if self.is_done else colours.ink))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._sign)
        painter.end()

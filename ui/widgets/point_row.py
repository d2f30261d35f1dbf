"""What shall be written and how much of it is there, each point a way to its field (F12)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.rules.completeness import Point
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.flow_layout import FlowLayout

_ON, _BACK = (Qt.Key.Key_Right, Qt.Key.Key_Down), (Qt.Key.Key_Left, Qt.Key.Key_Up)


class PointRow(QWidget):
    """The points side by side or under each other; Tab comes to one, the arrows to the others.

    Signals:
        wanted: the field where a point is written.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, *, down: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._points: tuple[Point, ...] = ()
        self.buttons: list[Button] = []
        self._layout = QVBoxLayout(self) if down else FlowLayout(self, 0)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_points(self, points: Sequence[Point]) -> None:
        """Show *points* with their signs as they are now."""
        if tuple(points) == self._points:
            return
        self._points = tuple(points)
        for number in range(len(self.buttons), len(points)):
            self._add_button(number)
        for button, point in zip(self.buttons, points, strict=False):
            self._show_point(button, point)
        for button in self.buttons[len(points) :]:
            button.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go to the next or the former point with the arrows."""
        step = (event.key() in _ON) - (event.key() in _BACK)
        focused = next((n for n, b in enumerate(self.buttons) if b.hasFocus()), None)
        if step and focused is not None:
            self._go_to((focused + step) % len(self._points))
        else:
            super().keyPressEvent(event)

    def _go_to(self, number: int) -> None:
        for place, button in enumerate(self.buttons):
            policy = Qt.FocusPolicy.StrongFocus if place == number else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        self.buttons[number].setFocus(Qt.FocusReason.TabFocusReason)

    def _add_button(self, number: int) -> None:
        button = PointButton(self.keyPressEvent)
        button.setObjectName("point")
        button.setAutoDefault(False)
        if number:
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        button.clicked.connect(lambda: self.wanted.emit(self._points[number].field))
        self.buttons.append(button)
        self._layout.addWidget(button)

    def _show_point(self, button: Button, point: Point) -> None:
        name, role = ("check_circle-fill", "done") if point.met else _LEFT
        button.setIcon(self._theme.icon(name, role))
        button.setText(point.text)
        button.setAccessibleName(f"{point.text}: {'klart' if point.met else 'saknas'}")
        button.setToolTip("Klart" if point.met else "Saknas – gå dit")
        button.show()


class PointButton(Button):
    """One point, which hands the arrows on to its row."""

    def __init__(self, hand_on: Callable[[QKeyEvent], None]) -> None:
        super().__init__()
        self._hand_on = hand_on

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Hand the arrows on: Qt itself would go to any button that lies there."""
        if event.key() in (*_ON, *_BACK):
            self._hand_on(event)
        else:
            super().keyPressEvent(event)


_LEFT = ("radio_button_unchecked", "warning")

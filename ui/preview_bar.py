"""The row of buttons over a preview."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.page_layout import LARGEST, SMALLEST, Fit
from ui.page_view import PageView
from ui.widgets.buttons import push_button, tool_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label

_GROUP_GAP = 12


class PreviewBar(QWidget):
    """Turns and zooms a page view, and holds the buttons to print and to save."""

    def __init__(
        self, view: PageView, icon: Callable[[str], QIcon], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._page = label()
        self._zoom = label()
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._state = label(role="small")
        # As wide as its longest word: a word that comes and goes moves no button.
        self._state.setMinimumWidth(self._state.fontMetrics().horizontalAdvance("Uppdaterar…") + 8)
        self._previous = tool_button(icon("chevron_left"), "Föregående sida (Page Up)")
        self._next = tool_button(icon("chevron_right"), "Nästa sida (Page Down)")
        self._smaller = tool_button(icon("zoom_out"), "Förminska (Ctrl+−)")
        self._larger = tool_button(icon("zoom_in"), "Förstora (Ctrl++)")
        self._width = _toggle("Hel bredd", "Visa sidans hela bredd (Ctrl+0)")
        self._whole = _toggle("Hel sida", "Visa en hel sida i taget")
        self.save = push_button("Spara som PDF…", "", icon("save"))
        self.print = push_button("Skriv ut…", "primary", icon("print"))
        self._lay_out()
        self._connect()
        self._show_page(0, 0)
        self._show_zoom(view.zoom)

    def say(self, state: str) -> None:
        """Say discreetly what is going on, or nothing."""
        self._state.setText(state)

    def allow_use(self, *, allowed: bool) -> None:
        """Let the document be printed and saved, or not while there is none."""
        self.print.setEnabled(allowed)
        self.save.setEnabled(allowed)

    def _lay_out(self) -> None:
        # In a narrow window the groups go on in a second line.
        line = FlowLayout(self, _GROUP_GAP)
        line.setContentsMargins(_GROUP_GAP, _GROUP_GAP // 2, _GROUP_GAP, _GROUP_GAP // 2)
        groups = (
            (self.print, self.save),
            (self._previous, self._page, self._next),
            (self._smaller, self._zoom, self._larger),
            (self._width, self._whole),
            (self._state,),
        )
        for group in groups:
            line.addWidget(_group(group))

    def _connect(self) -> None:
        view = self._view
        self._previous.clicked.connect(lambda: view.go_to_page(view.current_page - 1))
        self._next.clicked.connect(lambda: view.go_to_page(view.current_page + 1))
        self._smaller.clicked.connect(view.zoom_out)
        self._larger.clicked.connect(view.zoom_in)
        self._width.clicked.connect(lambda: self._set_fit(Fit.WIDTH))
        self._whole.clicked.connect(lambda: self._set_fit(Fit.PAGE))
        view.page_changed.connect(self._show_page)
        view.zoom_changed.connect(self._show_zoom)

    def _set_fit(self, fit: Fit) -> None:
        self._view.set_fit(fit)
        # A press on the button that is down already would let it up.
        self._show_zoom(self._view.zoom)

    def _show_page(self, number: int, count: int) -> None:
        self._page.setText(f"Sida {number} av {count}" if count else "Ingen sida")
        self._previous.setEnabled(number > 1)
        self._next.setEnabled(number < count)

    def _show_zoom(self, percentage: int) -> None:
        self._zoom.setText(f"{percentage} %")
        # Or the button to press again would move away from the pointer.
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance(f"{LARGEST} %"))
        self._smaller.setEnabled(percentage > SMALLEST)
        self._larger.setEnabled(percentage < LARGEST)
        self._width.setChecked(self._view.fit is Fit.WIDTH)
        self._whole.setChecked(self._view.fit is Fit.PAGE)


def _group(parts: Iterable[QWidget]) -> QWidget:
    """Return what stays together on a line."""
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for part in parts:
        row.addWidget(part)
    return held


def _toggle(text: str, tooltip: str) -> QPushButton:
    button = push_button(text, "toggle")
    button.setCheckable(True)
    button.setToolTip(tooltip)
    return button

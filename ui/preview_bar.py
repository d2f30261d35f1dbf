"""The row of buttons over a preview."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from ui.page_layout import LARGEST, SMALLEST, Fit
from ui.page_view import PageView
from ui.widgets.buttons import push_button, tool_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label

_GROUP_GAP = 12


class PreviewBar(QWidget):
    """Turns and zooms a page view, and holds the buttons to print and to save.

    What has no room in a narrow bar is left to the menu at its end, which has everything.

    Signals:
        search_wanted: something is to be found in the pages.
        text_wanted: the words of the pages are to be shown in place of them, or no longer.
    """

    search_wanted = Signal()
    text_wanted = Signal(bool)

    def __init__(
        self, view: PageView, icon: Callable[[str], QIcon], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._page = label()
        self._zoom = label()
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._previous = tool_button(icon("chevron_left"), "Föregående sida (Page Up)")
        self._next = tool_button(icon("chevron_right"), "Nästa sida (Page Down)")
        self._smaller = tool_button(icon("zoom_out"), "Förminska (Ctrl+−)")
        self._larger = tool_button(icon("zoom_in"), "Förstora (Ctrl++)")
        self._width = _toggle("Hel bredd", "Visa sidans hela bredd (Ctrl+0)")
        self._whole = _toggle("Hel sida", "Visa en hel sida i taget")
        self._search = tool_button(icon("search"), "Sök i sidorna (Ctrl+F)")
        self._more = tool_button(icon("more_horiz"), "Mer")
        self.save = push_button("Spara som PDF…", "", icon("save"))
        self.print = push_button("Skriv ut…", "primary", icon("print"))
        self._shown: list[QWidget] = []
        self._make_menu()
        self._lay_out()
        self._connect()
        self._show_page(0, 0)
        self._show_zoom(view.zoom)

    def allow_use(self, *, allowed: bool) -> None:
        """Let the document be printed and saved, or not while there is none."""
        self.print.setEnabled(allowed)
        self.save.setEnabled(allowed)
        # The button may be closed to the user, whatever there is to save.
        self._save_action.setEnabled(self.save.isEnabled())

    def show_text(self, is_text: bool) -> None:
        """Show whether the words are shown in place of the pages."""
        self._text_action.setChecked(is_text)
        for part in (self._width, self._whole, self._smaller, self._larger):
            part.setEnabled(not is_text)
        if not is_text:
            self._show_zoom(self._view.zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show what there is room for on one line."""
        super().resizeEvent(event)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Make room for letters of another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Fill the line when the buttons have got their looks, and so their size."""
        super().showEvent(event)
        self._fill()

    def _make_menu(self) -> None:
        view, menu = self._view, QMenu(self._more)
        menu.setAccessibleName("Mer")
        menu.addAction("Sök i sidorna…\tCtrl+F", self.search_wanted.emit)
        self._text_action = QAction("Visa som text\tCtrl+T", menu)
        self._text_action.setCheckable(True)
        self._text_action.triggered.connect(self.text_wanted)
        menu.addAction(self._text_action)
        menu.addSeparator()
        self._width_action = self._add_fit(menu, "Hel bredd\tCtrl+0", Fit.WIDTH)
        self._whole_action = self._add_fit(menu, "Hel sida", Fit.PAGE)
        menu.addAction("Förstora\tCtrl++", view.zoom_in)
        menu.addAction("Förminska\tCtrl+−", view.zoom_out)
        menu.addSeparator()
        menu.addAction("Kopiera sidans text", view.copy_page)
        menu.addAction("Markera allt\tCtrl+A", view.select_all)
        menu.addSeparator()
        self._save_action = menu.addAction("Spara som PDF…", self.save.click)
        self._more.setMenu(menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _add_fit(self, menu: QMenu, text: str, fit: Fit) -> QAction:
        action = menu.addAction(text, lambda: self._set_fit(fit))
        action.setCheckable(True)
        return action

    def _lay_out(self) -> None:
        # A window too narrow even for the first of them goes on in a second line.
        self._line = FlowLayout(self, _GROUP_GAP)
        self._line.setContentsMargins(_GROUP_GAP, _GROUP_GAP // 2, _GROUP_GAP, _GROUP_GAP // 2)
        printing, saving = _group((self.print,)), _group((self.save,))
        turning = _group((self._previous, self._page, self._next))
        zooming = _group((self._smaller, self._zoom, self._larger))
        fitting = _group((self._width, self._whole))
        looking, more = _group((self._search,)), _group((self._more,))
        self._groups = (printing, saving, turning, zooming, fitting, looking, more)
        # Those that the menu has too, the least needed first.
        self._spare = (fitting, saving, zooming, looking)
        for group in self._groups:
            self._line.addWidget(group)

    def _fill(self) -> None:
        """Leave so many groups to the menu as it takes for the others to have room."""
        room = self.width() - 2 * _GROUP_GAP
        shown = list(self._groups)
        for group in self._spare:
            if _width_of(shown) > room:
                shown.remove(group)
        if shown == self._shown:
            return
        self._shown = shown
        # Out of the layout, not only hidden: it would keep their gaps.
        while self._line.takeAt(0):
            pass
        for group in self._groups:
            group.setVisible(group in shown)
        for group in shown:
            self._line.addWidget(group)

    def _connect(self) -> None:
        view = self._view
        self._previous.clicked.connect(lambda: view.go_to_page(view.current_page - 1))
        self._next.clicked.connect(lambda: view.go_to_page(view.current_page + 1))
        self._smaller.clicked.connect(view.zoom_out)
        self._larger.clicked.connect(view.zoom_in)
        self._width.clicked.connect(lambda: self._set_fit(Fit.WIDTH))
        self._whole.clicked.connect(lambda: self._set_fit(Fit.PAGE))
        self._search.clicked.connect(self.search_wanted)
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
        self._fill()

    def _show_zoom(self, percentage: int) -> None:
        self._zoom.setText(f"{percentage} %")
        # Or the button to press again would move away from the pointer.
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance(f"{LARGEST} %"))
        self._smaller.setEnabled(percentage > SMALLEST)
        self._larger.setEnabled(percentage < LARGEST)
        for fit, parts in (
            (Fit.WIDTH, (self._width, self._width_action)),
            (Fit.PAGE, (self._whole, self._whole_action)),
        ):
            for part in parts:
                part.setChecked(self._view.fit is fit)


def _width_of(groups: list[QWidget]) -> int:
    return sum(group.sizeHint().width() + _GROUP_GAP for group in groups) - _GROUP_GAP


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

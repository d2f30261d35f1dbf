"""A part of a page that is folded away until somebody wants to see it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.buttons import push_button


class Fold(QWidget):
    """A heading to press, and under it what is made the first time it is opened.

    Signals:
        toggled: True when it was opened, False when it was folded.
    """

    toggled = Signal(bool)

    def __init__(self, title: str, make: Callable[[], QWidget], theme: Theme) -> None:
        super().__init__()
        self._make, self._theme = make, theme
        self._title = self._summary = title
        self.inner: QWidget | None = None
        self.head = push_button(title, "link")
        self.head.clicked.connect(self.toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_state()

    @property
    def is_open(self) -> bool:
        """Whether the inner part is shown."""
        return self.inner is not None and not self.inner.isHidden()

    def show_summary(self, summary: str) -> None:
        """Say in the heading what is inside, as in "Ändrat sedan förra planen: inget"."""
        self._summary = f"{self._title}: {summary}" if summary else self._title
        self._show_state()

    def toggle(self) -> None:
        """Open the part, or fold it."""
        if self.inner is None:
            self.inner = self._make()
            self._column.addWidget(self.inner)
            self.inner.show()
        else:
            self.inner.setVisible(self.inner.isHidden())
        self._show_state()
        self.toggled.emit(self.is_open)

    def _show_state(self) -> None:
        icon = "keyboard_arrow_down" if self.is_open else "chevron_right"
        self.head.setIcon(self._theme.icon(icon, "accent"))
        self.head.setText(self._summary)
        state = "öppen" if self.is_open else "stängd"
        self.head.setAccessibleName(f"{self._summary}, {state}")

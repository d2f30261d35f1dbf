"""The page Sigill: is a paper in force and unchanged, and is an archive package as it was made."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.office import Office
from ui.seal_code_card import SealCodeCard
from ui.seal_package_card import SealPackageCard
from ui.widgets.buttons import push_button
from ui.widgets.labels import label
from ui.widgets.scrolled import page_of


@dataclass(frozen=True)
class SealWays:
    """Where one goes from the page."""

    leave: Callable[[], None]
    open_plan: Callable[[str], None]


class SealView(QWidget):
    """A code from a paper is looked up, a package is verified; goes back with Esc."""

    def __init__(self, office: Office, ways: SealWays) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._office, self._ways = office, ways
        theme = office.theme
        self.code = SealCodeCard(office, ways.open_plan)
        self.package = SealPackageCard(office)
        inner = page_of(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(theme.px(28), theme.px(16), theme.px(28), theme.px(20))
        layout.setSpacing(theme.px(12))
        layout.addLayout(self._head())
        layout.addWidget(self.code)
        layout.addWidget(self.package)
        layout.addStretch(1)
        QShortcut(QKeySequence("Esc"), self, ways.leave)

    def focus_first(self) -> None:
        """Put the keyboard where a code is typed or scanned."""
        self.code.box.setFocus()

    def _head(self) -> QHBoxLayout:
        theme = self._office.theme
        back = push_button("Till papper", "link", theme.icon("arrow_back", "accent"))
        back.setToolTip("Esc")
        back.clicked.connect(self._ways.leave)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(back)
        row.addWidget(label("Sigill", "title"))
        row.addStretch(1)
        return row

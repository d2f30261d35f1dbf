"""The computers that let somebody in without a passphrase, and how they are made to forget."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.vault.users import Device
from ui.theme import Theme
from ui.widgets.buttons import Button, push_button
from ui.widgets.card import Card
from ui.widgets.labels import label

_LEAD = (
    "På de här datorerna kommer användaren in utan lösenfras, till och med den dag som står. Är en "
    "dator borta eller lånas den ut, låt den glömma."
)
_NONE = "Ingen dator kommer ihåg någon inloggning."
_HERE = "den här datorn"


@dataclass(frozen=True)
class Remembering:
    """A computer, whom it lets in by name, and whether it is the one in use."""

    device: Device
    user: str
    is_here: bool

    @property
    def told(self) -> str:
        """Whose it is and which computer; one from before computers were named has no name."""
        # It was called what the user is called.
        named = self.device.label if self.device.label != self.user else ""
        which = [part for part in (named, _HERE if self.is_here else "") if part]
        return f"{self.user}: {', '.join(which) or 'en dator utan namn'}"

    @property
    def until(self) -> str:
        """The last day that it remembers."""
        return f"till och med {dates.long(dates.in_sweden(self.device.expires).date())}"


@dataclass(frozen=True)
class DeviceWays:
    """What makes a computer forget, and this one."""

    forget: Callable[[Device], None]
    forget_here: Callable[[], None]


class DevicesCard(Card):
    """A row for each computer, and the button for this one."""

    def __init__(self, theme: Theme, ways: DeviceWays) -> None:
        super().__init__(theme)
        self._theme, self._ways = theme, ways
        self.buttons: list[Button] = []
        self.column.setSpacing(theme.px(8))
        self.column.addWidget(label("Datorer som kommer ihåg inloggningen", "heading"))
        self.column.addWidget(label(_LEAD, "muted", wraps=True))
        self._rows = QWidget()
        self.column.addWidget(self._rows)
        self.forget_here = push_button("Glöm den här datorn")
        self.forget_here.clicked.connect(ways.forget_here)
        self.forget_here.setEnabled(False)
        self.column.addWidget(self.forget_here, 0, Qt.AlignmentFlag.AlignLeft)

    def show_devices(self, found: Sequence[Remembering], *, is_here: bool) -> None:
        """Show the computers; *is_here* whether this one remembers anybody."""
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        self.buttons = [self._add_row(column, one) for one in found]
        if not found:
            column.addWidget(label(_NONE))
        self.column.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        self.forget_here.setEnabled(is_here)

    def _add_row(self, column: QVBoxLayout, one: Remembering) -> Button:
        button = push_button("Glöm", "link")
        button.setAccessibleName(f"Glöm {one.told}")
        button.clicked.connect(lambda: self._ways.forget(one.device))
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(12))
        row.addWidget(label(one.told))
        row.addWidget(label(one.until, "muted"))
        row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return button

"""What every part of a person's record keeps to, on the person's page and in the wizard alike."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.person import Person
from ui.office import Office
from ui.record.ways import RecordWays
from ui.right_place.ways import Writer

_WIDEST, _ALL = 960, 1_000


class RecordPart(QWidget):
    """One part of the record of *person*; it saves what is written in it by itself.

    Signals:
        help_wanted: the id of the field whose "?" was pressed.
        told: how saving goes, in words for the window, and whether all is well.
        move_wanted: the field whose text is to be moved to its right place, and that text.
    """

    help_wanted = Signal(str)
    told = Signal(str, bool)
    move_wanted = Signal(str, str)

    def __init__(self, person: Person, office: Office, ways: RecordWays) -> None:
        super().__init__()
        self.person, self.office, self.ways = person, office, ways

    def refresh(self) -> None:
        """Show what stands in the store now."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the keyboard where one begins."""
        raise NotImplementedError

    def go(self, field: str) -> None:
        """Show the field *field*, with the keyboard in it; without one, where one begins."""
        del field
        self.focus_first()

    def finish(self) -> bool:
        """Save everything and wait until it is done; False when something is left unsaved."""
        return True

    def writer(self) -> Writer | None:
        """Return the editor of the record in sight, if there is one."""
        return None

    def make_column(self) -> QVBoxLayout:
        """Return the column to fill: wider lines would be hard to read, so the rest stays empty."""
        inner = QWidget()
        inner.setMaximumWidth(self.px(_WIDEST))
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(inner, _ALL)
        around.addStretch(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        return column

    def px(self, pixels: int) -> int:
        """Return *pixels* at the chosen text size."""
        return self.office.theme.px(pixels)

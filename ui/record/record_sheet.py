"""Fields of tabs or a visit plan: under each, what may be done about a text out of place."""

from typing import Any

from PySide6.QtCore import Signal

from gplan_desktop.record_editing import RecordEditor
from ui.field_sheet import FieldSheet
from ui.office import Office
from ui.record.overrule import Overrules
from ui.widgets.field_factory import FieldFactory
from ui.widgets.field_frame import FieldFrame


class RecordSheet(FieldSheet):
    """A column of cards with fields, where a finding can be let stand with a reason.

    Signals:
        move_wanted: the field whose text is to be moved to its right place.
    """

    move_wanted = Signal(str)

    def __init__(self, editor: RecordEditor[Any], office: Office) -> None:
        factory = FieldFactory(office.method, office.theme, office.today)
        super().__init__(editor, factory, office.spelling)
        self.editor, self._theme = editor, office.theme
        self.overrules: dict[str, Overrules] = {}

    def refresh(self) -> None:
        """Show the record as it is now, and what has become of its findings."""
        super().refresh()
        for overrules in self.overrules.values():
            overrules.refresh()

    def make_field(self, field: str) -> FieldFrame:
        """Return the input for *field*, with the ways out of its findings under it."""
        frame = super().make_field(field)
        column = frame.layout()
        if column is not None:
            column.addWidget(self.make_overrules(field))
        return frame

    def make_overrules(self, field: str) -> Overrules:
        """Return the ways out of the findings at *field*, to be put under what shows it."""
        made = self.overrules[field] = Overrules(field, self.editor, self._theme)
        made.move_wanted.connect(self.move_wanted)
        return made

    def keep_rows(self, field: str, count: int) -> None:
        """Forget the inputs of the rows of *field* that are no longer there."""
        gone = [one for one in self.frames if _row_of(one, field) >= count]
        for one in gone:
            del self.frames[one], self.overrules[one]


def _row_of(one: str, field: str) -> int:
    """Return the number of the row of *field* that *one* stands in, -1 when in none."""
    rest = one.removeprefix(f"{field}.")
    return int(rest.split(".")[0]) if rest != one else -1

"""A part of the record that the user's role may not read: why, in its place (F64)."""

from PySide6.QtCore import Qt

from gplan_desktop.domain.person import Person
from ui.office import Office
from ui.record.part import RecordPart
from ui.record.ways import RecordWays
from ui.widgets.card import Card
from ui.widgets.labels import label


class ClosedPart(RecordPart):
    """Tells why there is nothing to read, and who may."""

    def __init__(self, person: Person, office: Office, ways: RecordWays, why_not: str) -> None:
        super().__init__(person, office, ways)
        self.why = label(why_not, wraps=True)
        # A screen reader comes to it with Tab: there is nothing else here.
        self.why.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        card = Card(office.theme, "notice")
        card.column.addWidget(self.why)
        column = self.make_column()
        column.addWidget(card)
        column.addStretch(1)

    def refresh(self) -> None:
        """Show the same: the role is the same as long as the user is in."""

    def focus_first(self) -> None:
        """Put the keyboard on the reason."""
        self.why.setFocus()

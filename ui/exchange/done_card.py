"""What was taken in, and where to see it."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from ui.exchange.import_words import taken_in
from ui.exchange.import_work import Review
from ui.office import Office
from ui.seal_words import Told
from ui.told_line import ToldLine
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.spoken import say


class DoneCard(Card):
    """One sentence, and the way to the list."""

    def __init__(self, office: Office, show_list: Callable[[], None]) -> None:
        super().__init__(office.theme)
        self.told = ToldLine(office.theme)
        self.to_list = push_button("Visa listan", "primary")
        self.to_list.clicked.connect(show_list)
        self.column.setSpacing(office.theme.px(10))
        self.column.addWidget(self.told)
        self.column.addWidget(self.to_list, 0, Qt.AlignmentFlag.AlignLeft)

    def show_done(self, review: Review) -> None:
        """Tell that all of *review* was taken in."""
        text = taken_in(review)
        self.told.show_told(Told("done", text))
        self.show()
        say(self.told, text)

    def focus_first(self) -> None:
        """Put the keyboard on the way to the list."""
        self.to_list.setFocus()

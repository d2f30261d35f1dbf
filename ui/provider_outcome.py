"""How it went to hand persons over to an external provider, where it was asked for."""

from PySide6.QtCore import Qt

from ui import provider_words as words
from ui.provider_words import Outcome
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.labels import label, set_role
from ui.widgets.spoken import say


class OutcomeCard(Card):
    """A sentence, and line by line what did not come out; hidden until there is something."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "quote")
        self.column.setSpacing(theme.px(6))
        self.happened = label("", "label", wraps=True)
        self.details = label("", wraps=True)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(self.happened)
        self.column.addWidget(self.details)
        self.hide()

    def show_outcome(self, told: Outcome) -> None:
        """Show how it went."""
        self.tell(words.outcome(told), words.details(told), is_done=told.is_complete)

    def tell(self, happened: str, lines: list[str], *, is_done: bool) -> None:
        """Show *happened*, with *lines* below."""
        self.happened.setText(happened)
        set_role(self.happened, "done" if is_done else "problem")
        self.details.setText("\n".join(lines))
        self.details.setVisible(bool(lines))
        self.show()
        say(self, "\n".join([happened, *lines]))

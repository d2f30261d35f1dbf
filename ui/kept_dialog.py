"""A dialog of fields that does not throw away what was typed without a word."""

from ui.confirm import Question, ask
from ui.field_dialog import FieldDialog

_THROW_AWAY = Question(
    "Det du har skrivit är inte sparat.",
    "Slänger du det går det inte att få tillbaka.",
    "Släng det jag skrev",
    "Behåll och fortsätt",
)


class KeptDialog(FieldDialog):
    """Asks before it is closed by Esc, Avbryt or its cross, once something has been typed."""

    def has_typed(self) -> bool:
        """Tell whether anything differs from what the dialog opened with."""
        raise NotImplementedError

    def reject(self) -> None:
        """Close the dialog; ask first when something would be lost."""
        if self.has_typed():
            ask(self, _THROW_AWAY, self.give_up)
        else:
            super().reject()

    def give_up(self) -> None:
        """Close the dialog without asking."""
        super().reject()

"""What an external provider may read of one person, with the export of that person (S131)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from gplan_desktop.domain.user import Permission
from ui import provider_words as words
from ui.office import Office
from ui.provider_desk import Shown
from ui.provider_export import ProviderExport
from ui.provider_outcome import OutcomeCard
from ui.provider_words import Order, Outcome
from ui.seal_words import Told
from ui.told_line import ToldLine
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.permitted import permit

_HEIGHT = 280


class ProviderCard(Card):
    """The text to read as it would be handed over, what stands in the way, and the button.

    Signals:
        noted: the person was handed over, and it stands in the register.
    """

    noted = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__(office.theme)
        self._office = office
        self._shown: Shown | None = None
        theme = office.theme
        self.column.setSpacing(theme.px(10))
        self.heading = label("", "heading", wraps=True)
        self.stops = ToldLine(theme)
        self.lacks = label("", "muted", wraps=True)
        self.text = _ReadingText(theme.px(_HEIGHT))
        self.outcome = OutcomeCard(theme)
        self.export = push_button("", "", theme.icon("save", "accent"))
        self.export.clicked.connect(self._export)
        permit(self.export, office, Permission.EXPORT)
        # How it went stands over the text, where it is seen in a low window too.
        for part in (self.heading, self.stops, self.lacks, self.outcome, self.text):
            self.column.addWidget(part)
        self.column.addLayout(self._buttons())

    def show_person(self, shown: Shown) -> None:
        """Show what may be read of a person; the same text is not moved under the reader."""
        before, self._shown = self._shown, shown
        sheet = shown.sheet
        title = words.READ.format(provider=sheet.provider, name=sheet.name)
        self.heading.setText(title)
        self.text.setAccessibleName(title)
        if shown.text != self.text.toPlainText():
            self.text.setPlainText(shown.text)
        self.stops.show_told(Told("warning", words.stopped(sheet.stops)) if sheet.stops else None)
        self.lacks.setText(words.lacking(sheet.lacks))
        self.lacks.setVisible(bool(sheet.lacks))
        self.export.setText(f"Exportera för {sheet.provider}…")
        self.export.setVisible(shown.may_leave)
        if before is None or before.held.person.id != shown.held.person.id:
            self.outcome.hide()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.export)
        row.addStretch(1)
        return row

    def _export(self) -> None:
        if self._shown:
            person = self._shown.held.person
            order = Order(
                self._shown.sheet.provider,
                ((person.id, person.name),),
                is_protected=person.protected_identity,
            )
            self.outcome.hide()
            ProviderExport(self._office, self, self._tell).ask(order)

    def _tell(self, outcome: Outcome) -> None:
        self.outcome.show_outcome(outcome)
        if outcome.done:
            self.noted.emit()


class _ReadingText(QPlainTextEdit):
    """A text of a person's to be read, line by line as it is written in the file."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(height)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

"""Another unit's person: opened with the whole number and a reason that is logged (F65)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.identifiers import IdentifierError, parse
from gplan_desktop.domain.text import clean, is_blank
from gplan_desktop.errors import WorldError
from ui.office import Office
from ui.widgets.answers import answers
from ui.widgets.buttons import push_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.labels import label
from ui.widgets.line_box import LineBox
from ui.widgets.spoken import say

if TYPE_CHECKING:
    # The window is shown before the database's libraries are loaded.
    from gplan_desktop.store.store import Store

_TITLE = "Öppna en individ som inte är din"
_WHY = (
    "Öppna bara den som ditt arbete kräver just nu. Att du öppnar individen, och skälet, skrivs i "
    "loggen. Enhetschefen ser det när loggen kontrolleras."
)
_OTHER = "Något annat skäl"
_REASONS = (
    "Jag ersätter en kollega",
    "Individen har bytt enhet",
    "Enhetschefen har bett mig",
    _OTHER,
)
_NUMBER, _REASON, _OWN = "Personnummer", "Skäl", "Skriv skälet"
_NO_REASON = "Välj eller skriv varför du öppnar individen."
_NOBODY = "Ingen individ i enheten har det personnumret. Kontrollera siffrorna."
_WIDTH, _LONGEST = 520, 200


class OtherPersonDialog(QDialog):
    """Asks for number and reason; stays open, with what was typed, until a person was opened.

    Signals:
        opened: the id of the person, whom the user sees from now on.
    """

    opened = Signal(str)

    def __init__(self, office: Office, number: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._reason = office, ""
        self.setWindowTitle(_TITLE)
        self.setMinimumWidth(office.theme.px(_WIDTH))
        self.number = LineBox()
        self.number.setText(number)
        self.reasons = ChoiceGroup((reason, reason) for reason in _REASONS)
        self.reasons.set_name(_REASON)
        self.reasons.edited.connect(self._choose)
        self.own = LineBox()
        self.own.setAccessibleName(_OWN)
        self.own.setMaxLength(_LONGEST)
        self.own.hide()
        self.problem = label("", "problem", wraps=True)
        self.problem.hide()
        self._build()
        self.finished.connect(self.deleteLater)
        (self.reasons if number else self.number).setFocus()

    @property
    def reason(self) -> str:
        """The reason that is chosen or written; "" without any."""
        written = clean(self.own.text()).strip()
        return written if self._reason == _OTHER else self._reason

    def accept(self) -> None:
        """Look for the person and open it, or tell what is lacking."""
        try:
            number = parse(self.number.text(), self._office.today()).value
        except IdentifierError as error:
            self._tell(str(error), self.number)
            return
        if is_blank(self.reason):
            self._tell(_NO_REASON, self.own if self._reason == _OTHER else self.reasons)
            return
        # Or a second press would log it twice.
        self.do_it.setEnabled(False)
        work = _opening(self._office.store, number, self.reason)
        self._office.database.run(work, self._on_opened, self._on_refused)

    def _build(self) -> None:
        px = self._office.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(8))
        column.addWidget(label(_TITLE, "title", wraps=True))
        column.addWidget(label(_WHY, wraps=True))
        caption = label(_NUMBER, "label")
        caption.setBuddy(self.number)
        self.number.setAccessibleName(_NUMBER)
        for part in (caption, self.number, label(_REASON, "label"), self.reasons, self.own):
            column.addWidget(part)
        column.addWidget(self.problem)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.do_it = push_button("Öppna individen", "primary")
        for box in (self.number, self.own):
            box.returnPressed.connect(self.accept)
        return answers(self, self.do_it)

    def _choose(self, reason: object) -> None:
        self._reason = str(reason)
        self.reasons.set_value(reason)
        self.own.setVisible(reason == _OTHER)
        if reason == _OTHER:
            self.own.setFocus()

    def _on_opened(self, person_id: str | None) -> None:
        if person_id is None:
            self.do_it.setEnabled(True)
            self._tell(_NOBODY, self.number)
            return
        super().accept()
        self.opened.emit(person_id)

    def _on_refused(self, error: Exception) -> None:
        self.do_it.setEnabled(True)
        if not isinstance(error, WorldError):
            raise error
        self._tell(error.message, self.number)

    def _tell(self, what: str, where: QWidget) -> None:
        self.problem.setText(what)
        self.problem.show()
        say(self.problem, what)
        where.setFocus()


def is_whole_number(text: str, office: Office) -> bool:
    """Tell whether *text* is the whole personal number of somebody."""
    try:
        parse(text, office.today())
    except IdentifierError:
        return False
    return True


def _opening(store: "Store", number: str, reason: str) -> Callable[[], str | None]:
    """Return what finds and opens the person, on the thread of the database."""

    def work() -> str | None:
        person_id = store.find_other(number)
        if person_id is not None:
            store.open_other(person_id, reason)
        return person_id

    return work

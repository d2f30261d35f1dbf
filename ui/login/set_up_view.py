"""Setting a unit up: who, the passphrase, the recovery code, and where copies are kept."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gplan_desktop.backup.places import Fitness, Verdict
from gplan_desktop.entrance import NewUnit
from gplan_desktop.errors import WorldError
from ui.backup.backup_words import verdict_told
from ui.confirm import Question, ask
from ui.login.passphrase_box import PassphraseBox
from ui.theme import Theme
from ui.told_line import ToldLine
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.centred import centred
from ui.widgets.labels import label, set_role
from ui.widgets.line_box import LineBox
from ui.widgets.spoken import say

_WIDTH = 620
_STEPS = ("Enheten och du", "Din lösenfras", "Återställningskoden", "Säkerhetskopior")
_WHO = "Namnen står sedan på planerna. Användarnamnet skriver du när du loggar in."
_PHRASE = (
    "Fyra slumpade ord är lätta att minnas och svåra att gissa. Skriv av dem på ett papper som du "
    "har för dig själv, eller skriv en egen lösenfras med minst 14 tecken."
)
_CODE = (
    "Koden öppnar enheten om alla har glömt sina lösenfraser. Utan den är uppgifterna borta för "
    "alltid då. Skriv ut den och lås in papperet. Skriv sedan koden här, så att vi vet att "
    "den är rätt avskriven."
)
_PLACE = (
    "Gplan kopierar enheten varje dag, krypterad, till en plats som du väljer: en annan disk eller "
    "en mapp på nätverket. Välj den nu eller senare under Mer, Säkerhetskopior."
)
_LEAVE = Question(
    "Avbryta?",
    "Koden som visas slutar gälla. Har du skrivit ut den, kasta papperet.",
    "Avbryt och släng koden",
    "Fortsätt",
)
_MAKING = "Skapar enheten. Det tar några sekunder."


@dataclass(frozen=True)
class SetUpWays:
    """What setting up asks of the program.

    make begins to make the unit and leads to show_code; confirm tells what is
    wrong with a code that was typed, or ""; choose_place asks for a folder and
    leads to show_place; finish puts the unit in its place.
    """

    propose: Callable[[], str]
    weakness: Callable[[str, str, str], str]
    make: Callable[[NewUnit], None]
    print_code: Callable[[], None]
    confirm: Callable[[str], str]
    choose_place: Callable[[], None]
    finish: Callable[[Path | None], None]
    cancel: Callable[[], None]


Boxes = tuple[tuple[str, QWidget], ...]


class SetUpView(QWidget):
    """Four steps, one at a time; nothing of the unit is left if one turns back before the last."""

    def __init__(self, unit: str, name: str, theme: Theme, ways: SetUpWays) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._theme, self._ways = theme, ways
        self._place: Path | None = None
        self.place_told = label("Ingen plats är vald.", "muted", wraps=True)
        self.verdict = ToldLine(theme)
        self.step = label("", "muted")
        self.title = label("", "title")
        self.problem = label("", "problem", wraps=True)
        self.unit, self.name, self.login = (self._line(text) for text in (unit, name, ""))
        self._who_boxes = (self.unit, self.name, self.login)
        self.login.setText(proposed_login(name))
        self.phrase = PassphraseBox("Lösenfras", theme)
        self.again = PassphraseBox("Lösenfrasen en gång till", theme)
        self.code = label("", "heading", wraps=True)
        self.typed = self._line("")
        self.next = push_button("Nästa", "primary", theme.icon("arrow_forward", "on_accent"))
        self.next.clicked.connect(self._go_on)
        self.back = push_button("Avbryt")
        self.back.clicked.connect(self._go_back)
        self.pages = QStackedWidget()
        for page in (self._who(), self._passphrase(), self._recovery(), self._copies()):
            self.pages.addWidget(page)
        self._lay_out()
        self._show(0)
        QShortcut(QKeySequence("Esc"), self, self._go_back)

    def focus_first(self) -> None:
        """Put the keyboard where the step begins."""
        firsts = (self.unit, self.phrase, self.typed, self.choose)
        firsts[self.pages.currentIndex()].setFocus()

    def show_code(self, code: str) -> None:
        """Show the recovery code of the unit that was made, and ask for it back."""
        self.setEnabled(True)
        self.code.setText(code)
        self._show(2)

    def show_failure(self, error: WorldError) -> None:
        """Tell why the unit could not be made; what was typed is kept."""
        self.setEnabled(True)
        self._tell(error.message)

    def show_place(self, place: Path, verdict: Verdict) -> None:
        """Keep the place that was chosen, unless it is refused; tell why it is not simply fit."""
        self.setEnabled(True)
        if verdict.fitness is not Fitness.REFUSED:
            self._place = place
            self.place_told.setText(f"Kopiorna läggs i {place}.")
        self.verdict.show_told(verdict_told(verdict))
        say(self.verdict, verdict.reason)
        is_kept = verdict.fitness is not Fitness.REFUSED
        (self.next if is_kept else self.choose).setFocus()

    def _go_on(self) -> None:
        self._tell("")
        (self._after_who, self._after_phrase, self._after_code, self._after_place)[
            self.pages.currentIndex()
        ]()

    def _go_back(self) -> None:
        place = self.pages.currentIndex()
        if place in {1, 3}:
            self._show(place - 1)
        elif place == 2:
            ask(self, _LEAVE, self._ways.cancel)
        else:
            self._ways.cancel()

    def _after_who(self) -> None:
        for box, wanted in (
            (self.unit, "Skriv enhetens namn."),
            (self.name, "Skriv ditt namn."),
            (self.login, "Skriv ett användarnamn."),
        ):
            if not box.text().strip():
                self._tell(wanted)
                box.setFocus()
                return
        if not self.phrase.text:
            self.phrase.fill(self._ways.propose())
        self._show(1)

    def _after_phrase(self) -> None:
        phrase = self.phrase.text
        if problem := self._ways.weakness(phrase, self.login.text(), self._names()):
            self._tell(problem)
            self.phrase.setFocus()
        elif self.again.text != phrase:
            self._tell("Skriv samma lösenfras i båda rutorna.")
            self.again.setFocus()
        else:
            self._tell(_MAKING, "muted")
            self.setEnabled(False)
            unit, name, login = (box.text().strip() for box in self._who_boxes)
            self._ways.make(NewUnit(unit, name, login, phrase))

    def _names(self) -> str:
        """Return what a guess begins with: who it is, and the unit."""
        return f"{self.name.text()} {self.unit.text()}"

    def _after_code(self) -> None:
        if problem := self._ways.confirm(self.typed.text()):
            self._tell(problem)
            self.typed.setFocus()
        else:
            self._show(3)

    def _after_place(self) -> None:
        self.setEnabled(False)
        self._ways.finish(self._place)

    def _show(self, number: int) -> None:
        self.pages.setCurrentIndex(number)
        self.step.setText(f"Steg {number + 1} av {len(_STEPS)}")
        self.title.setText(_STEPS[number])
        self.back.setText("Tillbaka" if number in {1, 3} else "Avbryt")
        self.next.setText("Börja använda" if number == len(_STEPS) - 1 else "Nästa")
        self._tell("")
        self.focus_first()

    def _tell(self, text: str, role: str = "problem") -> None:
        self.problem.setText(text)
        set_role(self.problem, role)
        say(self.problem, text)

    def _lay_out(self) -> None:
        theme = self._theme
        card = Card(theme)
        card.column.setSpacing(theme.px(8))
        self.problem.setMinimumHeight(theme.px(44))
        for part in (self.step, self.title, self.pages, self.problem):
            card.column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        card.column.addLayout(row)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(centred(card, theme.px(_WIDTH)))

    def _line(self, text: str) -> LineBox:
        box = LineBox()
        box.setText(text)
        box.setMaxLength(100)
        box.returnPressed.connect(self._go_on)
        return box

    def _page(self, page: QWidget, lead: str, boxes: Boxes) -> QVBoxLayout:
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(6))
        column.addWidget(label(lead, wraps=True))
        for name, box in boxes:
            box.setAccessibleName(name)
            caption = label(name, "label")
            caption.setBuddy(box)
            column.addWidget(caption)
            column.addWidget(box)
        return column

    def _who(self) -> QWidget:
        page = QWidget()
        boxes = (("Enhetens namn", self.unit), ("Ditt namn", self.name))
        column = self._page(page, _WHO, (*boxes, ("Användarnamn", self.login)))
        self.name.edited.connect(lambda name: self.login.setText(proposed_login(str(name))))
        column.addStretch(1)
        return page

    def _passphrase(self) -> QWidget:
        page = QWidget()
        boxes = (("Lösenfras", self.phrase), ("Lösenfrasen en gång till", self.again))
        column = self._page(page, _PHRASE, boxes)
        self.phrase.entered.connect(self.again.setFocus)
        self.again.entered.connect(self._go_on)
        other = push_button("Föreslå fyra andra ord", "link")
        other.clicked.connect(lambda: self.phrase.fill(self._ways.propose()))
        column.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    def _recovery(self) -> QWidget:
        page = QWidget()
        column = self._page(page, _CODE, (("Skriv koden från papperet", self.typed),))
        self.code.setObjectName("quote")
        self.code.setContentsMargins(*(self._theme.px(12) for _ in range(4)))
        self.code.setAccessibleName("Återställningskoden")
        self.code.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        printing = push_button("Skriv ut koden…", "", self._theme.icon("print", "accent"))
        printing.clicked.connect(self._ways.print_code)
        column.insertWidget(1, self.code)
        column.insertWidget(2, printing, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    def _copies(self) -> QWidget:
        page = QWidget()
        column = self._page(page, _PLACE, ())
        self.choose = push_button("Välj plats…", "", self._theme.icon("save", "accent"))
        self.choose.clicked.connect(self._ways.choose_place)
        column.addWidget(self.place_told)
        column.addWidget(self.verdict)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page


def proposed_login(name: str) -> str:
    """Return "anna.ek" for "Anna Ek", to begin with."""
    return ".".join(name.lower().split())

"""The page Metodstöd: which is in use, where it differs, the word list, where originals are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.user import Permission
from gplan_desktop.method.mistakes import MethodError
from gplan_desktop.method.report import count_of
from gplan_desktop.method.wording import in_words
from ui.confirm import Question, ask
from ui.difference_list import DifferenceList
from ui.errors import show_error
from ui.office import Office
from ui.own_words_card import OwnWordsCard, readable
from ui.role_gate import RoleGate
from ui.roles_aside import RolesAsideCard
from ui.transfer_original_card import OriginalCard, OriginalChoice
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.labels import label
from ui.widgets.permitted import permit_all
from ui.widgets.scrolled import page_of

_MOST_SHOWN = 40
_WHAT = (
    "Metodstödet är ledtexterna, hjälpen, reglerna och gränserna i Gplan. En kommun kan ha egna. "
    "Valet gäller alla som använder Gplan på den här datorn, även i övningen. "
    "Upprättade planer visas alltid med det metodstöd som de skrevs med."
)
_NO_OWN = (
    "Allt är som i det inbyggda metodstödet. Vill kommunen ha egna texter eller gränser, lägg en "
    "mapp med bara det som ska skilja sig och välj den med Använd kommunens metodstöd. "
    "Gplan kontrollerar filerna först och säger till om något är fel."
)
_SAME = "Kommunens metodstöd säger detsamma som det inbyggda."
_START = "Kommunens metodstöd används inte"
_CHOSEN = "Metodstödet i mappen går inte att använda. Inget har ändrats."
_OTHER_ROLES = (
    "Metodstödet ändrar vad rollerna får göra. Det får bara den som sköter användarna besluta om, "
    "så inget har ändrats. Be den som sköter användarna att byta."
)
_LEAVE = Question(
    "Gå tillbaka till det inbyggda metodstödet?",
    "Kommunens filer läggs åt sidan på den här datorn, de tas inte bort. "
    "Det inbyggda används genast.",
    "Gå tillbaka till det inbyggda",
    "Behåll kommunens",
)


@dataclass(frozen=True)
class MethodWays:
    """What one can do from the page; *adopt* tells its second part when a folder is refused."""

    leave: Callable[[], None]
    adopt: Callable[[Path, Callable[[Exception], None]], None]
    use_built_in: Callable[[], None]
    original: OriginalChoice


class MethodView(QWidget):
    """The metodstöd in use, its differences, and what the unit has chosen; goes back with Esc."""

    def __init__(self, office: Office, ways: MethodWays) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._office, self._ways = office, ways
        theme = office.theme
        inner = page_of(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(theme.px(28), theme.px(16), theme.px(28), theme.px(20))
        layout.setSpacing(theme.px(12))
        layout.addLayout(self._head())
        self._gate = RoleGate(office, self)
        layout.addWidget(self._problem_card())
        self.roles = RolesAsideCard(office, self._gate)
        layout.addWidget(self.roles)
        layout.addWidget(self._in_use_card())
        layout.addWidget(self._differences_card())
        self.original = OriginalCard(ways.original, theme)
        layout.addWidget(self.original)
        self.words = OwnWordsCard(office)
        layout.addWidget(self.words)
        layout.addStretch(1)
        QShortcut(QKeySequence("Esc"), self, ways.leave)
        if office.own_method.refused:
            self._show_mistakes(office.own_method.refused, _START)

    def refresh(self) -> None:
        """Show the unit's words as they are in the store now."""
        self.words.refresh()

    def focus_first(self) -> None:
        """Put the keyboard on what one comes here to do."""
        self.choose.setFocus()

    def _head(self) -> QHBoxLayout:
        theme = self._office.theme
        back = push_button("Till listan", "link", theme.icon("arrow_back", "accent"))
        back.setToolTip("Esc")
        back.clicked.connect(self._ways.leave)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(back)
        row.addWidget(label("Metodstöd", "title"))
        row.addStretch(1)
        return row

    def _problem_card(self) -> QWidget:
        theme = self._office.theme
        self._mistakes = ""
        self.problem = Card(theme, "problems")
        self.problem.column.setSpacing(theme.px(8))
        self.happened = label("", "problem", wraps=True)
        self.mistakes = label("", wraps=True)
        self.mistakes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = push_button("Kopiera listan", "", theme.icon("content_copy", "accent"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._mistakes))
        self.problem.column.addWidget(self.happened)
        self.problem.column.addWidget(self.mistakes)
        self.problem.column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.problem.hide()
        return self.problem

    def _in_use_card(self) -> QWidget:
        own, method, theme = self._office.own_method, self._office.method, self._office.theme
        card = Card(theme)
        which = "Kommunens eget" if own.is_used else "Det inbyggda i Gplan"
        card.column.addWidget(Facts([("Används nu", which), ("Version", method.version)], theme))
        card.column.addLayout(readable(label(_WHAT, "muted", wraps=True)))
        self.choose = push_button("Använd kommunens metodstöd…")
        self.choose.clicked.connect(self._choose)
        self.back_to_built_in = push_button("Gå tillbaka till det inbyggda")
        self.back_to_built_in.clicked.connect(self._ask_to_leave)
        permit_all((self.choose, self.back_to_built_in), self._office, Permission.CHANGE_METHOD)
        self.back_to_built_in.setVisible(own.is_used or own.refused is not None)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.choose)
        row.addWidget(self.back_to_built_in)
        row.addStretch(1)
        card.column.addLayout(row)
        return card

    def _differences_card(self) -> QWidget:
        own, method, theme = self._office.own_method, self._office.method, self._office.theme
        card = Card(theme)
        card.column.setSpacing(theme.px(10))
        if own.differences:
            card.column.addWidget(label("Här avviker kommunens metodstöd", "heading"))
            wordings = [in_words(difference, method) for difference in own.differences]
            card.column.addWidget(DifferenceList(wordings, theme))
        else:
            card.column.addWidget(label("Inga avvikelser", "heading"))
            text = label(_SAME if own.is_used else _NO_OWN, "muted", wraps=True)
            card.column.addLayout(readable(text))
        return card

    def _choose(self) -> None:
        dialog = QFileDialog(self, "Välj mappen med kommunens metodstöd")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: self._adopt(Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _adopt(self, folder: Path) -> None:
        self._pass_gate(folder, lambda: self._ways.adopt(folder, self._on_refused))

    def _use_built_in(self) -> None:
        self._pass_gate(None, self._ways.use_built_in)

    def _pass_gate(self, chosen: Path | None, go_on: Callable[[], None]) -> None:
        self.problem.hide()
        self.choose.setEnabled(False)
        self._gate.pass_through(chosen, go_on, self._on_stopped, self._on_refused)

    def _on_stopped(self, changes: Sequence[str]) -> None:
        self.choose.setEnabled(True)
        if changes:
            self._show_problem(_OTHER_ROLES, changes)

    def _on_refused(self, error: Exception) -> None:
        self.choose.setEnabled(True)
        if isinstance(error, MethodError):
            self._show_mistakes(error, _CHOSEN)
            self.copy.setFocus()
        else:
            show_error(error)

    def _show_mistakes(self, error: MethodError, happened: str) -> None:
        told = f"{happened.rstrip('.')}. {count_of(error.mistakes)}"
        self._show_problem(told, [str(mistake) for mistake in error.mistakes])

    def _show_problem(self, happened: str, lines: Sequence[str]) -> None:
        self._mistakes = "\n".join(lines)
        self.happened.setText(happened)
        shown = list(lines[:_MOST_SHOWN])
        if left := len(lines) - len(shown):
            shown.append(f"Det finns {left} fel till. Kopiera listan för alla.")
        self.mistakes.setText("\n".join(shown))
        self.problem.show()

    def _ask_to_leave(self) -> None:
        ask(self, _LEAVE, self._use_built_in)

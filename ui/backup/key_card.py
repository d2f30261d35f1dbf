"""Asks for what opens a backup when nobody is logged in: a passphrase, or the recovery code."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ui.own_words_card import readable
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.line_box import LineBox
from ui.widgets.spoken import say

_WHAT = (
    "Skriv användarnamnet och lösenfrasen som gällde när kopian gjordes. De här rollerna får "
    "återställa: {}. Har du ingen av dem: lämna användarnamnet tomt och skriv "
    "återställningskoden, som ligger i chefens förvar."
)
_LOGIN, _SECRET = "Användarnamn", "Lösenfras eller återställningskod"


class KeyCard(Card):
    """Two fields, and two buttons.

    Signals:
        given: the user name, or "" with the recovery code; and the secret.
        left: another copy is to be chosen.
    """

    given = Signal(str, str)
    left = Signal()

    def __init__(self, theme: Theme, who_may: Sequence[str]) -> None:
        super().__init__(theme)
        self.column.setSpacing(theme.px(8))
        self.column.addWidget(label("Lås upp kopian", "heading"))
        what = _WHAT.format(", ".join(who_may).lower())
        self.what = label(what, "muted", wraps=True)
        self.column.addLayout(readable(self.what))
        self.login = self._field(_LOGIN, theme)
        self.secret = self._field(_SECRET, theme)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.problem = label("", "problem", wraps=True)
        self.problem.hide()
        self.column.addWidget(self.problem)
        self.go_on = push_button("Lås upp", "primary")
        self.go_on.clicked.connect(self._give)
        self.secret.returnPressed.connect(self._give)
        self.login.returnPressed.connect(self.secret.setFocus)
        row = readable(label())
        self.back = push_button("Avbryt")
        self.back.clicked.connect(self.left)
        row.insertWidget(0, self.go_on)
        row.insertWidget(1, self.back)
        self.column.addLayout(row)

    def ask(self, problem: str = "") -> None:
        """Ask, again when there is a *problem* with what was given."""
        self.secret.clear()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.setEnabled(True)
        (self.secret if problem else self.login).setFocus()
        say(self.problem, problem)

    def _field(self, name: str, theme: Theme) -> LineBox:
        shown, box = label(name, "label"), LineBox()
        box.setAccessibleName(name)
        box.setMaximumWidth(theme.px(420))
        shown.setBuddy(box)
        self.column.addWidget(shown)
        self.column.addWidget(box)
        return box

    def _give(self) -> None:
        if self.isEnabled() and self.secret.text():
            self.setEnabled(False)
            self.given.emit(self.login.text().strip(), self.secret.text())

"""A small dialog for who a user is, or for a passphrase that is given or changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.errors import WorldError
from gplan_desktop.vault import passphrase
from ui.login.passphrase_box import PassphraseBox
from ui.login.set_up_view import proposed_login
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.fitting import fit
from ui.widgets.labels import label
from ui.widgets.line_box import LineBox
from ui.widgets.pick_box import PickBox

_WIDTH = 480
_GIVEN = "Skriv av lösenfrasen och ge den till användaren, som byter den vid första inloggningen."
_TEMPORARY = (
    "Chefen valde lösenfrasen som du loggade in med. Välj nu en som bara du kan. Skriv först den "
    "du fick."
)


@dataclass(frozen=True)
class Typed:
    """What stands in the dialog; what was not asked for is ""."""

    name: str = ""
    login: str = ""
    role: str = ""
    old: str = ""
    passphrase: str = ""


class UserDialog(QDialog):
    """Asks for what its subclass of questions names, and stays open until it was taken.

    *take* is called with what stands there; it answers through `accept` or `show_failure`.
    """

    def __init__(
        self, title: str, theme: Theme, parent: QWidget, take: Callable[[Typed], None]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # The title of the window is seen in the taskbar: no names there.
        self.setWindowTitle("Användare")
        self._theme, self._take = theme, take
        self.name, self.login = LineBox(), LineBox()
        self._role = ""
        self.old = PassphraseBox("Din lösenfras nu", theme)
        self.new = PassphraseBox("Ny lösenfras", theme)
        self.problem = label("", "problem", wraps=True)
        self.problem.hide()
        self.do_it = push_button(title, "primary")
        self.do_it.clicked.connect(self._on_done)
        self.old.entered.connect(self.new.setFocus)
        self.new.entered.connect(self.do_it.click)
        for line in (self.name, self.login):
            line.returnPressed.connect(self.do_it.click)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*(theme.px(24) for _ in range(4)))
        self.column.setSpacing(theme.px(8))
        self.column.addWidget(label(title, "title", wraps=True))
        self.setMinimumWidth(theme.px(_WIDTH))

    def tell_whose(self, name: str, login: str) -> None:
        """Tell whose name or passphrase it is, inside where only the one at the screen sees it."""
        self.whose = label(f"{name} ({login})" if login else name, "heading", wraps=True)
        self.column.addWidget(self.whose)

    def ask_who(self, roles: Sequence[tuple[str, str]]) -> None:
        """Ask for name, login and role."""
        self.role = PickBox(roles)
        self.role.edited.connect(self._choose)
        for name, box in (("Namn", self.name), ("Användarnamn", self.login), ("Roll", self.role)):
            self._add(name, box)
        self.name.edited.connect(lambda text: self.login.setText(proposed_login(str(text))))

    def ask_name_and_role(self, roles: Sequence[tuple[str, str]], name: str, role: str) -> None:
        """Ask for the name and role of a user who has them already."""
        self.role = PickBox(roles)
        self.role.edited.connect(self._choose)
        self._add("Namn", self.name)
        self._add("Roll", self.role)
        self.name.setText(name)
        self.role.set_value(role)
        self._role = role

    def ask_old(self, *, temporary: bool = False) -> None:
        """Ask for the passphrase that is to be changed; one that was given must be."""
        if temporary:
            self.column.addWidget(label(_TEMPORARY, wraps=True))
        self._add("Din lösenfras nu", self.old)

    def ask_new(self, *, given: bool) -> None:
        """Ask for a new passphrase; four words are proposed, to be written down."""
        self._add("Ny lösenfras", self.new)
        self.new.fill(passphrase.suggest())
        other = push_button("Föreslå fyra andra ord", "link")
        other.clicked.connect(lambda: self.new.fill(passphrase.suggest()))
        self.column.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        if given:
            self.column.addWidget(label(_GIVEN, "muted", wraps=True))

    def finish(self) -> None:
        """Add what goes under the questions, and show the dialog."""
        cancel = push_button("Avbryt")
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.do_it)
        self.column.addWidget(self.problem)
        self.column.addLayout(row)
        fit(self)
        self.open()

    def show_failure(self, error: Exception) -> None:
        """Tell why it was not taken; what was typed is kept."""
        if not isinstance(error, WorldError):
            raise error
        self.do_it.setEnabled(True)
        self.problem.setText(error.message)
        self.problem.show()
        fit(self)

    def _add(self, name: str, box: QWidget) -> None:
        caption = label(name, "label")
        caption.setBuddy(box)
        box.setAccessibleName(name)
        self.column.addWidget(caption)
        self.column.addWidget(box)

    def _choose(self, role: object) -> None:
        self._role = str(role)

    def _on_done(self) -> None:
        # Or a second press would do it twice.
        self.do_it.setEnabled(False)
        self._take(
            Typed(
                self.name.text().strip(),
                self.login.text().strip(),
                self._role,
                self.old.text,
                self.new.text,
            )
        )

"""Logging in (S27): who one is, the passphrase, and a way on when it is forgotten."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gplan_desktop.errors import WorldError
from gplan_desktop.vault.faults import TooSoon
from ui.login.passphrase_box import PassphraseBox
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.centred import centred
from ui.widgets.fold import Fold
from ui.widgets.labels import label, set_role
from ui.widgets.spoken import say
from ui.widgets.tick_box import TickBox

_WIDTH = 460
_SECOND_MS = 1_000
_BUSY = "Låser upp. Det tar ungefär en sekund."
_WAIT = "Vänta {left} sekunder."
_WAIT_ONE = "Vänta en sekund."
_AGAIN = "Försök igen. Se efter att Caps Lock är av."
_NO_LOGIN, _NO_PASSPHRASE = "Skriv ditt användarnamn.", "Skriv din lösenfras."
_FORGOTTEN = (
    "Be enhetens chef ge dig en ny lösenfras, under Mer och Användare. Är det du som är chef, "
    "använd återställningskoden som skrevs ut när enheten skapades."
)


@dataclass(frozen=True)
class LoginWays:
    """What may be done before one is let in; each tells the view how it went.

    unlock takes login, passphrase and whether this computer is to remember it.
    """

    unlock: Callable[[str, str, bool], None]
    recover: Callable[[], None]
    practise: Callable[[], None]


class LoginView(QWidget):
    """A card with two lines and a button; the keyboard begins in the first empty one.

    It may be shown before there is a program to *serve* it: what is asked for meanwhile is done
    then.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._theme = theme
        self._ways: LoginWays | None = None
        self._asked: Callable[[LoginWays], None] | None = None
        self._left, self._refused = 0, ""
        self.unit = label("", "muted")
        self.unit.hide()
        self.login = QLineEdit()
        self.passphrase = PassphraseBox("Lösenfras", theme)
        self.remember = TickBox("Kom ihåg mig på den här datorn")
        self.told = label("", "muted", wraps=True)
        self.told.setMinimumHeight(theme.px(44))
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND_MS)
        # A coarse one is up to a twentieth too soon, and so would the next try be.
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._count_down)
        card = self._card()
        _keep_room(self.remember, keeps=True)
        self.remember.hide()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(centred(card, theme.px(_WIDTH)))

    @property
    def waits(self) -> bool:
        """Whether nobody serves it yet."""
        return self._ways is None

    def serve(self, unit: str, ways: LoginWays) -> None:
        """Do from now on what is asked for; *unit* is what one comes into, where it is told."""
        self.unit.setText(unit)
        self.unit.setVisible(bool(unit))
        self._ways, asked, self._asked = ways, self._asked, None
        if asked is not None:
            asked(ways)

    def focus_first(self) -> None:
        """Put the keyboard where something is to be written."""
        (self.passphrase if self.login.text() else self.login).setFocus()

    def offer_to_remember(self, can: bool) -> None:
        """Offer it where this computer *can*, as is known a moment after the view is shown."""
        self.remember.setVisible(can)

    def show_told(self, text: str) -> None:
        """Tell why one is asked who it is."""
        self._tell(text, "problem")

    def show_refused(self, error: WorldError, wait_seconds: int = 0) -> None:
        """Tell why one was not let in, and count down until the next try is taken."""
        self._free(wait_seconds == 0)
        self.passphrase.clear()
        self._left = wait_seconds
        # That it was too soon is told by the wait itself.
        self._refused = "" if isinstance(error, TooSoon) else f"{error.happened} "
        if wait_seconds:
            self._tell(f"{self._refused}{self._wait()}", "problem")
            self._clock.start()
        else:
            self._tell(error.message, "problem")
        self.passphrase.setFocus()

    def cover(self, login: str, lead: str) -> None:
        """Be what covers the screen of *login*: told in *lead*, with no way to another place."""
        self.lead.setText(lead)
        self.lead.show()
        self.login.setText(login)
        for part in (self.practise, self.forgotten, self.remember):
            part.hide()
        _keep_room(self.remember, keeps=False)

    def _card(self) -> Card:
        theme = self._theme
        card = Card(theme)
        card.column.setSpacing(theme.px(8))
        card.column.addWidget(label("Logga in", "title"))
        card.column.addWidget(self.unit)
        self.lead = label("", wraps=True)
        self.lead.hide()
        card.column.addWidget(self.lead)
        card.column.addSpacing(theme.px(8))
        self.login.setAccessibleName("Användarnamn")
        self.login.setMaxLength(60)
        self.login.returnPressed.connect(self.passphrase.setFocus)
        self.passphrase.entered.connect(self._try)
        for name, box in (("Användarnamn", self.login), ("Lösenfras", self.passphrase)):
            caption = label(name, "label")
            caption.setBuddy(box)
            card.column.addWidget(caption)
            card.column.addWidget(box)
        self.enter = push_button("Logga in", "primary", theme.icon("lock", "on_accent"))
        self.enter.clicked.connect(self._try)
        for part in (self.remember, self.told):
            card.column.addWidget(part)
        card.column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        card.column.addSpacing(theme.px(8))
        self.forgotten = Fold("Jag har glömt lösenfrasen", self._forgotten, theme)
        card.column.addWidget(self.forgotten)
        self.practise = push_button("Öva i stället", "link", theme.icon("school", "accent"))
        self.practise.clicked.connect(lambda: self._ask(lambda ways: ways.practise()))
        card.column.addWidget(self.practise, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _forgotten(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(_FORGOTTEN, wraps=True))
        self.recover = push_button("Använd återställningskoden…")
        self.recover.clicked.connect(lambda: self._ask(lambda ways: ways.recover()))
        column.addWidget(self.recover, 0, Qt.AlignmentFlag.AlignLeft)
        return inner

    def _try(self) -> None:
        if self._clock.isActive() or not self.enter.isEnabled():
            return
        for box, text, wanted in (
            (self.login, self.login.text(), _NO_LOGIN),
            (self.passphrase, self.passphrase.text, _NO_PASSPHRASE),
        ):
            if not text.strip():
                self._tell(wanted, "problem")
                box.setFocus()
                return
        self._free(False)
        self._tell(_BUSY, "muted")
        told = self.login.text().strip(), self.passphrase.text, self.remember.isChecked()
        self._ask(lambda ways: ways.unlock(*told))

    def _ask(self, what: Callable[[LoginWays], None]) -> None:
        """Ask for *what*, or see to it that it is asked for when there is somebody to ask."""
        if self._ways is None:
            self._asked = what
        else:
            what(self._ways)

    def _count_down(self) -> None:
        self._left -= 1
        if self._left > 0:
            # Not said aloud each second: it was said when the wait began.
            self.told.setText(f"{self._refused}{self._wait()}")
            return
        self._clock.stop()
        self._free(True)
        self._tell(f"{self._refused}{_AGAIN}", "problem")

    def _wait(self) -> str:
        return _WAIT_ONE if self._left == 1 else _WAIT.format(left=self._left)

    def _free(self, is_free: bool) -> None:
        self.enter.setEnabled(is_free)
        for box in (self.login, self.passphrase.line):
            box.setReadOnly(not is_free and not self._clock.isActive())

    def _tell(self, text: str, role: str) -> None:
        self.told.setText(text)
        set_role(self.told, role)
        say(self.told, text)


def _keep_room(widget: QWidget, *, keeps: bool) -> None:
    """Let the room of *widget* be kept while it is hidden, so that nothing jumps."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(keeps)
    widget.setSizePolicy(policy)

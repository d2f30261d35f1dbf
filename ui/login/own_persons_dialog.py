"""Which of the unit's persons are a user's own: units to tick, or one external provider (F65)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.user import OwnPersons, Permission, UserRole, Whose
from gplan_desktop.vault.users import VaultUser
from ui.theme import Theme
from ui.widgets.answers import answers
from ui.widgets.buttons import push_button
from ui.widgets.labels import label
from ui.widgets.pick_box import PickBox
from ui.widgets.scrolled import scrolled
from ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    # The window is shown before the database's libraries are loaded.
    from gplan_desktop.store.store import Store

_UNITS = (
    "Kryssa för enheterna. Utan något kryss ser användaren alla individer. Andra individer kan "
    "öppnas med ett skäl, som syns i loggen."
)
_PROVIDER = "Välj utföraren. Användaren ser bara de individer som utföraren stödjer."
_NO_UNITS = "Inga individer har någon enhet än. Skriv enheten hos individen först."
_NO_PROVIDERS = "Inga individer har någon extern utförare än."
_ALL, _NOBODY, _NOT_CHOSEN = "Alla", "Inga", "Ingen utförare vald"
_WIDTH = 460


@dataclass(frozen=True)
class Choices:
    """What there is to choose among, and what was decided before."""

    units: tuple[str, ...]
    providers: tuple[str, ...]
    decided: OwnPersons


def read_choices(store: "Store", user_id: str) -> Choices:
    """Return what can be decided for the user; on the thread of the database."""
    register = store.own_persons
    decided = register.of_user(user_id)
    # What was decided stands to be taken back, though no person has it any more.
    units = dict.fromkeys((*register.units(), *decided.units))
    providers = dict.fromkeys((*register.providers(), decided.provider))
    return Choices(tuple(units), tuple(filter(None, providers)), decided)


def told(role: UserRole, own: OwnPersons) -> str:
    """Return in words which persons a user of *role* sees."""
    if Permission.READ not in role.may:
        return _NOBODY
    if role.whose is Whose.PROVIDER:
        return own.provider or _NOT_CHOSEN
    return ", ".join(own.units) if role.whose is Whose.UNITS and own.units else _ALL


class OwnPersonsDialog(QDialog):
    """Ticks for the units, or a list of providers for a role that sees one provider's persons.

    Signals:
        decided: the OwnPersons that were chosen.
    """

    decided = Signal(object)

    def __init__(
        self, user: VaultUser, role: UserRole, choices: Choices, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        # The title of the window is seen in the taskbar: no names there.
        self.setWindowTitle("Individer för en användare")
        self.setMinimumWidth(theme.px(_WIDTH))
        self._provider = choices.decided.provider
        self.ticks: dict[str, TickBox] = {}
        self.pick = PickBox((name, name) for name in choices.providers)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(24) for _ in range(4)))
        column.setSpacing(theme.px(10))
        column.addWidget(label(f"Individer för {user.name}", "title", wraps=True))
        if role.whose is Whose.PROVIDER:
            self._add_providers(column, choices)
        else:
            self._add_units(column, choices)
        column.addLayout(self._buttons())
        self.finished.connect(self.deleteLater)

    def accept(self) -> None:
        """Hand over what is chosen."""
        units = tuple(name for name, tick in self.ticks.items() if tick.isChecked())
        super().accept()
        self.decided.emit(OwnPersons(units, self._provider))

    def _add_units(self, column: QVBoxLayout, choices: Choices) -> None:
        column.addWidget(label(_UNITS if choices.units else _NO_UNITS, "muted", wraps=True))
        inner = QWidget()
        ticked = QVBoxLayout(inner)
        ticked.setContentsMargins(0, 0, 0, 0)
        for name in choices.units:
            tick = self.ticks[name] = TickBox(name.replace("&", "&&"))
            tick.setChecked(name in choices.decided.units)
            ticked.addWidget(tick)
        ticked.addStretch(1)
        column.addWidget(scrolled(inner), 1)

    def _add_providers(self, column: QVBoxLayout, choices: Choices) -> None:
        column.addWidget(
            label(_PROVIDER if choices.providers else _NO_PROVIDERS, "muted", wraps=True)
        )
        self.pick.setAccessibleName("Utförare")
        self.pick.set_value(self._provider)
        self.pick.edited.connect(self._choose)
        column.addWidget(self.pick)

    def _choose(self, provider: object) -> None:
        self._provider = str(provider)

    def _buttons(self) -> QHBoxLayout:
        self.do_it = push_button("Spara", "primary")
        return answers(self, self.do_it)

"""Tells that a metodstöd says other than the unit of who may do what, and lets it be accepted."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gplan_desktop.domain.user import Permission
from ui.office import Office
from ui.role_gate import RoleGate
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.permitted import permit
from ui.widgets.spoken import say

_HAPPENED = (
    "Metodstödet på den här datorn säger något annat om rollerna än det som gäller i enheten. "
    "Enhetens roller gäller som förut."
)
_HEADING = "Rollerna i metodstödet gäller inte"
_WHY = (
    "Rollerna ligger i enhetens databas, så att ingen ändrar dem genom att ändra i metodstödets "
    "mapp. Det här skulle bli annorlunda:"
)
_ACCEPTED = "Rollerna är ändrade. Det gäller från nästa inloggning."


def roles_notice(office: Office, show_method: Callable[[], None]) -> QWidget:
    """Return the line at the start that tells of it, with the way to read more."""
    theme = office.theme
    notice = Card(theme, "notice")
    notice.column.setContentsMargins(theme.px(16), theme.px(8), theme.px(8), theme.px(8))
    show = push_button("Visa skillnaden", "link")
    show.setAccessibleName("Visa hur rollerna skiljer sig")
    show.clicked.connect(show_method)
    row = QHBoxLayout()
    row.addWidget(label(_HAPPENED, wraps=True), 1)
    row.addWidget(show)
    notice.column.addLayout(row)
    return notice


class RolesAsideCard(Card):
    """What the metodstöd would change for each role, and the button that puts it in force."""

    def __init__(self, office: Office, gate: RoleGate) -> None:
        super().__init__(office.theme, "notice")
        self.column.setSpacing(office.theme.px(8))
        self.heading = label(_HEADING, "heading", wraps=True)
        self.column.addWidget(self.heading)
        offered = office.own_method.roles_aside
        if offered is None:
            self.hide()
            return
        changes = (f"• {change}" for change in gate.changes(offered))
        self.told = label("\n".join((_WHY, *changes)), wraps=True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.accept = push_button("Låt det gälla…")
        self.accept.clicked.connect(lambda: gate.accept(offered, self._on_accepted))
        permit(self.accept, office, Permission.MANAGE_USERS)
        self.column.addWidget(self.told)
        self.column.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_accepted(self) -> None:
        self.accept.hide()
        self.heading.setText("Rollerna gäller")
        self.told.setText(_ACCEPTED)
        say(self.told, _ACCEPTED)

"""The bar at the bottom: which step it is, and the ways on."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from gplan_desktop.rules.steps import Step, neighbour
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.labels import label


class Footer(QFrame):
    """The place ("Steg 4 av 17"), help, preview, save, back and next. Nothing here commits."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("footer")
        self.place = label("", "muted")
        self.help = push_button("Hjälp", "link", theme.icon("help", "accent"))
        self.help.setToolTip("Visa eller dölj hjälpen (F1). Dit och tillbaka: F6. Sök: Ctrl+F")
        self.preview = push_button("Förhandsgranska", "link", theme.icon("visibility", "accent"))
        self.preview.setToolTip("Visa planen som den skrivs ut (Ctrl+P)")
        self.save = push_button("Spara", "link", theme.icon("save", "accent"))
        self.save.setToolTip("Allt sparas också av sig självt (Ctrl+S)")
        self.back = push_button("Föregående", "", theme.icon("arrow_back", "accent"))
        self.back.setToolTip("Ctrl+Page Up")
        self.next = push_button("Nästa", "primary", theme.icon("arrow_forward", "on_accent"))
        self.next.setToolTip("Ctrl+Enter")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(20), theme.px(8), theme.px(20), theme.px(8))
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.place)
        layout.addStretch(1)
        for button in (self.help, self.preview, self.save, self.back, self.next):
            layout.addWidget(button)
        self._named = {button: button.text() for button in (self.help, self.preview, self.save)}
        for button, name in self._named.items():
            button.setAccessibleName(name)
        self._room_for_names = theme.px(760)
        # At 200 % text the names would make the window wider than a small screen.
        self.setMinimumWidth(1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show the three lesser ways as icons alone where there is no room for their names."""
        super().resizeEvent(event)
        has_room = self.width() >= self._room_for_names
        for button, name in self._named.items():
            button.setText(name if has_room else "")

    def show_step(self, pages: tuple[Step, ...], step: Step, *, read_only: bool) -> None:
        """Show which of *pages* the open one is, and which come before and after."""
        number = [page.id for page in pages].index(step.id) + 1
        self.place.setText(f"Steg {number} av {len(pages)}")
        before = neighbour(pages, step.id, -1)
        after = neighbour(pages, step.id, 1)
        self.back.setEnabled(before is not None)
        self.next.setText("Nästa" if after else "Till individen")
        self.back.setAccessibleName(f"Föregående: {before.title}" if before else "Föregående")
        self.next.setAccessibleName(f"Nästa: {after.title}" if after else "Till individen")
        self.save.setVisible(not read_only)

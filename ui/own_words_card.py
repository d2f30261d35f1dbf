"""The words that the unit has taught the spelling, to look through and to take away."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gplan_desktop.domain.user import Permission
from ui.errors import show_error
from ui.office import Office
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label
from ui.widgets.permitted import permit

_SOME = "Ord som rättstavningen godkänner för hela enheten. Tryck på ett ord för att ta bort det."
_NONE = (
    "Enheten har inga egna ord än. När rättstavningen markerar ett ord som är rätt kan du lägga "
    "till det från menyn över ordet. Sedan godkänns det för hela enheten."
)


class OwnWordsCard(Card):
    """One button a word; what was taken away can be put back at once."""

    def __init__(self, office: Office) -> None:
        super().__init__(office.theme)
        self._office, theme = office, office.theme
        self.buttons: list[QWidget] = []
        self.column.setSpacing(theme.px(8))
        self.column.addWidget(label("Enhetens ordlista", "heading"))
        self.what = label(_NONE, "muted", wraps=True)
        self.column.addLayout(readable(self.what))
        self._words = QWidget()
        self._flow = FlowLayout(self._words, theme.px(8))
        self.column.addWidget(self._words)
        self._removed = ""
        self.told = label()
        self.undo = push_button("Ångra", "link")
        self.undo.clicked.connect(self._put_back)
        self._last = QWidget()
        row = QHBoxLayout(self._last)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told)
        row.addWidget(self.undo)
        row.addStretch(1)
        self._last.hide()
        self.column.addWidget(self._last)

    def refresh(self) -> None:
        """Show the words as they are in the store now."""
        store = self._office.store
        self._office.database.newest("own words", store.words.all, self._show, show_error)

    def _show(self, words: list[str]) -> None:
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(word) for word in words]
        for button in self.buttons:
            self._flow.addWidget(button)
        self._words.setVisible(bool(words))
        self.what.setText(_SOME if words else _NONE)

    def _button(self, word: str) -> QWidget:
        button = push_button(word.replace("&", "&&"), "", self._office.theme.icon("close"))
        button.setAccessibleName(f"Ta bort ordet {word}")
        button.setToolTip("Ta bort ur ordlistan")
        button.clicked.connect(lambda: self._remove(word))
        permit(button, self._office, Permission.WRITE)
        return button

    def _remove(self, word: str) -> None:
        store = self._office.store
        self._office.database.run(
            lambda: store.words.remove(word), lambda _: self._on_removed(word), show_error
        )

    def _on_removed(self, word: str) -> None:
        self._removed = word
        self.told.setText(f"”{word}” är borttaget.")
        self._last.show()
        # The button that had the keyboard is about to go.
        self.undo.setFocus()
        self._on_changed()

    def _put_back(self) -> None:
        store, word = self._office.store, self._removed
        self._office.database.run(
            lambda: store.words.add(word), lambda _: self._on_put_back(), show_error
        )

    def _on_put_back(self) -> None:
        self._last.hide()
        self._on_changed()

    def _on_changed(self) -> None:
        """Show the words that are left, and let the spelling go by them."""
        self.refresh()
        self._office.spelling.start()


def readable(text: QLabel) -> QHBoxLayout:
    """Return *text* in lines that are not too long to read, whatever the width."""
    row = QHBoxLayout()
    row.addWidget(text, 13)
    row.addStretch(7)
    return row

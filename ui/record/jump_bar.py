"""A line of links over a long page, each to one of its cards."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.flow_layout import FlowLayout


class JumpBar(QWidget):
    """The names of the cards, to be pressed.

    Signals:
        wanted: the id of the card to go to.
    """

    wanted = Signal(str)

    def __init__(self, cards: Iterable[tuple[str, str]], spoken: str, theme: Theme) -> None:
        """Link to *cards*, each an id and a name; *spoken* comes before the name."""
        super().__init__()
        flow = FlowLayout(self, theme.px(4))
        self.links = {card_id: push_button(name, "link") for card_id, name in cards}
        for card_id, link in self.links.items():
            link.setAccessibleName(f"{spoken} {link.text()}")
            link.clicked.connect(partial(self.wanted.emit, card_id))
            flow.addWidget(link)

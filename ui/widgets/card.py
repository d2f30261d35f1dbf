"""A white surface that holds what belongs together."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.theme import Theme


class Card(QFrame):
    """A framed surface with a column inside."""

    def __init__(self, theme: Theme, kind: str = "card") -> None:
        super().__init__()
        self.setObjectName(kind)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(18))
        self.column.setSpacing(theme.px(16))

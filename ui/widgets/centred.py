"""One card alone on a page: in the middle, and scrolled rather than clipped."""

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.scrolled import scrolled


def centred(card: QWidget, width: int) -> QScrollArea:
    """Return a page with *card*, *width* pixels wide and as high as its wrapped texts need."""
    card.setFixedWidth(width)
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.addStretch(1)
    # An alignment would give the card the height of unwrapped texts.
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(card)
    row.addStretch(1)
    column.addLayout(row)
    column.addStretch(2)
    return scrolled(inner)

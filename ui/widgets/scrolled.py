"""A part of the window that is scrolled rather than clipped when the text is large."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


def scrolled(inner: QWidget) -> QScrollArea:
    """Return *inner* in a frameless area that Tab passes by; what has the keyboard is in sight.

    Fill *inner* afterwards, with the area in its place already: what is measured here is
    dressed here, and again wherever it moves to.
    """
    inner.setObjectName(inner.objectName() or "page")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area


def page_of(view: QWidget) -> QWidget:
    """Return the scrolled page that *view* has for all that it shows, to be filled."""
    page = QWidget()
    column = QVBoxLayout(view)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(scrolled(page))
    return page

"""Lets a screen reader say something that has appeared without the keyboard moving there."""

from PySide6.QtWidgets import QWidget


def say(widget: QWidget, text: str) -> None:
    """Let the screen reader, if there is one, say *text*, which *widget* has just shown."""
    if text:
        # Loaded when there is something to say: the first window is shown before that.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))

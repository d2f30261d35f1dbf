"""Ties a help panel to the fields of its window: when it is open, and where the keyboard goes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.help_panel import HelpPanel
from ui.widgets.field_frame import FieldFrame


class FieldHelp(QObject):
    """Opens and closes the help, and lets it follow the field in use (screen rule 19).

    Pinned it stays open and follows. Else it opens with F1, "?" or Ctrl+F, stands
    still, and closes when one leaves the page.

    Signals:
        changed: whether the help is to be seen.
        asked: somebody asked for the help just now.
        kept: whether it is pinned, to be remembered.
    """

    changed = Signal(bool)
    asked = Signal()
    kept = Signal(bool)

    def __init__(
        self, panel: HelpPanel, window: QWidget, name_of: Callable[[FieldFrame], str]
    ) -> None:
        """*name_of* gives the id under which the method describes a field of *window*."""
        super().__init__(window)
        self._panel, self._window, self._name_of = panel, window, name_of
        self._pinned, self._is_asked_for, self._has_fields = False, False, True
        self._step, self._field = "", ""
        self._left: QWidget | None = None
        panel.pinned.connect(self._pin)
        panel.closed.connect(self.close)
        panel.left.connect(self._leave)
        for keys, act in {"F1": self.toggle, "F6": self.switch, "Ctrl+F": self.find}.items():
            QShortcut(QKeySequence(keys), window, act)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    @property
    def is_open(self) -> bool:
        """Whether the help is to be seen."""
        return self._is_asked_for or (self._pinned and self._has_fields)

    def show_page(self, step: str, *, has_fields: bool) -> None:
        """Turn to another page: help that was only asked for has had its day."""
        if step != self._step:
            self._is_asked_for = False
            self._field, self._left = "", None
            focused = QApplication.focusWidget()
            if focused is not None and self._panel.isAncestorOf(focused):
                # Or Qt would hand the keyboard to some field of the new page.
                focused.clearFocus()
            QTimer.singleShot(0, self, self._await_field)
        self._step, self._has_fields = step, has_fields
        self.changed.emit(self.is_open)

    def set_pinned(self, pinned: bool) -> None:
        """Let the help stay open and follow, or not, as the user had it the last time."""
        self._pinned = pinned
        self._panel.set_pinned(pinned)
        self.changed.emit(self.is_open)

    def ask(self, field: str) -> None:
        """Show the help of *field*, or of the page when there is none."""
        if field:
            self._panel.show_field(field)
        elif self._step:
            self._panel.show_step(self._step)
        self._open()

    def toggle(self) -> None:
        """Open the help of the field in use, or take the help away and go back to the field."""
        shows_other = bool(self._field) and self._panel.field != self._field
        if not self._panel.isVisible() or (shows_other and not self._has_keyboard()):
            self.ask(self._field)
        else:
            self.close()

    def close(self) -> None:
        """Take the help away; it stays away until it is asked for."""
        self._go_back()
        self._is_asked_for = False
        self._keep(False)
        self.changed.emit(False)

    def switch(self) -> None:
        """Go with the keyboard from the field to the help, or back."""
        if self._has_keyboard():
            self._go_back()
            return
        if not self._panel.isVisible():
            self.ask(self._field)
        self._panel.enter()

    def find(self) -> None:
        """Go to the search, from wherever one is."""
        self._open()
        self._panel.go_to_search()

    def _await_field(self) -> None:
        """Take away the help of a field on the page before, where no field has the keyboard."""
        if not self._field and self._panel.field:
            self._panel.rest()

    def _open(self) -> None:
        self._is_asked_for = True
        self.asked.emit()
        self.changed.emit(True)

    def _pin(self, pinned: bool) -> None:
        # The one who lets the help go still reads what stands there.
        self._is_asked_for = True
        self._keep(pinned)
        if pinned and self._field:
            self._panel.show_field(self._field)

    def _keep(self, pinned: bool) -> None:
        if pinned != self._pinned:
            self.set_pinned(pinned)
            self.kept.emit(pinned)

    def _leave(self) -> None:
        self._go_back()
        self._is_asked_for = False
        self.changed.emit(self.is_open)

    def _go_back(self) -> None:
        """Give the keyboard back to where one was."""
        if self._has_keyboard() and self._left is not None and isValid(self._left):
            self._left.setFocus()

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self._panel.isAncestorOf(focused)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._window.isAncestorOf(new) or self._panel.isAncestorOf(new):
            return
        frame = field_around(new)
        if frame is not None:
            self._field = self._name_of(frame)
            if self._pinned:
                self._panel.follow(self._field)
        if frame is not None or not self._field:
            self._left = new


def field_around(widget: QWidget | None) -> FieldFrame | None:
    """Return the field that *widget* is a part of, if it is."""
    while widget is not None and not isinstance(widget, FieldFrame):
        widget = widget.parentWidget()
    return widget

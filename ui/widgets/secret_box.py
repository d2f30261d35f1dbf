"""A box for a code: dots to everyone who passes by, shown for a moment to the one who asks."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gplan_desktop.domain.tabs import MASK, NO_SECRET, Secret
from gplan_desktop.domain.text import clean
from ui.widgets.buttons import Button, push_button
from ui.widgets.labels import label
from ui.widgets.spoken import say

SHOWN_SECONDS: Final = 20
_SECOND_MS = 1_000
_SAID_AT = (10, 5)
_LONGEST = 60
_NO_CODE, _HIDDEN = "Ingen kod", "Dold"


class SecretBox(QWidget):
    """A Secret: masked, shown for 20 seconds, or a new one being written.

    The code that stands there is never in an input, so that it can neither be
    copied, undone back nor read aloud while it is masked. Whoever holds the
    box answers show_wanted with reveal(), or with conceal() when it may not be shown.

    Signals:
        edited: the Secret, after every change by the writer.
        left: the writer went to another field.
        show_wanted: somebody asked to see the code.
    """

    edited = Signal(object)
    left = Signal()
    show_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._value: Secret = NO_SECRET
        self._former: Secret | None = None  # what is being replaced by the one being written
        self._name = ""
        self._writes = self._waits = self._read_only = False
        self._seconds_left = 0
        self.told = label("", "heading", wraps=True)
        self.countdown = label("", "small")
        self.line = self._make_line()
        self.show_button = self._button("Visa", self._ask_to_show)
        self.hide_button = self._button("Dölj", self.conceal)
        self.change = self._button("Ändra", self._begin_writing)
        self.restore = self._button("Ångra", self._restore)
        self.remove = self._button("Ta bort koden", self._remove)
        self.timer = QTimer(self)
        self.timer.setInterval(_SECOND_MS)
        self.timer.timeout.connect(self._tick)
        self._build()
        self._show_state()

    @property
    def is_shown(self) -> bool:
        """Whether the code can be read on the screen."""
        return self._seconds_left > 0

    def set_value(self, value: object) -> None:
        """Hold the Secret *value*, masked; it is no edit."""
        if isinstance(value, Secret) and value != self._value:
            self._value = value
            self.conceal()

    def set_read_only(self, read_only: bool) -> None:
        """Let the code be shown but not changed."""
        self._read_only = read_only
        self.conceal()

    def set_name(self, name: str) -> None:
        """Let a screen reader say *name* at the box and with each of its buttons."""
        self._name = name
        self.line.setAccessibleName(name)
        for button in self._buttons():
            button.setAccessibleName(f"{button.text()}: {name}")

    def reveal(self) -> None:
        """Show the code that was asked for, unless the one who asked has gone on since."""
        if not self._waits:
            return
        self._waits, self._seconds_left = False, SHOWN_SECONDS
        self.timer.start()
        self._show_state()
        say(self, f"{self._name}: {self._value.reveal()}. {self.countdown.text()}.")

    def conceal(self) -> None:
        """Show dots again, and forget what was being written but for its value."""
        self.timer.stop()
        self._writes = self._waits = False
        self._former, self._seconds_left = None, 0
        # Forgets its undo too.
        self.line.setText("")
        self._show_state()

    def event(self, event: QEvent) -> bool:
        """Show nothing while another window is in use; what is being written is kept."""
        echo = QLineEdit.EchoMode
        if event.type() is QEvent.Type.WindowActivate:
            self.line.setEchoMode(echo.Normal)
        elif event.type() is QEvent.Type.WindowDeactivate:
            self.line.setEchoMode(echo.NoEcho)
            if not self._writes:
                self.conceal()
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Mask the code when the page is left."""
        super().hideEvent(event)
        self.conceal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Tell that the box was left when the keyboard goes outside of it."""
        stays = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in stays:
            self._on_focus_out()
        return super().eventFilter(watched, event)

    def _on_focus_out(self) -> None:
        if not self._holds_focus():
            self._leave()

    def _leave(self) -> None:
        if self._writes:
            self.conceal()
        self.left.emit()

    def _make_line(self) -> QLineEdit:
        line = QLineEdit()
        line.setMaxLength(_LONGEST)
        line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        line.installEventFilter(self)
        line.textEdited.connect(self._on_written)
        line.returnPressed.connect(self._leave)
        return line

    def _button(self, text: str, press: Callable[[], None]) -> Button:
        button = push_button(text, "link")
        button.installEventFilter(self)
        button.clicked.connect(press)
        return button

    def _buttons(self) -> tuple[Button, ...]:
        return self.show_button, self.hide_button, self.change, self.restore, self.remove

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.addWidget(self.told)
        upper.addWidget(self.line, 1)
        for button in (self.show_button, self.hide_button, self.change):
            upper.addWidget(button)
        upper.addStretch(0)
        for widget in (self.countdown, self.restore, self.remove):
            lower.addWidget(widget)
        lower.addStretch(1)
        column.addLayout(upper)
        column.addLayout(lower)

    def _show_state(self) -> None:
        """Show what belongs to the state; the keyboard goes there before the rest is hidden."""
        seen = self._seen()
        self.told.setText(self._value.reveal() if self.is_shown else self._masked())
        self.told.setAccessibleName("" if self.is_shown else self._spoken_mask())
        plural = "" if self._seconds_left == 1 else "er"
        self.countdown.setText(f"Döljs om {self._seconds_left} sekund{plural}")
        for widget in seen:
            widget.show()
        first = next((w for w in seen if w.focusPolicy() is not Qt.FocusPolicy.NoFocus), None)
        if first:
            if self.isVisible() and self._holds_focus() and not _has_focus(seen):
                first.setFocus()
            self.setFocusProxy(first)
        for widget in (self.told, self.countdown, self.line, *self._buttons()):
            if widget not in seen:
                widget.hide()

    def _seen(self) -> list[QWidget]:
        """Return what is shown in the state the box is in."""
        changes: list[QWidget] = [] if self._read_only else [self.change]
        if self.is_shown:
            return [self.told, self.countdown, self.hide_button, *changes]
        if self._writes or (self._value.is_blank and not self._read_only):
            ways = [] if self._former is None else [self.restore, self.remove]
            return [self.line, *ways]
        return [self.told] if self._value.is_blank else [self.told, self.show_button, *changes]

    def _masked(self) -> str:
        return _NO_CODE if self._value.is_blank else MASK

    def _spoken_mask(self) -> str:
        return _NO_CODE if self._value.is_blank else _HIDDEN

    def _holds_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _ask_to_show(self) -> None:
        self._waits = True
        self.show_wanted.emit()

    def _tick(self) -> None:
        self._seconds_left -= 1
        if self._seconds_left <= 0:
            self.conceal()
            say(self, f"{self._name}: {_HIDDEN}.")
            return
        self._show_state()
        if self._seconds_left in _SAID_AT:
            say(self, self.countdown.text())

    def _begin_writing(self) -> None:
        """Let a new code be written; the old one stands until something is."""
        self.conceal()
        self._former, self._writes = self._value, True
        self._show_state()
        self.line.setFocus()

    def _on_written(self, text: str) -> None:
        self._writes = True
        self._take(Secret(clean(text)))

    def _restore(self) -> None:
        former = self._former
        self.conceal()
        if former is not None:
            self._take(former)
            self._show_state()

    def _remove(self) -> None:
        self.conceal()
        self._take(NO_SECRET)
        self._show_state()

    def _take(self, value: Secret) -> None:
        if value != self._value:
            self._value = value
            self.edited.emit(value)


def _has_focus(widgets: Iterable[QWidget]) -> bool:
    """Tell whether the keyboard is, or comes back with the window, in one of *widgets*."""
    return any(widget.window().focusWidget() is widget for widget in widgets)

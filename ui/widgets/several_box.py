"""A few choices of which several may be taken, all visible."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.buttons import push_button
from ui.widgets.flow_layout import FlowLayout


class SeveralBox(QWidget):
    """Buttons that stay down, such as the parts of the day; they wrap in a narrow page.

    Signals:
        edited: the chosen values as a tuple in order.
        left: the writer went to another field.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, choices: Iterable[tuple[object, str]]) -> None:
        super().__init__()
        layout = FlowLayout(self, spacing=6)
        self.buttons = {value: self._button(text) for value, text in choices}
        for button in self.buttons.values():
            layout.addWidget(button)
        self.setFocusProxy(next(iter(self.buttons.values())))

    def _button(self, text: str) -> QPushButton:
        button = push_button(text, "toggle")
        button.setCheckable(True)
        button.installEventFilter(self)
        button.clicked.connect(lambda: self.edited.emit(self._chosen()))
        return button

    def _chosen(self) -> tuple[object, ...]:
        return tuple(value for value, button in self.buttons.items() if button.isChecked())

    def set_value(self, value: object) -> None:
        """Show what is in the tuple *value* as chosen."""
        chosen = value if isinstance(value, tuple) else ()
        for own, button in self.buttons.items():
            button.setChecked(own in chosen)

    def set_read_only(self, read_only: bool) -> None:
        """Show the choice, but let nobody change it."""
        for button in self.buttons.values():
            button.setEnabled(not read_only)

    def set_name(self, name: str) -> None:
        """Let a screen reader say *name* before each choice."""
        for button in self.buttons.values():
            button.setAccessibleName(f"{name}: {button.text()}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Tell that the box was left when the focus goes outside of it."""
        if event.type() is QEvent.Type.FocusOut:
            focused = self.window().focusWidget()
            if focused not in self.buttons.values() or not focused.hasFocus():
                self.left.emit()
        return super().eventFilter(watched, event)

"""A few choices of which one is taken, all visible."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QRadioButton, QWidget


class ChoiceGroup(QWidget):
    """Radio buttons; the arrow keys move within, Tab goes on.

    Signals:
        edited: the value of the choice that the writer took.
        left: the writer went to another field.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, choices: Iterable[tuple[object, str]], *, across: bool = False) -> None:
        super().__init__()
        direction = QBoxLayout.Direction
        layout = QBoxLayout(direction.LeftToRight if across else direction.TopToBottom, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(20 if across else 2)
        self._group = QButtonGroup(self)
        self._values: list[object] = []
        self._name = ""
        for value, label in choices:
            layout.addWidget(self._button(value, label))
        if across:
            layout.addStretch(1)
        self._group.idClicked.connect(lambda number: self.edited.emit(self._values[number]))

    def _button(self, value: object, label: str) -> QRadioButton:
        button = QRadioButton(label)
        button.installEventFilter(self)
        self._group.addButton(button, len(self._values))
        self._values.append(value)
        if len(self._values) == 1:
            self.setFocusProxy(button)
        return button

    @property
    def buttons(self) -> list[QRadioButton]:
        """The radio buttons in order."""
        return [b for b in self._group.buttons() if isinstance(b, QRadioButton)]

    def set_value(self, value: object) -> None:
        """Show *value* as taken; none of the choices when it is not among them."""
        self._group.setExclusive(False)
        for button, own in zip(self.buttons, self._values, strict=True):
            button.setChecked(own == value)
        self._group.setExclusive(True)
        self.setFocusProxy(self._group.checkedButton() or self.buttons[0])

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Show other choices in place of the same number of old ones."""
        for button, (_, text) in zip(self.buttons, choices, strict=True):
            button.setText(text)
        self._values = [value for value, _ in choices]
        self.set_name(self._name)

    def set_read_only(self, read_only: bool) -> None:
        """Show the choice, but let nobody change it."""
        for button in self.buttons:
            button.setEnabled(not read_only)

    def set_name(self, name: str) -> None:
        """Let a screen reader say *name* before each choice."""
        self._name = name
        for button in self.buttons:
            button.setAccessibleName(f"{name}: {' '.join(button.text().split())}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Tell that the group was left when the focus goes outside of it."""
        if event.type() is QEvent.Type.FocusOut and not self._holds_focus():
            self.left.emit()
        return super().eventFilter(watched, event)

    def _holds_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused in self.buttons and focused.hasFocus()

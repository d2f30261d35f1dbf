"""The text in turn on the transfer sheet, large, with the one key that does it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from gplan_desktop.domain.transfer import TransferItem
from gplan_desktop.rules.transfer import Manner, Progress, manner
from ui import transfer_words as words
from ui.theme import Theme
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label, set_role

_COPY, _AGAIN = "Kopiera", "Kopiera igen"
_GO_ON, _LEAVE = "Fortsätt med det som är kvar", "Till individens sida"
_TAKE_BACK = "Ta tillbaka bocken"
_LOWEST_TEXT = 64


class TransferStage(Card):
    """One item: where it belongs, its text, what has become of it, and what can be done.

    Signals:
        pressed: the one key was pressed.
        again_wanted: the text is to be put on the clipboard once more.
        take_back_wanted: it was not put in after all.
    """

    pressed = Signal()
    again_wanted = Signal()
    take_back_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        px = theme.px
        self.column.setSpacing(px(6))
        self.group = label("", "muted", wraps=True)
        self.heading = label("", "heading", wraps=True)
        self.advice = label("", wraps=True)
        self.state = label("", "muted", wraps=True)
        self.text = _ItemText(px(_LOWEST_TEXT))
        for shown in (self.group, self.heading, self.advice):
            self.column.addWidget(shown)
        self.column.addWidget(self.text, 1)
        self.column.addWidget(self.state)
        # Takes the room of the text where there is none, so that the one key stays in its place.
        self.column.addStretch(0)
        self.column.addWidget(self._buttons(theme))

    def _buttons(self, theme: Theme) -> QWidget:
        self.do_it = push_button(_COPY, "primary")
        self._steady = _SteadyPress(self.do_it)
        self.again = push_button(_AGAIN, "", theme.icon("content_copy", "accent"))
        self.take_back = push_button(_TAKE_BACK)
        self.do_it.clicked.connect(self.pressed)
        self.again.clicked.connect(self.again_wanted)
        self.take_back.clicked.connect(self.take_back_wanted)
        holder = QWidget()
        flow = FlowLayout(holder, theme.px(10))
        for button in (self.do_it, self.again, self.take_back):
            flow.addWidget(button)
        return holder

    def show_item(self, item: TransferItem, progress: Progress, *, is_held: bool) -> None:
        """Show *item*; *is_held* tells that it is being put in, and only wants its tick."""
        is_done = progress.is_done(item)
        self._show_texts(item.group, item.label, words.state(item, progress, is_held=is_held))
        set_role(self.state, _role(item, progress))
        self.text.show_text(f"{item.label}, {item.group}", item.text)
        is_pasted = manner(item) is Manner.PASTED
        self.again.setVisible(is_pasted and (is_done or is_held))
        self.take_back.setVisible(is_done)
        if is_done:
            self.do_it.setText(_LEAVE if progress.is_finished else _GO_ON)
        elif is_held:
            following = progress.next_after(item.field)
            self.do_it.setText(words.go_on(item, following if following != item else None))
        else:
            self.do_it.setText(_COPY)

    def show_finished(self, told: str) -> None:
        """Show that nothing is left, with who copied the plan and when."""
        self._show_texts("", words.ALL_DONE, told)
        set_role(self.state, "done")
        self.show_advice("")
        self.text.hide()
        self.again.hide()
        self.take_back.hide()
        self.do_it.setText(_LEAVE)

    def show_advice(self, advice: str) -> None:
        """Show what to think of at the item that is shown."""
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))

    def _show_texts(self, group: str, heading: str, state: str) -> None:
        for shown, text in ((self.group, group), (self.heading, heading), (self.state, state)):
            shown.setText(text)
            shown.setVisible(bool(text))


def _role(item: TransferItem, progress: Progress) -> str:
    if progress.is_changed(item):
        return "warning"
    return "done" if progress.is_done(item) else "muted"


class _ItemText(QPlainTextEdit):
    """The text as it will be pasted, to be read; it takes the room that there is."""

    def __init__(self, lowest: int) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(lowest)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def sizeHint(self) -> QSize:  # noqa: N802
        """Ask for no more height than is needed."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def show_text(self, name: str, text: str) -> None:
        """Show *text*, from its beginning when it is another than before."""
        self.setAccessibleName(name)
        if text != self.toPlainText():
            self.setPlainText(text)
        self.show()


class _SteadyPress(QObject):
    """Lets a button be pressed once at a time.

    A key that is held down, or a double click, would tick texts that nobody has pasted.
    """

    def __init__(self, button: QWidget) -> None:
        super().__init__(button)
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep away what is no press of its own."""
        if event.type() is QEvent.Type.MouseButtonDblClick:
            return True
        if isinstance(event, QKeyEvent) and event.isAutoRepeat():
            return True
        return super().eventFilter(watched, event)

"""A line for a passphrase, hidden until one asks to see it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.theme import Theme
from ui.widgets.buttons import push_button

_SHOW, _HIDE = "Visa", "Dölj"
_KEY = "Alt+V"


class PassphraseBox(QWidget):
    """What is typed is dots; a button, or Alt+V, shows it while one looks.

    Signals:
        entered: Enter was pressed.
        edited: the text, after every change.
    """

    entered = Signal()
    edited = Signal(str)

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setMaxLength(200)
        self.line.returnPressed.connect(self.entered)
        self.line.textEdited.connect(self.edited)
        self.look = push_button(_SHOW, "link", theme.icon("visibility", "accent"))
        self.look.setCheckable(True)
        self.look.setAccessibleName(f"{_SHOW}: {name}")
        self.look.setToolTip(_KEY)
        # Tab goes to the next line: the words are written with spaces, which would press this.
        self.look.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        shown = QShortcut(QKeySequence(_KEY), self, self.look.toggle)
        shown.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.look.toggled.connect(self._show)
        self._name = name
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.line, 1)
        row.addWidget(self.look)
        self.setFocusProxy(self.line)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what is typed, and hide what comes next."""
        self.line.clear()
        self.look.setChecked(False)

    def fill(self, text: str) -> None:
        """Let *text* stand there, to be seen: a proposal that one is to write down."""
        self.line.setText(text)
        self.look.setChecked(True)

    def _show(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        word = _HIDE if is_shown else _SHOW
        self.look.setText(word)
        self.look.setAccessibleName(f"{word}: {self._name}")

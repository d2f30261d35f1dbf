"""The last question before persons are erased for good: read, ticked, and typed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.rules.retention import Due
from ui import retention_words as words
from ui.office import Office
from ui.widgets.buttons import push_button
from ui.widgets.labels import label
from ui.widgets.line_box import LineBox
from ui.widgets.low_area import LowArea
from ui.widgets.spoken import say
from ui.widgets.tick_box import TickBox

_DO_IT = "Gallra för alltid"
# The buttons with what is around them, and the frame of the window system.
_BELOW, _FRAME, _WIDTH = 130, 60, 600


class EraseDialog(QDialog):
    """Says who, what and until when copies hold it; goes on only when it was meant.

    Signals:
        decided: the persons are to be erased.
    """

    decided = Signal()

    def __init__(self, chosen: Sequence[Due], office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._theme = office, office.theme
        px = self._theme.px
        self.setWindowTitle(words.TITLE)
        self.setMinimumWidth(px(_WIDTH))
        self.ended = TickBox(words.SUPPORT_ENDED)
        self.place = TickBox("Ingenting undantas här")
        self.typed = LineBox()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(20), px(24), px(20))
        layout.setSpacing(px(12))
        most = self.screen().availableSize().height() - px(_BELOW) - _FRAME
        self._area = LowArea(self._told(chosen), most)
        layout.addWidget(self._area)
        layout.addLayout(self._buttons())
        self.ended.setFocus()

    def accept(self) -> None:
        """Go on when all is ticked and the word is typed, or show what is lacking."""
        is_ticked = self.ended.isChecked() and (self.place.isHidden() or self.place.isChecked())
        if not is_ticked:
            self._show_problem(words.TICKS_MISSING, self.ended)
        elif self.typed.text().strip() != words.TYPED:
            self._show_problem(words.TYPE_MISSING, self.typed)
        else:
            super().accept()
            self.decided.emit()

    def _told(self, chosen: Sequence[Due]) -> QWidget:
        px, told, rules = self._theme.px, QWidget(), self._office.method.retention
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, px(6), 0)
        column.setSpacing(px(10))
        column.addWidget(label(words.question(chosen), "title", wraps=True))
        column.addWidget(label(", ".join(one.name for one in chosen), "label", wraps=True))
        column.addWidget(label(words.CANNOT_UNDO, "warning", wraps=True))
        column.addWidget(label(words.copies(self._office.today()), wraps=True))
        column.addWidget(label(words.ORIGINALS, "muted", wraps=True))
        column.addWidget(self.ended)
        place = words.not_exempt_place(rules)
        # A tick box does not wrap its text: the places stand under it.
        self.place.setAccessibleDescription(place)
        self.place.setVisible(bool(place))
        column.addWidget(self.place)
        if place:
            column.addWidget(label(f"{place}, där ingenting gallras.", "hint", wraps=True))
        column.addLayout(self._typing())
        return told

    def _typing(self) -> QVBoxLayout:
        name = label(f"Skriv {words.TYPED} för att gå vidare", "label")
        name.setBuddy(self.typed)
        self.typed.setAccessibleName(name.text())
        self.problem = label("", "problem", wraps=True)
        self.problem.hide()
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(4))
        for part in (name, self.typed, self.problem):
            column.addWidget(part)
        return column

    def _buttons(self) -> QHBoxLayout:
        self.cancel = push_button("Avbryt")
        self.cancel.clicked.connect(self.reject)
        self.do_it = push_button(_DO_IT)
        # Enter in the box is not to erase anyone.
        self.do_it.setAutoDefault(False)
        self.cancel.setDefault(True)
        self.do_it.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.do_it)
        return row

    def _show_problem(self, text: str, where: QWidget) -> None:
        self.problem.setText(text)
        self.problem.show()
        where.setFocus()
        say(self.problem, text)

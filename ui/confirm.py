"""A question before what cannot be undone at once; the buttons are verbs (screen rule 11)."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


@dataclass(frozen=True)
class Question:
    """What is asked, what it leads to, and the verbs to answer with."""

    text: str
    consequence: str
    do_it: str
    leave_it: str


def ask(parent: QWidget, question: Question, then: Callable[[], None]) -> QMessageBox:
    """Ask over *parent* and do *then* when the answer is to go on. Leaving it is the default."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Gplan")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question.text)
    box.setInformativeText(question.consequence)
    leave = box.addButton(question.leave_it, QMessageBox.ButtonRole.RejectRole)
    do_it = box.addButton(question.do_it, QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    do_it.clicked.connect(then)
    box.finished.connect(box.deleteLater)
    box.open()
    return box

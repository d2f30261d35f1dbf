"""The answers at the foot of a dialog that does one thing."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton

from ui.widgets.buttons import push_button


def answers(dialog: QDialog, do_it: QPushButton) -> QHBoxLayout:
    """Return a row with "Avbryt", which leaves *dialog*, and *do_it*, which accepts it."""
    do_it.clicked.connect(dialog.accept)
    cancel = push_button("Avbryt")
    cancel.clicked.connect(dialog.reject)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(cancel)
    row.addWidget(do_it)
    return row

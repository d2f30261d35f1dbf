"""Shows a code only when it has been logged that somebody asked, and only one at a time."""

from PySide6.QtCore import QObject
from shiboken6 import isValid

from gplan_desktop.domain.user import Permission
from ui.errors import show_error
from ui.office import Office
from ui.widgets.permitted import permit
from ui.widgets.secret_box import SecretBox


class ShownCodes(QObject):
    """Answers the boxes of one part of a person's record (F61)."""

    def __init__(self, person_id: str, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._person_id, self._office = person_id, office
        self._last: SecretBox | None = None

    def watch(self, box: SecretBox, field: str) -> None:
        """Answer *box*, which holds the code at *field*."""
        permit(box.show_button, self._office, Permission.SHOW_CODES)
        box.show_wanted.connect(lambda: self._show(box, field))

    def _show(self, box: SecretBox, field: str) -> None:
        if self._last is not None and self._last is not box and isValid(self._last):
            self._last.conceal()
        self._last = box
        store, person_id = self._office.store, self._person_id

        def refused(error: Exception) -> None:
            if isValid(box):
                box.conceal()
            show_error(error)

        self._office.database.run(
            lambda: store.tabs.note_code_shown(person_id, field), lambda _: _reveal(box), refused
        )


def _reveal(box: SecretBox) -> None:
    # The row may have been taken away, or made anew, in the meantime.
    if isValid(box):
        box.reveal()

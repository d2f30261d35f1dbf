"""The clipboard as a loan: what is written about persons is put there, and taken away again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from gplan_desktop.domain.log_entry import Noted
from ui.errors import show_error

if TYPE_CHECKING:
    # The window is shown before the database's libraries are loaded.
    from ui.office import Office

# Windows keeps copies in its history and may send them to other PCs, unless it is told not to.
_NOT_KEPT = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\x01",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
    "x-kde-passwordManagerHint": b"secret",
}
# There is one clipboard, whoever put something there: the application knows its last text.
_LENT, _WATCHED = "lent_text", "watches_clipboard"


def lend(text: str) -> None:
    """Put *text* there, to be pasted and not to be kept: it is cleared when the unit is left."""
    data = QMimeData()
    data.setText(text)
    for kind, value in _NOT_KEPT.items():
        data.setData(kind, QByteArray(value))
    watch()
    _application().setProperty(_LENT, text)
    QGuiApplication.clipboard().setMimeData(data)


def take_back() -> None:
    """Clear the clipboard, unless something else has been copied since."""
    clipboard, lent = QGuiApplication.clipboard(), _application().property(_LENT)
    if lent and clipboard.text() == lent:
        clipboard.clear()
    _application().setProperty(_LENT, "")


def watch() -> None:
    """See to it that what is copied by keyboard in a box is lent as well; once is enough."""
    application = _application()
    if not application.property(_WATCHED):
        application.setProperty(_WATCHED, True)
        application.aboutToQuit.connect(take_back)
        QGuiApplication.clipboard().dataChanged.connect(_lend_own)


def lend_about(text: str, person_id: str, office: "Office") -> None:
    """Lend *text*, which stands about the person, and note in the log that it left the program."""
    lend(text)
    note_copied(person_id, office)


def note_copied(person_id: str, office: "Office") -> None:
    """Note in the log that text was copied: about the person, or out of a paper of nobody's."""
    store = office.store

    def note() -> None:
        if person_id:
            store.log.note_copied(person_id)
        else:
            store.log.note(Noted.COPIED)

    office.database.run(note, lambda _: None, show_error)


def _lend_own() -> None:
    clipboard = QGuiApplication.clipboard()
    if not clipboard.ownsClipboard() or not (text := clipboard.text()):
        return
    if not clipboard.mimeData().hasFormat(next(iter(_NOT_KEPT))):
        lend(text)


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        raise TypeError(application)
    return application

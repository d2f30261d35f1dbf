"""The clipboard as a loan: a person's text is put there, and taken away again."""

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

# Windows keeps copies in its history and may send them to other PCs, unless it is told not to.
_NOT_KEPT = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\x01",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
    "x-kde-passwordManagerHint": b"secret",
}


class LoanClipboard:
    """Puts texts on the clipboard, and clears it as long as it still holds the last of them."""

    def __init__(self) -> None:
        self._lent = ""

    def put(self, text: str) -> None:
        """Put *text* there, to be pasted and not to be kept."""
        data = QMimeData()
        data.setText(text)
        for kind, value in _NOT_KEPT.items():
            data.setData(kind, QByteArray(value))
        QGuiApplication.clipboard().setMimeData(data)
        self._lent = text

    def take_back(self) -> None:
        """Clear the clipboard, unless something else has been copied since."""
        clipboard = QGuiApplication.clipboard()
        if self._lent and clipboard.text() == self._lent:
            clipboard.clear()
        self._lent = ""

"""Reads a list from a file, whatever it is; the file may be wrong in every way."""

from pathlib import Path
from stat import S_ISDIR, S_ISREG

from gplan_desktop.exchange.csv_file import read_csv
from gplan_desktop.exchange.decoding import decode
from gplan_desktop.exchange.faults import FileChanged, TableUnreadable
from gplan_desktop.exchange.table import Table
from gplan_desktop.exchange.watch import Watch
from gplan_desktop.exchange.workbook import read_workbook

LARGEST_FILE = 50 * 1024**2
_ZIP = b"PK\x03\x04"
# The container of .xls, and of every workbook with a password.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (_OLE, b"%PDF", b"{\\rtf", b"<")
_CHOOSE = "Välj en Excel-arbetsbok (.xlsx) eller CSV-fil."


def read_table(path: Path, watch: Watch | None = None) -> Table:
    """Return the list in the file at *path*: .xlsx or CSV, told apart by what is in it.

    Raises:
        TableUnreadable: there is no list in it, or it cannot be opened.
        FileChanged: somebody wrote to it meanwhile.
        Cancelled: the user stopped the work.
    """
    watch = watch or Watch()
    content = _content(path)
    table = _read(content, watch)
    if not _holds(path, content):
        raise FileChanged
    return table


def _content(path: Path) -> bytes:
    try:
        state = path.stat()
        if S_ISDIR(state.st_mode):
            raise TableUnreadable("det är en mapp", _CHOOSE)
        if not S_ISREG(state.st_mode):
            raise TableUnreadable("det är ingen vanlig fil", _CHOOSE)
        if state.st_size > LARGEST_FILE:
            raise TableUnreadable("den är större än 50 MB", "Dela upp den i flera filer.")
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise TableUnreadable("den finns inte längre", _CHOOSE) from error
    except PermissionError as error:
        todo = "Stäng den om den är öppen i Excel, eller be om rätt att läsa den."
        raise TableUnreadable("den är låst", todo) from error
    except (OSError, ValueError) as error:
        raise TableUnreadable("den går inte att öppna", _CHOOSE) from error
    if not content.strip(b" \t\r\n\x00"):
        raise TableUnreadable("den är tom", "Välj en fil med uppgifter.")
    return content


def _read(content: bytes, watch: Watch) -> Table:
    if content.startswith(_ZIP):
        return read_workbook(content, watch)
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise TableUnreadable(
            "den är skyddad med lösenord", "Ta bort lösenordet i Excel, spara och välj den igen."
        )
    if content.lstrip().startswith(_OTHERS):
        raise TableUnreadable("den är sparad i ett format som Gplan inte läser")
    return read_csv(decode(content), watch)


def _holds(path: Path, content: bytes) -> bool:
    """Tell whether the file holds *content* still; times and sizes alone miss some changes."""
    try:
        with path.open("rb") as file:
            return file.read(len(content) + 1) == content
    except OSError:
        return False

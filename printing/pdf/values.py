"""Values as the file writes them; ReportLab knows how."""

import re
from collections.abc import Mapping

from reportlab.pdfbase.pdfdoc import DummyDoc, PDFString

# ReportLab asks the document how values are encrypted; this one does not encrypt.
_UNENCRYPTED = DummyDoc()
# What neither XML nor a viewer's list of bookmarks can hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


def number(value: float) -> str:
    """Return *value* with at most two decimals, which is less than any eye or printer sees."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def numbers(*values: float) -> str:
    """Return *values* in a row."""
    return " ".join(map(number, values))


def reference(target: int) -> str:
    """Return what points to the object with that number."""
    return f"{target} 0 R"


def one_line(text: str) -> str:
    """Return *text* without line ends and without what cannot be written."""
    return " ".join(_UNWRITABLE.sub(" ", text).split())


def string(text: str) -> str:
    """Return *text* in one line as a string: in PDFDocEncoding if it can be, else in UTF-16."""
    return PDFString(one_line(text)).format(_UNENCRYPTED).decode("latin-1")


def dictionary(entries: Mapping[str, str | float]) -> bytes:
    """Return a dictionary; its values are written already."""
    # Ten times as fast as ReportLab's, which looks for characters that our names do not have.
    written = "".join(f"/{name} {value}" for name, value in entries.items())
    return f"<<{written}>>".encode("latin-1")

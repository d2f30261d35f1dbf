"""Files with lists, as the systems around Gplan write them."""

from collections.abc import Callable
from pathlib import Path

import pytest

HEADINGS = ("Personnummer", "Efternamn", "Förnamn", "Startdatum", "Insats", "Kommentar")
Cells = tuple[str, ...]


@pytest.fixture
def csv_file(tmp_path: Path) -> Callable[..., Path]:
    """Write headings and rows to a CSV file."""

    def write(*rows: Cells, headings: Cells = HEADINGS) -> Path:
        path = tmp_path / "personer.csv"
        lines = [";".join(cells) for cells in (headings, *rows)]
        path.write_text("\r\n".join(lines), "utf-8-sig")
        return path

    return write


@pytest.fixture(scope="session")
def ada() -> Cells:
    """A row that is right."""
    return ("19900101-2385", "Ek", "Ada", "2026-11-02", "Hemvård", "lugn")


@pytest.fixture(scope="session")
def bo() -> Cells:
    """Another row that is right."""
    return ("19900102-2384", "Ek", "Bo", "2026-11-03", "Service", "")


@pytest.fixture(scope="session")
def wrong() -> Cells:
    """A row whose day is none, and whose number is somebody's who is not in the other rows."""
    return ("19900103-2383", "Ås", "Cleo", "31 februari", "Hemvård", "")

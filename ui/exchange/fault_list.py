"""What must be put right in a file, as a list to work by."""

from gplan_desktop.exchange.table import Row, Table
from ui.exchange.import_work import Review

_HEADINGS = ("Rad", "Personnummer", "Vad som ska åtgärdas")
_FIRST_ROW = 2


def fault_table(review: Review) -> Table:
    """Return the rows with problems in the order of the file, without names and whole numbers."""
    failed = sorted(review.rows[: review.checked.failed], key=lambda row: int(row.id))
    cells = ((row.id, row.cells[2].text, row.cells[-1].text) for row in failed)
    return Table(_HEADINGS, tuple(Row(n, texts) for n, texts in enumerate(cells, _FIRST_ROW)))

"""What has been copied by hand into Treserva or TES, field by field (F57, design §1)."""

import hashlib
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class TransferItem:
    """One text to copy: its field, what it is called there, and what is to be pasted."""

    field: str
    label: str
    text: str
    group: str = ""

    @property
    def digest(self) -> str:
        """A sign of exactly what is to be pasted: a tick for another text does not count."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Transferred:
    """That a field was pasted: which text, when and by whom."""

    field: str
    digest: str
    at: datetime
    by: str

    def covers(self, item: TransferItem) -> bool:
        """Tell whether it is *item*, as it stands now, that was pasted."""
        return (self.field, self.digest) == (item.field, item.digest)

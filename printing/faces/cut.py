"""The cuts of type that the papers use."""

from enum import Enum


class Cut(Enum):
    """A cut of Source Sans 3; the tabular one has figures of one width, for dates and lists."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"
    ITALIC = "italic"
    TABULAR = "tabular"

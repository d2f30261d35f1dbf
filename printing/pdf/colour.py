"""Colours of the paper, as the file writes them."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Colour:
    """A colour as three numbers from 0 to 1 in a row: "0.1 0.2 0.3"."""

    components: str

    @classmethod
    def of(cls, web: str) -> Self:
        """Return the colour that the web writes as "#1b2733"."""
        parts = (int(web[at : at + 2], 16) / 255 for at in (1, 3, 5))
        return cls(" ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in parts))

"""File names that every system accepts, Windows first."""

import re
import unicodedata
from collections.abc import Iterable

from gplan_desktop.domain.text import initials

_LONGEST = 150  # bytes; Linux takes 255, and endings and numbers follow
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE
)


def safe_name(text: str) -> str:
    """Return *text* as a file name without ending, or "plan" when nothing of it can stay."""
    kept = "".join(c for c in unicodedata.normalize("NFC", text) if _can_be_seen(c))
    name = " ".join(_FORBIDDEN.sub("-", kept).split())
    name = name.encode()[:_LONGEST].decode(errors="ignore").strip(" .")
    # Windows sees its devices in such names, whatever follows the point.
    return f"_{name}" if _RESERVED.fullmatch(name) else name or "plan"


def whose(name: str) -> str:
    """Return whose a file is: the initials, "AÖ".

    Names of files stand in lists of recent files and in shared folders, where others see them.
    """
    return initials(name).replace(".", "")


def unlike(name: str, taken: Iterable[str]) -> str:
    """Return *name*, numbered when it is the same as one *taken*; letter case is of no matter."""
    others = {other.casefold() for other in taken}
    numbered, number = name, 1
    while numbered.casefold() in others:
        number += 1
        numbered = f"{name} ({number})"
    return numbered


def _can_be_seen(character: str) -> bool:
    """Tell signs from controls, halves of signs, and marks that turn the writing round."""
    return character.isspace() or not unicodedata.category(character).startswith("C")

"""What can be seen of a vault before what opens it is loaded."""

import json
from pathlib import Path

NAME = "vault.json"


def remembers_somebody(folder: Path) -> bool:
    """Tell whether any computer, perhaps this one, lets somebody in without a passphrase.

    Nothing is proved by it: the file is verified when the vault is opened.
    """
    try:
        slots = json.loads((folder / NAME).read_bytes())["slots"]
        return any(slot["kind"] == "device" for slot in slots)
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        # What is wrong with the file is told by what opens it.
        return False

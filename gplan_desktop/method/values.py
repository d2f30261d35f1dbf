"""The limits as they stand in the texts: "senast {establish_days} dagar"."""

import re
from collections.abc import Mapping
from string import Formatter

_NAME = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")


def filled_in(text: str, values: Mapping[str, object]) -> str:
    """Return *text* with every {name} that is in *values* replaced; others are left."""
    return _NAME.sub(lambda name: str(values.get(name[1], name[0])), text)


def names_in(text: str) -> set[str]:
    """Return what stands in braces in *text*; ValueError when a brace stands alone.

    A name with a form, such as {limit:d} or {limit!r}, is returned with it: no
    text asks for one, and not every value could be written so.
    """
    return {
        name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
        for _, name, form, conversion in Formatter().parse(text)
        if name is not None
    }

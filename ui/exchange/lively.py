"""Keeps the window alive while a worker reads and checks thousands of rows."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_SHORT_TURNS = 0.001


@contextmanager
def lively_window() -> Iterator[None]:
    """Let the window in often, and never stop it to look through the rows for what is unused.

    Painting asks the worker for its turn hundreds of times, five milliseconds each unless told
    otherwise; and the collector would go through every row several times, 100 ms at 10,000 rows.
    """
    turns = sys.getswitchinterval()
    sys.setswitchinterval(_SHORT_TURNS)
    gc.disable()
    try:
        yield
    finally:
        # What was read is left alone as long as it is shown: see let_go().
        gc.freeze()
        gc.enable()
        sys.setswitchinterval(turns)


def let_go() -> None:
    """Let the collector see again what was read, when it is no longer shown."""
    gc.unfreeze()

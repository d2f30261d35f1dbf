"""What is done about an error that nobody has caught."""

import logging
import sys
from types import TracebackType

from ui.errors import show_error

_log = logging.getLogger(__name__)


def on_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log and show an error of ours; the program goes on and the text is kept."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    elif isinstance(error, Exception):
        show_error(error.with_traceback(trace))
    else:
        _log.critical("ended", exc_info=error)

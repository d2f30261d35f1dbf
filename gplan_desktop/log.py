"""The log: what the program did. Nothing that a person wrote is ever written in it."""

import logging
import sys
from pathlib import Path
from types import TracebackType


class CodeOnlyFormatter(logging.Formatter):
    """Writes where an error arose and its type, but not its text, which may quote a plan."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of *record*, whatever another formatter has kept in it."""
        kept, record.exc_text = record.exc_text, None
        try:
            return super().format(record)
        finally:
            record.exc_text = kept

    def formatException(  # noqa: N802 - the name is logging's
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """Return the error's type and the places in our code that it passed."""
        kind, _, trace = ei
        places = []
        while trace is not None:
            code = trace.tb_frame.f_code
            places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        name = kind.__name__ if kind else "unknown"
        return f"{name} at " + " > ".join(places)


def start(path: Path) -> None:
    """Log to the file at *path* (1 MB, three old ones kept); to nothing if that is impossible."""
    # Loaded here, when the window is shown: it takes as long as a third of the window.
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=1_000_000, backupCount=3, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(CodeOnlyFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.getLogger(__name__).info("started on %s", sys.platform)

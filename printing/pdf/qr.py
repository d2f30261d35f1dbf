"""QR codes as rectangles."""

import functools

import segno

# Reckoning which of eight masks is best takes most of the time, and every one can be read.
_MASK = 3
_QUIET = 4


@functools.lru_cache(maxsize=64)
def modules(content: str) -> tuple[tuple[float, float, float, float], ...]:
    """Return the dark parts of the code of *content* in a square of side 1, margin included.

    Each is x, y, width, height from the lower left corner; dark modules side by side are one.
    """
    code = segno.make_qr(content, error="m", mask=_MASK, boost_error=False)
    rows = [list(row) for row in code.matrix]
    side = 1 / (len(rows) + 2 * _QUIET)
    found = []
    for number, row in enumerate(rows):
        y = (len(rows) - 1 - number + _QUIET) * side
        start = 0
        while start < len(row):
            end = start
            while end < len(row) and row[end]:
                end += 1
            if end > start:
                found.append(((start + _QUIET) * side, y, (end - start) * side, side))
            start = end + 1
    return tuple(found)

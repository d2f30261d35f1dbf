"""What is rather moved to the next page than divided."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether

from printing import styles

# Higher parts may be divided rather than leave much of a page empty.
KEPT_WHOLE = 260


def height(parts: Sequence[Flowable]) -> float:
    """Return how high *parts* are on top of each other, in points, without gaps."""
    return sum(part.wrap(styles.FRAME_WIDTH, styles.PAGE_HEIGHT)[1] for part in parts)


def kept_together(parts: list[Flowable]) -> list[Flowable]:
    """Return *parts* so that they stay on one page, unless they are very high."""
    return [KeepTogether(parts)] if parts and height(parts) <= KEPT_WHOLE else parts

"""What is drawn on one page, as the operators of its content stream."""

import math
from collections.abc import Iterable, Mapping, Sequence

from printing.faces.embedding import FontsInUse
from printing.faces.run import Run
from printing.pdf.colour import Colour
from printing.pdf.values import number, numbers

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, bottom, right, top


class TypeNames(dict[Run, str]):
    """The resource names of runs' typefaces; each run is asked for once in a document."""

    def __init__(self, fonts: FontsInUse) -> None:
        super().__init__()
        self._fonts = fonts

    def __missing__(self, run: Run) -> str:
        name = self[run] = self._fonts.use(run)
        return name


class Content:
    """The operators of one page; colours, type and line widths are set only when they change."""

    def __init__(self, names: Mapping[Run, str]) -> None:
        self._names = names
        self._written: list[str] = []
        self._fill = self._stroke = "0 0 0"
        self._line_width = "1"
        self._type = ""

    def data(self) -> bytes:
        """Return the content stream, not yet compressed."""
        return "\n".join(self._written).encode("ascii")

    def begin(self, marked: str) -> None:
        """Begin marked content: the operands of BDC."""
        self._written.append(f"{marked} BDC")

    def end(self) -> None:
        """End marked content."""
        self._written.append("EMC")

    def text(self, place: str, runs: Iterable[Run], colour: Colour) -> None:
        """Show *runs*, one after the other, from *place*: the operator that says where and how."""
        self._set_fill(colour)
        written = [f"BT {place}"]
        for name, actual, codes in _pieces(runs, self._names):
            if name != self._type:
                self._type = name
                written.append(f"/{name} 1 Tf")
            written.append(_replaced(codes, actual) if actual else f"[{codes}]TJ")
        written.append("ET")
        self._written.append(" ".join(written))

    def rectangles(self, boxes: Iterable[Box], colour: Colour) -> None:
        """Fill rectangles, each with its left, bottom, width and height, as one path."""
        self._set_fill(colour)
        self._written.extend(f"{numbers(*box)} re" for box in boxes)
        self._written.append("f")

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        """Fill the surface between *points*."""
        self._set_fill(colour)
        first, *others = (numbers(*point) for point in points)
        lines = " ".join(f"{point} l" for point in others)
        self._written.append(f"{first} m {lines} f")

    def line(self, ends: Box, width: float, colour: Colour) -> None:
        """Draw a line between two points."""
        self._set_stroke(width, colour)
        self._written.append(f"{numbers(*ends[:2])} m {numbers(*ends[2:])} l S")

    def frame(self, box: Box, width: float, colour: Colour) -> None:
        """Draw the lines around a rectangle: its left, bottom, width and height."""
        self._set_stroke(width, colour)
        self._written.append(f"{numbers(*box)} re S")

    def _set_fill(self, colour: Colour) -> None:
        if colour.components != self._fill:
            self._fill = colour.components
            self._written.append(f"{self._fill} rg")

    def _set_stroke(self, width: float, colour: Colour) -> None:
        if colour.components != self._stroke:
            self._stroke = colour.components
            self._written.append(f"{self._stroke} RG")
        if (written := number(width)) != self._line_width:
            self._line_width = written
            self._written.append(f"{written} w")


def upright(x: float, y: float, size: float) -> str:
    """Return the operator that begins a line of text there; the type itself has size 1."""
    em = number(size)
    return f"{em} 0 0 {em} {numbers(x, y)} Tm"


def turned(x: float, y: float, size: float, degrees: float) -> str:
    """Return the operator that begins a line of text there, turned anticlockwise."""
    angle = math.radians(degrees)
    across, up = size * math.cos(angle), size * math.sin(angle)
    return f"{numbers(across, up, -up, across, x, y)} Tm"


def _pieces(runs: Iterable[Run], names: Mapping[Run, str]) -> list[tuple[str, str, str]]:
    """Return typeface, replacing text and glyphs of each piece that is shown at once."""
    pieces: list[tuple[str, str, str]] = []
    codes: list[str] = []
    current = ""
    for run in runs:
        name = names[run]
        if codes and (name != current or run.actual):
            pieces.append((current, "", _joined(codes)))
            codes = []
        current = name
        if run.actual:
            pieces.append((name, run.actual, run.codes))
        else:
            codes.append(run.codes)
    if codes:
        pieces.append((current, "", _joined(codes)))
    return pieces


def _joined(codes: Iterable[str]) -> str:
    return "".join(codes).replace("><", "")


def _replaced(codes: str, actual: str) -> str:
    text = actual.encode("utf-16-be", "replace").hex()
    return f"/Span<</ActualText<feff{text}>>>BDC [{codes}]TJ EMC"

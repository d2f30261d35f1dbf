"""A bare canvas that draws lines broken beforehand: what writing alone costs with ReportLab."""

import io
from dataclasses import dataclass, field

from peers import sheet as sheets
from peers.reportlab_fonts import BOLD, REGULAR, register
from peers.sheet import Heading, Sheet, Table
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from printing.document import PlanDocument

NAME = "bare canvas, lines given"
_LEFT, _RIGHT = sheets.MARGINS["left"] * mm, A4[0] - sheets.MARGINS["right"] * mm
_TOP, _BOTTOM = A4[1] - sheets.MARGINS["top"] * mm, sheets.MARGINS["bottom"] * mm


@dataclass
class Lines:
    """Lines with their places, page by page."""

    sheet: Sheet
    pages: list[list[tuple[float, float, str, float, str]]] = field(default_factory=list)
    rules: list[list[float]] = field(default_factory=list)
    y: float = 0

    def text(self, x: float, width: float, face: tuple[str, float], text: str) -> None:
        """Place *text* in lines of *width*, on the next page when this one is full."""
        for line in simpleSplit(text, *face, width):
            if not self.pages or self.y < _BOTTOM + 20:
                self.pages.append([])
                self.rules.append([])
                self.y = _TOP
            self.y -= face[1] * 1.3
            self.pages[-1].append((x, self.y, *face, line))

    def row(self, columns: tuple[tuple[float, tuple[str, ...]], ...]) -> None:
        """Place cells side by side, each as wide as told."""
        if self.y < _BOTTOM + 20 + max(_lines_of(*column) for column in columns) * 15:
            self.y = 0
            self.text(_LEFT, 0, (REGULAR, 1), " ")
        x, top, low = _LEFT, self.y, self.y
        for width, texts in columns:
            self.y = top
            for text in texts:
                self.text(x, width - 6, (REGULAR, 11), text)
            x, low = x + width, min(low, self.y)
        self.y = low - 4
        self.rules[-1].append(self.y)


def prepare(document: PlanDocument, _method: object) -> Lines:
    """Break the plan into lines, which is not measured."""
    register()
    sheet = sheets.sheet_of(document)
    lines = Lines(sheet)
    lines.text(_LEFT, 480, (BOLD, 25), sheet.title)
    lines.text(_LEFT, 480, (REGULAR, 17), sheet.name)
    lines.text(_LEFT, 480, (BOLD, 12), f"{sheet.status} av {sheet.by}")
    for start in range(0, len(sheet.facts), 3):
        lines.row(tuple((160, pair) for pair in sheet.facts[start : start + 3]))
    for block in sheet.blocks:
        _place(lines, block)
    lines.text(_LEFT, 350, (BOLD, 11), sheet.check_code)
    lines.text(_LEFT, 350, (REGULAR, 11), sheets.EXPLAINED)
    return lines


def make(lines: Lines, _method: object) -> bytes:
    """Return the plan as PDF."""
    register()
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4, invariant=1, lang="sv-SE", initialFontName=REGULAR)
    canvas.setTitle(f"{lines.sheet.title} – {lines.sheet.name}")
    for number, page in enumerate(lines.pages, 1):
        _head_and_foot(canvas, lines, number)
        for x, y, font, size, text in page:
            canvas.setFont(font, size)
            canvas.drawString(x, y, text)
        for y in lines.rules[number - 1]:
            canvas.line(_LEFT, y, _RIGHT, y)
        if number == len(lines.pages):
            _code(canvas, lines.sheet)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def _lines_of(width: float, texts: tuple[str, ...]) -> int:
    return sum(len(simpleSplit(text, REGULAR, 11, width - 6)) for text in texts)


def _place(lines: Lines, block: object) -> None:
    if isinstance(block, Heading):
        lines.y -= 13
        lines.text(_LEFT, 480, (BOLD, 17 if block.level == 1 else 14), block.text)
        return
    if isinstance(block, Table):
        widths = [width * mm for width in block.widths]
        lines.row(tuple((w, (text,)) for w, text in zip(widths, block.columns, strict=True)))
        for cells in block.rows:
            texts = [tuple(text for _, text in cell) for cell in cells]
            lines.row(tuple(zip(widths, texts, strict=True)))
        return
    rail = sheets.RAIL * mm
    for label, text in block.pairs:
        lines.text(_LEFT, rail, (BOLD, 10), label)
        lines.y += 13
        lines.text(_LEFT + rail, _RIGHT - _LEFT - rail, (REGULAR, 12), text)


def _head_and_foot(canvas: Canvas, lines: Lines, number: int) -> None:
    sheet, high, low = lines.sheet, A4[1] - 16 * mm, 12 * mm
    canvas.setStrokeColor(HexColor(sheets.HAIRLINE))
    canvas.setLineWidth(0.5)
    canvas.setFillColor(HexColor(sheets.INK))
    canvas.setFont(REGULAR, 9.5)
    canvas.drawString(_LEFT, high, f"{sheet.name}  {sheet.number}")
    canvas.drawRightString(_RIGHT, high, sheet.title)
    canvas.drawString(_LEFT, low, sheet.status)
    canvas.drawRightString(_RIGHT, low, f"Sida {number} av {len(lines.pages)}")
    canvas.line(_LEFT, high - 6, _RIGHT, high - 6)
    canvas.line(_LEFT, low + 13, _RIGHT, low + 13)


def _code(canvas: Canvas, sheet: Sheet) -> None:
    side = sheets.QR_SIDE * mm
    path = canvas.beginPath()
    for x, y, square in sheets.qr_squares(sheet, side):
        path.rect(_RIGHT - side + x, _BOTTOM + side - y - square, square, square)
    canvas.drawPath(path, stroke=0, fill=1)

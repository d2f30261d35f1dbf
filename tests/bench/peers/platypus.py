"""Plain Platypus: the way most Python programs make such a document; not tagged."""

import io
from xml.sax.saxutils import escape

from peers import sheet as sheets
from peers.reportlab_fonts import BOLD, REGULAR, register
from peers.sheet import Heading, Sheet
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Table,
)

from printing.document import PlanDocument

NAME = "plain Platypus"
_MARGINS = sheets.MARGINS
_WIDTH = A4[0] - (_MARGINS["left"] + _MARGINS["right"]) * mm
_BODY = ParagraphStyle(
    "body", fontName=REGULAR, fontSize=12, leading=16, textColor=HexColor(sheets.INK), spaceAfter=5
)
_LABELLED = ParagraphStyle(
    "labelled",
    parent=_BODY,
    leftIndent=sheets.RAIL * mm,
    bulletFontName=BOLD,
    bulletFontSize=10,
    bulletColor=HexColor(sheets.MUTED),
)
_CELL = ParagraphStyle("cell", parent=_BODY, fontSize=11, leading=14, spaceAfter=0)
_STRONG = ParagraphStyle("strong", parent=_CELL, fontName=BOLD)
_COLUMN = ParagraphStyle(
    "column", parent=_STRONG, fontSize=10, leading=12.5, textColor=HexColor(sheets.MUTED)
)
_TITLE = ParagraphStyle("title", parent=_BODY, fontName=BOLD, fontSize=25, leading=30)
_NAME = ParagraphStyle("name", parent=_BODY, fontSize=17, leading=22)
_STATUS = ParagraphStyle("status", parent=_BODY, fontName=BOLD, textColor=HexColor(sheets.ACCENT))
_HEADINGS = {
    1: ParagraphStyle(
        "h1", parent=_STATUS, fontSize=17, leading=21, spaceBefore=20, keepWithNext=1
    ),
    2: ParagraphStyle(
        "h2", parent=_BODY, fontName=BOLD, fontSize=14, leading=18, spaceBefore=13, keepWithNext=1
    ),
}
_HAIRLINE = HexColor(sheets.HAIRLINE)
_ROWS = [
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, _HAIRLINE),
    ("BACKGROUND", (0, 0), (-1, 0), HexColor(sheets.PALE)),
    ("LEFTPADDING", (0, 0), (0, -1), 0),
]
_PLAIN = [
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
]
_BOX = [
    *_PLAIN[:2],
    ("BACKGROUND", (0, 0), (-1, -1), HexColor(sheets.PALE)),
    ("LINEBEFORE", (0, 0), (0, -1), 2, HexColor(sheets.ACCENT)),
]


class _Outlined(Paragraph):
    """A heading that is also a bookmark."""

    def __init__(self, heading: Heading) -> None:
        super().__init__(escape(heading.text), _HEADINGS[heading.level])
        self._heading = heading

    def draw(self) -> None:
        key = f"{self._heading.level}:{self._heading.text}"
        self.canv.bookmarkHorizontal(key, 0, self.height)
        self.canv.addOutlineEntry(self._heading.text, key, self._heading.level - 1)
        super().draw()


class _Code(Flowable):
    """The check code to scan."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.width = self.height = sheets.QR_SIDE * mm
        self._squares = sheets.qr_squares(sheet, self.width)

    def draw(self) -> None:
        path = self.canv.beginPath()
        for x, y, side in self._squares:
            path.rect(x, self.height - y - side, side, side)
        self.canv.drawPath(path, stroke=0, fill=1)


class _Numbered(Canvas):
    """Writes "Sida x av y" at the end, since only then y is known."""

    def save(self) -> None:
        total = self.getPageNumber() - 1
        for page in range(1, total + 1):
            self.beginForm(f"number-{page}")
            self.setFont(REGULAR, 9.5)
            self.drawRightString(_MARGINS["left"] * mm + _WIDTH, 12 * mm, f"Sida {page} av {total}")
            self.endForm()
        super().save()


def make(document: PlanDocument, _method: object) -> bytes:
    """Return the plan as PDF."""
    register()
    sheet = sheets.sheet_of(document)
    written = io.BytesIO()
    template = BaseDocTemplate(
        written,
        pagesize=A4,
        title=f"{sheet.title} – {sheet.name}",
        author=sheet.unit,
        lang="sv-SE",
        displayDocTitle=True,
        invariant=1,
        initialFontName=REGULAR,
    )
    height = A4[1] - (_MARGINS["top"] + _MARGINS["bottom"]) * mm
    place = (_MARGINS["left"] * mm, _MARGINS["bottom"] * mm)
    frame = Frame(*place, _WIDTH, height, *(0, 0, 0, 0))

    def on_page(canvas: Canvas, _template: BaseDocTemplate) -> None:
        _head_and_foot(canvas, sheet)

    template.addPageTemplates(PageTemplate("plan", [frame], onPage=on_page))
    template.build(_story(sheet), canvasmaker=_Numbered)
    return written.getvalue()


def _head_and_foot(canvas: Canvas, sheet: Sheet) -> None:
    left, right, high = _MARGINS["left"] * mm, _MARGINS["left"] * mm + _WIDTH, A4[1] - 16 * mm
    canvas.setFont(REGULAR, 9.5)
    canvas.drawString(left, high, f"{sheet.name}  {sheet.number}")
    canvas.drawRightString(right, high, sheet.title)
    canvas.drawString(left, 12 * mm, sheet.status)
    canvas.setStrokeColor(_HAIRLINE)
    canvas.setLineWidth(0.5)
    canvas.line(left, high - 6, right, high - 6)
    canvas.line(left, 12 * mm + 13, right, 12 * mm + 13)
    canvas.doForm(f"number-{canvas.getPageNumber()}")


def _story(sheet: Sheet) -> list[Flowable]:
    story: list[Flowable] = [
        Paragraph(escape(sheet.title), _TITLE),
        Paragraph(escape(sheet.name), _NAME),
        Paragraph(escape(f"{sheet.status} av {sheet.by}"), _STATUS),
        _facts(sheet),
    ]
    for block in sheet.blocks:
        story += _flowables(block)
    text = [
        Paragraph(sheet.check_code, _STRONG),
        Paragraph(escape(sheets.EXPLAINED), _CELL),
    ]
    code = Table([[text, _Code(sheet)]], colWidths=[_WIDTH - 30 * mm, 30 * mm], style=_PLAIN)
    return [*story, code]


def _facts(sheet: Sheet) -> Table:
    cells = [
        [Paragraph(escape(label), _COLUMN), Paragraph(escape(text), _CELL)]
        for label, text in sheet.facts
    ]
    cells += [""] * (-len(cells) % 3)
    grid = [cells[i : i + 3] for i in range(0, len(cells), 3)]
    return Table(grid, colWidths=[_WIDTH / 3] * 3, style=_PLAIN)


def _flowables(block: object) -> list[Flowable]:
    if isinstance(block, Heading):
        return [CondPageBreak(105), _Outlined(block)]
    if isinstance(block, sheets.Table):
        return [_table(block)]
    lines = [
        Paragraph(escape(text).replace("\n", "<br/>"), _LABELLED, bulletText=label)
        for label, text in block.pairs
    ]
    if not block.boxed:
        return lines
    return [Table([[line] for line in lines], colWidths=[_WIDTH], style=_BOX, splitInRow=1)]


def _table(table: sheets.Table) -> Table:
    rows = [
        [
            [Paragraph(escape(text), _STRONG if strong else _CELL) for strong, text in cell]
            for cell in row
        ]
        for row in table.rows
    ]
    head = [[Paragraph(column, _COLUMN)] for column in table.columns]
    widths = [width * mm for width in table.widths]
    return Table(
        [head, *rows], colWidths=widths, style=_ROWS, repeatRows=1, splitInRow=1, spaceAfter=10
    )

"""Measures, colours and paragraph styles of the paper, in points."""

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from printing import fonts

INK = HexColor("#1b2733")
MUTED = HexColor("#52616b")
ACCENT = HexColor("#0b5c6b")
HAIRLINE = HexColor("#cfd8dc")
PALE = HexColor("#eef4f5")
WATERMARK = HexColor("#e9eded")

PAGE_WIDTH, PAGE_HEIGHT = A4
# Text stands PAD inside the frame, so that pale boxes can reach outside the text.
PAD = 3 * mm
LEFT = 20 * mm
RIGHT = PAGE_WIDTH - 20 * mm
TEXT_WIDTH = RIGHT - LEFT
FRAME_WIDTH = TEXT_WIDTH + 2 * PAD
TOP = 25 * mm
BOTTOM = 22 * mm
# Labels stand in a rail to the left; every text begins on the same line.
RAIL = 37 * mm
# Room to write a name by hand.
SIGNATURE_HEIGHT = 13 * mm

BODY = ParagraphStyle(
    "body",
    fontName=fonts.REGULAR,
    fontSize=12,
    leading=16,
    textColor=INK,
    leftIndent=PAD,
    rightIndent=PAD,
    spaceAfter=5,
    allowOrphans=0,
    allowWidows=0,
)
LABELLED = ParagraphStyle(
    "labelled",
    parent=BODY,
    leftIndent=PAD + RAIL,
    bulletIndent=PAD,
    bulletFontName=fonts.SEMIBOLD,
    bulletFontSize=10,
    bulletColor=MUTED,
)
GAP = ParagraphStyle("gap", parent=LABELLED, fontName=fonts.ITALIC, textColor=MUTED)
BOXED = ParagraphStyle("boxed", parent=LABELLED, fontSize=11, leading=14.5, spaceAfter=0)
TITLE = ParagraphStyle(
    "title", parent=BODY, fontName=fonts.SEMIBOLD, fontSize=25, leading=30, spaceAfter=2
)
NAME = ParagraphStyle("name", parent=BODY, fontSize=17, leading=22, spaceAfter=6)
STATUS = ParagraphStyle("status", parent=BODY, fontName=fonts.SEMIBOLD, textColor=ACCENT)
PROTECTED = ParagraphStyle("protected", parent=STATUS, fontSize=10, leading=13, textColor=MUTED)
NOTE = ParagraphStyle(
    "note", parent=LABELLED, fontSize=10, leading=13, textColor=MUTED, spaceAfter=0
)
SECTION = ParagraphStyle(
    "section",
    parent=BODY,
    fontName=fonts.SEMIBOLD,
    fontSize=17,
    leading=21,
    textColor=ACCENT,
    spaceBefore=20,
    spaceAfter=7,
)
AREA = ParagraphStyle(
    "area",
    parent=SECTION,
    fontSize=14,
    leading=18,
    textColor=INK,
    rightIndent=PAD + 16 * mm,
    spaceBefore=13,
    spaceAfter=6,
)
CELL = ParagraphStyle(
    "cell",
    parent=BODY,
    fontSize=11,
    leading=14,
    leftIndent=0,
    rightIndent=0,
    spaceAfter=0,
)
CELL_STRONG = ParagraphStyle("cell-strong", parent=CELL, fontName=fonts.SEMIBOLD)
CELL_GAP = ParagraphStyle("cell-gap", parent=CELL, fontName=fonts.ITALIC, textColor=MUTED)
CELL_NOTE = ParagraphStyle(
    "cell-note", parent=CELL, fontSize=10, leading=12.5, textColor=MUTED, spaceBefore=2
)
FACT_LABEL = ParagraphStyle(
    "fact-label", parent=CELL_NOTE, fontName=fonts.SEMIBOLD, fontSize=9.5, spaceBefore=0
)
COLUMN = ParagraphStyle("column", parent=FACT_LABEL, fontSize=10)

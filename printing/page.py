"""What stands on every page: identity, status, page number, and what the paper is not."""

from collections.abc import Callable

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate

from printing import fonts, styles, words
from printing.document import PlanDocument
from printing.text import one_line

PRACTICE = "ÖVNING – påhittade uppgifter, ingen riktig plan"

_SMALL = 9.5
_HEAD = styles.PAGE_HEIGHT - 16 * mm
_FOOT = 12 * mm
_SPACE = 8
_TITLE_WIDTH = 75 * mm
_NUMBER_WIDTH = 45 * mm
_PAGE_NUMBER_WIDTH = 35 * mm

OnPage = Callable[[Canvas, BaseDocTemplate], None]


class NumberedCanvas(Canvas):
    """A canvas that writes "Sida x av y" when it is saved, since only then y is known."""

    def save(self) -> None:
        """Write the page numbers and finish the document."""
        total = self.getPageNumber() - 1
        for page in range(1, total + 1):
            self.beginForm(_number_form(page))
            self.setFont(fonts.REGULAR, _SMALL)
            self.setFillColor(styles.MUTED)
            self.drawRightString(styles.RIGHT, _FOOT, f"Sida {page} av {total}")
            self.endForm()
        super().save()


def on_page(document: PlanDocument) -> OnPage:
    """Return what draws head, foot and marks of each page, before its text."""

    def draw(canvas: Canvas, _template: BaseDocTemplate) -> None:
        canvas.saveState()
        _watermark(canvas, words.watermark(document.record))
        if document.unit.practice:
            _practice_band(canvas)
        _head(canvas, document)
        _foot(canvas, document)
        canvas.restoreState()

    return draw


def fitted(text: str, font: str, size: float, width: float) -> str:
    """Return *text*, shortened with "…" if it is wider than *width* points."""
    shown = text[:400]
    while shown and stringWidth(shown, font, size) > width:
        shown = shown[:-2].rstrip() + "…" if len(shown) > 2 else ""
    return shown


def _head(canvas: Canvas, document: PlanDocument) -> None:
    """Draw name and number to the left, the plan's name to the right; only the name gives way."""
    title = fitted(one_line(document.title), fonts.REGULAR, _SMALL, _TITLE_WIDTH)
    number = fitted(
        one_line(str(document.person.personal_id)), fonts.REGULAR, _SMALL, _NUMBER_WIDTH
    )
    taken = stringWidth(title + number, fonts.REGULAR, _SMALL) + 3 * _SPACE
    room = styles.TEXT_WIDTH - taken
    name = fitted(one_line(document.person.name), fonts.SEMIBOLD, _SMALL, room)
    canvas.setFillColor(styles.INK)
    canvas.setFont(fonts.SEMIBOLD, _SMALL)
    canvas.drawString(styles.LEFT, _HEAD, name)
    canvas.setFont(fonts.REGULAR, _SMALL)
    after_name = styles.LEFT + stringWidth(name, fonts.SEMIBOLD, _SMALL) + _SPACE
    canvas.drawString(after_name, _HEAD, number)
    canvas.drawRightString(styles.RIGHT, _HEAD, title)
    _hairline(canvas, _HEAD - 6)


def _foot(canvas: Canvas, document: PlanDocument) -> None:
    width = styles.TEXT_WIDTH - _PAGE_NUMBER_WIDTH
    status = one_line(words.short_standing(document.record))
    canvas.setFillColor(styles.MUTED)
    canvas.setFont(fonts.REGULAR, _SMALL)
    canvas.drawString(styles.LEFT, _FOOT, fitted(status, fonts.REGULAR, _SMALL, width))
    canvas.doForm(_number_form(canvas.getPageNumber()))
    _hairline(canvas, _FOOT + 13)


def _hairline(canvas: Canvas, height: float) -> None:
    canvas.setStrokeColor(styles.HAIRLINE)
    canvas.setLineWidth(0.5)
    canvas.line(styles.LEFT, height, styles.RIGHT, height)


def _watermark(canvas: Canvas, text: str) -> None:
    if not text:
        return
    canvas.saveState()
    canvas.translate(styles.PAGE_WIDTH / 2, styles.PAGE_HEIGHT / 2)
    canvas.rotate(52)
    canvas.setFont(fonts.SEMIBOLD, 68)
    canvas.setFillColor(styles.WATERMARK)
    canvas.drawCentredString(0, -20, text)
    canvas.restoreState()


def _practice_band(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setFillColor(styles.INK)
    canvas.rect(0, styles.PAGE_HEIGHT - 11 * mm, styles.PAGE_WIDTH, 11 * mm, stroke=0, fill=1)
    canvas.setFillColor(styles.PALE)
    canvas.setFont(fonts.SEMIBOLD, 12)
    canvas.drawCentredString(styles.PAGE_WIDTH / 2, styles.PAGE_HEIGHT - 8 * mm, PRACTICE)
    canvas.restoreState()


def _number_form(page: int) -> str:
    return f"sida-{page}"

"""WeasyPrint: the plan as a page of the web, tagged as PDF/UA-1."""

import base64
import io
import sys
from functools import cache
from html import escape
from os import environ
from pathlib import Path

# Not a library of the project: it may lie in a folder of its own.
sys.path.append(environ.get("BENCH_PACKAGES", ""))

from peers import sheet as sheets
from peers.sheet import Heading, Sheet, Table
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from printing.document import PlanDocument

NAME = "WeasyPrint, PDF/UA-1"
_FONTS = Path(__file__).parents[3] / "resources" / "fonts"
_STYLE = f"""
@font-face {{ font-family: S; src: url({(_FONTS / "SourceSans3-Regular.ttf").as_uri()}) }}
@font-face {{
  font-family: S; font-weight: 600; src: url({(_FONTS / "SourceSans3-SemiBold.ttf").as_uri()})
}}
body {{ font: 12pt/16pt S; color: {sheets.INK}; margin: 0; hyphens: auto }}
h1 {{ font: 600 25pt/30pt S; margin: 0 }}
h2 {{ font: 600 17pt/21pt S; color: {sheets.ACCENT}; margin: 20pt 0 7pt; bookmark-level: 1 }}
h3 {{ font: 600 14pt/18pt S; margin: 13pt 0 6pt; bookmark-level: 2 }}
h3 span {{ float: right; font: 10pt S; color: {sheets.MUTED} }}
p {{ margin: 0 0 5pt {sheets.RAIL}mm; white-space: pre-line }}
p b, th, .facts b {{ font: 600 10pt S; color: {sheets.MUTED} }}
p b {{ float: left; margin-left: -{sheets.RAIL}mm }}
strong {{ font-weight: 600 }}
.box {{ background: {sheets.PALE}; border-left: 2pt solid {sheets.ACCENT}; padding: 6pt }}
.facts {{ display: flex; flex-wrap: wrap; font-size: 11pt; line-height: 14pt }}
.facts div {{ width: 33%; margin: 3pt 0 }}
table {{ width: 100%; table-layout: fixed; border-collapse: collapse; margin: 4pt 0 10pt }}
td, th {{ font-size: 11pt; line-height: 14pt; text-align: left; vertical-align: top;
  padding: 3pt 6pt 3pt 0; border-bottom: 0.5pt solid {sheets.HAIRLINE} }}
.code img {{ float: right; width: {sheets.QR_SIDE}mm }}
"""


def make(document: PlanDocument, _method: object) -> bytes:
    """Return the plan as PDF."""
    style, fonts = _style()
    sheet = sheets.sheet_of(document)
    page = CSS(string=_page(sheet), font_config=fonts)
    return HTML(string=_html(sheet)).write_pdf(
        stylesheets=[style, page], font_config=fonts, pdf_variant="pdf/ua-1"
    )


@cache
def _style() -> tuple[CSS, FontConfiguration]:
    fonts = FontConfiguration()
    return CSS(string=_STYLE, font_config=fonts), fonts


def _page(sheet: Sheet) -> str:
    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    margins = " ".join(f"{sheets.MARGINS[side]}mm" for side in ("top", "right", "bottom", "left"))
    person = quoted(f"{sheet.name}  {sheet.number}")
    return f"""@page {{
      size: A4; margin: {margins}; font: 9.5pt S;
      @top-left {{ content: {person} }} @top-right {{ content: {quoted(sheet.title)} }}
      @bottom-left {{ content: {quoted(sheet.status)} }}
      @bottom-right {{ content: "Sida " counter(page) " av " counter(pages) }} }}"""


def _html(sheet: Sheet) -> str:
    facts = "".join(f"<div><b>{escape(a)}</b><br>{escape(b)}</div>" for a, b in sheet.facts)
    drawn = io.BytesIO()
    sheets.qr(sheet).save(drawn, kind="svg", border=0)
    code = base64.b64encode(drawn.getvalue()).decode()
    title = escape(sheet.title)
    return (
        f'<html lang="sv"><head><title>{title}</title></head><body><h1>{title}</h1>'
        f'<div style="font-size: 17pt">{escape(sheet.name)}</div>'
        f"<div><strong>{escape(sheet.status)} av {escape(sheet.by)}</strong></div>"
        f'<div class="facts">{facts}</div>{"".join(map(_block, sheet.blocks))}'
        f'<div class="code"><img alt="Kontrollkod" src="data:image/svg+xml;base64,{code}">'
        f"<strong>{sheet.check_code}</strong><br>{escape(sheets.EXPLAINED)}</div></body></html>"
    )


def _block(block: object) -> str:
    if isinstance(block, Heading):
        code = f"<span>{block.code}</span>" if block.code else ""
        return f"<h{block.level + 1}>{code}{escape(block.text)}</h{block.level + 1}>"
    if isinstance(block, Table):
        return _table(block)
    lines = "".join(f"<p><b>{escape(a)}</b>{escape(b)}</p>" for a, b in block.pairs)
    return f'<div class="box">{lines}</div>' if block.boxed else lines


def _table(table: Table) -> str:
    columns = zip(table.columns, table.widths, strict=True)
    head = "".join(f'<th scope="col" style="width: {w}mm">{c}</th>' for c, w in columns)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in row)}</tr>" for row in table.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cell(lines: tuple[tuple[bool, str], ...]) -> str:
    return "<br>".join(f"<strong>{escape(t)}</strong>" if s else escape(t) for s, t in lines)

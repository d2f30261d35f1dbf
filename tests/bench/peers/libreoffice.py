"""LibreOffice Writer without a window: what a template of a word processor costs."""

import atexit
import base64
import io
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from peers import sheet as sheets
from peers.sheet import Heading, Sheet, Table

from printing.document import PlanDocument

if (SOFFICE := shutil.which("soffice")) is None:
    raise ImportError("soffice is not installed")

NAME = "LibreOffice, PDF/A-2 + UA"
_FONTS = Path(__file__).parents[3] / "resources" / "fonts"
_FILTER = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"}}'
)
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "meta")
)
_SPACES += (
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def make(document: PlanDocument, _method: object) -> bytes:
    """Return the plan as PDF, with a start of the program for each."""
    return make_many([document], None)[0]


def make_many(documents: list[PlanDocument], _method: object) -> list[bytes]:
    """Return the plans as PDF, all from one start of the program."""
    folder = Path(tempfile.mkdtemp(dir=_home()))
    names = [folder / f"{number}.fodt" for number in range(len(documents))]
    for name, document in zip(names, documents, strict=True):
        name.write_text(_fodt(sheets.sheet_of(document)), encoding="utf-8")
    profile = f"-env:UserInstallation={(_home() / 'profile').as_uri()}"
    subprocess.run(
        [SOFFICE, profile, "--headless", "--convert-to", _FILTER, "--outdir", folder, *names],
        check=True,
        capture_output=True,
        env={**os.environ, "FONTCONFIG_FILE": str(_home() / "fonts.conf")},
    )
    made = [name.with_suffix(".pdf").read_bytes() for name in names]
    shutil.rmtree(folder)
    return made


@cache
def _home() -> Path:
    home = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    (home / "fonts.conf").write_text(
        f"<fontconfig><dir>{_FONTS}</dir><cachedir>{home}/cache</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return home


def _fodt(sheet: Sheet) -> str:
    margins = " ".join(f'fo:margin-{s}="{m}mm"' for s, m in sheets.MARGINS.items())
    person = f"{escape(sheet.name)} {sheet.number} {escape(sheet.title)}"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {_SPACES} office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{escape(sheet.title)}</dc:title><dc:language>sv-SE</dc:language>
</office:meta><office:font-face-decls>
<style:font-face style:name="S" svg:font-family="'Source Sans 3'"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties
 style:font-name="S" fo:font-size="12pt" fo:language="sv" fo:country="SE"/></style:default-style>
{_style("Standard", 12, bold=False)}{_style("Label", 10, bold=True)}
{_style("Cell", 11, bold=False)}{_style("Strong", 11, bold=True)}
{_style("H1", 25, bold=True)}{_style("H2", 17, bold=True)}{_style("H3", 14, bold=True)}
</office:styles><office:automatic-styles><style:page-layout style:name="A4">
<style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" {margins}/>
<style:header-style/><style:footer-style/></style:page-layout>
{"".join(map(_width, range(20, 160)))}</office:automatic-styles><office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="A4">
<style:header><text:p text:style-name="Cell">{person}</text:p></style:header>
<style:footer><text:p text:style-name="Cell">{escape(sheet.status)}
 Sida <text:page-number/> av <text:page-count/></text:p></style:footer></style:master-page>
</office:master-styles><office:body><office:text>{_body(sheet)}</office:text></office:body>
</office:document>"""


def _style(name: str, size: int, *, bold: bool) -> str:
    weight = ' fo:font-weight="600"' if bold else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:text-properties'
        f' style:font-name="S" fo:font-size="{size}pt"{weight}/></style:style>'
    )


def _width(width: int) -> str:
    return (
        f'<style:style style:name="W{width}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}mm"/></style:style>'
    )


def _body(sheet: Sheet) -> str:
    drawn = io.BytesIO()
    sheets.qr(sheet).save(drawn, kind="png", scale=8, border=0)
    code = base64.b64encode(drawn.getvalue()).decode()
    facts = [_cells([[("Label", a), ("Cell", b)]]) for a, b in sheet.facts]
    facts += [_cells([[("Cell", "")]])] * (-len(facts) % 3)
    rows = [f"<table:table-row>{''.join(facts[i : i + 3])}</table:table-row>" for i in (0, 3, 6)]
    return (
        f'<text:h text:style-name="H1" text:outline-level="1">{escape(sheet.title)}</text:h>'
        f"<text:p>{escape(sheet.name)}</text:p>"
        f"<text:p>{escape(sheet.status)} av {escape(sheet.by)}</text:p>"
        f"{_table((56, 56, 56), '', rows)}{''.join(map(_block, sheet.blocks))}"
        f'<text:p text:style-name="Strong">{sheet.check_code}</text:p>'
        f'<text:p>{escape(sheets.EXPLAINED)}<draw:frame text:anchor-type="as-char"'
        f' svg:width="{sheets.QR_SIDE}mm" svg:height="{sheets.QR_SIDE}mm">'
        f"<draw:image><office:binary-data>{code}"
        "</office:binary-data></draw:image><svg:title>Kontrollkod</svg:title></draw:frame></text:p>"
    )


def _block(block: object) -> str:
    if isinstance(block, Heading):
        level = block.level + 1
        text = escape(f"{block.text} {block.code}".strip())
        return f'<text:h text:style-name="H{level}" text:outline-level="{level}">{text}</text:h>'
    if isinstance(block, Table):
        head = _cells([[("Label", column)] for column in block.columns])
        rows = [
            _cells([[("Strong" if s else "Cell", t) for s, t in cell] for cell in row])
            for row in block.rows
        ]
        body = [f"<table:table-row>{row}</table:table-row>" for row in rows]
        return _table(block.widths, head, body)
    # A rail is a table of two columns, as word processors' templates do it.
    pairs = [_cells([[("Label", a)], [("Standard", b)]]) for a, b in block.pairs]
    body = [f"<table:table-row>{pair}</table:table-row>" for pair in pairs]
    return _table((sheets.RAIL, 133), "", body)


def _table(widths: tuple[int, ...], head: str, rows: list[str]) -> str:
    columns = "".join(
        f"<table:table-column table:style-name={quoteattr(f'W{w}')}/>" for w in widths
    )
    top = (
        f"<table:table-header-rows><table:table-row>{head}</table:table-row>"
        "</table:table-header-rows>"
        if head
        else ""
    )
    return f"<table:table>{columns}{top}{''.join(rows)}</table:table>"


def _cells(cells: list[list[tuple[str, str]]]) -> str:
    return "".join(
        "<table:table-cell>"
        + "".join(f'<text:p text:style-name="{style}">{_lines(t)}</text:p>' for style, t in cell)
        + "</table:table-cell>"
        for cell in cells
    )


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<text:line-break/>")

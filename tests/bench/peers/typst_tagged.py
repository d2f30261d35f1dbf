"""Typst from PyPI, as PDF/A-2a and PDF/UA-1; the plan goes in as JSON."""

import io
import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

import typst
from peers import sheet as sheets
from peers.sheet import Fields, Heading

from printing.document import PlanDocument

NAME = "typst, PDF/A-2a + UA-1"
STANDARDS = ["a-2a", "ua-1"]
_FONTS = Path(__file__).parents[3] / "resources" / "fonts"


def make(document: PlanDocument, _method: object) -> bytes:
    """Return the plan as PDF."""
    return compiled(document, hyphenate=True)


def compiled(document: PlanDocument, *, hyphenate: bool) -> bytes:
    """Return the plan as PDF, with long words divided at the ends of lines or not."""
    sheet = sheets.sheet_of(document)
    drawn = io.BytesIO()
    sheets.qr(sheet).save(drawn, kind="svg", border=0, xmldecl=False)
    data = asdict(sheet) | {
        "blocks": [{"kind": _kind(block)} | asdict(block) for block in sheet.blocks],
        "explained": sheets.EXPLAINED,
        "hyphenate": hyphenate,
        "qr": drawn.getvalue().decode(),
    }
    return _compiler().compile(
        format="pdf",
        sys_inputs={"sheet": json.dumps(data)},
        pdf_standards=STANDARDS,
        timestamp=document.record.establishment.at,
    )


def _kind(block: object) -> str:
    if isinstance(block, Heading):
        return "heading"
    if isinstance(block, Fields):
        return "box" if block.boxed else "fields"
    return "table"


@cache
def _compiler() -> typst.Compiler:
    template = Path(__file__).with_name("plan.typ")
    return typst.Compiler(
        str(template), root=str(template.parent), font_paths=[str(_FONTS)], ignore_system_fonts=True
    )

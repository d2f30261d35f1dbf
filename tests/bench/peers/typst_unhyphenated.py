"""Typst from PyPI as before, but without hyphenation, which is a quarter of its time."""

from peers.typst_tagged import compiled

from printing.document import PlanDocument

NAME = "typst, the same, no hyphenation"


def make(document: PlanDocument, _method: object) -> bytes:
    """Return the plan as PDF."""
    return compiled(document, hyphenate=False)

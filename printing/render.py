"""Every paper as PDF: for preview, print, file and archive alike."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import singledispatch

from gplan_desktop.archive.names import whose
from gplan_desktop.archive.register_extract import Handed
from gplan_desktop.domain import print_out
from gplan_desktop.domain.text import clean
from gplan_desktop.method.model import Method
from gplan_desktop.vault.recovery_code import RecoverySheet
from printing import words
from printing.document import PlanDocument
from printing.documents import (
    blank_plan,
    help_sheet,
    journal_extract,
    log_report,
    method_booklet,
    person_tabs,
    recovery_sheet,
    register_extract,
    unit_list,
    visit_plan,
    work_description,
)
from printing.documents.plan import tell_plan
from printing.faces.words import missing
from printing.layout.lines import lines
from printing.layout.paper import Paper, written
from printing.layout.shown import one_line
from printing.layout.style import LARGE, NORMAL

_LONGEST_NAME = 160
# Every letter that Swedish plans are written with, and a word to divide.
_USUAL = (
    "abcdefghijklmnopqrstuvwxyzåäöéABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789.,;:!?–-/()”"
    " genomförandeplansuppföljning"
)


def render(
    document: object, method: Method, paper: print_out.Paper = print_out.Paper.PLAN
) -> bytes:
    """Return *document* as a PDF; the same input gives the same bytes, on any thread.

    Of a plan there are several papers: *paper* tells which. Raises TypeError for what is no
    document.
    """
    return written(_told(document, method, paper))


def file_name(document: PlanDocument, paper: print_out.Paper = print_out.Paper.PLAN) -> str:
    """Return a name that Windows accepts, with initials: others may see the names of files."""
    established = document.record.establishment
    stand = words.moment(established.at)[:10] if established else "utkast"
    kind = "" if paper is print_out.Paper.PLAN else f"{paper.label} – "
    return f"{in_path(f'{kind}{document.title} – {whose(document.person.name)}')} – {stand}.pdf"


def in_path(name: str) -> str:
    """Return *name* without what Windows does not allow in the name of a file."""
    kept = re.sub(r'[<>:"/\\|?*]', " ", one_line(name))
    return " ".join(kept.split())[:_LONGEST_NAME].rstrip(" .")


def missing_characters(document: object) -> str:
    """Return the characters that the paper can only show as squares, each once."""
    if isinstance(document, PlanDocument):
        # The plans around it are on other papers.
        document = replace(document, former=None, others=())
    return missing(clean("".join(_texts_in(document))))


def warm_up() -> None:
    """Read typefaces and hyphenation, so that the first plan is not slower than the next."""
    for look in (NORMAL, LARGE):
        for style in (look.body, look.label, look.gap, look.section, look.title):
            lines(_USUAL, style, look.measure / 4)


@singledispatch
def _told(document: object, _method: Method, _paper: print_out.Paper) -> Paper:
    raise TypeError(f"no paper is made of {type(document).__name__}")


@_told.register
def _(document: PlanDocument, method: Method, paper: print_out.Paper) -> Paper:
    if paper is print_out.Paper.HELP:
        return help_sheet.tell_help_sheet(document, method, document.former)
    if paper is print_out.Paper.WORK_DESCRIPTION:
        others = [replace(document, record=record, others=()) for record in document.others]
        return work_description.tell_work_description(document, method, others)
    return tell_plan(document, method, large=paper is print_out.Paper.LARGE_PRINT)


@_told.register
def _(document: visit_plan.VisitPlanDocument, method: Method, _paper: print_out.Paper) -> Paper:
    return visit_plan.tell_visit_plan(document, method)


@_told.register
def _(document: person_tabs.TabsDocument, _method: Method, _paper: print_out.Paper) -> Paper:
    return person_tabs.tell_tabs(document)


@_told.register
def _(document: journal_extract.JournalExtract, _method: Method, _paper: print_out.Paper) -> Paper:
    return journal_extract.tell_journal(document)


@_told.register
def _(document: log_report.LogReport, _method: Method, _paper: print_out.Paper) -> Paper:
    return log_report.tell_log_report(document)


@_told.register
def _(document: Handed, _method: Method, _paper: print_out.Paper) -> Paper:
    return register_extract.tell_register(document)


@_told.register
def _(document: unit_list.UnitList, method: Method, _paper: print_out.Paper) -> Paper:
    return unit_list.tell_unit_list(document, method.limits)


@_told.register
def _(document: RecoverySheet, _method: Method, _paper: print_out.Paper) -> Paper:
    return recovery_sheet.tell_recovery_sheet(document)


@_told.register
def _(document: blank_plan.BlankPlan, method: Method, _paper: print_out.Paper) -> Paper:
    return blank_plan.tell_blank_plan(document, method)


@_told.register
def _(document: method_booklet.MethodBooklet, method: Method, _paper: print_out.Paper) -> Paper:
    return method_booklet.tell_method_booklet(document, method)


def _texts_in(value: object) -> Iterator[str]:
    """Yield every text in a record, however deep it lies."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts_in(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts_in(getattr(value, field.name))

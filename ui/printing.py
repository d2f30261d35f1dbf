"""Finished papers to the printer: one, or many in one job."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from gplan_desktop.errors import PrintFailed
from ui.background import Background
from ui.papers import Course, PaperJob, Summary
from ui.pdf_document import PdfPages
from ui.print_dialog import ask_for_printer
from ui.print_job import STAYS, PrintJob
from ui.print_order import comes_last_first
from ui.progress_window import Stopped, Tell, with_progress

_TITLE = "Skriv ut"
_FEW_PAGES = 12


@dataclass(frozen=True)
class Printed:
    """How printing went: true when the pages were sent, with what the user should know."""

    is_done: bool
    notice: str = ""

    def __bool__(self) -> bool:
        return self.is_done


def print_pdf(data: bytes, title: str, parent: QWidget, background: Background) -> Printed:
    """Ask for a printer in the system's dialog and print *data* there, in its right size.

    The window stays alive while *background* works. *title* is seen in the printer's queue by
    others, so it names no person. Raises PrintFailed when there is no printer or it refuses.
    """
    pages = PdfPages(data)
    count = pages.page_count
    pages.close()
    printer = ask_for_printer(title, count, parent)
    if printer is None:
        return Printed(is_done=False)
    return with_progress(lambda tell: print_pages(data, printer, tell), _TITLE, parent, background)


def print_pages(data: bytes, printer: QPrinter, tell: Tell) -> Printed:
    """Print *data* page by page on a chosen *printer*, in any thread; *tell* can stop it.

    Raises PrintFailed when the printer does not take the job.
    """
    pages = PdfPages(data)
    job = PrintJob(printer, is_fine=pages.page_count <= _FEW_PAGES)

    def progress(sent: int, whole: int) -> None:
        tell(f"Skriver ut. {sent} av {whole} sidor är klara.", sent, whole)

    try:
        with job:
            job.send(pages, progress)
    except Stopped:
        return Printed(is_done=False, notice="" if job.is_taken_back else STAYS)
    finally:
        pages.close()
    return Printed(is_done=True, notice=job.notice)


def print_many(
    jobs: Sequence[PaperJob], title: str, parent: QWidget, background: Background
) -> Summary:
    """Ask once for a printer and print all *jobs* there as one job of the queue, called *title*.

    Raises PrintFailed when there is no printer or it takes nothing at all.
    """
    printer = ask_for_printer(title, None, parent)
    if printer is None:
        return Summary(not_begun=tuple(jobs))
    return with_progress(lambda tell: print_jobs(jobs, printer, tell), _TITLE, parent, background)


def print_jobs(jobs: Sequence[PaperJob], printer: QPrinter, tell: Tell) -> Summary:
    """Print *jobs* on a chosen *printer*, in any thread; *tell* can stop it.

    A document that cannot be made is left out, and every document begins on a sheet of its own.
    Raises PrintFailed when the printer takes nothing at all.
    """
    course, job = Course(jobs, tell), PrintJob(printer, is_fine=False)
    try:
        _send_all(course, job, backwards=comes_last_first(printer))
    except Stopped:
        return course.summary(is_done=False, notice="" if job.is_taken_back else STAYS)
    except PrintFailed as error:
        if not job.pages_sent:
            raise
        return course.summary(is_done=False, notice=error.happened)
    return course.summary(is_done=True, notice=job.notice)


def _send_all(course: Course, job: PrintJob, *, backwards: bool) -> None:
    papers = course.jobs[::-1] if backwards else course.jobs
    with job:
        for number, paper in enumerate(papers, start=1):
            course.begin(number)
            data = course.made(paper)
            if data is not None:
                course.begun.append(paper)
                _send(data, number, course, job)


def _send(data: bytes, number: int, course: Course, job: PrintJob) -> None:
    pages, count = PdfPages(data), len(course.jobs)

    def progress(sent: int, whole: int) -> None:
        now = min(sent + 1, whole)
        text = f"Plan {number} av {count}: sida {now} av {whole}"
        course.tell(text, (number - 1) * whole + sent, count * whole)

    try:
        job.send(pages, progress)
    finally:
        pages.close()

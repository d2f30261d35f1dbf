"""Many papers to files: one file each in a folder, or all of them as one PDF."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gplan_desktop.errors import ExportFailed
from ui.background import Background
from ui.papers import Course, PaperJob, Summary
from ui.progress_window import Stopped, Tell, with_progress
from ui.save_pdf import save_beside, save_pdf

Merge = Callable[[Iterable[bytes]], bytes]

_TITLE = "Spara som PDF"
_LONGEST_NAME = 100


@dataclass(frozen=True)
class OneFile:
    """Where one PDF of many papers goes, and what puts them together.

    The user has been asked where, so what lies there is replaced, in one move and at the end.
    """

    path: Path
    merge: Merge


def save_many(
    jobs: Sequence[PaperJob], folder: Path, parent: QWidget, background: Background
) -> Summary:
    """Save each of *jobs* as a file of its own in *folder*, under a window that can stop it.

    No file is ever replaced: a number is added to a name that is taken.
    """
    return with_progress(lambda tell: write_jobs(jobs, folder, tell), _TITLE, parent, background)


def save_as_one(
    jobs: Sequence[PaperJob], file: OneFile, parent: QWidget, background: Background
) -> Summary:
    """Save all *jobs* as one PDF, under a window that can stop it.

    Raises ExportFailed when the file cannot be written.
    """
    return with_progress(lambda tell: write_one(jobs, file, tell), _TITLE, parent, background)


def write_one(jobs: Sequence[PaperJob], file: OneFile, tell: Tell) -> Summary:
    """Put *jobs* together in one file, in any thread; *tell* can stop it, and then none is written.

    Papers that cannot be made are left out and told; when none can, there is no file. Raises
    ExportFailed when the file cannot be written.
    """
    course = Course(jobs, tell)
    made = _made(course)
    try:
        first = next(made, None)
        if first is None:
            return course.summary(is_done=True)
        data = file.merge(chain([first], made))
        tell("Sparar filen.", len(jobs), len(jobs))
    except Stopped:
        course.begun.clear()
        return course.summary(is_done=False)
    save_pdf(data, file.path)
    return course.summary(is_done=True)


def write_jobs(jobs: Sequence[PaperJob], folder: Path, tell: Tell) -> Summary:
    """Save each of *jobs* in *folder*, in any thread; *tell* can stop it between two of them."""
    course = Course(jobs, tell)
    try:
        for number, job in enumerate(jobs, start=1):
            course.begin(number)
            data = course.made(job)
            if data is not None:
                _write(data, job, folder, course)
    except Stopped:
        pass
    return course.summary(is_done=True)


def _write(data: bytes, job: PaperJob, folder: Path, course: Course) -> None:
    try:
        save_beside(data, folder, _stem(job.file or job.title))
    except ExportFailed as error:
        course.fail(job, error)
    else:
        course.begun.append(job)


def _made(course: Course) -> Iterator[bytes]:
    for number, job in enumerate(course.jobs, start=1):
        course.begin(number)
        data = course.made(job)
        if data is not None:
            course.begun.append(job)
            yield data


def _stem(title: str) -> str:
    """Return a title as a name that Windows accepts."""
    kept = re.sub(r'[<>:"/\\|?*\x00-\x1f]', " ", title)
    return " ".join(kept.split())[:_LONGEST_NAME].rstrip(" .") or "Plan"

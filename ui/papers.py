"""Many documents on their way to the printer or to files, and how it went with each."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from gplan_desktop.errors import WorldError
from ui.pdf_document import PdfPages
from ui.progress_window import Tell

_log = logging.getLogger(__name__)

_BUG = "Något gick fel i programmet. Felet är antecknat i loggen."


@dataclass(frozen=True)
class PaperJob:
    """A document to print or save: what it is called, and what makes its bytes, in any thread.

    The title holds no personal number. It becomes the file's name too unless *file* is that.
    """

    title: str
    make: Callable[[], bytes]
    file: str = ""


@dataclass(frozen=True)
class Failure:
    """A document that did not come out, and why, for the user."""

    job: PaperJob
    reason: str


@dataclass(frozen=True)
class Summary:
    """How it went with many documents; each of them stands in one of the lists, in order.

    done: printed or saved, wholly.
    failed: could not be made or saved.
    broken_off: sent, wholly or in part, to a printer before it was stopped or gave up. They are
        not to be counted as printed, but pages of them may lie in the printer.
    not_begun: nothing of them has left the program.
    notice: what the user should know besides.
    """

    done: tuple[PaperJob, ...] = ()
    failed: tuple[Failure, ...] = ()
    broken_off: tuple[PaperJob, ...] = ()
    not_begun: tuple[PaperJob, ...] = ()
    notice: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether every document came out."""
        return not (self.failed or self.broken_off or self.not_begun)


@dataclass
class Course:
    """What has happened so far with the jobs, while the worker goes through them."""

    jobs: Sequence[PaperJob]
    tell: Tell
    begun: list[PaperJob] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)

    def begin(self, number: int) -> None:
        """Tell that one of the jobs is begun, counted from 1."""
        self.tell(f"Plan {number} av {len(self.jobs)} görs i ordning.", number - 1, len(self.jobs))

    def made(self, job: PaperJob) -> bytes | None:
        """Return the bytes of a job, or None when it fails; the others are to go on."""
        try:
            data = job.make()
            PdfPages(data).close()
        except Exception as error:  # noqa: BLE001 - one document that fails stops no other
            self.fail(job, error)
            return None
        return data

    def fail(self, job: PaperJob, error: Exception) -> None:
        """Keep why a job failed; a bug of ours is logged, without what the document says."""
        if isinstance(error, WorldError):
            self.failed.append(Failure(job, error.happened))
        else:
            _log.error("a bug", exc_info=error)
            self.failed.append(Failure(job, _BUG))

    def summary(self, *, is_done: bool, notice: str = "") -> Summary:
        """Return how it went: what was begun is done, or broken off."""
        failures = {id(failure.job): failure for failure in self.failed}
        begun = {id(job) for job in self.begun}
        sent = tuple(job for job in self.jobs if id(job) in begun)
        return Summary(
            done=sent if is_done else (),
            failed=tuple(failures[id(job)] for job in self.jobs if id(job) in failures),
            broken_off=() if is_done else sent,
            not_begun=tuple(
                job for job in self.jobs if id(job) not in begun and id(job) not in failures
            ),
            notice=notice,
        )

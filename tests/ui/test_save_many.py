"""Many papers to files: one each, or all as one, and how it went with each."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gplan_desktop.errors import DatabaseMissing, ExportFailed
from ui.background import Background
from ui.papers import PaperJob, Summary
from ui.progress_window import Stopped
from ui.save_many import OneFile, save_as_one, save_many, write_jobs, write_one

PdfBytes = Callable[..., bytes]

pytestmark = pytest.mark.usefixtures("qapp")


def go_on(_text: str, _done: int, _whole: int) -> None:
    pass


def stop_at_second(text: str, _done: int, _whole: int) -> None:
    if text.startswith("Plan 2 av"):
        raise Stopped


def missing() -> bytes:
    raise DatabaseMissing(Path("borta.db"))


def joined(pdfs: Iterable[bytes]) -> bytes:
    return b"+".join(pdfs)


@pytest.fixture
def page(pdf_bytes: PdfBytes) -> bytes:
    return pdf_bytes(pages=1)


@pytest.fixture
def jobs(page: bytes) -> list[PaperJob]:
    return [
        PaperJob("Plan – Anna – 2026-11-23", lambda: page),
        PaperJob("Plan – Bo", missing),
        PaperJob("Plan – Anna – 2026-11-23", lambda: page),
        PaperJob('A/B: "C"?', lambda: page),
    ]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failures(summary: Summary) -> list[str]:
    return [failure.job.title for failure in summary.failed]


def test_each_paper_becomes_a_file_with_a_name_of_its_own(
    tmp_path: Path, jobs: list[PaperJob], page: bytes
) -> None:
    summary = write_jobs(jobs, tmp_path, go_on)
    assert names(tmp_path) == [
        "A B C.pdf",
        "Plan – Anna – 2026-11-23 (2).pdf",
        "Plan – Anna – 2026-11-23.pdf",
    ]
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {page}
    assert len(summary.done) == 3
    assert failures(summary) == ["Plan – Bo"]


def test_saving_stops_between_two_files(tmp_path: Path, jobs: list[PaperJob]) -> None:
    summary = write_jobs(jobs, tmp_path, stop_at_second)
    assert names(tmp_path) == ["Plan – Anna – 2026-11-23.pdf"]
    assert summary.done == tuple(jobs[:1])
    assert summary.not_begun == tuple(jobs[1:])


def test_a_folder_that_is_gone_fails_each_file(tmp_path: Path, jobs: list[PaperJob]) -> None:
    summary = write_jobs(jobs, tmp_path / "borta", go_on)
    assert len(summary.failed) == 4
    assert summary.failed[0].reason == (
        "Det gick inte att spara filen Plan – Anna – 2026-11-23.pdf."
    )


def test_all_papers_become_one_file_without_those_that_fail(
    tmp_path: Path, jobs: list[PaperJob], page: bytes
) -> None:
    summary = write_one(jobs, OneFile(tmp_path / "alla.pdf", joined), go_on)
    assert (tmp_path / "alla.pdf").read_bytes() == b"+".join([page] * 3)
    assert len(summary.done) == 3
    assert failures(summary) == ["Plan – Bo"]


def test_a_stopped_file_is_not_written(tmp_path: Path, jobs: list[PaperJob]) -> None:
    summary = write_one(jobs, OneFile(tmp_path / "alla.pdf", joined), stop_at_second)
    assert names(tmp_path) == []
    assert summary.not_begun == tuple(jobs)


def test_no_file_is_written_when_no_paper_could_be_made(tmp_path: Path) -> None:
    summary = write_one([PaperJob("Bo", missing)], OneFile(tmp_path / "alla.pdf", joined), go_on)
    assert names(tmp_path) == []
    assert failures(summary) == ["Bo"]


def test_one_file_that_cannot_be_written_is_told(tmp_path: Path, jobs: list[PaperJob]) -> None:
    with pytest.raises(ExportFailed):
        write_one(jobs, OneFile(tmp_path / "borta" / "alla.pdf", joined), go_on)


def test_the_worker_saves_while_the_window_lives(
    qtbot: QtBot, background: Background, tmp_path: Path, jobs: list[PaperJob]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert len(save_many(jobs, tmp_path, parent, background).done) == 3
    file = OneFile(tmp_path / "alla.pdf", joined)
    assert len(save_as_one(jobs, file, parent, background).done) == 3
    assert file.path.exists()

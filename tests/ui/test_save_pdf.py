from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from gplan_desktop.errors import ExportFailed
from ui.save_pdf import ask_where, save_beside, save_pdf

PdfBytes = Callable[..., bytes]


@pytest.fixture
def marked(pdf_bytes: PdfBytes) -> bytes:
    return pdf_bytes(pages=3)


def test_a_saved_file_is_our_own_bytes(tmp_path: Path, marked: bytes) -> None:
    file = tmp_path / "Åsas plan.pdf"
    file.write_bytes(b"en annan fil")
    save_pdf(marked, file)
    assert file.read_bytes() == marked
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_gone_is_told(tmp_path: Path, marked: bytes) -> None:
    with pytest.raises(ExportFailed, match=r"plan\.pdf"):
        save_pdf(marked, tmp_path / "borta" / "plan.pdf")


def test_a_file_that_cannot_be_replaced_is_told_and_nothing_is_left_behind(
    tmp_path: Path, marked: bytes
) -> None:
    taken = tmp_path / "plan.pdf"
    taken.mkdir()
    with pytest.raises(ExportFailed):
        save_pdf(marked, taken)
    assert list(tmp_path.iterdir()) == [taken]


def test_a_file_that_is_held_for_a_moment_is_saved_all_the_same(
    tmp_path: Path, marked: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_replace, refusals = Path.replace, [PermissionError(), PermissionError()]

    def replace(source: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return really_replace(source, target)

    monkeypatch.setattr(Path, "replace", replace)
    save_pdf(marked, tmp_path / "plan.pdf")
    assert (tmp_path / "plan.pdf").read_bytes() == marked


def test_a_file_that_stays_open_elsewhere_is_told(
    tmp_path: Path, marked: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(source: Path, target: Path) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(ExportFailed):
        save_pdf(marked, tmp_path / "plan.pdf")
    assert list(tmp_path.iterdir()) == []


def test_equal_names_are_told_apart_and_nothing_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "Plan.pdf").write_bytes(b"en annans fil")
    places = [save_beside(data, tmp_path, "Plan") for data in (b"a", b"b")]
    assert [place.name for place in places] == ["Plan (2).pdf", "Plan (3).pdf"]
    assert [place.read_bytes() for place in places] == [b"a", b"b"]
    assert (tmp_path / "Plan.pdf").read_bytes() == b"en annans fil"


def test_no_empty_file_is_left_when_saving_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(source: Path, target: Path) -> Path:
        raise OSError

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(ExportFailed):
        save_beside(b"a", tmp_path, "Plan")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_told_for_a_new_file_too(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match=r"Plan\.pdf"):
        save_beside(b"a", tmp_path / "borta", "Plan")


def test_whoever_is_asked_where_is_told_that_the_file_is_not_protected(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication, tmp_path: Path
) -> None:
    titles: list[str] = []

    def ask(_: object, title: str, name: str, _kinds: str) -> tuple[str, str]:
        titles.append(title)
        return str(tmp_path / name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    assert ask_where(QWidget(), "Plan") == tmp_path / "Plan.pdf"
    assert titles == ["Spara som PDF. Filen lämnar Gplan och är inte krypterad."]

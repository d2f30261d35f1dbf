import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gplan_desktop.archive import sources
from gplan_desktop.archive.contents import PlanToArchive, digest
from gplan_desktop.archive.package import make_package
from gplan_desktop.archive.sources import PackageUnreadable
from gplan_desktop.archive.verify import FileState, Seal, text_has_code, verify_package
from gplan_desktop.domain.check_code import CodeError, qr_text
from gplan_desktop.domain.overview import Unit

MADE_AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
MakePlan = Callable[..., PlanToArchive]
TEXT, PDF, FACTS = "planer/Bo Ek.json", "planer/Bo Ek.pdf", "uppgifter/Bo Ek.json"
MANIFEST = "SHA256SUMS.txt"


def unpacked(path: Path) -> dict[str, bytes]:
    if path.is_dir():
        files = [file for file in path.rglob("*") if file.is_file()]
        return {file.relative_to(path).as_posix(): file.read_bytes() for file in files}
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def put(path: Path, files: dict[str, bytes]) -> None:
    """Replace what is in the package, as somebody with another program could."""
    if path.suffix == ".zip":
        with ZipFile(path, "w", ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        return
    shutil.rmtree(path, ignore_errors=True)
    for name, content in files.items():
        target = path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def change(package: Path, **contents: bytes | None) -> None:
    files = unpacked(package)
    for what, content in contents.items():
        name = {"text": TEXT, "pdf": PDF, "facts": FACTS, "manifest": MANIFEST}[what]
        files.pop(name)
        if content is not None:
            files[name] = content
    put(package, files)


def relist(package: Path) -> None:
    """Make the list of checksums anew, as somebody who changes all files would."""
    files = {name: content for name, content in unpacked(package).items() if name != MANIFEST}
    lines = [f"{digest(content)}  {name}\n" for name, content in files.items()]
    put(package, {**files, MANIFEST: "".join(lines).encode()})


def faults(package: Path) -> dict[str, FileState]:
    return {file.name: file.state for file in verify_package(package).faults}


def seal(package: Path) -> Seal:
    return next(plan.seal for plan in verify_package(package).plans if plan.name == "Bo Ek")


def test_a_package_is_found_to_be_as_it_was_made(package: Path, make_plan: MakePlan) -> None:
    report = verify_package(package)
    assert report.is_as_made
    assert (len(report.files), report.faults) == (7, ())
    karin, bo = report.plans
    assert (karin.name, karin.seal, karin.paper_tells) == ("Karin Öberg", Seal.INTACT, True)
    assert karin.checksum == make_plan().record.establishment.checksum
    assert bo.name == "Bo Ek"


def test_a_package_that_was_packed_again_is_still_as_it_was_made(package: Path) -> None:
    put(package, unpacked(package))
    assert verify_package(package).is_as_made


def test_a_package_whose_folder_was_packed_is_found_in_it(package: Path, tmp_path: Path) -> None:
    within = {f"Arkiv 2026/{name}": content for name, content in unpacked(package).items()}
    again = tmp_path / f"again{package.suffix}"
    put(again, within)
    assert verify_package(again).is_as_made
    put(again, {**within, "beside.txt": b""})
    assert faults(again) == {"beside.txt": FileState.EXTRA}


@pytest.mark.parametrize(
    ("changes", "name", "state"),
    [
        ({"pdf": b"%PDF other"}, PDF, FileState.CHANGED),
        ({"text": b"{}"}, TEXT, FileState.CHANGED),
        ({"facts": b""}, FACTS, FileState.CHANGED),
        ({"pdf": None}, PDF, FileState.MISSING),
        ({"text": None}, TEXT, FileState.MISSING),
    ],
)
def test_a_file_that_was_changed_or_taken_away_is_named(
    package: Path, changes: Any, name: str, state: FileState
) -> None:
    change(package, **changes)
    assert faults(package) == {name: state}
    assert not verify_package(package).is_as_made


def test_a_file_that_was_added_is_named(package: Path) -> None:
    put(package, {**unpacked(package), "planer/Nytt.pdf": b"%PDF"})
    assert faults(package) == {"planer/Nytt.pdf": FileState.EXTRA}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"text": b"{}"}, Seal.TEXT_CHANGED),
        ({"text": None}, Seal.UNREADABLE),
        ({"facts": None}, Seal.UNREADABLE),
        ({"facts": b"{}"}, Seal.UNREADABLE),
        ({"facts": b"\xff\xfe"}, Seal.UNREADABLE),
        ({"facts": b'{"establishment":{"checksum":7}}'}, Seal.UNREADABLE),
        ({"pdf": qr_text("0" * 64).encode()}, Seal.PAPER_DIFFERS),
        ({"pdf": b"%PDF of an older program"}, Seal.INTACT),
    ],
)
def test_a_plan_is_judged_by_its_own_checksum_though_the_list_was_made_anew(
    package: Path, changes: Any, expected: Seal
) -> None:
    change(package, **changes)
    if changes.get("facts", b"") is not None:
        relist(package)
        assert seal(package) is expected
        assert verify_package(package).is_as_made is (expected is Seal.INTACT)
    else:
        assert seal(package) is expected


def test_a_paper_without_a_code_is_told(package: Path) -> None:
    change(package, pdf=b"%PDF of an older program")
    relist(package)
    told = {plan.name: plan.paper_tells for plan in verify_package(package).plans}
    assert told == {"Karin Öberg": True, "Bo Ek": False}


def test_a_code_on_paper_finds_its_plan_and_reveals_one_that_was_changed_with_care(
    package: Path, make_plan: MakePlan
) -> None:
    sealed = make_plan("Bo Ek", "plan-2").record.establishment
    for text in (sealed.check_code, qr_text(sealed.checksum)):
        [found] = verify_package(package).plans_with_code(text)
        assert found.name == "Bo Ek"
    other = b'{"id":"plan-2","goal":"another"}'
    facts = b'{"establishment":{"checksum":"%s"}}' % digest(other).encode()
    change(package, text=other, facts=facts, pdf=b"%PDF")
    relist(package)
    report = verify_package(package)
    # Nothing in the package tells it, but the paper does.
    assert report.is_as_made
    assert report.plans_with_code(sealed.check_code) == ()
    with pytest.raises(CodeError):
        report.plans_with_code("hej")


def test_one_text_and_a_code_are_enough(tmp_path: Path, make_plan: MakePlan) -> None:
    plan, path = make_plan(), tmp_path / "plan.json"
    path.write_bytes(plan.document.encode())
    sealed = plan.record.establishment
    assert text_has_code(path, sealed.check_code)
    assert text_has_code(path, qr_text(sealed.checksum))
    path.write_bytes(plan.document.encode() + b" ")
    assert not text_has_code(path, sealed.check_code)
    with pytest.raises(PackageUnreadable, match="går inte att läsa"):
        text_has_code(tmp_path / "gone.json", sealed.check_code)


def test_verifying_needs_no_database(package: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from gplan_desktop.archive.verify import verify_package\n"
        "assert verify_package(Path(sys.argv[1])).is_as_made\n"
        "assert 'sqlcipher3' not in sys.modules and 'sqlite_utils' not in sys.modules\n"
    )
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", code, str(package)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_verifying_changes_nothing(package: Path, tmp_path: Path) -> None:
    before = unpacked(tmp_path)
    verify_package(package)
    assert unpacked(tmp_path) == before


# Rubbish and malice


@pytest.mark.parametrize(
    "content", [b"", b"hej", b"PK\x03\x04" + bytes(100), b"PK\x05\x06" + b"\xff" * 18]
)
def test_what_is_no_zip_is_refused_with_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    with pytest.raises(PackageUnreadable, match=r"x\.zip går inte att kontrollera") as caught:
        verify_package(path)
    assert all((caught.value.happened, caught.value.safe, caught.value.todo))


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackageUnreadable, match="den finns inte"):
        verify_package(tmp_path / "x.zip")


@pytest.mark.parametrize("manifest", [None, b"", b"hej", b"\xff\x00", b"0123  planer/Bo Ek.pdf\n"])
def test_a_folder_or_zip_without_a_list_of_checksums_is_no_package(
    package: Path, manifest: bytes | None
) -> None:
    change(package, manifest=manifest)
    with pytest.raises(PackageUnreadable, match=MANIFEST):
        verify_package(package)


@pytest.fixture
def whole(tmp_path: Path, make_plan: MakePlan, unit: Unit) -> bytes:
    make_package(tmp_path / "whole.zip", [make_plan()], unit, MADE_AT)
    return (tmp_path / "whole.zip").read_bytes()


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_a_zip_that_was_cut_or_harmed_never_passes_and_never_crashes(
    whole: bytes, tmp_path: Path, data: Any
) -> None:
    place = data.draw(st.integers(0, len(whole) - 1))
    path = tmp_path / "harmed.zip"
    if data.draw(st.booleans()):
        path.write_bytes(whole[:place])
    else:
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
    try:
        report = verify_package(path)
    except PackageUnreadable:
        return
    # What a single byte may change without harm: dates, rights and system in the headers.
    if report.is_as_made:
        with ZipFile(path) as archive:
            assert archive.testzip() is None


def test_names_that_point_out_of_the_package_read_nothing_there(
    package: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_bytes(b"secret")
    files = unpacked(package)
    files[MANIFEST] += f"{digest(b'secret')}  ../secret.txt\n".encode()
    files[MANIFEST] += f"{digest(b'secret')}  {secret.as_posix()}\n".encode()
    put(package, files)
    assert faults(package) == {
        "../secret.txt": FileState.MISSING,
        secret.as_posix(): FileState.MISSING,
    }


def test_a_zip_whose_entries_point_out_writes_nothing(tmp_path: Path, whole: bytes) -> None:
    path = tmp_path / "sub" / "evil.zip"
    path.parent.mkdir()
    path.write_bytes(whole)
    with ZipFile(path, "a") as archive:
        for name in ("../evil.txt", "/evil.txt", "C:\\evil.txt", "planer/../../evil.txt"):
            archive.writestr(name, b"evil")
    before = sorted(tmp_path.rglob("*"))
    assert set(faults(path).values()) == {FileState.EXTRA}
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(os.name != "posix", reason="links and pipes as POSIX has them")
def test_links_and_pipes_in_a_folder_are_not_followed(
    tmp_path: Path, make_plan: MakePlan, unit: Unit
) -> None:
    package = tmp_path / "paket"
    make_package(package, [make_plan()], unit, MADE_AT)
    outside = tmp_path / "outside"
    (package / "planer" / "Karin Öberg.pdf").rename(outside)
    (package / "planer" / "Karin Öberg.pdf").symlink_to(outside)
    (package / "round").symlink_to(tmp_path)
    os.mkfifo(package / "pipe")
    assert faults(package) == {
        "planer/Karin Öberg.pdf": FileState.CHANGED,
        "pipe": FileState.EXTRA,
        "round": FileState.EXTRA,
    }


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_with_two_files_of_one_name_does_not_pass(tmp_path: Path, whole: bytes) -> None:
    path = tmp_path / "double.zip"
    path.write_bytes(whole)
    with ZipFile(path, "a") as archive:
        content = archive.read("planer/Karin Öberg.pdf")
        archive.writestr("planer/Karin Öberg.pdf", content)
    assert faults(path) == {"planer/Karin Öberg.pdf": FileState.CHANGED}


def test_a_packing_that_others_use_is_not_read(tmp_path: Path, whole: bytes) -> None:
    path = tmp_path / "bz.zip"
    path.write_bytes(whole)
    files = unpacked(path)
    with ZipFile(path, "w", ZIP_BZIP2) as archive:
        for name, content in files.items():
            archive.writestr(name, content, ZIP_DEFLATED if name == MANIFEST else None)
    assert set(faults(path).values()) == {FileState.CHANGED}


def test_a_zip_bomb_is_refused_before_anything_is_unpacked(
    tmp_path: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bomb.zip"
    path.write_bytes(whole)
    files = unpacked(path)
    put(path, {**files, PDF: bytes(3_000_000)})
    monkeypatch.setattr(sources, "_LARGEST_PACKAGE", 2_000_000)
    with pytest.raises(PackageUnreadable, match="för stort"):
        verify_package(path)
    monkeypatch.setattr(sources, "_LARGEST_PACKAGE", 10_000_000)
    monkeypatch.setattr(sources, "LARGEST_FILE", 1_000_000)
    files[MANIFEST] += f"{digest(bytes(3_000_000))}  {PDF}\n".encode()
    put(path, {**files, PDF: bytes(3_000_000)})
    assert faults(path) == {PDF: FileState.CHANGED}


def test_a_zip_that_lies_about_its_size_is_found_out(tmp_path: Path, whole: bytes) -> None:
    """The size in the table of contents is small; what comes out is not."""
    path = tmp_path / "lie.zip"
    path.write_bytes(whole)
    files = unpacked(path)
    bomb = bytes(5_000_000)
    files[MANIFEST] += f"{digest(bomb)}  bomb\n".encode()
    put(path, {**files, "bomb": bomb})
    size = struct.pack("<L", len(bomb))
    path.write_bytes(path.read_bytes().replace(size, struct.pack("<L", 100)))
    assert faults(path) == {"bomb": FileState.CHANGED}


def test_too_many_files_are_refused(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_MOST_FILES", 7)
    with pytest.raises(PackageUnreadable, match="för stort"):
        verify_package(package)


@pytest.mark.parametrize("name", ["paket", "paket.zip"])
def test_a_package_of_no_plans_is_a_package(tmp_path: Path, unit: Unit, name: str) -> None:
    assert make_package(tmp_path / name, [], replace(unit, name="Tom"), MADE_AT) == 0
    assert verify_package(tmp_path / name).is_as_made

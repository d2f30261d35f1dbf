import hashlib
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from gplan_desktop.archive.contents import PlanToArchive, plan_to_archive
from gplan_desktop.archive.package import PackageNotMade, make_package
from gplan_desktop.archive.verify import verify_package
from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.overview import Place, Unit
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.store.store import create

MADE_AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
MakePlan = Callable[..., PlanToArchive]


def contents(path: Path) -> dict[str, bytes]:
    if path.is_dir():
        files = [file for file in path.rglob("*") if file.is_file()]
        return {file.relative_to(path).as_posix(): file.read_bytes() for file in files}
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_package_holds_paper_text_and_facts_of_each_plan(package: Path) -> None:
    assert sorted(contents(package)) == [
        "LÄSMIG.txt",
        "SHA256SUMS.txt",
        "planer/Bo Ek.json",
        "planer/Bo Ek.pdf",
        "planer/Karin Öberg.json",
        "planer/Karin Öberg.pdf",
        "uppgifter/Bo Ek.json",
        "uppgifter/Karin Öberg.json",
    ]


def test_the_text_of_a_plan_has_its_check_code_as_sha_256(
    package: Path, make_plan: MakePlan
) -> None:
    plan, found = make_plan(), contents(package)
    text = found["planer/Karin Öberg.json"]
    assert text.decode() == plan.document
    assert hashlib.sha256(text).hexdigest() == plan.record.establishment.checksum
    assert found["planer/Karin Öberg.pdf"] == plan.pdf


def test_the_facts_tell_person_assignment_and_establishment(package: Path) -> None:
    facts = json.loads(contents(package)["uppgifter/Karin Öberg.json"])
    assert facts["format"] == "gplan-arkiv-1"
    assert facts["status"] == "established"
    assert facts["establishment"]["method_version"] == "2026-1"
    assert facts["establishment"]["at"] == "2026-11-23T10:00:00Z"
    assert facts["person"]["personal_id"]["value"] == "194103312389"
    assert facts["assignment"]["case_officer"] == "Bo Lind"


def test_the_readme_tells_what_it_is_and_that_it_is_secret(package: Path) -> None:
    text = contents(package)["LÄSMIG.txt"].decode()
    for words in (
        "Norrgårdens hemtjänst",
        "Antal planer: 2",
        "2026-11-23 kl. 11.00 av Anna Ek",
        "26 kap. 1 § offentlighets- och sekretesslagen",
        "sha256sum -c SHA256SUMS.txt",
        "gplan-arkiv-1",
    ):
        assert words in text
    assert "ÖVNING" not in text
    assert max(map(len, text.splitlines())) <= 80


def test_a_package_of_the_practice_unit_says_so(tmp_path: Path, unit: Unit) -> None:
    make_package(tmp_path / "p", [], replace(unit, practice=True), MADE_AT)
    assert "ÖVNING" in (tmp_path / "p" / "LÄSMIG.txt").read_text("utf-8")


def test_the_program_sha256sum_can_check_a_package(package: Path, tmp_path: Path) -> None:
    sha256sum = shutil.which("sha256sum")
    if sha256sum is None:
        pytest.skip("no sha256sum here")
    if package.is_file():
        with ZipFile(package) as archive:
            archive.extractall(tmp_path / "unpacked")
        package = tmp_path / "unpacked"
    command = [sha256sum, "--strict", "-c", "SHA256SUMS.txt"]
    done = subprocess.run(command, cwd=package, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout
    assert len(done.stdout.splitlines()) == 7


def test_the_same_plans_give_the_same_zip(tmp_path: Path, make_plan: MakePlan, unit: Unit) -> None:
    for name in ("a.zip", "b.ZIP"):
        assert make_package(tmp_path / name, [make_plan()], unit, MADE_AT) == 1
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.ZIP").read_bytes()
    with ZipFile(tmp_path / "a.zip") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_plans_with_the_same_name_and_strange_names_have_files_of_their_own(
    tmp_path: Path, make_plan: MakePlan, unit: Unit
) -> None:
    names = ("Ek", "EK", "../../Ek", "NUL", "", "Ek" * 300)
    plans = [make_plan(name, f"plan-{number}") for number, name in enumerate(names)]
    make_package(tmp_path / "paket", plans, unit, MADE_AT)
    report = verify_package(tmp_path / "paket")
    assert report.is_as_made
    assert [plan.name for plan in report.plans][:5] == ["Ek", "EK (2)", "-..-Ek", "_NUL", "plan"]
    assert [path.name for path in tmp_path.iterdir()] == ["paket"]


@pytest.mark.parametrize("name", ["Karin 19410331-2389", "4103312389", "410331 2389"])
def test_a_name_with_the_personal_number_is_refused(
    tmp_path: Path, make_plan: MakePlan, unit: Unit, name: str
) -> None:
    with pytest.raises(ValueError, match="personal number"):
        make_package(tmp_path / "p.zip", [make_plan(name)], unit, MADE_AT)
    assert list(tmp_path.iterdir()) == []


def test_a_short_reserve_number_may_happen_to_stand_in_a_name(
    tmp_path: Path, make_plan: MakePlan, unit: Unit, person: Person
) -> None:
    short = replace(person, personal_id=PersonalId(IdentifierKind.RESERVE, "Ek"))
    plan = replace(make_plan("Bo Ek"), person=short)
    assert make_package(tmp_path / "p.zip", [plan], unit, MADE_AT) == 1


@pytest.mark.parametrize("change", [{"document": "{}"}, {"record": None}])
def test_only_an_established_plan_with_its_own_text_is_archived(
    tmp_path: Path, make_plan: MakePlan, unit: Unit, change: dict[str, Any]
) -> None:
    plan = make_plan()
    change = change if "document" in change else {"record": PlanRecord(plan.record.plan)}
    with pytest.raises(ValueError, match="established"):
        make_package(tmp_path / "p", [replace(plan, **change)], unit, MADE_AT)
    assert list(tmp_path.iterdir()) == []


# All or nothing


class CancelledError(Exception):
    """The user thought better of it."""


def interrupted(plan: PlanToArchive) -> Iterator[PlanToArchive]:
    yield plan
    raise CancelledError


@pytest.mark.parametrize("name", ["paket", "paket.zip"])
def test_a_package_that_is_interrupted_leaves_nothing(
    tmp_path: Path, make_plan: MakePlan, unit: Unit, name: str
) -> None:
    with pytest.raises(CancelledError):
        make_package(tmp_path / name, interrupted(make_plan()), unit, MADE_AT)
    assert list(tmp_path.iterdir()) == []


def test_a_zip_takes_the_place_of_one_that_is_there_only_when_it_is_whole(
    tmp_path: Path, make_plan: MakePlan, unit: Unit
) -> None:
    path = tmp_path / "paket.zip"
    path.write_bytes(b"before")
    with pytest.raises(CancelledError):
        make_package(path, interrupted(make_plan()), unit, MADE_AT)
    assert path.read_bytes() == b"before"
    make_package(path, [make_plan()], unit, MADE_AT)
    assert verify_package(path).is_as_made
    assert [file.name for file in tmp_path.iterdir()] == ["paket.zip"]


@pytest.mark.parametrize("name", ["paket", "paket.zip"])
def test_a_folder_that_is_there_is_left_alone(
    tmp_path: Path, make_plan: MakePlan, unit: Unit, name: str
) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "mine.txt").write_text("mitt", "utf-8")
    with pytest.raises(PackageNotMade, match="finns redan"):
        make_package(tmp_path / name, [make_plan()], unit, MADE_AT)
    assert (tmp_path / name / "mine.txt").read_text("utf-8") == "mitt"


@pytest.mark.parametrize("name", ["paket", "paket.zip"])
def test_a_place_that_is_not_there_is_told(
    tmp_path: Path, make_plan: MakePlan, unit: Unit, name: str
) -> None:
    with pytest.raises(PackageNotMade, match="går inte att skriva i mappen") as caught:
        make_package(tmp_path / "gone" / name, [make_plan()], unit, MADE_AT)
    assert all((caught.value.happened, caught.value.safe, caught.value.todo))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes, which only the superuser can mount."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if mount is None or unmount is None:
        pytest.skip("only the superuser can mount a small disk")
    command = [mount, "-t", "tmpfs", "-o", "size=2m", "none", str(disk)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a disk")
    yield disk
    subprocess.run([unmount, "--lazy", str(disk)], check=True)


@pytest.mark.parametrize("name", ["paket", "paket.zip"])
def test_a_full_disk_is_told_and_keeps_nothing(
    small_disk: Path, make_plan: MakePlan, unit: Unit, name: str
) -> None:
    plans = [replace(make_plan(f"Plan {n}", f"p{n}"), pdf=bytes(300_000)) for n in range(9)]
    with pytest.raises(PackageNotMade, match="disken är full"):
        make_package(small_disk / name, plans, unit, MADE_AT)
    assert list(small_disk.iterdir()) == []
    assert make_package(small_disk / name, plans[:3], unit, MADE_AT) == 3


def test_a_plan_of_the_store_is_gathered_and_archived(
    tmp_path: Path, make_plan: MakePlan, unit: Unit
) -> None:
    made = make_plan()
    store = create(tmp_path / "unit.db", bytes(32), unit, now=lambda: MADE_AT)
    store.add_person(made.person)
    store.assignments.add(made.assignment)
    version = store.save_draft(made.record.plan, 0, Place())
    store.establish(made.record.plan, version, made.record.establishment, made.pdf)
    gathered = plan_to_archive(store, made.record.plan.id, "Karin")
    store.close()
    assert replace(gathered, record=made.record) == replace(made, name="Karin")
    make_package(tmp_path / "p.zip", [gathered], unit, MADE_AT)
    assert verify_package(tmp_path / "p.zip").is_as_made

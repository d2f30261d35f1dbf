"""The page Sigill: a code from a paper, and an archive package, each told of in words."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from gplan_desktop.archive.contents import plan_to_archive
from gplan_desktop.archive.package import make_package
from gplan_desktop.domain.check_code import qr_text
from gplan_desktop.domain.overview import PersonSummary, PlanSummary
from gplan_desktop.domain.plan import PlanStatus
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.office import Office
from ui.seal_view import SealView, SealWays

Plans = list[tuple[PersonSummary, PlanSummary]]
MISSING = "0123 4567 89ab cdef"


@pytest.fixture
def went() -> list[str]:
    """Where the page has gone."""
    return []


@pytest.fixture
def page(office: Office, put_up: Callable[..., Any], went: list[str]) -> Callable[..., SealView]:
    def page() -> SealView:
        ways = SealWays(lambda: went.append("leave"), went.append)
        view: SealView = put_up(SealView(office, ways))
        view.focus_first()
        QApplication.processEvents()
        return view

    return page


@pytest.fixture
def plans(office: Office) -> Plans:
    """The established plans of the practice unit."""

    def find() -> Plans:
        people = office.store.people("", 2000)
        all_of = [(p, plan) for p in people for plan in office.store.plans(p.id)]
        return [found for found in all_of if found[1].established_at]

    return office.database.call(find)


def with_status(plans: Plans, status: PlanStatus) -> PlanSummary:
    return next(plan for _, plan in plans if plan.status is status)


def checksum(office: Office, plan_id: str) -> str:
    record = office.database.call(lambda: office.store.plan(plan_id))
    assert record.establishment
    return record.establishment.checksum


def write_over(office: Office, sql: str, plan_id: str) -> None:
    """Change the file as one would who went round the program."""

    def change() -> None:
        connection = office.store._connection
        with connection.writing():
            for lock in ("plan_locked_update", "plan_doc_locked_update"):
                connection.write(f"DROP TRIGGER {lock}")
            connection.write(sql, (plan_id,))

    office.database.call(change)


def look_up(view: SealView, office: Office, code: str) -> list[str]:
    """Paste a code and return all that is told."""
    view.code.box.setText(code)
    office.database.flush()
    return texts(view.code)


def texts(part: Any) -> list[str]:
    QApplication.processEvents()
    return [shown.text() for shown in part.findChildren(QLabel) if shown.isVisible()]


def test_a_whole_code_is_answered_at_once_with_the_plan(
    page: Callable[..., SealView], office: Office, plans: Plans
) -> None:
    plan = with_status(plans, PlanStatus.ESTABLISHED)
    person = next(person for person, found in plans if found is plan)
    whole = checksum(office, plan.id)
    spaced = " ".join(whole[i : i + 4] for i in range(0, 16, 4)).upper()
    on_swedish_keyboard = qr_text(whole).replace(":", "Ö")
    view = page()
    for code in (whole[:16], spaced, whole, qr_text(whole), on_swedish_keyboard):
        assert "Koden hör till den här planen" not in look_up(view, office, ""), code
        told = look_up(view, office, code)
        assert "Koden hör till den här planen" in told, code
        assert "Planen gäller." in told
        assert "Planen i databasen är oförändrad sedan den upprättades." in told
        assert {plan.name, plan.established_by} <= {*told}
        assert any(text.startswith(person.name) for text in told)


def test_a_replaced_plan_tells_that_the_paper_is_not_in_force(
    page: Callable[..., SealView], office: Office, plans: Plans
) -> None:
    plan = with_status(plans, PlanStatus.SUPERSEDED)
    told = look_up(page(), office, checksum(office, plan.id))
    assert "Papperet gäller inte längre. Planen är ersatt av en nyare plan." in told
    assert "Ersatt" in told


def test_an_annulled_plan_tells_that_the_paper_is_not_in_force(
    page: Callable[..., SealView], office: Office, plans: Plans
) -> None:
    plan = with_status(plans, PlanStatus.ESTABLISHED)
    code = checksum(office, plan.id)
    office.database.call(lambda: office.store.corrections.annul(plan.id, "Fel person"))
    told = look_up(page(), office, code)
    annulled = "Makulerad 2026-11-23 kl. 11.00 av Sam Ordnare: Fel person."
    assert f"Papperet gäller inte längre. {annulled}" in told


def test_a_record_that_was_changed_is_told_and_cannot_be_opened(
    page: Callable[..., SealView], office: Office, plans: Plans
) -> None:
    plan = with_status(plans, PlanStatus.ESTABLISHED)
    code = checksum(office, plan.id)
    write_over(
        office,
        'UPDATE plan_doc SET document = replace(document, \'"wishes":"\', \'"wishes":"Nej. \')'
        " WHERE rid = (SELECT rid FROM plan WHERE id = ?)",
        plan.id,
    )
    view = page()
    told = look_up(view, office, code)
    assert any(text.startswith("Planen i databasen är ändrad eller skadad") for text in told)
    assert view.code.open_buttons == []


def test_a_code_that_no_plan_has_tells_what_it_can_mean(
    page: Callable[..., SealView], office: Office
) -> None:
    (told,) = [text for text in look_up(page(), office, MISSING) if "har den koden" in text]
    assert told.startswith(f"Ingen plan i {office.unit.name} har den koden.")
    assert "en annan enhet" in told


def test_all_plans_with_the_same_short_code_are_listed(
    page: Callable[..., SealView], office: Office, plans: Plans
) -> None:
    (_, first), (_, second) = plans[:2]
    short = checksum(office, first.id)[:16]
    write_over(
        office,
        f"UPDATE plan SET checksum = '{short}' || substr(checksum, 17) WHERE id = ?",  # noqa: S608
        second.id,
    )
    view = page()
    told = look_up(view, office, short)
    assert "Koden hör till 2 planer. Jämför namn och datum med papperet" in told
    assert {found.plan.id for found in view.code.plans} == {first.id, second.id}


def test_a_code_that_is_being_typed_is_no_mistake_but_enter_tells_what_is_wrong(
    page: Callable[..., SealView], type_text: Callable[..., None]
) -> None:
    view = page()
    type_text(view.code.box, "8ee9 123")
    assert not view.code.answer.isVisible()
    QTest.keyClick(view.code.box, Qt.Key.Key_Return)
    assert view.code.answer.text.text() == (
        "En kontrollkod har 16 tecken, eller 64 i QR-koden. Den här har 7."
    )
    type_text(view.code.box, "q")
    assert not view.code.answer.isVisible()
    QTest.keyClick(view.code.box, Qt.Key.Key_Return)
    assert view.code.answer.text.text().startswith("Tecknet ”q” kan inte stå i en kontrollkod.")


def test_enter_without_a_code_tells_what_to_do(page: Callable[..., SealView]) -> None:
    view = page()
    QTest.keyClick(view.code.box, Qt.Key.Key_Return)
    assert view.code.answer.text.text() == "Skriv koden som står på papperet."


def test_a_scanner_reads_one_paper_after_another(
    page: Callable[..., SealView], office: Office, plans: Plans, type_text: Callable[..., None]
) -> None:
    view = page()
    for _, plan in plans[:2]:
        type_text(view.code.box, f"{qr_text(checksum(office, plan.id))}\n")
        office.database.flush()
        assert [found.plan.id for found in view.code.plans] == [plan.id]
        assert view.code.box.hasFocus()


def test_a_plan_that_was_found_is_opened(
    page: Callable[..., SealView], office: Office, plans: Plans, went: list[str]
) -> None:
    view = page()
    plan = plans[0][1]
    look_up(view, office, checksum(office, plan.id))
    QTest.keyClick(view.code.open_buttons[0], Qt.Key.Key_Return)
    assert went == [plan.id]


def test_an_answer_goes_when_the_code_is_changed(
    page: Callable[..., SealView], office: Office, plans: Plans
) -> None:
    view = page()
    look_up(view, office, checksum(office, plans[0][1].id))
    assert "Koden hör till den här planen" not in look_up(view, office, "8ee9")
    assert view.code.plans == ()


def test_esc_leaves_the_page(page: Callable[..., SealView], went: list[str]) -> None:
    view = page()
    QTest.keyClick(view.code.box, Qt.Key.Key_Escape)
    assert went == ["leave"]


@pytest.fixture
def package(office: Office, plans: Plans, tmp_path: Path) -> Path:
    """A package of two plans, in a zip."""
    path = tmp_path / "Arkivpaket.zip"

    def make() -> None:
        names = ("Karin 2026", "Bo 2026")
        archived = (
            plan_to_archive(office.store, plan.id, name)
            for (_, plan), name in zip(plans, names, strict=False)
        )
        make_package(path, archived, office.unit, office.now())

    office.database.call(make)
    return path


def unpacked(package: Path) -> Path:
    folder = package.with_suffix("")
    with ZipFile(package) as archive:
        archive.extractall(folder)
    return folder


def verify(view: SealView, office: Office, path: Path) -> list[str]:
    view.package.verify(path)
    office.paper.flush()
    return texts(view.package)


def cells(table: Any) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in table.rows]


def test_a_package_as_it_was_made_is_told_plan_by_plan_and_file_by_file(
    page: Callable[..., SealView], office: Office, package: Path
) -> None:
    view = page()
    told = verify(view, office, package)
    assert "Arkivpaket.zip: Paketet är som när det gjordes." in told
    assert "2 planer. 7 filer, alla oförändrade." in told
    assert [row[:2] for row in cells(view.package.plans)] == [
        ("Karin 2026", "Texten är den som upprättades"),
        ("Bo 2026", "Texten är den som upprättades"),
    ]
    assert {state for _, state in cells(view.package.files)} == {"Oförändrad"}
    assert view.package.code.hasFocus()


def test_what_is_wrong_with_a_package_stands_first(
    page: Callable[..., SealView], office: Office, package: Path
) -> None:
    folder = unpacked(package)
    with (folder / "planer" / "Karin 2026.json").open("a", encoding="utf-8") as file:
        file.write(" ")
    (folder / "planer" / "Bo 2026.pdf").unlink()
    (folder / "ny.txt").write_text("ny", encoding="utf-8")
    view = page()
    told = verify(view, office, folder)
    assert "Arkivpaket: Paketet är inte som när det gjordes." in told
    assert any(
        "oförändrad: 5, ändrad eller skadad: 1, saknas: 1, hör inte till paketet: 1" in text
        for text in told
    )
    assert sorted(cells(view.package.files)[:3]) == [
        ("ny.txt", "Hör inte till paketet"),
        ("planer/Bo 2026.pdf", "Saknas"),
        ("planer/Karin 2026.json", "Ändrad eller skadad"),
    ]
    assert cells(view.package.plans)[0][1] == "Texten är inte den som upprättades"
    assert cells(view.package.plans)[1][2] == "Ingen läsbar kontrollkod"


def test_a_code_on_paper_is_compared_with_the_plans_of_the_package(
    page: Callable[..., SealView], office: Office, plans: Plans, package: Path
) -> None:
    view = page()
    verify(view, office, package)
    view.package.code.setText(checksum(office, plans[1][1].id)[:16])
    assert view.package.answer.text.text() == "Koden stämmer med ”Bo 2026”."
    view.package.code.setText(MISSING)
    assert view.package.answer.text.text() == "Ingen plan i paketet har den koden."
    view.package.code.setText("123")
    assert not view.package.answer.isVisible()
    QTest.keyClick(view.package.code, Qt.Key.Key_Return)
    assert view.package.answer.text.text().endswith("Den här har 3.")


def test_the_result_is_copied_as_text(
    page: Callable[..., SealView], office: Office, package: Path
) -> None:
    view = page()
    verify(view, office, package)
    view.package.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Arkivpaket.zip: Paketet är som när det gjordes."
    assert "LÄSMIG.txt: Oförändrad" in lines
    assert any(line.startswith("Karin 2026: Texten är den som upprättades.") for line in lines)


def test_what_is_no_package_is_told_and_another_can_be_chosen(
    page: Callable[..., SealView], office: Office, tmp_path: Path, messages: Any
) -> None:
    view = page()
    path = tmp_path / "annat.zip"
    path.write_bytes(b"no zip")
    verify(view, office, path)
    (message,) = messages()
    assert message.text().startswith("annat.zip går inte att kontrollera")
    assert not view.package.found.isVisible()
    assert view.package.choose_zip.isEnabled()


@pytest.mark.parametrize(
    ("button", "mode"),
    [
        ("choose_zip", QFileDialog.FileMode.ExistingFile),
        ("choose_folder", QFileDialog.FileMode.Directory),
    ],
)
def test_a_zip_or_a_folder_is_chosen_in_a_dialog(
    page: Callable[..., SealView],
    office: Office,
    package: Path,
    button: str,
    mode: QFileDialog.FileMode,
) -> None:
    view = page()
    getattr(view.package, button).click()
    dialog = view.findChild(QFileDialog)
    assert dialog.fileMode() is mode
    path = package if button == "choose_zip" else unpacked(package)
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    assert not getattr(view.package, button).isEnabled()
    office.paper.flush()
    assert view.package.report
    assert view.package.report.is_as_made


def test_everything_has_a_name(
    page: Callable[..., SealView],
    office: Office,
    plans: Plans,
    package: Path,
    unnamed: Callable[..., list[str]],
) -> None:
    view = page()
    look_up(view, office, checksum(office, plans[0][1].id))
    verify(view, office, package)
    assert unnamed(view) == []


def test_the_largest_text_clips_nothing(
    qapp: QApplication,
    office: Office,
    put_up: Callable[..., Any],
    plans: Plans,
    package: Path,
    clipped: Any,
) -> None:
    larger = replace(office, theme=themes.apply(qapp, Settings(theme="light", text_size=200)))
    view = put_up(SealView(larger, SealWays(lambda: None, lambda _: None)))
    look_up(view, office, checksum(office, plans[0][1].id))
    verify(view, office, package)
    assert clipped(view) == []
    assert (view.width(), view.height()) == (1280, 680)

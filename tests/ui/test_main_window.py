"""The window with a plan view of the test's own: the wizard has its own tests."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import delete

from gplan_desktop.method.in_use import OwnMethod
from gplan_desktop.planning import Opened
from gplan_desktop.rules.changing import Change
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.correct_plan_dialog import CorrectPlanDialog
from ui.first_view import FirstView
from ui.main_window import MainWindow
from ui.method_view import MethodView
from ui.new_person_dialog import NewPersonDialog
from ui.office import Office
from ui.papers_view import PapersView
from ui.person_view import PersonView
from ui.plan_view import PlanView, PlanWays
from ui.record.overview_part import OverviewPart
from ui.record.ways import PartId
from ui.seal_view import SealView
from ui.start_view import StartView
from ui.workplace import ProgramWays


class PaperPlan(PlanView):
    """A plan view that only remembers what the window asked of it."""

    def __init__(self, opened: Opened, office: Office, ways: PlanWays) -> None:
        super().__init__()
        self.opened, self.ways = opened, ways
        self.can_save, self.finished, self.went = True, 0, ""
        self.help_open: bool | None = None
        self.box = QLineEdit()
        self.box.setAccessibleName("Mål")
        QVBoxLayout(self).addWidget(self.box)

    def start(self, opened: Opened, *, help_open: bool) -> None:
        self.help_open = help_open

    def go(self, step_id: str, field: str = "") -> None:
        self.went = step_id

    def regions(self) -> list[QWidget]:
        return [self]

    def finish(self) -> bool:
        self.finished += 1
        return self.can_save


class Asked:
    """What the window asked of the program around it."""

    def __init__(self) -> None:
        self.of_program: list[tuple[Any, ...]] = []
        self.kept: list[Settings] = []

    def ways(self, qapp: QApplication) -> ProgramWays:
        return ProgramWays(
            practise=lambda: self.of_program.append(("practise",)),
            begin_unit=lambda *names: self.of_program.append(("begin", *names)),
            reset_practice=lambda: self.of_program.append(("reset",)),
            leave_practice=lambda: self.of_program.append(("leave",)),
            restyle=lambda settings: themes.apply(qapp, settings),
            adopt_method=lambda folder, _: self.of_program.append(("adopt", folder)),
            leave_method=lambda: self.of_program.append(("built in",)),
            find_backup=lambda: self.of_program.append(("find backup",)),
            restore=lambda *asked: self.of_program.append(("restore", *asked)),
            show_users=lambda: self.of_program.append(("users",)),
            lock=lambda: self.of_program.append(("lock",)),
            log_out=lambda: self.of_program.append(("log out",)),
            lacks_code=lambda: False,
        )


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def window(
    qapp: QApplication, office: Office, asked: Asked, messages: Any, qtbot: Any
) -> Iterator[MainWindow]:
    settings = Settings(theme="light")
    window = MainWindow(office.theme, settings, asked.kept.append)
    window.employ(PaperPlan, asked.ways(qapp))
    window.resize(1280, 720)
    # Laid out but not painted, which takes long.
    window.setUpdatesEnabled(False)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    office.database.flush()
    delete(window)


@pytest.fixture
def at_work(window: MainWindow, office: Office) -> MainWindow:
    """The window with the practice unit's list."""
    window.enter(office)
    office.database.flush()
    return window


@pytest.fixture
def writing(at_work: MainWindow, office: Office) -> MainWindow:
    """The window with a draft open."""
    at_work.work.open_plan("olena-utkast")
    office.database.flush()
    return at_work


def overview(window: MainWindow) -> OverviewPart:
    """What is shown of a person at first."""
    part = window.view.parts[PartId.OVERVIEW]
    assert part.isVisible()
    return part


def change(window: MainWindow, office: Office, how: Change, reason: str = "") -> None:
    """Choose what to do about Elsa's plan for the nights."""
    window.work.changes.change_plan("elsa-plan-natt")
    office.database.flush()
    (dialog,) = (d for d in window.findChildren(CorrectPlanDialog) if d.isVisible())
    dialog.choices[how].click()
    dialog.reason.set_value(reason)
    dialog.do_it.click()
    office.database.flush()


def press(box: QMessageBox, text: str) -> None:
    next(button for button in box.buttons() if button.text() == text).click()


def test_the_first_start_asks_the_program(window: MainWindow, asked: Asked) -> None:
    window.show_first()
    assert isinstance(window.view, FirstView)
    assert window.view.practise.hasFocus()
    window.view.practise.click()
    window.view.unit_wanted.emit("Norra", "Åsa")
    assert asked.of_program == [("practise",), ("begin", "Norra", "Åsa")]


def test_the_band_stands_over_practice_and_in_the_title(at_work: MainWindow) -> None:
    assert at_work._band.isVisible()
    assert at_work.windowTitle() == "Gplan – ÖVNING"


def test_a_real_unit_has_no_band(window: MainWindow, office: Office) -> None:
    window.enter(replace(office, unit=replace(office.unit, practice=False)))
    office.database.flush()
    assert window._band is None
    assert window.windowTitle() == "Gplan"


def test_the_band_goes_with_practice(at_work: MainWindow, qapp: QApplication) -> None:
    band = at_work._band
    at_work.show_first()
    assert not band.isVisible()
    assert at_work.windowTitle() == "Gplan"


def test_practice_begins_anew_only_after_a_question(
    at_work: MainWindow, asked: Asked, messages: Any
) -> None:
    at_work._band.reset.click()
    press(messages()[0], "Fortsätt öva")
    assert asked.of_program == []
    at_work._band.reset.click()
    press(messages()[0], "Börja om övningen")
    assert asked.of_program == [("reset",)]


def test_practice_can_be_left_and_the_open_plan_is_saved_first(
    writing: MainWindow, asked: Asked
) -> None:
    plan = writing.view
    writing._band.leave.click()
    assert plan.finished == 1
    assert asked.of_program == [("leave",)]


def test_a_correction_is_opened_to_be_written(at_work: MainWindow, office: Office) -> None:
    change(at_work, office, Change.CORRECT, "Fel tid")
    record = at_work.view.opened.record
    assert (record.corrects.plan_id, record.corrects.reason) == ("elsa-plan-natt", "Fel tid")


def test_a_changed_need_is_followed_up(at_work: MainWindow, office: Office) -> None:
    change(at_work, office, Change.NEW_VERSION)
    assert at_work.view.opened.record.plan.previous_id == "elsa-plan-natt"


def test_after_annulling_it_is_told_that_no_plan_is_in_force_and_a_new_one_is_offered(
    at_work: MainWindow, office: Office, messages: Any
) -> None:
    change(at_work, office, Change.ANNUL, "Fel person")
    office.database.flush()
    assert at_work.view.person.id == "elsa"
    (box,) = messages()
    assert "Individen har nu ingen gällande Genomförandeplan" in box.informativeText()
    press(box, "Skriv en ny plan")
    office.database.flush()
    assert at_work.view.opened.record.plan.name == "Genomförandeplan Hemvård natt"
    assert office.database.call(lambda: office.store.plan("elsa-plan-natt")).ended


def test_a_person_opens_from_the_list_and_esc_goes_back(
    at_work: MainWindow, office: Office
) -> None:
    assert isinstance(at_work.view, StartView)
    QTest.keyClick(at_work.view.search, Qt.Key.Key_Down)
    QTest.keyClick(at_work.view.people, Qt.Key.Key_Return)
    office.database.flush()
    assert isinstance(at_work.view, PersonView)
    assert at_work.view.person.id == "karin"
    QTest.keyClick(overview(at_work).table, Qt.Key.Key_Escape)
    office.database.flush()
    assert isinstance(at_work.view, StartView)


def test_each_button_of_a_person_leads_to_its_plan(at_work: MainWindow, office: Office) -> None:
    for person, button, plan, step in (
        ("karin", "open", "karin-plan-2", ""),
        ("karin", "print", "karin-plan-2", "print"),
        ("karin", "follow_up", None, ""),
        ("gunnel", "new_plan", None, ""),
    ):
        at_work.work.open_person(person)
        office.database.flush()
        getattr(overview(at_work), button).click()
        office.database.flush()
        opened = at_work.view.opened
        assert (button, opened.situation.person.id) == (button, person)
        assert plan in (None, opened.record.plan.id), button
        assert at_work.view.went == step, button


def test_who_shall_have_no_plan_gets_a_message_and_no_plan(
    at_work: MainWindow, office: Office, messages: Any
) -> None:
    at_work.work.open_person("harry")
    office.database.flush()
    overview(at_work).new_plan.click()
    office.database.flush()
    assert len(messages()) == 1
    assert "bara trygghetslarm" in messages()[0].text()
    assert isinstance(at_work.view, PersonView)


def test_what_is_no_longer_there_gives_one_message(
    at_work: MainWindow, office: Office, messages: Any
) -> None:
    at_work.work.open_plan("gone")
    office.database.flush()
    assert len(messages()) == 1
    assert isinstance(at_work.view, StartView)


def test_a_new_person_is_shown_when_added(at_work: MainWindow, office: Office) -> None:
    at_work.work.new_person()
    dialog = at_work.findChild(NewPersonDialog)
    person = office.database.call(lambda: office.store.person("rolf"))
    dialog.added.emit(person)
    office.database.flush()
    assert at_work.view.person.id == "rolf"
    dialog.reject()


def test_leaving_a_plan_saves_it_and_goes_to_the_person(
    writing: MainWindow, office: Office
) -> None:
    plan = writing.view
    plan.ways.leave()
    office.database.flush()
    assert plan.finished >= 1
    assert isinstance(writing.view, PersonView)
    assert writing.view.person.id == "olena"


def test_a_plan_that_cannot_be_saved_is_not_left_without_a_question(
    writing: MainWindow, office: Office, messages: Any
) -> None:
    plan = writing.view
    plan.can_save = False
    plan.ways.leave()
    press(messages()[0], "Stanna kvar")
    assert writing.view is plan
    plan.ways.leave()
    press(messages()[0], "Stäng ändå")
    office.database.flush()
    assert isinstance(writing.view, PersonView)


def test_nothing_can_be_written_in_a_plan_that_is_being_left(
    writing: MainWindow, office: Office
) -> None:
    plan = writing.view
    plan.ways.leave()
    assert not plan.box.isEnabled()
    office.database.flush()
    assert isinstance(writing.view, PersonView)


def test_a_plan_that_could_not_be_left_can_be_written_in_again(
    writing: MainWindow, office: Office, messages: Any
) -> None:
    plan = writing.view
    plan.ways.open_plan("no-such-plan")
    office.database.flush()
    (message,) = messages()
    message.close()
    assert writing.view is plan
    assert plan.box.isEnabled()


def test_every_way_from_a_plan_that_cannot_be_saved_asks_first(
    writing: MainWindow, messages: Any
) -> None:
    plan = writing.view
    plan.can_save = False
    for leave in (plan.ways.open_plan, plan.ways.follow_up):
        leave("karin-plan-2")
        (question,) = messages()
        assert "kunde inte sparas" in question.text()
        question.close()
        assert writing.view is plan


def test_help_open_or_not_is_remembered(writing: MainWindow, office: Office, asked: Asked) -> None:
    writing.view.ways.help_toggled(False)
    assert asked.kept[-1].help_open is False
    writing.work.open_plan("olena-utkast")
    office.database.flush()
    assert writing.view.help_open is False


def test_closing_saves_the_plan_and_the_windows_place(
    writing: MainWindow, asked: Asked, office: Office, qapp: QApplication
) -> None:
    plan = writing.view
    writing.resize(760, 600)
    assert writing.close()
    assert plan.finished == 1
    again = MainWindow(office.theme, asked.kept[-1], asked.kept.append)
    assert (again.width(), again.height()) == (760, 600)
    delete(again)


def test_a_place_that_cannot_be_read_is_no_trouble(
    office: Office, asked: Asked, qapp: QApplication
) -> None:
    odd = Settings(geometry="zz åäö")
    window = MainWindow(office.theme, odd, asked.kept.append)
    assert window.width() > 400
    delete(window)


def test_the_window_stays_when_the_plan_cannot_be_saved(writing: MainWindow, messages: Any) -> None:
    writing.view.can_save = False
    assert not writing.close()
    press(messages()[0], "Stanna kvar")
    assert writing.isVisible()
    assert not writing.close()
    press(messages()[0], "Stäng ändå")
    assert not writing.isVisible()


def test_another_look_is_kept_and_shown_at_once(
    at_work: MainWindow, office: Office, asked: Asked
) -> None:
    at_work._restyle(Settings(theme="dark", text_size=150))
    office.database.flush()
    assert asked.kept[-1] == Settings(theme="dark", text_size=150)
    assert at_work.office.theme.colours is themes.DARK
    assert isinstance(at_work.view, StartView)
    assert len(at_work.view.people.rows) == 10


def test_the_metodstod_opens_from_the_list_and_esc_goes_back(
    at_work: MainWindow, office: Office
) -> None:
    next(b for b in at_work.view.findChildren(QPushButton) if b.text() == "Metodstöd").click()
    office.database.flush()
    assert isinstance(at_work.view, MethodView)
    assert at_work.view.choose.hasFocus()
    QTest.keyClick(at_work.view.choose, Qt.Key.Key_Escape)
    office.database.flush()
    assert isinstance(at_work.view, StartView)


def test_the_metodstod_is_chosen_by_the_program(
    at_work: MainWindow, office: Office, asked: Asked, tmp_path: Path
) -> None:
    at_work.rooms.show_method()
    at_work.view._adopt(tmp_path)
    at_work.view._ways.use_built_in()
    assert asked.of_program == [("adopt", tmp_path), ("built in",)]


def test_another_metodstod_is_worked_by_at_once(at_work: MainWindow, office: Office) -> None:
    method = replace(office.method, version="Eksta 2026-1")
    at_work.rooms.show_method()
    at_work.change_method(replace(office, method=method, own_method=OwnMethod(is_used=True)))
    office.database.flush()
    assert isinstance(at_work.view, MethodView)
    assert at_work.view.back_to_built_in.isVisible()
    at_work.work.open_plan("olena-utkast")
    office.database.flush()
    assert at_work.view.opened.situation.method is method


def test_without_a_unit_there_is_no_page_of_the_metodstod(window: MainWindow) -> None:
    window.show_first()
    window.rooms.show_method()
    assert isinstance(window.view, FirstView)


def test_papers_and_sigill_are_reached_from_the_list_and_lead_back(
    at_work: MainWindow, office: Office
) -> None:
    at_work.rooms.show_papers()
    office.database.flush()
    assert isinstance(at_work.view, PapersView)
    at_work.view.seal.click()
    assert isinstance(at_work.view, SealView)
    at_work.view._ways.leave()
    assert isinstance(at_work.view, PapersView)


def test_tab_goes_round_the_window_as_one_reads(at_work: MainWindow) -> None:
    at_work._band.reset.setFocus()
    order = []
    while "Påbörjade planer" not in order:
        focused = QApplication.focusWidget()
        order.append(focused.accessibleName() or focused.text())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    # Between them stand the things to do, which have a test of their own.
    assert [*order[:10], order[-1]] == [
        "Börja om övningen",
        "Avsluta övningen",
        "Sök individ på namn eller personnummer",
        "Ny person",
        "Var hör det hemma?",
        "Papper",
        "Metodstöd",
        "Mer",
        "Utseende och textstorlek",
        "Individer",
        "Påbörjade planer",
    ]
    assert QApplication.focusWidget() is at_work._band.reset


def test_everything_has_a_name_everywhere(
    at_work: MainWindow, office: Office, unnamed: Callable[..., list[str]]
) -> None:
    assert unnamed(at_work) == []
    at_work.work.open_person("karin")
    office.database.flush()
    assert unnamed(at_work) == []
    at_work.show_first()
    assert unnamed(at_work) == []

"""Besöksplaner on the person's page: begun, written, saved, cleared and taken back (S85-S110)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from gplan_desktop.domain.tabs import ReferencePerson, Secret, Tabs, VisitInformation
from gplan_desktop.domain.visit_plan import (
    Arrival,
    Coverage,
    HealthCare,
    Home,
    SingleVisit,
    StaffWish,
    VisitPlan,
    VisitPlanRecord,
)
from ui.office import Office
from ui.record.visit_plan_desk import VisitPlanDesk
from ui.record.visit_plans_part import VisitPlansPart
from ui.record.ways import PartId, RecordWays
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.scrolled import scrolled

# Of those in the practice unit, one without any visit plan.
PERSON = "mirela"
READY = VisitPlan("b1", PERSON, "Morgonbesök", home=Home(others_live_here=False))
Put = Callable[..., VisitPlan]


@pytest.fixture
def went() -> list[tuple[Any, ...]]:
    """Where the part asked to go."""
    return []


@pytest.fixture
def put(office: Office) -> Put:
    """Save a visit plan, as it was written another day."""

    def put(plan: VisitPlan = READY, *, cleared: bool = False) -> VisitPlan:
        visit_plans = office.store.visit_plans
        office.database.call(lambda: visit_plans.save(plan, 0, "another session"))
        if cleared:
            office.database.call(lambda: visit_plans.clear(plan.id, office.now()))
        return plan

    return put


@pytest.fixture
def page(qapp: object) -> QWidget:
    """What the part is shown on."""
    return QWidget()


@pytest.fixture
def show(
    office: Office, page: QWidget, put_up: Callable[..., Any], went: list[tuple[Any, ...]]
) -> Any:
    """Show the part for a person as the person's page does."""

    def show(size: tuple[int, int] = (1000, 680), field: str = "") -> VisitPlansPart:
        person = office.database.call(lambda: office.store.person(PERSON))
        ways = RecordWays(
            lambda *to: went.append(("plan", *to)), lambda *to: went.append(("part", *to))
        )
        part = VisitPlansPart(person, office, ways)
        area = scrolled(part)
        area.setParent(page)
        area.resize(*size)
        # Painting takes long; the test that looks at what has room turns it on.
        page.setUpdatesEnabled(False)
        put_up(page, size)
        part.refresh()
        part.go(field)
        office.database.flush()
        return part

    return show


def desk_of(part: VisitPlansPart) -> VisitPlanDesk:
    assert part.desk is not None
    return part.desk


def box_of(desk: VisitPlanDesk, field: str) -> Any:
    """The input of a field."""
    return desk.sheet.frames[f"visit_plan.{field}"].box


def stored(office: Office) -> list[VisitPlanRecord]:
    records: list[VisitPlanRecord] = office.database.call(
        lambda: office.store.visit_plans.of_person(PERSON)
    )
    return records


def rows(part: VisitPlansPart) -> list[str]:
    return [row.cells[0].text for row in part.list.open.rows]


def texts(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_without_any_it_says_what_a_visit_plan_is_and_offers_to_begin_one(show: Any) -> None:
    part = show()
    assert part.empty.isVisible()
    assert "klistras in i Tes" in texts(part.empty)
    assert part.add.isVisible()
    assert part.add_temporary.isVisible()
    assert part.add.hasFocus()
    assert not part.list.isVisible()
    # Of a form that nobody has written in nothing is printed or taken away.
    part.add.click()
    desk = desk_of(part)
    buttons = (desk.print, desk.history, desk.clear)
    assert not any(button.isVisible() for button in buttons)
    box_of(desk, "other").edited.emit("Ring först.")
    assert all(button.isVisible() for button in buttons)


def test_a_temporary_one_is_dated_today_and_saved_once_it_is_written_in(
    show: Any, office: Office, type_text: Callable[..., None]
) -> None:
    part = show()
    part.add_temporary.click()
    desk = desk_of(part)
    assert desk.editor.current.written_on == office.today()
    assert "5 vardagar kvar" in desk.state.text()
    assert part.finish()
    assert stored(office) == []
    line = box_of(desk, "name").lineEdit()
    assert line.hasFocus()
    type_text(line, "Morgonbesök")
    assert rows(part) == ["Morgonbesök"]
    assert part.finish()
    (record,) = stored(office)
    assert record.plan.temporary
    assert record.plan.name == "Morgonbesök"
    part.refresh()
    office.database.flush()
    assert desk_of(part) is desk


def test_the_first_in_use_is_shown_and_another_is_chosen_in_the_list(
    show: Any, put: Put, office: Office
) -> None:
    put()
    put(replace(READY, id="b2", name="Kvällsbesök"))
    part = show()
    assert rows(part) == ["Kvällsbesök", "Morgonbesök"]
    assert desk_of(part).title.text() == "Kvällsbesök"
    assert part.list.open.hasFocus()
    QTest.keyClick(part.list.open, Qt.Key.Key_Return)
    assert desk_of(part).sheet.frames["visit_plan.name"].isAncestorOf(part.window().focusWidget())
    part.desk.editor.change("visit_plan.other", "Ring på.")
    part.list.open.selectRow(1)
    office.database.flush()
    assert desk_of(part).title.text() == "Morgonbesök"
    assert stored(office)[0].plan.other == "Ring på."


def test_a_form_that_nobody_wrote_in_is_dropped_and_what_was_saved_elsewhere_is_shown(
    show: Any, put: Put, office: Office
) -> None:
    put()
    part = show()
    part.add.click()
    assert rows(part) == ["Utan namn", "Morgonbesök"]
    part.list.open.selectRow(1)
    office.database.flush()
    assert rows(part) == ["Morgonbesök"]
    assert len(stored(office)) == 1
    # What was saved elsewhere is shown.
    changed = replace(READY, other="Ring på.")
    office.database.call(lambda: office.store.visit_plans.save(changed, 1, "elsewhere"))
    part.refresh()
    office.database.flush()
    assert desk_of(part).editor.current.other == "Ring på."


def test_cleared_ones_are_folded_away_and_only_read(
    show: Any, put: Put, office: Office, unnamed: Callable[[QWidget], list[str]]
) -> None:
    put(cleared=True)
    part = show()
    assert part.desk is None
    assert not part.list.open.isVisible()
    assert not part.list.cleared.isVisible()
    part.list.fold.toggle()
    part.list.cleared.selectRow(0)
    office.database.flush()
    desk = desk_of(part)
    assert desk.state.text().startswith("Borttagen i Tes 2026-11-23")
    assert box_of(desk, "other").isReadOnly()
    assert not desk.to_tes.isVisible()
    assert not desk.sheet.visits.add.isVisible()
    assert unnamed(part) == []
    desk.reopen.click()
    office.database.flush()
    assert rows(part) == ["Morgonbesök"]
    assert desk_of(part).to_tes.isVisible()


def test_clearing_can_be_taken_back(show: Any, put: Put, office: Office) -> None:
    put()
    part = show()
    desk_of(part).clear.click()
    office.database.flush()
    assert not stored(office)[0].is_open
    assert part.desk is None
    assert part.undo.isVisible()
    assert part.take_back.hasFocus()
    part.take_back.click()
    office.database.flush()
    assert stored(office)[0].is_open
    assert not part.undo.isVisible()
    assert desk_of(part).title.text() == "Morgonbesök"


def test_nothing_goes_to_tes_while_something_remains(show: Any, put: Put) -> None:
    put(replace(READY, home=Home()))
    part = show()
    desk = desk_of(part)
    assert not desk.to_tes.isEnabled()
    assert desk.remains.text() == "1 uppgift återstår innan texten kan klistras in i Tes."
    frame = desk.sheet.frames["visit_plan.home.others_live_here"]
    assert not frame.problem.isVisible()
    desk.show_remains.click()
    assert frame.problem.isVisible()
    assert frame.isAncestorOf(part.window().focusWidget())
    box_of(desk, "home.others_live_here").buttons[1].click()
    assert desk.to_tes.isEnabled()
    assert not desk.remains.isVisible()


def test_what_has_no_place_there_is_moved_or_let_stand_with_a_reason(show: Any, put: Put) -> None:
    put(replace(READY, other="Hon har diabetes."))
    part = show()
    wanted: list[tuple[str, str]] = []
    part.move_wanted.connect(lambda *to: wanted.append(to))
    desk = desk_of(part)
    assert not desk.to_tes.isEnabled()
    desk.show_remains.click()
    (row,) = desk.sheet.overrules["visit_plan.other"].rows
    row.move_text.click()
    assert wanted == [("visit_plan.other", "Hon har diabetes.")]
    row.let_stand.click()
    row.line.setText("Det är hundens namn.")
    row.keep.click()
    assert desk.to_tes.isEnabled()


def test_what_is_asked_only_sometimes_is_shown_only_then(
    show: Any, put: Put, office: Office
) -> None:
    put()
    desk = desk_of(show())
    for field, value, asked in (
        ("arrival.coverage", Coverage.PARTLY, "arrival.place"),
        ("home.others_live_here", True, "home.others"),
        ("wish.staff", StaffWish.MALE, "wish.situations"),
    ):
        frame = desk.sheet.frames[f"visit_plan.{asked}"]
        assert not frame.isVisible(), asked
        desk.editor.change(f"visit_plan.{field}", value)
        assert frame.isVisible(), asked
    # To tick that it is temporary dates it.
    box_of(desk, "temporary").click()
    assert desk.editor.current.written_on == office.today()


def test_a_wish_taken_back_is_gone_and_its_situations_kept_at_hand(show: Any, put: Put) -> None:
    put(replace(READY, arrival=Arrival(Coverage.PARTLY, "köket")))
    desk = desk_of(show())
    editor = desk.editor
    editor.change("visit_plan.wish.staff", StaffWish.FEMALE)
    editor.change("visit_plan.wish.situations", "dusch")
    editor.change("visit_plan.wish.staff", None)
    assert editor.current.wish is None
    assert editor.value("visit_plan.wish.situations") == ""
    editor.change("visit_plan.wish.staff", StaffWish.MALE)
    assert editor.value("visit_plan.wish.situations") == "dusch"
    # The choices show the very sentence that is written.
    box = box_of(desk, "arrival.coverage")
    assert isinstance(box, ChoiceGroup)
    desk.editor.change("visit_plan.arrival.place", "hallen")
    told = " ".join(box.buttons[1].text().split())
    assert "”Mobiltäckning saknas delvis, gå till hallen där täckning är bättre”" in told
    assert box.buttons[1].isChecked()


def test_single_visits_are_added_and_one_whose_day_has_passed_is_told(
    show: Any, put: Put, today: date
) -> None:
    put(replace(READY, single_visits=(SingleVisit("läkare", today.replace(day=20)),)))
    desk = desk_of(show())
    visits = desk.sheet.visits
    assert visits.passed[0].isVisible()
    visits.add.click()
    assert desk.sheet.frames["visit_plan.single_visits.1.text"].box.hasFocus()
    assert [label.isHidden() for label in visits.passed] == [False, True]
    visits.removes[0].click()
    assert desk.editor.current.single_visits == (SingleVisit(""),)
    assert box_of(desk, "single_visits.0.text").text() == ""
    assert "visit_plan.single_visits.1.text" not in desk.sheet.frames


def test_what_the_tabs_tell_is_fetched_and_what_they_lack_is_told(
    show: Any, put: Put, office: Office, went: list[Any]
) -> None:
    visit = VisitInformation(others_live_here=True, others="maken Sten", name_on_door="Ek")
    office.database.call(lambda: office.store.tabs.save(Tabs(PERSON, visit=visit), 0, "s"))
    put(replace(READY, home=Home()))
    part = show()
    sheet = desk_of(part).sheet
    sheet.fetch_name.click()
    sheet.fetch_others.click()
    plan = sheet.editor.current
    assert plan.arrival.name_on_door == "Ek"
    assert (plan.home.others_live_here, plan.home.others) == (True, "maken Sten")
    assert not sheet.fetch_name.isVisible()
    assert not sheet.fetch_others.isVisible()
    # ASIH is to stand under the reference persons of the tabs too.
    assert not sheet.reference.isVisible()
    box_of(desk_of(part), "health_care.advanced_home_care").click()
    assert sheet.reference.isVisible()
    sheet.to_reference.click()
    assert went == [("part", PartId.TABS, "tabs.reference_people")]
    tabs = Tabs(PERSON, reference_people=(ReferencePerson("Teamet", "ASIH"),), visit=visit)
    office.database.call(lambda: office.store.tabs.save(tabs, 1, "s"))
    part.refresh()
    office.database.flush()
    assert not sheet.reference.isVisible()


def test_a_code_is_shown_only_once_that_is_in_the_log(show: Any, put: Put, office: Office) -> None:
    home = replace(READY.home, medicine_cabinet_code=Secret("2468"))
    put(replace(READY, home=home, health_care=HealthCare(("Sår",))))
    asked_for = "visit_plan.health_care.care_plans"
    part = show(field=asked_for)
    # A field that was asked for before the plans were read has the keyboard.
    assert desk_of(part).sheet.frames[asked_for].isAncestorOf(part.window().focusWidget())
    box = box_of(desk_of(part), "home.medicine_cabinet_code")
    assert "2468" not in texts(part)
    box.show_button.click()
    office.database.flush()
    assert box.is_shown
    entries = office.database.call(office.store.audit)
    assert (entries[-1].action, entries[-1].subject) == ("code.shown", PERSON)


def test_everything_is_named_whole_and_reached_by_its_link_in_a_narrow_page(
    show: Any,
    put: Put,
    qtbot: Any,
    unnamed: Callable[[QWidget], list[str]],
    clipped: Callable[[QWidget], list[str]],
) -> None:
    put(
        replace(
            READY,
            arrival=Arrival(Coverage.PARTLY, "hallen"),
            single_visits=(SingleVisit("läkare"),),
            health_care=HealthCare(("Sår",), advanced_home_care=True),
        )
    )
    part = show((600, 680))
    part.window().setUpdatesEnabled(True)
    QApplication.processEvents()
    assert unnamed(part) == []
    assert clipped(part) == []
    desk = desk_of(part)
    assert list(desk.jumps.links) == list(desk.sheet.cards)
    for title in reversed(desk.jumps.links):
        desk.jumps.links[title].click()
        card = desk.sheet.cards[title]
        focused = QApplication.focusWidget()
        assert focused is not None
        assert card.isAncestorOf(focused)
        qtbot.waitUntil(lambda card=card: not card.visibleRegion().isEmpty())


def test_a_temporary_one_whose_day_has_come_is_to_be_written_into_the_plan(
    show: Any, put: Put, office: Office
) -> None:
    put(replace(READY, temporary=True, written_on=date(2026, 11, 16), other="Duscha."))
    part = show()
    desk = desk_of(part)
    assert desk.move_card.isVisible()
    assert desk.move_card.how.text().startswith("I dag är sista dagen, måndag 23 november.")
    assert desk.move_card.about_plan.isVisible()
    desk.move_card.done.click()
    office.database.flush()
    assert not stored(office)[0].is_open


def test_what_is_done_with_it_is_done_with_what_is_saved(
    show: Any, put: Put, office: Office
) -> None:
    put()
    desk = desk_of(show())
    for name in ("to_tes", "print", "history"):
        desk.editor.change("visit_plan.other", f"Ring på: {name}.")
        getattr(desk, name).click()
        office.database.flush()
        office.paper.flush()
        assert stored(office)[0].plan.other == f"Ring på: {name}."
        (dialog,) = (one for one in desk.findChildren(QDialog) if one.isVisible())
        dialog.close()

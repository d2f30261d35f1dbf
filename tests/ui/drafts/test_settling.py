"""Tabs and visit plans that were saved from elsewhere: put together, as drafts of plans are."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from shiboken6 import delete

from gplan_desktop.domain.tabs import Code, Relative, Secret, Tabs, VisitInformation
from gplan_desktop.domain.visit_plan import VisitPlan
from gplan_desktop.record_editing import Judge, RecordEditor
from gplan_desktop.rules.merging import Choice
from ui.autosave import Autosave
from ui.drafts.merge_dialog import MergeDialog
from ui.drafts.settling import settle_tabs, settle_visit_plan
from ui.office import Office
from ui.record.savings import RecordSavings
from ui.record.tabs_part import TabsPart
from ui.record.ways import RecordWays

STEN = Relative("Sten Ek", "Barn")
BASE = Tabs("gunnel", keys=(Code("Porten", Secret("1111")),), visit=VisitInformation(floor="1 tr"))
JUDGE: Judge[Any] = Judge(lambda _: (), lambda *_: ())


@pytest.fixture
def view(office: Office, put_up: Callable[..., Any]) -> Iterator[QWidget]:
    shown = put_up(QWidget())
    yield shown
    office.database.flush()
    delete(shown)


@pytest.fixture
def save_tabs(office: Office) -> Callable[[Tabs], Tabs]:
    """Save tabs as another window does; return what is stored then."""

    def save(tabs: Tabs) -> Tabs:
        def work() -> Tabs:
            store = office.store.tabs
            version = store.of_person(tabs.person_id).version
            store.save(tabs, version, f"another {version}")
            return store.of_person(tabs.person_id).tabs

        return office.database.call(work)

    return save


@pytest.fixture
def tabs(office: Office, view: QWidget, save_tabs: Callable[[Tabs], Tabs]) -> Any:
    """The editor and the saving of tabs that were opened after they were written once."""
    opened = save_tabs(BASE)
    editor = RecordEditor(opened, 1, "tabs", JUDGE)
    autosave = Autosave(RecordSavings(editor, office.store.tabs.save), office, view)
    settle_tabs(editor, autosave, office)
    return editor, autosave


def stored(office: Office) -> Tabs:
    return office.database.call(lambda: office.store.tabs.of_person("gunnel").tabs)


def asked(view: QWidget) -> MergeDialog:
    return next(d for d in view.findChildren(MergeDialog) if d.isVisible())


def test_tabs_that_both_wrote_in_are_put_together(tabs, office, save_tabs, messages):
    editor, autosave = tabs
    editor.change("tabs.relatives", (STEN,))
    save_tabs(replace(BASE, visit=replace(BASE.visit, lift="Ja")))
    assert autosave.finish()
    kept = stored(office)
    assert (kept.relatives, kept.visit.lift, kept.visit.floor) == ((STEN,), "Ja", "1 tr")
    [box] = messages()
    assert box.text().startswith("Texten har också ändrats från ett annat ställe")


def test_a_code_that_both_changed_is_asked_about_without_being_told(tabs, office, view, save_tabs):
    editor, autosave = tabs
    editor.change("tabs.keys.0.secret", Secret("2222"))
    save_tabs(replace(BASE, keys=(Code("Porten", Secret("3333")),)))
    assert not autosave.finish()
    dialog = asked(view)
    labels = dialog.findChildren(QLabel)
    shown = " ".join(f"{one.text()} {one.accessibleName()}" for one in labels)
    assert not any(code in shown for code in ("1111", "2222", "3333"))
    assert f"av {office.unit.coordinator}, medan du skrev." in shown
    [group] = dialog.groups.values()
    assert [button.text() for button in group.buttons] == ["Min text", "Den sparade texten"]
    group.buttons[1].click()
    dialog.save.click()
    assert autosave.finish()
    assert stored(office).keys[0].secret == Secret("3333")


def test_a_visit_plan_is_settled_the_same_way(office, view):
    store = office.store.visit_plans
    plan = VisitPlan("besok-ny", "gunnel", name="Morgon")
    office.database.call(lambda: store.save(plan, 0, "one"))
    editor = RecordEditor(plan, 1, "visit_plan", JUDGE)
    autosave = Autosave(RecordSavings(editor, store.save), office, view)
    settle_visit_plan(editor, autosave, office)
    editor.change("visit_plan.other", "Ring på.")
    there = replace(plan, name="Morgon och kväll", other="Knacka.")
    office.database.call(lambda: store.save(there, 1, "two"))
    assert not autosave.finish()
    dialog = asked(view)
    dialog.groups["other"].buttons[list(Choice).index(Choice.BOTH)].click()
    dialog.save.click()
    assert autosave.finish()
    kept = office.database.call(lambda: store.get(plan.id)).plan
    assert (kept.name, kept.other) == ("Morgon och kväll", "Knacka. Ring på.")


def test_other_refusals_are_told_as_before(office, view, messages):
    store = office.store.visit_plans
    plan = VisitPlan("besok-ny", "gunnel", name="Morgon")
    office.database.call(lambda: store.save(plan, 0, "one"))
    editor = RecordEditor(plan, 1, "visit_plan", JUDGE)
    autosave = Autosave(RecordSavings(editor, store.save), office, view)
    settle_visit_plan(editor, autosave, office)
    office.database.call(lambda: store.clear(plan.id, office.now()))
    editor.change("visit_plan.other", "För sent")
    assert not autosave.finish()
    [box] = messages()
    assert box.text() == "Besöksplanen är avslutad."


def test_what_was_put_together_is_shown_in_the_sheet(office, view, save_tabs, messages):
    person = office.database.call(lambda: office.store.person("gunnel"))
    part = TabsPart(person, office, RecordWays(lambda *_: None, lambda *_: None))
    QVBoxLayout(view).addWidget(part)
    part.refresh()
    office.database.flush()
    settle_tabs(part.editor, part._autosave, office)
    save_tabs(replace(BASE, relatives=(STEN,)))
    part.editor.change("tabs.good_to_know.other", "Katten")
    assert part.finish()
    assert len(messages()) == 1
    frames = part.sheet.frames
    assert frames["tabs.relatives.0.name"].box.text() == "Sten Ek"
    assert frames["tabs.visit.floor"].box.text() == "1 tr"
    assert frames["tabs.good_to_know.other"].box.toPlainText() == "Katten"

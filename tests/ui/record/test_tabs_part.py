"""The tabs of a person: written, checked, saved, and what is done about codes in them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QToolButton
from shiboken6 import delete

from gplan_desktop.domain.tabs import Code, GoodToKnow, Relative, Secret, Tabs, VisitInformation
from gplan_desktop.errors import WorldError
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.office import Office
from ui.record.tabs_part import TabsPart
from ui.record.tabs_print import CodesQuestion
from ui.record.tabs_sheet import CARDS
from ui.record.ways import RecordWays
from ui.widgets.scrolled import scrolled
from ui.widgets.secret_box import SecretBox

OTHER, OTHERS, WHO = (
    "tabs.good_to_know.other",
    "tabs.visit.others_live_here",
    "tabs.visit.others",
)
DOOR_CODE = "tabs.visit.door_codes.0.secret"
FULL = Tabs(
    "gunnel",
    relatives=(Relative("Sten Ek", "Barn", "070-174 06 11"), Relative("Eva Ek", "Barn")),
    keys=(Code("Ytterdörren", Secret("B-17")),),
    visit=VisitInformation(door_codes=(Code("Porten", Secret("2580")),), others_live_here=False),
    good_to_know=GoodToKnow(bed_linen="I linneskåpet"),
)


@pytest.fixture
def save(office: Office) -> Callable[[Tabs], None]:
    """Put tabs in the store, as another window of the program does."""

    def save(tabs: Tabs) -> None:
        store = office.store
        version = office.database.call(lambda: store.tabs.of_person(tabs.person_id).version)
        office.database.call(lambda: store.tabs.save(tabs, version, f"another {version}"))

    return save


@pytest.fixture
def show(office: Office, put_up: Callable[..., Any]) -> Iterator[Callable[..., TabsPart]]:
    """Show the tabs of a person, scrolled as on the person's page; Gunnel has none."""
    shown: list[QScrollArea] = []

    def show(office: Office = office, size: tuple[int, int] = (1000, 680)) -> TabsPart:
        person = office.database.call(lambda: office.store.person("gunnel"))
        part = TabsPart(person, office, RecordWays(lambda *_: None, lambda *_: None))
        shown.append(scrolled(part))
        # Painting takes long; the tests that look at what has room turn it on.
        shown[-1].setUpdatesEnabled(False)
        put_up(shown[-1], size)
        part.refresh()
        part.focus_first()
        office.database.flush()
        return part

    yield show
    # Nobody may ask for the office once it has closed.
    office.database.flush()
    for area in shown:
        delete(area)


def stored(office: Office) -> Tabs:
    return office.database.call(lambda: office.store.tabs.of_person("gunnel").tabs)


def log(office: Office) -> list[tuple[str, str, str]]:
    """What the log tells of codes that were shown."""
    entries = office.database.call(lambda: office.store.audit(0, 10_000))
    return [(e.action, e.subject, e.detail) for e in entries if e.action == "code.shown"]


def box(part: TabsPart, field: str) -> Any:
    assert part.sheet is not None
    return part.sheet.frames[field].box


def problems(part: TabsPart) -> list[str]:
    assert part.sheet is not None
    return [
        frame.problem.text()
        for frame in part.sheet.frames.values()
        if frame.problem.isVisibleTo(frame)
    ]


def remove_button(part: TabsPart, name: str) -> QToolButton:
    return next(b for b in part.findChildren(QToolButton) if b.accessibleName() == name)


def test_empty_tabs_say_what_belongs_where_and_what_to_do_and_ask_for_nothing(
    show: Any, office: Office
) -> None:
    part = show()
    assert [link.text() for link in part.jumps.values()] == [
        "Referenspersoner",
        "Närstående",
        "Nyckelnummer",
        "Besöksinfo",
        "Viktigt att veta",
    ]
    tops = [part.sheet.cards[tab.id].mapTo(part, part.rect().topLeft()).y() for tab in CARDS]
    assert tops == sorted(tops)
    for card in part.sheet.cards.values():
        told = " ".join(label.text() for label in card.findChildren(QLabel))
        assert "Inte " in told or "Inga " in told
    texts = [label.text() for label in part.findChildren(QLabel) if label.isVisible()]
    assert any("Kontaktperson är samma sak som referensperson" in text for text in texts)
    assert "Ingen referensperson är inskriven än." in texts
    assert problems(part) == []
    assert part.sheet.rows["tabs.reference_people"].add.hasFocus()
    # Nothing is saved of a page that was only looked at.
    assert part.finish()
    assert office.database.call(lambda: office.store.tabs.of_person("gunnel").version) == 0


def test_what_is_written_is_saved_and_help_is_asked_for_at_fields_and_tabs(
    show: Any, office: Office, type_text: Callable[..., None]
) -> None:
    part = show()
    told: list[str] = []
    asked: list[str] = []
    part.told.connect(lambda text, _: told.append(text))
    part.help_wanted.connect(asked.append)
    part.sheet.frames[OTHER].help_button.click()
    part.sheet.tops["tabs.relatives"].help_button.click()
    assert asked == [OTHER, "tabs.relatives"]
    part.go(OTHER)
    type_text(QApplication.focusWidget(), "Kaffebryggaren")
    assert part.finish()
    assert stored(office).good_to_know.other == "Kaffebryggaren"
    assert told[-1].startswith("Allt sparat")


def test_a_new_row_has_the_keyboard_and_a_role_may_be_ones_own(
    show: Any, office: Office, type_text: Callable[..., None]
) -> None:
    part = show()
    for field, name in (("tabs.relatives", "Sten"), ("tabs.keys", "Ytterdörren")):
        part.sheet.rows[field].add.click()
        type_text(QApplication.focusWidget(), name)
    part.sheet.rows["tabs.relatives"].add.click()
    type_text(QApplication.focusWidget(), "Åsa")
    part.sheet.rows["tabs.reference_people"].add.click()
    role = box(part, "tabs.reference_people.0.role")
    assert "Kontaktman (kontaktperson)" in [role.itemText(n) for n in range(role.count())]
    role.setFocus()
    type_text(QApplication.focusWidget(), "Dietist")
    part.finish()
    assert [one.name for one in stored(office).relatives] == ["Sten", "Åsa"]
    assert [one.what for one in stored(office).keys] == ["Ytterdörren"]
    assert stored(office).reference_people[0].role == "Dietist"


def test_a_row_that_was_removed_can_be_put_back_until_the_next_change(
    show: Any, save: Any, office: Office
) -> None:
    save(FULL)
    part = show()
    rows = part.sheet.rows["tabs.relatives"]
    remove_button(part, "Ta bort närstående 1").click()
    assert [one.name for one in part.editor.current.relatives] == ["Eva Ek"]
    assert box(part, "tabs.relatives.0.name").text() == "Eva Ek"
    assert rows.undo.hasFocus()
    rows.undo.click()
    assert part.editor.current.relatives == FULL.relatives
    remove_button(part, "Ta bort närstående 2").click()
    part.editor.change(OTHER, "Katten")
    assert not rows.undo.isVisible()
    part.finish()
    assert [one.name for one in stored(office).relatives] == ["Sten Ek"]


def test_who_else_lives_there_is_asked_for_only_after_yes(show: Any, unnamed: Any) -> None:
    part = show()
    assert not part.sheet.frames[WHO].isVisible()
    # A question that was left unanswered is told at its field.
    part.go(OTHERS)
    part.history.setFocus()
    assert problems(part) == ["Svara ja eller nej på om det bor fler personer i bostaden."]
    box(part, OTHERS).buttons[0].click()
    assert part.editor.current.visit.others_live_here is True
    assert part.sheet.frames[WHO].isVisible()
    box(part, OTHERS).buttons[1].click()
    assert not part.sheet.frames[WHO].isVisible()
    assert unnamed(part) == []


def test_one_code_at_a_time_is_shown_for_a_while_once_that_is_logged(
    show: Any, save: Any, office: Office, messages: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(FULL)
    part = show()
    code: SecretBox = box(part, DOOR_CODE)

    def full(*_: str) -> None:
        raise WorldError("Disken är full.", "Inget har ändrats.", "Gör plats.")

    with monkeypatch.context() as disk:
        disk.setattr(office.store.tabs, "note_code_shown", full)
        code.show_button.click()
        office.database.flush()
    assert not code.is_shown
    [message] = messages()
    assert message.text() == "Disken är full."
    message.close()
    code.show_button.click()
    assert not code.is_shown
    office.database.flush()
    assert code.told.text() == "2580"
    assert log(office) == [("code.shown", "gunnel", DOOR_CODE)]
    key: SecretBox = box(part, "tabs.keys.0.secret")
    key.show_button.click()
    office.database.flush()
    assert (code.is_shown, key.is_shown) == (False, True)


def test_a_new_code_is_saved_and_masked(
    show: Any, save: Any, office: Office, type_text: Callable[..., None]
) -> None:
    save(FULL)
    part = show()
    code = box(part, DOOR_CODE)
    code.change.click()
    type_text(code.line, "9999")
    part.history.setFocus()
    part.finish()
    assert stored(office).visit.door_codes == (Code("Porten", Secret("9999")),)
    assert code.told.text() == "••••"


def test_forbidden_content_is_marked_and_offered_to_be_moved_or_let_stand_with_a_reason(
    show: Any, office: Office, type_text: Callable[..., None]
) -> None:
    part = show()
    wanted: list[tuple[str, str]] = []
    part.move_wanted.connect(lambda *args: wanted.append(args))
    part.go(OTHER)
    type_text(QApplication.focusWidget(), "Hon har MRSA.")
    assert problems(part) == []
    part.history.setFocus()
    assert "Rätt plats är vårdplanen eller patientjournalen." in problems(part)[0]
    assert [mark.of("Hon har MRSA.") for mark in box(part, OTHER).marks()] == ["MRSA"]
    [row] = part.sheet.overrules[OTHER].rows
    row.move_text.click()
    assert wanted == [(OTHER, "Hon har MRSA.")]
    row.let_stand.click()
    type_text(row.line, "Beslut av chefen")
    QTest.keyClick(row.line, Qt.Key.Key_Return)
    part.finish()
    assert [one.reason for one in stored(office).accepted] == ["Beslut av chefen"]
    again = show()
    assert again.sheet.overrules[OTHER].rows[0].reason.text() == "Står kvar: Beslut av chefen"
    assert problems(again) == []


def test_asih_in_the_visit_plan_is_asked_for_among_the_reference_persons(
    show: Any, office: Office
) -> None:
    [record] = office.database.call(lambda: office.store.visit_plans.of_person("karin"))[:1]
    care = replace(record.plan.health_care, advanced_home_care=True)
    plan = replace(record.plan, id="asih", person_id="gunnel", health_care=care)
    office.database.call(lambda: office.store.visit_plans.save(plan, 0, "s"))
    part = show()
    part.editor.show_all_findings()
    assert "ASIH" in part.sheet.tops["tabs.reference_people"].problem.text()
    part.sheet.rows["tabs.reference_people"].add.click()
    part.editor.change("tabs.reference_people.0.role", "ASIH")
    assert part.sheet.tops["tabs.reference_people"].problem.text() == ""


def test_forbidden_content_is_not_printed_and_the_fields_are_named(show: Any) -> None:
    part = show()
    part.editor.change(OTHER, "Hon har MRSA.")
    part.print.click()
    assert "”Övrigt som är viktigt att veta”" in part.problem.text()
    assert part.problem.isVisible()
    assert box(part, OTHER).hasFocus()
    assert part.findChildren(CodesQuestion) == []
    part.editor.change(OTHER, "")
    assert not part.problem.isVisible()


def test_the_page_opens_at_its_top_and_a_link_goes_to_its_tab(
    show: Any, save: Any, qtbot: Any
) -> None:
    save(FULL)
    part = show(size=(600, 680))
    qtbot.waitUntil(lambda: not part.jumps["tabs.keys"].visibleRegion().isEmpty())
    assert part.parent().parent().verticalScrollBar().value() == 0
    for tab in reversed(CARDS):
        part.jumps[tab.id].click()
        card = part.sheet.cards[tab.id]
        assert card.isAncestorOf(QApplication.focusWidget())
        qtbot.waitUntil(lambda card=card: not card.visibleRegion().isEmpty())


def test_one_comes_to_a_field_also_while_the_tabs_are_read_anew(
    show: Any, save: Any, office: Office
) -> None:
    part = show()
    for field in (OTHERS, "tabs.relatives.1.contact"):
        save(replace(FULL, good_to_know=GoodToKnow(bed_linen=field)))
        part.refresh()
        part.go(field)
        office.database.flush()
        assert part.sheet.frames[field].isAncestorOf(QApplication.focusWidget())


def test_what_another_window_saved_is_shown_and_put_together_with_what_is_written(
    show: Any, save: Any, office: Office
) -> None:
    part = show()
    save(FULL)
    part.refresh()
    office.database.flush()
    assert box(part, "tabs.keys.0.what").text() == "Ytterdörren"
    sheet = part.sheet
    part.refresh()
    office.database.flush()
    assert part.sheet is sheet
    saved = replace(FULL, relatives=FULL.relatives[:1])
    save(saved)
    part.editor.change(OTHER, "Katten")
    assert part.finish()
    kept = stored(office)
    assert kept.good_to_know.other == "Katten"
    assert (kept.keys, kept.relatives) == (saved.keys, saved.relatives)


def test_everything_has_a_name_and_its_room_in_a_narrow_window(
    show: Any, save: Any, office: Office, clipped: Any, unnamed: Any, qtbot: Any, qapp: Any
) -> None:
    save(FULL)
    theme = themes.apply(qapp, Settings(theme="light", text_size=200))
    part = show(replace(office, theme=theme), (theme.px(560), 680))
    part.window().setUpdatesEnabled(True)
    qtbot.waitUntil(lambda: clipped(part) == [])
    bar = part.parent().parent().horizontalScrollBar()
    assert bar.maximum() == 0
    assert unnamed(part) == []
    names = [b.accessibleName() or b.text() for b in part.findChildren(QPushButton)]
    assert "Visa: Portkod" in names

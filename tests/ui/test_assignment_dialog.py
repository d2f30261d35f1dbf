from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from shiboken6 import isValid

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.life_areas import LIFE_AREAS, Functioning
from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import first_plan
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.assignment_dialog import AssignmentDialog
from ui.office import Office
from ui.widgets.tick_columns import TickColumns


@pytest.fixture
def open_dialog(office: Office, qtbot: Any) -> Iterator[Callable[..., AssignmentDialog]]:
    """Open the dialog for a person, to add an assignment or to correct one."""
    parents = []

    def open_dialog(
        person_id: str, assignment: Assignment | None = None, office: Office = office
    ) -> AssignmentDialog:
        parent = QWidget()
        qtbot.addWidget(parent)
        parents.append(parent)
        parent.show()
        person = office.database.call(lambda: office.store.person(person_id))
        dialog = AssignmentDialog(person, office, parent, assignment)
        # Laid out but not painted, which takes long.
        dialog.setUpdatesEnabled(False)
        dialog.open()
        QApplication.processEvents()
        qtbot.waitUntil(dialog.isActiveWindow)
        office.database.flush()
        return dialog

    yield open_dialog
    office.database.flush()


@pytest.fixture
def dialog(open_dialog: Callable[..., AssignmentDialog]) -> AssignmentDialog:
    """The dialog for a new assignment."""
    return open_dialog("harry")


@pytest.fixture
def gunnels(office: Office) -> Assignment:
    """An assignment that no plan stands on, with a code that IBIC does not have."""
    (found,) = office.database.call(lambda: office.store.assignments.of_person("gunnel"))
    first = replace(found.areas[0], sub_areas=(*found.areas[0].sub_areas, "okänd"))
    changed = replace(found, areas=(first, *found.areas[1:]))
    office.database.call(lambda: office.store.assignments.change(changed))
    return changed


@pytest.fixture
def correcting(
    open_dialog: Callable[..., AssignmentDialog], gunnels: Assignment
) -> AssignmentDialog:
    """The dialog in which Gunnel's assignment is corrected."""
    return open_dialog("gunnel", gunnels)


def stored(office: Office, person_id: str) -> list[Assignment]:
    return office.database.call(lambda: office.store.assignments.of_person(person_id))


def answer(question: QMessageBox, verb: str) -> None:
    next(button for button in question.buttons() if button.text() == verb).click()


def is_open(dialog: AssignmentDialog) -> bool:
    return isValid(dialog) and dialog.isVisible()


@pytest.fixture
def write(type_text: Callable[..., None]) -> Callable[..., None]:
    def write(dialog: AssignmentDialog, part: str, text: str) -> None:
        dialog.frames[part].focus_box()
        type_text(dialog.focusWidget(), text)

    return write


@pytest.fixture
def hand_in(office: Office) -> Callable[[AssignmentDialog], None]:
    def hand_in(dialog: AssignmentDialog) -> None:
        dialog.do_it.click()
        office.database.flush()

    return hand_in


def told(dialog: AssignmentDialog) -> dict[str, str]:
    return {part: f.problem.text() for part, f in dialog.frames.items() if f.problem.isVisible()}


def pick(dialog: AssignmentDialog, part: str, degree: Functioning) -> None:
    box = dialog.frames[part].box
    place = list(Functioning).index(degree)
    box.setCurrentIndex(place)
    box.activated.emit(place)


def write_area(dialog: AssignmentDialog, write: Any, code: str) -> None:
    dialog.parts[code].tick.click()
    write(dialog, f"{code}.need", "Behöver stöd på morgonen, åäö <b>&")
    write(dialog, f"{code}.goal", "Klara morgonen själv")
    write(dialog, f"{code}.support", "Hjälp varje morgon")
    pick(dialog, f"{code}.assessed", Functioning.SEVERE)
    pick(dialog, f"{code}.intended", Functioning.SLIGHT)


def test_an_assignment_is_stored_once_as_it_was_copied_in_official_order(
    dialog: AssignmentDialog, write: Any, hand_in: Any, office: Office
) -> None:
    before = stored(office, "harry")
    write(dialog, "day", "20/11")
    write(dialog, "case_officer", "Helena Dahl")
    for code in ("b1528A", "d5"):
        write_area(dialog, write, code)
    columns = cast(TickColumns, dialog.frames["d5.sub_areas"].box)
    for code in ("d540", "d510"):
        columns.ticks[code].click()
    # A double click does not put it in twice.
    dialog.do_it.click()
    hand_in(dialog)
    newest, *others = stored(office, "harry")
    assert others == before
    assert (newest.day.isoformat(), newest.case_officer) == ("2026-11-20", "Helena Dahl")
    assert [area.code for area in newest.areas] == ["d5", "b1528A"]
    area = newest.areas[0]
    assert area.sub_areas == ("d510", "d540")
    assert area.need == "Behöver stöd på morgonen, åäö <b>&"
    assert (area.assessed, area.intended) == (Functioning.SEVERE, Functioning.SLIGHT)
    assert (area.goal, area.support) == ("Klara morgonen själv", "Hjälp varje morgon")


def test_only_the_life_areas_that_are_ticked_are_asked_for(
    dialog: AssignmentDialog, hand_in: Any
) -> None:
    assert set(dialog.frames) == {"day", "case_officer"}
    hand_in(dialog)
    assert set(told(dialog)) == {"day", "case_officer"}
    assert dialog.problem.text() == "Välj minst ett livsområde."
    dialog.parts["d4"].tick.click()
    hand_in(dialog)
    parts = ("need", "assessed", "intended", "goal", "support")
    assert set(told(dialog)) == {"day", "case_officer", *(f"d4.{part}" for part in parts)}


def test_what_was_written_in_an_area_is_kept_when_it_is_unticked_and_ticked_again(
    dialog: AssignmentDialog, write: Any
) -> None:
    dialog.parts["d6"].tick.click()
    write(dialog, "d6.need", "Städning")
    dialog.parts["d6"].tick.click()
    assert dialog.typed().areas == ()
    dialog.parts["d6"].tick.click()
    assert dialog.typed().areas[0].need == "Städning"


def test_an_assignment_cannot_be_made_tomorrow(
    dialog: AssignmentDialog, write: Any, hand_in: Any
) -> None:
    write(dialog, "day", "2026-11-24")
    hand_in(dialog)
    assert told(dialog)["day"] == "Uppdragets datum måste vara senast i dag, 2026-11-23."


def test_the_question_mark_of_a_life_area_shows_the_help_of_its_field(
    dialog: AssignmentDialog,
) -> None:
    dialog.parts["d4"].tick.click()
    dialog.frames["d4.goal"].help_button.click()
    assert dialog.help_panel.isVisible()
    assert dialog.help_panel.title.text() == "Mål enligt uppdraget"


def test_everything_the_keyboard_reaches_has_a_name(
    dialog: AssignmentDialog, unnamed: Callable[[QWidget], list[str]]
) -> None:
    dialog.parts["d4"].tick.click()
    assert unnamed(dialog) == []


def test_a_life_area_without_sub_areas_asks_for_none(dialog: AssignmentDialog) -> None:
    dialog.parts["b1528A"].tick.click()
    assert "b1528A.support" in dialog.frames
    assert "b1528A.sub_areas" not in dialog.frames


def test_a_correction_opens_with_what_stands_there_and_loses_nothing(
    correcting: AssignmentDialog, hand_in: Any, office: Office, gunnels: Assignment
) -> None:
    ticked = [code for code, part in correcting.parts.items() if part.tick.isChecked()]
    assert sorted(ticked) == sorted(area.code for area in gunnels.areas)
    assert correcting.summary.text() == "Inget är ändrat än."
    hand_in(correcting)
    assert not is_open(correcting)
    assert stored(office, "gunnel") == [gunnels]


def test_a_correction_changes_the_same_assignment(
    correcting: AssignmentDialog, write: Any, hand_in: Any, office: Office, gunnels: Assignment
) -> None:
    code = gunnels.areas[0].code
    write(correcting, f"{code}.goal", "Nytt ord. ")
    hand_in(correcting)
    (changed,) = stored(office, "gunnel")
    assert changed.id == gunnels.id
    assert changed.areas[0].goal == f"Nytt ord. {gunnels.areas[0].goal}"
    assert changed.areas[0].sub_areas == gunnels.areas[0].sub_areas


def test_what_is_changed_is_told_at_its_field_until_it_is_to_be_put_right(
    correcting: AssignmentDialog, write: Any, hand_in: Any, gunnels: Assignment
) -> None:
    write(correcting, "case_officer", "X")
    before = f"Ändrat. Förut stod det: ”{gunnels.case_officer}”"
    assert told(correcting) == {"case_officer": before}
    assert correcting.summary.text() == "Ändrat: Biståndshandläggare."
    correcting.frames["case_officer"].box.selectAll()
    write(correcting, "case_officer", " ")
    hand_in(correcting)
    assert told(correcting) == {"case_officer": "Skriv biståndshandläggarens namn."}


def test_life_areas_that_are_added_changed_or_taken_away_are_told_there(
    correcting: AssignmentDialog, gunnels: Assignment
) -> None:
    gone = gunnels.areas[0].code
    assigned = {area.code for area in gunnels.areas}
    new = next(area for area in LIFE_AREAS if area.code not in assigned)
    correcting.parts[gone].tick.click()
    correcting.parts[new.code].tick.click()
    assert "tas bort ur uppdraget. Det du skrev finns kvar" in correcting.parts[gone].note.text()
    assert correcting.parts[new.code].note.text() == f"{new.label} läggs till i uppdraget."
    correcting.parts[gone].tick.click()
    correcting.parts[new.code].tick.click()
    assert correcting.summary.text() == "Inget är ändrat än."
    frame = correcting.frames[f"{gunnels.areas[0].code}.sub_areas"]
    next(iter(cast(TickColumns, frame.box).ticks.values())).click()
    assert frame.problem.isVisible()
    assert frame.problem.text().startswith("Ändrat. Förut stod det: ”")


def test_a_draft_that_stands_on_the_assignment_is_told_of(
    open_dialog: Callable[..., AssignmentDialog], gunnels: Assignment, office: Office
) -> None:
    assert open_dialog("gunnel", gunnels).drafts.isHidden()
    draft = first_plan("utkast", gunnels, office.method.plan_names[0])
    office.database.call(lambda: office.store.save_draft(draft, 0, Place()))
    again = open_dialog("gunnel", gunnels)
    assert again.drafts.isVisible()
    assert "nästa gång det öppnas" in again.drafts.text()


def test_an_assignment_that_was_locked_meanwhile_is_left_and_nothing_typed_is_lost(
    open_dialog: Callable[..., AssignmentDialog], write: Any, hand_in: Any, office: Office
) -> None:
    (locked,) = stored(office, "karin")
    dialog = open_dialog("karin", locked)
    write(dialog, "case_officer", "X")
    hand_in(dialog)
    assert is_open(dialog)
    assert "en upprättad plan bygger på det" in dialog.problem.text()
    assert dialog.do_it.isEnabled()
    assert stored(office, "karin") == [locked]


def test_esc_asks_before_what_was_typed_is_thrown_away(
    correcting: AssignmentDialog, write: Any, messages: Any
) -> None:
    write(correcting, "case_officer", "X")
    for verb, stays in (("Behåll och fortsätt", True), ("Släng det jag skrev", False)):
        QTest.keyClick(correcting, Qt.Key.Key_Escape)
        (question,) = messages()
        answer(question, verb)
        assert is_open(correcting) is stays


def test_esc_leaves_at_once_when_nothing_was_changed(
    correcting: AssignmentDialog, messages: Any
) -> None:
    QTest.keyClick(correcting, Qt.Key.Key_Escape)
    assert not is_open(correcting)
    assert messages() == []


def test_the_cross_leaves_at_once_when_nothing_was_typed(
    dialog: AssignmentDialog, messages: Any
) -> None:
    dialog.close()
    assert not is_open(dialog)
    assert messages() == []


def test_the_cross_asks_too_and_a_tick_alone_would_be_lost(
    dialog: AssignmentDialog, messages: Any
) -> None:
    dialog.parts["d4"].tick.click()
    dialog.close()
    (question,) = messages()
    assert is_open(dialog)
    answer(question, "Släng det jag skrev")
    assert not is_open(dialog)


def test_the_largest_text_is_scrolled_and_not_clipped(
    qapp: QApplication,
    office: Office,
    open_dialog: Callable[..., AssignmentDialog],
    gunnels: Assignment,
    clipped: Any,
) -> None:
    larger = themes.apply(qapp, Settings(theme="light", text_size=200))
    dialog = open_dialog("gunnel", gunnels, replace(office, theme=larger))
    dialog.parts["d6"].tick.click()
    QApplication.processEvents()
    assert clipped(dialog) == []
    assert dialog.height() <= dialog.screen().availableSize().height()

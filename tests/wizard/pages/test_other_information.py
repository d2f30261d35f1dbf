"""Övrig information: the places drawn, and the box that tells where a sentence belongs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from gplan_desktop.domain.tabs import Code, Secret

PAGE = "other_information"
TOLD = [
    ("Portkoden är 1234", "Fliken Besöksinfo, Portkoder", "tabs"),
    ("Ta med nyckel", "Tes-besöksplanen, Ta med nyckel", "visit_plan"),
    ("Hon ramlade i går", "Verkställighetsjournalen, Anteckning", "journal"),
]


def write(page, text: str) -> None:
    page.place.box.setPlainText(text)
    page.place.answer_now()


def told(page) -> list[str]:
    return [w.text() for w in page.place.findChildren(QLabel) if w.isVisible() and w.text()]


def button(page, text: str) -> QPushButton:
    found = page.place.findChildren(QPushButton)
    return next(b for b in found if b.isVisible() and b.text() == text)


def test_the_places_are_told_and_the_page_of_each_is_one_press_away(wizard, unnamed):
    for text, place, page in TOLD:
        wizard.go(PAGE)
        write(wizard.page, text)
        assert place in told(wizard.page)
        button(wizard.page, "Gå dit").click()
        assert wizard.step.id == page
    # Several sentences are told, and go when they are taken away.
    wizard.go(PAGE)
    write(wizard.page, "Hon har 0-HLR. Portkoden är 1234.")
    assert "Vårdplan eller patientjournal" in told(wizard.page)
    assert "Fliken Besöksinfo, Portkoder" in told(wizard.page)
    assert unnamed(wizard) == []
    write(wizard.page, " ")
    assert wizard.page.place.list.cards == []


def test_what_is_written_there_is_kept_nowhere_until_it_is_moved(wizard, disk):
    before = wizard.editor.plan
    write(wizard.page, "Portkoden är 1234")
    assert wizard.editor.plan is before
    assert wizard.finish()
    assert wizard.editor.plan.id not in disk.drafts()


def test_enter_moves_a_text_and_stays_on_the_page(wizard, office, qtbot):
    write(wizard.page, "Portkoden är 1234")
    qtbot.keyClick(wizard.page.place.box, Qt.Key.Key_Return)
    assert wizard.step.id == "other_information"
    person_id = wizard.editor.plan.person_id
    tabs = office.database.call(lambda: office.store.tabs.of_person(person_id)).tabs
    assert Code("Porten", Secret("1234")) in tabs.visit.door_codes
    # What belongs in the open plan is written there, and its page is one press away.
    write(wizard.page, "Jag vill ha hjälp att duscha.")
    qtbot.keyClick(wizard.page.place.box, Qt.Key.Key_Return)
    assert wizard.editor.value("area.d5.needs").endswith("Jag vill ha hjälp att duscha.")
    button(wizard.page, "Gå dit").click()
    assert wizard.step.id == "area.d5"


def test_a_life_area_that_the_plan_lacks_is_added_on_its_page(wizard):
    lacking = "Han vill lära sig att använda surfplattan."
    write(wizard.page, lacking)
    [card] = wizard.page.place.list.cards
    assert card.views[0].advice.area not in [area.code for area in wizard.editor.plan.areas]
    card.views[0].ask_to_move()
    assert any("finns inte i planen" in line for line in told(wizard.page))
    button(wizard.page, "Gå dit").click()
    assert wizard.step.id == "attainment"


def test_nothing_is_written_in_an_established_plan_that_is_read(current):
    write(current.page, "Jag vill ha hjälp att duscha.")
    assert button(current.page, "Kopiera texten")
    write(current.page, "nyckelnummer 45")
    assert any("Fliken Nyckelnummer" in line for line in told(current.page))

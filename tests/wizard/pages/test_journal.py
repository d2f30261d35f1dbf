"""After establishing: the line for the journal."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

PAGE = "journal"
UNCHANGED = "Uppföljning av genomförandeplan utan förändring"
CHANGED = "Uppföljning av genomförandeplan med förändring se genomförandeplan"


def aftercare(view, office):
    return office.database.call(lambda: office.store.aftercares.of_plan(view.editor.plan.id))


def journal(view, office):
    person_id = view.editor.plan.person_id
    return office.database.call(lambda: office.store.journal.of_person(person_id))


def sentences(page) -> list[str]:
    return [" ".join(button.text().split()) for button in page.line.sentence.buttons]


def test_the_sentence_follows_the_real_difference(wizard):
    line = wizard.page.line
    assert sentences(wizard.page)[0] == UNCHANGED
    assert not line.copy.isEnabled()
    assert not line.add.isEnabled()
    wizard.editor.change("area.d5.goal", "Ett nytt mål")
    wizard.go("name")
    wizard.go("journal")
    assert sentences(wizard.page)[0] == CHANGED
    assert line.because.text().endswith("Personlig vård.")
    assert line.sentence.buttons[0].isChecked()
    spoken = [button.accessibleName() for button in line.sentence.buttons]
    assert spoken == [f"Journaltext: {sentence}" for sentence in sentences(wizard.page)]


def test_the_chosen_sentence_is_copied_and_noted(established, office, qtbot):
    established.go("journal")
    line = established.page.line
    qtbot.mouseClick(line.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == UNCHANGED
    office.database.flush()
    assert line.told.text().startswith("✓  Kopierad")
    assert aftercare(established, office).noted_at == office.now()
    line.sentence.buttons[1].click()
    line.copy.click()
    assert QGuiApplication.clipboard().text() == sentences(established.page)[1]


def test_one_click_adds_the_sentence_and_notes_it_on_every_page(established, office):
    established.go("journal")
    line = established.page.line
    assert established.focusWidget() is line.add
    line.add.click()
    office.database.flush()
    entry = next(e for e in journal(established, office) if e.text == UNCHANGED)
    assert (entry.heading, entry.keyword) == ("Uppföljning", "Uppföljning")
    assert entry.at == established.editor.record.establishment.at
    assert established.page.context.aftercare.notes.noted_at == office.now()
    assert line.told.text().startswith("✓  Tillagd i journalen")
    assert not line.add.isEnabled()
    established.go("name")
    established.go("journal")
    office.database.flush()
    assert not established.page.line.add.isEnabled()

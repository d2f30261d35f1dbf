"""After establishing: the line for the journal."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

UNCHANGED = "Uppföljning av genomförandeplan utan förändring"
CHANGED = "Uppföljning av genomförandeplan med förändring se genomförandeplan"


def aftercare(view, office):
    return office.database.call(lambda: office.store.aftercare(view.editor.plan.id))


def sentences(page) -> list[str]:
    return [" ".join(button.text().split()) for button in page.sentence.buttons]


def test_the_sentence_follows_the_real_difference(wizard):
    wizard.go("journal")
    assert sentences(wizard.page)[0] == UNCHANGED
    assert not wizard.page.copy.isEnabled()
    wizard.editor.change("area.d5.goal", "Ett nytt mål")
    wizard.go("name")
    wizard.go("journal")
    page = wizard.page
    assert sentences(page)[0] == CHANGED
    assert page.because.text().endswith("Personlig vård.")
    assert page.sentence.buttons[0].isChecked()
    spoken = [button.accessibleName() for button in page.sentence.buttons]
    assert spoken == [f"Journaltext: {sentence}" for sentence in sentences(page)]


def test_the_chosen_sentence_is_copied_and_noted(established, office, qtbot):
    established.go("journal")
    page = established.page
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == UNCHANGED
    assert page.copied.text().startswith("✓  Kopierad.")
    page.sentence.buttons[1].click()
    page.copy.click()
    assert QGuiApplication.clipboard().text() == sentences(page)[1]
    office.database.flush()
    assert aftercare(established, office).noted_at == office.now()

"""Who took part: confirmed anew, added and removed row by row."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from gplan_desktop.domain.plan import Contributor

PAGE = "contributors"


def remove(page, number: int) -> None:
    name = f"Ta bort medverkande {number}"
    next(b for b in page.findChildren(QToolButton) if b.accessibleName() == name).click()


def test_the_former_ones_are_offered_and_must_be_confirmed(wizard, qtbot):
    names = [c.name for c in wizard.editor.plan.contributors]
    assert names == ["Karin Bergström", "Eva Bergström", "Samira Yusuf"]
    for number in range(3):
        box = wizard.page.frames[f"contributors.{number}.confirmed"].box
        assert not box.isChecked()
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Space)
    assert all(c.confirmed for c in wizard.editor.plan.contributors)
    assert not [f for f in wizard.editor.findings if f.step == "contributors"]


def test_a_new_row_is_confirmed_and_gets_the_keyboard(wizard, type_text, unnamed, qtbot):
    wizard.page.add.click()
    name = wizard.page.frames["contributors.3.name"].box
    assert QApplication.focusWidget() is name
    type_text(name, "Åke Öst")
    role = wizard.page.frames["contributors.3.role"].box
    role.setCurrentIndex(role.findText("Tolk"))
    role.textActivated.emit("Tolk")
    assert wizard.editor.plan.contributors[3] == Contributor("Åke Öst", "Tolk", confirmed=True)
    qtbot.waitUntil(wizard.page.rows.rows[3].isVisible)
    assert unnamed(wizard) == []


def test_removing_one_keeps_what_is_written_of_the_others(wizard, type_text):
    wizard.page.add.click()
    type_text(wizard.page.frames["contributors.3.name"].box, "Åke Öst")
    remove(wizard.page, 2)
    assert [c.name for c in wizard.editor.plan.contributors] == [
        "Karin Bergström",
        "Samira Yusuf",
        "Åke Öst",
    ]
    assert QApplication.focusWidget() is wizard.page.add
    assert wizard.page.frames["contributors.1.name"].box.text() == "Samira Yusuf"
    assert wizard.page.frames["contributors.2.name"].box.text() == "Åke Öst"
    assert set(wizard.page.frames) == {
        f"contributors.{n}.{part}" for n in range(3) for part in ("name", "role", "confirmed")
    }
    for _ in range(3):
        remove(wizard.page, 1)
    assert wizard.editor.plan.contributors == ()
    wizard.go("name")
    wizard.go("contributors")
    assert QApplication.focusWidget() is wizard.page.add
    wizard.show_problems()
    assert wizard.page.top.problem.text() == "Lägg till minst en medverkande."
    wizard.page.add.click()
    assert wizard.page.frames["contributors.0.name"].box.text() == ""

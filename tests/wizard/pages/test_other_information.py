"""Övrig information: links to the pages, and a box that tells where a sentence belongs."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton


def write(page, text: str) -> None:
    page.place.box.setPlainText(text)
    QApplication.processEvents()


def told(page) -> list[str]:
    return [w.text() for w in page.place.findChildren(QLabel) if w.isVisible() and w.text()]


def links(page) -> list[QPushButton]:
    return [b for b in page.place.findChildren(QPushButton) if b.isVisible()]


@pytest.mark.parametrize(
    ("text", "answer", "page"),
    [
        ("Portkoden är 1234", "”Portkoden är 1234” hör hemma i fliken Besöksinfo.", "tabs"),
        ("Hon har 0-HLR", "”0-HLR” hör hemma i vårdplanen", "health_information"),
        (
            "Koden till medicinskåpet är 4711",
            "”Koden till medicinskåpet är 4711” hör hemma i besöksplanen.",
            "visit_plan",
        ),
    ],
)
def test_what_belongs_elsewhere_is_told_with_the_right_place(wizard, text, answer, page):
    wizard.go("other_information")
    write(wizard.page, text)
    assert any(line.startswith(answer) for line in told(wizard.page))
    [link] = links(wizard.page)
    link.click()
    assert wizard.step.id == page


def test_several_things_are_told_in_their_order_and_go_when_they_are_taken_away(wizard, unnamed):
    wizard.go("other_information")
    write(wizard.page, "Syrgas i hallen, portkoden är 1234")
    found = [line for line in told(wizard.page) if "hör hemma" in line]
    assert [line.split("”")[1] for line in found] == ["Syrgas", "portkoden är 1234"]
    assert not wizard.page.place.nothing.isVisible()
    assert unnamed(wizard) == []
    write(wizard.page, "Jag vill ha kaffe först")
    assert [line for line in told(wizard.page) if "hör hemma i" in line] == []
    assert wizard.page.place.nothing.isVisible()
    write(wizard.page, " ")
    assert not wizard.page.place.nothing.isVisible()


def test_what_is_written_there_is_kept_nowhere_and_that_is_said(wizard, disk):
    wizard.go("other_information")
    before = wizard.editor.plan
    write(wizard.page, "Portkoden är 1234")
    assert wizard.editor.plan is before
    assert "Bara för att pröva. Det du skriver här sparas ingenstans." in told(wizard.page)
    assert wizard.finish()
    assert wizard.editor.plan.id not in disk.drafts()


def test_the_box_can_be_used_while_an_established_plan_is_read(show_wizard, reopen, type_text):
    view = show_wizard(reopen("karin-plan-2"))
    view.go("other_information")
    type_text(view.page.place.box, "nyckelnummer 45")
    QApplication.processEvents()
    assert any("fliken Nyckelnummer" in line for line in told(view.page))

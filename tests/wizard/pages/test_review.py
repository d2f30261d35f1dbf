"""The review: the whole plan to read, and the ways on."""

from PySide6.QtWidgets import QLabel, QPushButton


def texts(page) -> str:
    return "\n".join(w.text() for w in page.findChildren(QLabel))


def button(page, name: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name)


def test_everything_written_can_be_read_through_and_changed_from_there(written):
    written.editor.change("area.d5.result", "Duschen är <b>flyttad</b> & klar.")
    written.go("review")
    said = texts(written.page)
    for text in (
        "Duschen är <b>flyttad</b> & klar.",
        "Vi gick igenom planen tillsammans vid köksbordet.",
        "Samira Yusuf",
        "Hur: Sätt på radion och kaffet först.",
        "Kvarstår",
    ):
        assert text in said
    button(written.page, "Ändra Medverkande").click()
    assert written.step.id == "contributors"
    written.editor.change("area.d5.result", "Nytt resultat")
    written.go("review")
    assert "Nytt resultat" in texts(written.page)


def test_saving_tells_what_one_can_do_then(written, office, wishes):
    written.go("review")
    assert not written.page.close_plan.isVisible()
    written.page.save.click()
    office.database.flush()
    assert written.editor.is_saved
    assert written.page.saved.isVisible()
    written.page.close_plan.click()
    assert wishes.left == 1


def ask_to_remove(view, messages):
    view.go("review")
    view.page.remove.click()
    [question] = messages()
    assert question.text().startswith("Ta bort utkastet Genomförandeplan Hemvård")
    assert "tas tillbaka" in question.informativeText()
    return {b.text(): b for b in question.buttons()}, question


def test_removing_asks_and_withdraws_the_mark_on_the_earlier_plan(
    written, office, messages, wishes, disk
):
    written.autosave.save()
    office.database.flush()
    buttons, question = ask_to_remove(written, messages)
    assert question.defaultButton() is buttons["Behåll utkastet"]
    buttons["Behåll utkastet"].click()
    assert written.editor.plan.id in disk.drafts()
    buttons, _ = ask_to_remove(written, messages)
    buttons["Ta bort utkastet"].click()
    office.database.flush()
    assert wishes.left == 1
    assert written.finish()
    assert written.editor.plan.id not in disk.drafts()
    former = office.database.call(lambda: office.store.plan("karin-plan-2"))
    assert former.is_current
    assert former.followed_up_on is None


def test_a_draft_removed_while_it_is_being_saved_is_gone(written, disk, messages, wishes):
    buttons, _ = ask_to_remove(written, messages)
    written.editor.change("participation.how", "Sista ordet")
    written.autosave.save()
    buttons["Ta bort utkastet"].click()
    written.office.database.flush()
    assert wishes.left == 1
    assert written.editor.plan.id not in disk.drafts()


def test_the_points_the_news_and_the_day_are_folded_until_wanted(written):
    written.editor.change("area.d5.goal", "Jag vill bada.")
    written.go("review")
    page = written.page
    assert page.points_fold.head.text().endswith("6 av 11")
    assert not page.points_fold.is_open
    page.points_fold.head.click()
    assert page.points_fold.head.accessibleName().endswith("öppen")
    page.news.fold.head.click()
    assert "Ändrat livsområde: Personlig vård" in texts(page)
    next(b for b in page.findChildren(QPushButton) if b.text() == "Gå till Personlig vård").click()
    assert written.step.id == "area.d5"
    written.go("review")
    page.points.buttons[0].click()
    assert written.step.area

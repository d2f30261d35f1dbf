"""The date of the next follow-up: the earliest of the areas' is proposed."""

from datetime import date

from PySide6.QtWidgets import QPushButton

from ui.widgets.date_box import NOT_A_DATE

PAGE = "follow_up"


def table(wizard) -> list[tuple[str, str, str]]:
    return [(row.about, row.day, row.meaning) for row in wizard.page.table._rows]


def test_the_last_day_is_told_with_the_friday_before_a_weekend(wizard):
    assert table(wizard)[:1] == [("Förflyttning", "Välj datum", "inget datum")]
    assert table(wizard)[-2:] == [
        ("Senast tillåtna dag, 6 månader om planen upprättas i dag", "2027-05-23", "söndag"),
        ("Fredagen före, för den dagen är en söndag", "2027-05-21", "fredag"),
    ]
    assert wizard.page.take.text() == "Använd 2027-05-21"
    # Every date is a way to where it is written.
    ways = {b.accessibleName(): b for b in wizard.page.table.findChildren(QPushButton)}
    ways["Hemliv, Välj datum, inget datum"].click()
    assert wizard.step.id == "area.d6"
    assert wizard._field_in_use().field == "area.d6.next_follow_up"


def test_the_earliest_date_is_proposed_and_taken_with_a_button(wizard):
    wizard.editor.change("area.d4.next_follow_up", date(2027, 4, 1))
    wizard.editor.change("area.d9.next_follow_up", date(2027, 2, 1))
    told = table(wizard)
    assert told[0] == ("Förflyttning", "2027-04-01", "torsdag")
    assert told[3] == (
        "Samhällsgemenskap, socialt och medborgerligt liv",
        "2027-02-01",
        "kommer först",
    )
    assert "Samhällsgemenskap" in wizard.page.explained.text()
    wizard.page.take.click()
    assert wizard.editor.plan.follow_up.day == date(2027, 2, 1)
    frame = wizard.page.frames["follow_up.day"]
    assert frame.box.line.text() == "2027-02-01"
    assert not frame.problem.isVisible()
    assert not wizard.page.take.isEnabled()


def test_a_later_date_than_an_areas_own_is_told_at_the_field(wizard, type_text):
    wizard.editor.change("area.d9.next_follow_up", date(2027, 2, 1))
    frame = wizard.page.frames["follow_up.day"]
    frame.focus_box()
    type_text(frame.box.line, "1/3 2027")
    assert not frame.problem.isVisible()
    wizard.page.frames["follow_up.how"].focus_box()
    assert frame.problem.text().startswith("Nästa uppföljning måste vara senast 2027-02-01")


def test_a_text_that_is_no_date_stays_and_is_told_when_it_is_left(wizard, type_text):
    frame, after = (wizard.page.frames[f"follow_up.{part}"] for part in ("day", "how"))
    after.focus_box()
    frame.focus_box()
    type_text(frame.box.line, "i vår")
    after.focus_box()
    assert frame.box.line.text() == "i vår"
    assert frame.problem.text() == NOT_A_DATE
    frame.focus_box()
    frame.box.line.selectAll()
    type_text(frame.box.line, "1/3 2027")
    after.focus_box()
    assert not frame.problem.isVisible()
    assert frame.box.line.text() == "2027-03-01"
    frame.focus_box()
    frame.box.line.selectAll()
    frame.box.line.cut()
    after.focus_box()
    assert frame.problem.text() == "Välj datum för nästa uppföljning av planen."


def test_a_date_half_written_is_not_yet_wrong(wizard, type_text):
    frame = wizard.page.frames["follow_up.day"]
    frame.focus_box()
    seen = []
    for sign in "5/5 2027":
        type_text(frame.box.line, sign)
        seen.append(frame.problem.isVisible())
    assert not any(seen)
    assert wizard.editor.plan.follow_up.day == date(2027, 5, 5)


def test_the_keyboard_starts_at_the_proposal_and_goes_on_to_the_date(show_wizard, follow_up_of):
    view = show_wizard(follow_up_of("karin-plan-2"), at="area.d4")
    view.go(PAGE)
    assert view.window().focusWidget() is view.page.take
    # No date is missed before the page has been seen.
    assert not view.page.frames["follow_up.day"].problem.isVisible()
    view.page.take.click()
    assert view.window().focusWidget() is view.page.frames["follow_up.day"].box.line
    view.go("name")
    view.go(PAGE)
    assert view.window().focusWidget() is view.page.frames["follow_up.day"].box.line

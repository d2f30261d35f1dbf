"""Allmän information: how far this plan has come, point by point, with ways to them."""

from ui.widgets.picture import Picture

PAGE = "plan_information"


def points(page) -> list[tuple[str, str]]:
    return [(link.text(), state.text()) for _, state, link in page.points.rows]


def row(page, beginning: str):
    return next(link for _, _, link in page.points.rows if link.text().startswith(beginning))


def test_the_eleven_points_are_told_of_this_very_plan(wizard, unnamed):
    page = wizard.page
    assert len(points(page)) == 11
    states = [state for _, state in points(page)]
    assert set(states) == {"Klar", "Återstår"}
    done = states.count("Klar")
    assert page.progress.text() == f"Så långt har du kommit: {done} av 11 punkter"
    link = row(page, "Hur individen har varit delaktig")
    assert link.accessibleName().endswith(": Återstår")
    assert unnamed(wizard) == []
    # The picture is told to a screen reader.
    told = page.findChild(Picture).accessibleName()
    assert told.startswith("Bild: uppdraget, det som är beslutat")
    wizard.editor.change("participation.how", "Vid köksbordet")
    wizard.editor.change("participation.wishes", "Lugn och ro")
    assert link.accessibleName().endswith(": Klar")
    assert page.progress.text() == f"Så långt har du kommit: {done + 1} av 11 punkter"


def test_a_point_leads_to_the_field_where_it_is_written(wizard):
    row(wizard.page, "Hur individen har varit delaktig").click()
    assert wizard.step.id == "participation"
    assert wizard._field_in_use().field == "participation.how"
    for number in range(11):
        wizard.go(PAGE)
        wizard.page.points.rows[number][2].click()
        assert wizard.step.id != PAGE, number


def test_an_established_plan_has_what_it_has_and_every_point_leads_somewhere(current):
    page = current.page
    assert page.progress.text().startswith("Det här innehåller planen: ")
    assert ("Fastställd 2026-05-15", "Klar") in points(page)
    assert "Återstår" not in [state for _, state in points(page)]
    for number in range(11):
        current.go(PAGE)
        page.points.rows[number][2].click()
        assert current.step.id != PAGE, number

"""Avsnitt 2: the manual's steps, and which of them are done."""

from gplan_desktop.planning import begin_first


def states(page) -> list[str]:
    return [step.state.text() for step in page.line]


def test_what_the_program_has_done_is_ticked_for_this_plan(wizard, unnamed):
    wizard.go("follow_up_intro")
    page = wizard.page
    assert page.source.text() == (
        "Du följer upp Genomförandeplan Hemvård, upprättad fredag 15 maj 2026."
    )
    assert [step.heading.text() for step in page.line][:5] == [
        "Klicka i att planen är uppföljd",
        "Klicka i rutan för delaktighet",
        "Spara ändringar",
        "Klicka på Kopiera",
        "Välj Kopiera till nytt formulär",
    ]
    assert states(page) == [
        "Det gör du på sidan Avsluta den tidigare planen.",
        "Det gör du på sidan Avsluta den tidigare planen.",
        "✓  Klart. Gplan sparar av sig självt.",
        "✓  Klart. Kopierat: 5 livsområden med behov och mål, och 9 aktiviteter.",
        "✓  Klart. Kopian är den här planen.",
        "✓  Klart. Gplan svarar Ja åt dig.",
        "✓  Klart. Genomförandeplan Hemvård.",
    ]
    assert unnamed(wizard) == []


def test_the_writers_own_steps_are_ticked_when_they_are_done(wizard):
    wizard.go("follow_up_intro")
    wizard.editor.mark_followed_up()
    wizard.editor.change("closing.participated", True)
    wizard.editor.change("name", "Genomförandeplan Hemvård natt")
    told = states(wizard.page)
    assert told[:2] == ["✓  Klart. Uppföljd 2026-11-23.", "✓  Klart."]
    assert told[-1] == "Nu heter den Genomförandeplan Hemvård natt."


def test_the_button_leads_to_the_next_page(wizard):
    wizard.go("follow_up_intro")
    assert wizard.page.go.text() == "Gå till Välj person och plan"
    wizard.page.go.click()
    assert wizard.step.id == "choose_plan"


def test_a_first_plan_has_no_such_page(show_wizard, office):
    view = show_wizard(office.database.call(lambda: begin_first("mona", office.desk())))
    assert "follow_up_intro" not in {step.id for step in view.editor.steps}


def test_an_established_follow_up_tells_how_it_was_made(show_wizard, reopen):
    view = show_wizard(reopen("karin-plan-2"))
    view.go("follow_up_intro")
    assert states(view.page)[0] == "✓  Klart. Uppföljd 2026-05-15."

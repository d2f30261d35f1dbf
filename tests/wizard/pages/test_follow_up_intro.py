"""Avsnitt 2: the manual's steps, and which of them are done."""

from gplan_desktop.planning import begin_first
from gplan_desktop.rules.steps import steps

PAGE = "follow_up_intro"


def states(page) -> list[str]:
    return [step.state.text() for step in page.line]


def test_what_the_program_has_done_is_ticked_for_this_plan(wizard, unnamed):
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
    # The writer's own steps are ticked when they are done.
    wizard.editor.mark_followed_up()
    wizard.editor.change("closing.participated", True)
    wizard.editor.change("name", "Genomförandeplan Hemvård natt")
    told = states(wizard.page)
    assert told[:2] == ["✓  Klart. Uppföljd 2026-11-23.", "✓  Klart."]
    assert told[-1] == "Nu heter den Genomförandeplan Hemvård natt."
    assert wizard.page.go.text() == "Gå till Välj person och plan"
    wizard.page.go.click()
    assert wizard.step.id == "choose_plan"


def test_a_first_plan_has_no_such_page(office, method):
    first = office.database.call(lambda: begin_first("mona", office.desk()))
    assert PAGE not in {step.id for step in steps(first.record.plan, method)}


def test_an_established_follow_up_tells_how_it_was_made(current):
    assert states(current.page)[0] == "✓  Klart. Uppföljd 2026-05-15."

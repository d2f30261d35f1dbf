"""Börja här: the answer for this person, the days, and a situation to try."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel

from gplan_desktop.domain.person import SupportKind
from gplan_desktop.domain.plan import Closing
from gplan_desktop.planning import begin_first

PAGE = "general"


def tick(page, *kinds: SupportKind) -> None:
    for kind in kinds:
        page.trial.ticks[kind].click()


def shown(page) -> list[str]:
    return [w.text() for w in page.findChildren(QLabel) if w.isVisible()]


def test_the_answer_the_days_and_the_first_page_that_waits_are_told(wizard, unnamed):
    page = wizard.page
    assert shown(page.answer)[1:] == [
        "Ja – Karin ska ha en genomförandeplan",
        (
            "Hemvård är stöd enligt socialtjänstlagen. "
            "Att individen också har trygghetslarm ändrar inget."
        ),
        "Regel 1, manualen s. 3",
    ]
    assert unnamed(wizard) == []
    assert page.days.words.text() == "Försenad 12 dagar"
    assert page.days.last_day.text() == "Följs upp senast onsdag 11 november 2026."
    assert page.then.text().startswith("När den här planen upprättas slutar den tidigare")
    assert page.go.text() == "Gå till Delaktighet"
    page.go.click()
    assert wizard.step.id == "participation"


def test_a_first_plan_has_thirty_days_from_the_start_of_support(show_wizard, office):
    view = show_wizard(office.database.call(lambda: begin_first("mona", office.desk())))
    page = view.page
    assert view.step.id == "general"
    assert page.answer.reason.text().startswith("Stödet är endast ledsagning. Observera")
    assert page.days.words.text() == "14 dagar kvar"
    assert page.days.last_day.text() == "Upprättas senast måndag 7 december 2026."


def test_a_draft_for_someone_with_only_an_alarm_says_no_and_how_to_go_on(show_wizard, office):
    opened = office.database.call(lambda: begin_first("mona", office.desk()))
    person = replace(opened.situation.person, support_kinds=(SupportKind.ALARM,))
    situation = replace(opened.situation, person=person)
    page = show_wizard(replace(opened, situation=situation)).page
    assert page.answer.answer.text() == "Nej – ingen genomförandeplan ska upprättas"
    assert not page.days.isVisible()
    assert "Ändra stödet hos personen" in page.problem.text()


def test_when_all_is_written_the_button_leads_to_the_review(written):
    written.go("general")
    assert written.page.go.text() == "Gå till Granska och upprätta"
    written.editor.change("closing", Closing())
    assert written.page.go.text() == "Gå till Avsluta den tidigare planen"


def test_another_situation_is_answered_at_once_and_changes_nothing(wizard):
    page, before = wizard.page, (wizard.editor.plan, wizard.editor.situation.person)
    answer = page.trial.answer
    assert not answer.isVisible()
    assert [kind.text() for kind in page.trial.ticks.values()] == [
        "Hemvård",
        "Dagverksamhet",
        "Service",
        "Ledsagning",
        "Trygghetslarm",
        "HSL-åtgärder",
    ]
    tick(page, SupportKind.ALARM)
    assert answer.answer.text() == "Nej – ingen genomförandeplan ska upprättas"
    tick(page, SupportKind.HEALTH_CARE)
    assert answer.reason.text() == "Stödet är endast trygghetslarm och HSL-åtgärder."
    tick(page, SupportKind.ESCORT)
    assert answer.answer.text() == "Ja – individen ska ha en genomförandeplan"
    assert any("Inget ändras för Karin och inget sparas." in text for text in shown(page.trial))
    tick(page, SupportKind.ALARM, SupportKind.HEALTH_CARE, SupportKind.ESCORT)
    assert page.trial.waiting.isVisible()
    assert not answer.isVisible()
    assert (wizard.editor.plan, wizard.editor.situation.person) == before
    assert page.answer.answer.text() == "Ja – Karin ska ha en genomförandeplan"


def test_a_plan_in_force_tells_when_it_is_followed_up_and_asks_for_nothing(current):
    assert current.page.days.words.text() == "Försenad 12 dagar"
    assert current.page.then.text().startswith("Planen gäller och är skrivskyddad.")
    assert not current.page.go.isVisible()


def test_a_superseded_plan_has_no_days(show_wizard, reopen):
    view = show_wizard(reopen("karin-plan-1"), at=PAGE)
    assert not view.page.days.isVisible()
    assert view.page.then.text() == "Planen är ersatt och gäller inte längre."

"""The overview of the life areas."""

from PySide6.QtWidgets import QLabel

from gplan_desktop.domain.plan import Activity, DayPart, GoalAttainment
from gplan_desktop.planning import begin_first

PAGE = "attainment"


def test_the_overview_counts_what_is_decided_and_leads_to_the_next(wizard):
    assert wizard.page.progress.text() == "0 av 5 livsområden omprövade"
    assert wizard.page.next.text() == "Gå till Förflyttning"
    wizard.page.next.click()
    assert wizard.step.id == "area.d4"
    for part, value in (
        ("attainment", GoalAttainment.REMAINS),
        ("result", "Som förut."),
        ("next_follow_up", wizard.editor.situation.latest_follow_up),
    ):
        wizard.editor.change(f"area.d4.{part}", value)
    wizard.go("attainment")
    assert wizard.page.progress.text() == "1 av 5 livsområden omprövade"
    said = [w.text() for w in wizard.page.findChildren(QLabel)]
    assert said.count("Kvarstår") == 1
    assert said.count("Kopierad – ej omprövad") == 4
    wizard.page.next.click()
    assert wizard.step.id == "area.d5"


def test_a_first_plan_counts_what_is_described(show_wizard, office):
    first = office.database.call(lambda: begin_first("gunnel", office.desk()))
    view = show_wizard(first, at="first_areas")
    assert view.page.progress.text() == "0 av 3 livsområden klara"
    activity = Activity("Promenad", "Vid sidan om mig", "Personalen", (DayPart.FORENOON,))
    for part, value in (
        ("needs", "Jag går långsamt."),
        ("goal", "Jag vill gå till affären."),
        ("activities", (activity,)),
    ):
        view.editor.change(f"area.d4.{part}", value)
    assert view.page.progress.text() == "1 av 3 livsområden klara"
    said = [w.text() for w in view.page.findChildren(QLabel)]
    assert (said.count("Klar"), said.count("Ej påbörjad")) == (1, 2)

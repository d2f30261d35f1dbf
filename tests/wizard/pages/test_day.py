"""The day as the plan describes it, and the night plan beside it (S22)."""

import pytest
from PySide6.QtWidgets import QLabel

from gplan_desktop.domain.plan import Activity, DayPart

PAGE = "attainment"


@pytest.fixture
def night(office, show_wizard, follow_up_of):
    """The follow-up of a night plan whose person also has a day plan in force."""
    people = office.database.call(office.store.people)
    plans = [plan for person in people for plan in person.current]
    plan_id = next(plan.id for plan in plans if "natt" in plan.name)
    return show_wizard(follow_up_of(plan_id), at=PAGE)


def test_hours_without_anything_are_told_and_follow_the_plan(wizard):
    day = wizard.page.day
    assert day.gaps.text() == "Ingen beskrivning kl. 6–8, kl. 17–20 och kl. 21–6."
    evening = Activity("Kvällsmat", "Duka", "Personal", (DayPart.EVENING, DayPart.NIGHT))
    activities = (*wizard.editor.plan.area("d5").activities, evening)
    wizard.editor.change("area.d5.activities", activities)
    assert "21–6" not in day.gaps.text()
    assert "Kvällsmat (Personlig vård)" in day.strip.accessibleDescription()
    assert day.words.text() == day.strip.accessibleDescription() + ""
    assert not day.together.isVisible()


def test_the_other_plan_in_force_is_shown_by_its_name(night):
    said = [w.text() for w in night.page.day.findChildren(QLabel)]
    assert "Genomförandeplan Hemvård natt" in said
    assert "Genomförandeplan Hemvård" in said
    assert night.page.day.together.text().startswith("Planerna tillsammans: ingen beskrivning")
    assert "\nGenomförandeplan Hemvård\n" in night.page.day.words.text()

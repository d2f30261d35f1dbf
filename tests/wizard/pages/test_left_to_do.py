"""What is left when the plan has been established: done from there, or ticked."""

from datetime import timedelta

import pytest

from gplan_desktop.domain.overview import Aftercare
from gplan_desktop.domain.print_out import Occasion, Paper, Way, print_of_plan
from gplan_desktop.domain.visit_plan import VisitPlan
from gplan_desktop.rules.to_do import ToDoKind

KIND = ToDoKind
PAGE = "plan_list"


@pytest.fixture
def left(established, office):
    """The card on the page to which one comes."""
    office.database.flush()
    return established.page.left


def kinds(card):
    return [row.to_do.kind for row in card.rows.rows if row.to_do.is_open]


def row_of(card, kind):
    return next(row for row in card.rows.rows if row.to_do.kind is kind)


def test_print_journal_and_filing_are_left_each_with_the_way_to_its_page(established, left, office):
    assert kinds(left) == [KIND.PRINT, KIND.NOTE, KIND.FILE]
    assert left.heading.text() == "Kvar att göra (3)"
    for kind, page in ((KIND.PRINT, "print"), (KIND.NOTE, "journal")):
        row_of(left, kind).act.click()
        assert established.step.id == page
    # Filing is ticked here and on its own page.
    row_of(left, KIND.FILE).tick.click()
    office.database.flush()
    assert left.heading.text() == "Kvar att göra (2)"
    established.go("filing")
    assert established.page.tick.isChecked()


def test_what_has_been_done_of_the_plan_stands_under_what_is_left(established, left, office):
    plan_id, noted = established.editor.plan.id, Aftercare(noted_at=office.now())
    office.database.call(lambda: office.store.aftercares.note(plan_id, noted))
    established.go("journal")
    established.go("plan_list")
    office.database.flush()
    assert kinds(established.page.left) == [KIND.PRINT, KIND.FILE]
    done = [row.to_do.kind for row in left.rows.rows if not row.to_do.is_open]
    assert done == [KIND.NOTE]


def test_the_old_paper_and_the_temporary_visit_plan_are_left_too(established, office):
    def leave_behind(store):
        at = office.now() - timedelta(days=100)
        occasion = Occasion(at, "Kim Ek", Way.PRINTER)
        former = store.plan("karin-plan-2")
        store.prints.add([print_of_plan("old", former, Paper.PLAN, occasion)])
        visit_plan = VisitPlan("visit", "karin", "Kväll", True, office.today())
        store.visit_plans.save(visit_plan, 0, "one")

    office.database.call(lambda: leave_behind(office.store))
    established.go("print")
    established.go("plan_list")
    office.database.flush()
    left = established.page.left
    assert kinds(left)[:3] == [KIND.PRINT, KIND.NOTE, KIND.FILE]
    assert set(kinds(left)[3:]) == {KIND.CLEAR_VISIT_PLAN, KIND.COLLECT_PAPER}
    row_of(left, KIND.CLEAR_VISIT_PLAN).act.click()
    assert established.step.id == "visit_plan"


def test_a_draft_has_nothing_left_after_it(wizard, office):
    office.database.flush()
    assert not wizard.page.left.isVisible()

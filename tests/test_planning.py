"""The acts of planning, on a practice unit in a real, encrypted file."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.person import Provider
from gplan_desktop.domain.plan import PlanRecord, PlanStatus
from gplan_desktop.domain.user import with_role
from gplan_desktop.editing import PlanEditor
from gplan_desktop.errors import NotShown, PlanChangedElsewhere, PlanLocked, RecordMissing
from gplan_desktop.method.load import load
from gplan_desktop.method.sources import built_in_text
from gplan_desktop.paths import DataFolders
from gplan_desktop.planning import (
    Desk,
    NoPlanNeeded,
    NothingAssigned,
    Opened,
    begin_first,
    choices_for_first,
    choices_for_follow_up,
    establish,
    follow_up,
    open_plan,
)
from gplan_desktop.selfcheck import write_everything
from gplan_desktop.units import Units

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 13, 32, tzinfo=UTC)
PAPER = b"%PDF-fake"
DAY_PLAN, NIGHT_PLAN, DAY_ACTIVITY, SERVICE = (
    "Genomförandeplan Hemvård",
    "Genomförandeplan Hemvård natt",
    "Genomförandeplan dagverksamhet",
    "Genomförandeplan service",
)


def units_in(folder, method):
    return Units(DataFolders(folder), method, lambda: NOW, lambda *_: PAPER)


@pytest.fixture(scope="session")
def filled(tmp_path_factory, method):
    """The file of a practice unit, to be copied: filling one waits for the disk."""
    units = units_in(tmp_path_factory.mktemp("filled"), method)
    units.open_practice().close()
    return units.folders.practice_database


@pytest.fixture
def desk(tmp_path, filled, method):
    units = units_in(tmp_path, method)
    units.folders.practice_database.parent.mkdir()
    units.folders.practice_database.write_bytes(filled.read_bytes())
    store = units.open_practice()
    yield Desk(store, method, TODAY)
    store.close()


def written(opened, desk):
    """Write everything that *opened* asks for and save it, ready to be established."""
    editor = PlanEditor(opened.record, opened.situation)
    write_everything(editor)
    version = desk.store.save_draft(editor.plan, opened.record.version, Place())
    return Opened(PlanRecord(editor.plan, version=version), opened.situation)


def establish_now(opened, desk, render=lambda _: PAPER):
    return establish(opened, desk, NOW, render)


def plans_in_force(person_id, desk):
    return {plan.name: plan.id for plan in desk.store.plans(person_id) if plan.is_current}


def decide_anew(assignment_id, desk, **changes):
    former = desk.store.assignments.get(assignment_id)
    newer = replace(former, **{"id": "nytt-uppdrag", "day": TODAY, **changes})
    desk.store.assignments.add(newer)
    return newer


def test_a_follow_up_begins_with_what_stood_in_the_earlier_plan(desk):
    opened = follow_up("karin-plan-2", desk)
    former = desk.store.plan("karin-plan-2")
    plan = opened.record.plan
    assert (plan.previous_id, plan.name) == ("karin-plan-2", DAY_PLAN)
    assert [area.substance for area in plan.areas] == [a.substance for a in former.plan.areas]
    assert all(area.awaits_review for area in plan.areas)
    assert opened.situation.previous == former
    assert opened.situation.person.id == "karin"
    assert opened.situation.today == TODAY
    assert opened.place == Place()


def test_nothing_is_kept_before_something_is_written(desk):
    before = (desk.store.plans("karin"), changes(desk.store))
    opened = follow_up("karin-plan-2", desk)
    assert opened.record.version == 0
    assert PlanEditor(opened.record, opened.situation).is_untouched
    assert (desk.store.plans("karin"), changes(desk.store)) == before


def changes(store):
    """Return what the log tells besides who read what."""
    return [entry for entry in store.audit() if not entry.action.endswith(".read")]


def test_a_follow_up_that_was_begun_is_gone_on_with(desk):
    ready = written(follow_up("karin-plan-2", desk), desk)
    assert follow_up("karin-plan-2", desk).record.plan == ready.record.plan


def test_every_new_form_has_an_id_of_its_own(desk):
    ids = {follow_up("karin-plan-2", desk).record.plan.id for _ in range(3)}
    assert len(ids) == 3


def test_establishing_supersedes_the_earlier_plan_on_the_day_it_was_followed_up(desk):
    ready = written(follow_up("karin-plan-2", desk), desk)
    record = establish_now(ready, desk)
    former = desk.store.plan("karin-plan-2")
    assert (former.status, former.followed_up_on) == (PlanStatus.SUPERSEDED, TODAY)
    assert plans_in_force("karin", desk) == {DAY_PLAN: record.plan.id}


def test_an_established_plan_tells_when_by_whom_and_by_which_method(desk, method):
    record = establish_now(written(follow_up("karin-plan-2", desk), desk), desk)
    moment = record.establishment
    assert record.status is PlanStatus.ESTABLISHED
    assert (moment.at, moment.by) == (NOW, desk.store.unit.coordinator)
    assert moment.method_version == method.version
    assert moment.checksum == desk.store.checksum(record.plan)
    assert desk.store.plan(record.plan.id) == record


def test_a_provider_opens_the_plan_in_force_and_none_before_it(desk, method):
    plan_id = establish_now(written(follow_up("karin-plan-2", desk), desk), desk).plan.id
    karin = desk.store.person("karin")
    desk.store.change_person(replace(karin, provider=Provider("Omsorg AB", external=True)))
    provider = with_role("eva", "Eva Ek", "extern_utforare", method.access.roles)
    desk.store.work_as(replace(provider, provider="Omsorg AB", shown=method.provider))
    opened = open_plan(plan_id, desk)
    assert (opened.record.is_current, opened.situation.previous) == (True, None)
    with pytest.raises(NotShown):
        open_plan("karin-plan-2", desk)


def test_the_paper_is_made_of_the_plan_as_it_is_established_and_kept(desk):
    asked = []

    def render(record):
        asked.append(record)
        return b"%PDF-kept"

    record = establish_now(written(follow_up("karin-plan-2", desk), desk), desk, render)
    (shown,) = asked
    assert shown.status is PlanStatus.ESTABLISHED
    assert (shown.plan, shown.establishment) == (record.plan, record.establishment)
    assert desk.store.pdf(record.plan.id) == b"%PDF-kept"


def test_without_paper_nothing_is_established(desk):
    def out_of_paper(_):
        raise RuntimeError("no paper")

    ready = written(follow_up("karin-plan-2", desk), desk)
    with pytest.raises(RuntimeError, match="no paper"):
        establish_now(ready, desk, out_of_paper)
    assert plans_in_force("karin", desk) == {DAY_PLAN: "karin-plan-2"}
    assert desk.store.plan(ready.record.plan.id).status is PlanStatus.DRAFT
    assert establish_now(ready, desk).is_current


def test_a_draft_that_was_saved_elsewhere_is_not_established(desk):
    ready = written(follow_up("karin-plan-2", desk), desk)
    elsewhere = replace(ready.record.plan, name=SERVICE)
    desk.store.save_draft(elsewhere, ready.record.version, Place())
    with pytest.raises(PlanChangedElsewhere):
        establish_now(ready, desk)
    assert plans_in_force("karin", desk) == {DAY_PLAN: "karin-plan-2"}


def test_a_plan_is_established_once(desk):
    ready = written(follow_up("karin-plan-2", desk), desk)
    establish_now(ready, desk)
    changed = replace(ready.record.plan, name=SERVICE)
    with pytest.raises(PlanLocked):
        establish_now(replace(ready, record=replace(ready.record, plan=changed)), desk)


def test_day_and_night_keep_their_own_assignments_and_are_both_in_force(desk):
    for plan_id, assignment_id in (
        ("elsa-plan-dag", "elsa-uppdrag-dag"),
        ("elsa-plan-natt", "elsa-uppdrag-natt"),
    ):
        opened = follow_up(plan_id, desk)
        assert opened.situation.assignment.id == assignment_id
        establish_now(written(opened, desk), desk)
    in_force = plans_in_force("elsa", desk)
    assert set(in_force) == {DAY_PLAN, NIGHT_PLAN}
    assert not {"elsa-plan-dag", "elsa-plan-natt"} & set(in_force.values())


def test_a_follow_up_stands_on_the_newest_decision(desk):
    d5 = desk.store.assignments.get("karin-uppdrag").area("d5")
    areas = (replace(d5, code="d1"), d5)
    newer = decide_anew("karin-uppdrag", desk, areas=areas)
    opened = follow_up("karin-plan-2", desk)
    assert opened.situation.assignment == newer
    assert opened.record.plan.assignment_id == "nytt-uppdrag"
    assert opened.record.plan.areas[0].code == "d1"
    assert not opened.record.plan.areas[0].copied


def test_a_follow_up_never_goes_back_to_an_older_decision(desk):
    decide_anew("karin-uppdrag", desk, day=TODAY - timedelta(days=3000))
    assert follow_up("karin-plan-2", desk).situation.assignment.id == "karin-uppdrag"


def proposed(choices):
    return [assignment.id for assignment in choices.assignments]


def test_nothing_is_asked_when_nothing_has_been_decided_since(desk):
    for plan_id, assignment_id in (
        ("karin-plan-2", "karin-uppdrag"),
        ("elsa-plan-dag", "elsa-uppdrag-dag"),
        ("elsa-plan-natt", "elsa-uppdrag-natt"),
    ):
        choices = choices_for_follow_up(plan_id, desk)
        assert (proposed(choices), choices.must_ask) == ([assignment_id], False)


def test_a_newer_decision_may_be_meant_or_the_one_before(desk):
    decide_anew("karin-uppdrag", desk)
    choices = choices_for_follow_up("karin-plan-2", desk)
    assert proposed(choices) == ["nytt-uppdrag", "karin-uppdrag"]
    assert choices.must_ask
    assert choices.names == {"karin-uppdrag": DAY_PLAN}
    chosen = follow_up("karin-plan-2", desk, "karin-uppdrag")
    assert chosen.record.plan.assignment_id == "karin-uppdrag"
    assert follow_up("karin-plan-2", desk).record.plan.assignment_id == "nytt-uppdrag"


def test_what_another_plan_in_force_stands_on_is_not_offered(desk):
    decide_anew("elsa-uppdrag-dag", desk)
    for plan_id, own in (
        ("elsa-plan-dag", "elsa-uppdrag-dag"),
        ("elsa-plan-natt", "elsa-uppdrag-natt"),
    ):
        assert proposed(choices_for_follow_up(plan_id, desk)) == ["nytt-uppdrag", own]


def test_nothing_is_asked_when_the_follow_up_has_been_begun(desk):
    ready = written(follow_up("karin-plan-2", desk), desk)
    decide_anew("karin-uppdrag", desk)
    assert not choices_for_follow_up("karin-plan-2", desk).must_ask
    assert follow_up("karin-plan-2", desk, "nytt-uppdrag").record.plan == ready.record.plan


def test_a_first_plan_may_stand_on_any_decision_that_has_none(desk):
    assert not choices_for_first("gunnel", desk).must_ask
    decide_anew("gunnel-uppdrag", desk)
    choices = choices_for_first("gunnel", desk)
    assert proposed(choices) == ["nytt-uppdrag", "gunnel-uppdrag"]
    chosen = begin_first("gunnel", desk, "gunnel-uppdrag")
    assert chosen.record.plan.assignment_id == "gunnel-uppdrag"


def test_a_further_plan_may_stand_on_any_decision_when_all_are_taken(desk):
    choices = choices_for_first("elsa", desk)
    assert proposed(choices) == ["elsa-uppdrag-dag", "elsa-uppdrag-natt"]
    assert choices.names == {"elsa-uppdrag-dag": DAY_PLAN, "elsa-uppdrag-natt": NIGHT_PLAN}


def test_two_plans_on_one_decision_are_both_named(desk):
    night = written(begin_first("karin", desk), desk)
    establish_now(night, desk)
    choices = choices_for_follow_up("karin-plan-2", desk)
    assert proposed(choices) == ["karin-uppdrag"]
    assert set(choices.names["karin-uppdrag"].split(", ")) == {DAY_PLAN, NIGHT_PLAN}


def test_a_first_plan_begins_empty(desk, method):
    opened = begin_first("gunnel", desk)
    plan = opened.record.plan
    assert (plan.previous_id, plan.name) == (None, method.plan_names[0])
    assert plan.assignment_id == "gunnel-uppdrag"
    assert opened.situation.previous is None
    assert len(plan.areas) == len(opened.situation.assignment.areas)


def test_who_has_only_an_alarm_gets_no_plan(desk):
    with pytest.raises(NoPlanNeeded) as refused:
        begin_first("harry", desk)
    assert "bara trygghetslarm." in refused.value.happened
    assert desk.store.plans("harry") == []


def test_without_an_assignment_there_is_nothing_to_plan(desk):
    number = PersonalId(IdentifierKind.RESERVE, "98240301AA06")
    new = replace(desk.store.person("gunnel"), id="ny", personal_id=number)
    desk.store.add_person(new)
    with pytest.raises(NothingAssigned) as refused:
        begin_first("ny", desk)
    assert new.name in refused.value.happened


def test_a_person_who_is_not_there_is_told_so(desk):
    with pytest.raises(RecordMissing):
        begin_first("nobody", desk)
    with pytest.raises(RecordMissing):
        follow_up("no-plan", desk)


@pytest.mark.parametrize(
    ("person", "name"),
    [("gunnel", DAY_PLAN), ("karin", NIGHT_PLAN), ("elsa", DAY_ACTIVITY), ("rolf", DAY_PLAN)],
)
def test_a_further_plan_gets_the_first_name_that_is_free(desk, person, name):
    assert begin_first(person, desk).record.plan.name == name


def test_a_further_plan_stands_on_the_decision_that_has_none(desk):
    decide_anew("karin-uppdrag", desk, day=TODAY - timedelta(days=3000))
    assert begin_first("karin", desk).situation.assignment.id == "nytt-uppdrag"


def test_a_further_plan_without_a_decision_of_its_own_stands_on_the_newest(desk):
    assert begin_first("karin", desk).situation.assignment.id == "karin-uppdrag"
    assert begin_first("elsa", desk).situation.assignment.id == "elsa-uppdrag-dag"


def test_when_all_names_are_taken_the_first_is_proposed(desk, method):
    taken = replace(desk, method=replace(method, plan_names=(DAY_PLAN, NIGHT_PLAN)))
    assert begin_first("elsa", taken).record.plan.name == DAY_PLAN


def test_the_second_of_two_follow_ups_cannot_be_established_any_more(desk):
    [current] = [plan.id for plan in desk.store.plans("karin") if plan.is_current]
    begun = [follow_up(current, desk) for _ in range(2)]
    one, other = (written(opened, desk) for opened in begun)
    establish_now(one, desk)
    late = open_plan(other.record.plan.id, desk)
    rules = [found.rule for found in PlanEditor(late.record, late.situation).blocking]
    assert rules == ["previous-not-in-force", "name-in-force"]


def test_a_further_plan_cannot_take_the_name_of_one_in_force(desk):
    opened = begin_first("elsa", desk)
    editor = PlanEditor(opened.record, opened.situation)
    assert "name-in-force" not in [found.rule for found in editor.findings]
    editor.change("name", NIGHT_PLAN)
    assert "name-in-force" in [found.rule for found in editor.blocking]


def test_a_draft_is_opened_where_it_was_left(desk):
    plan = follow_up("karin-plan-2", desk).record.plan
    place = Place("area.d5", "area.d5.result")
    version = desk.store.save_draft(plan, 0, place)
    opened = open_plan(plan.id, desk)
    assert opened.place == place
    assert opened.record == PlanRecord(plan, version=version)
    assert opened.situation.previous.plan.id == "karin-plan-2"
    assert opened.situation.assignment.id == "karin-uppdrag"


def test_an_established_plan_is_opened_to_read(desk):
    opened = open_plan("karin-plan-2", desk)
    assert opened.record.is_locked
    assert opened.situation.previous.plan.id == "karin-plan-1"
    assert PlanEditor(opened.record, opened.situation).read_only


def test_the_draft_that_practice_holds_can_be_written_to_the_end(desk):
    draft = next(plan for plan in desk.store.plans("olena") if plan.status is PlanStatus.DRAFT)
    record = establish_now(written(open_plan(draft.id, desk), desk), desk)
    assert plans_in_force("olena", desk) == {DAY_ACTIVITY: record.plan.id}


def test_a_follow_up_knows_the_plans_it_goes_back_to_and_those_beside_it(desk):
    opened = follow_up(plans_in_force("karin", desk)[DAY_PLAN], desk)
    formers = [record.plan.id for record in opened.situation.formers]
    assert formers == ["karin-plan-2", "karin-plan-1"]
    day = follow_up(plans_in_force("elsa", desk)[DAY_PLAN], desk)
    assert [other.plan.name for other in day.situation.others] == [NIGHT_PLAN]
    assert day.situation.names_in_force == {NIGHT_PLAN}


def test_a_draft_has_the_areas_of_its_assignment_as_it_has_been_corrected(desk):
    begun = begin_first("gunnel", desk)
    desk.store.save_draft(begun.record.plan, 0, Place())
    assignment = desk.store.assignments.get(begun.record.plan.assignment_id)
    first, *rest = assignment.areas
    added = replace(first, code="d9")
    desk.store.assignments.change(replace(assignment, areas=(*rest, added)))
    codes = [area.code for area in open_plan(begun.record.plan.id, desk).record.plan.areas]
    assert first.code not in codes
    assert codes[-1] == "d9"


def test_what_is_written_in_an_area_stays_when_it_is_no_longer_assigned(desk):
    begun = begin_first("gunnel", desk)
    editor = PlanEditor(begun.record, begun.situation)
    code = editor.plan.areas[0].code
    editor.change(f"area.{code}.needs", "Jag vill handla själv.")
    desk.store.save_draft(editor.plan, 0, Place())
    assignment = desk.store.assignments.get(editor.plan.assignment_id)
    desk.store.assignments.change(replace(assignment, areas=assignment.areas[1:]))
    assert open_plan(editor.plan.id, desk).record.plan.area(code).needs == "Jag vill handla själv."


def test_an_established_plan_is_shown_by_the_metodstod_it_was_made_under(desk, method):
    own = {
        "method.toml": 'version = "Eksta 2026-1"\n[limits]\nestablish_days = 14\n',
        "fields.toml": '["area.*.goal"]\nlabel = "Mål med stödet"\n',
    }
    then = replace(desk, method=load(built_in_text, own).method)
    record = establish_now(written(follow_up("karin-plan-2", then), then), then)
    opened = open_plan(record.plan.id, desk)
    assert opened.situation.method.version == then.method.version
    assert opened.situation.method.limits.establish_days == 14
    assert opened.situation.method.field("area.d5.goal").label == "Mål med stödet"
    # What is begun now, and what was established before, goes by its own.
    assert follow_up(record.plan.id, desk).situation.method is method
    assert open_plan("karin-plan-2", desk).situation.method.limits.establish_days == 30

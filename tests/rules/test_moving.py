"""A sentence is put where it belongs: nothing that stands there is replaced, no word is lost."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gplan_desktop.domain.fields import value_at
from gplan_desktop.domain.home import Home
from gplan_desktop.domain.journal_entry import EntryDraft
from gplan_desktop.domain.tabs import Code, ReferencePerson, Relative, Secret, Tabs
from gplan_desktop.domain.visit_plan import (
    Arrival,
    Coverage,
    SingleVisit,
    StaffWish,
    TimeWindow,
    VisitPlan,
    Wish,
)
from gplan_desktop.method.load import built_in
from gplan_desktop.rules.moving import (
    ChangedSince,
    Ground,
    asks_for_area,
    in_area,
    may_be_moved,
    proposed_heading,
    put,
    taken_back,
    where,
)
from gplan_desktop.rules.right_place import Advice, right_place

# Forty at every run: a hundred of each take seconds together.
some = settings(max_examples=40)

METHOD = built_in()
GROUND = Ground(METHOD, date(2026, 11, 23))
TABS, VISIT_PLAN = Tabs("p"), VisitPlan("v", "p")
AREA = {"tabs": TABS, "visit_plan": VISIT_PLAN, "journal": EntryDraft()}


def advice(text: str) -> Advice:
    return right_place(text, METHOD)[0].advices[0]


def put_at(field: str, text: str, record=None):
    found = put(record or AREA[field.partition(".")[0]], field, text, GROUND)
    assert found is not None
    return found


def code(what: str, secret: str) -> tuple[Code, ...]:
    return (Code(what, Secret(secret)),)


@pytest.mark.parametrize(
    ("field", "text", "rows"),
    [
        ("visit.door_codes", "Portkoden är 1234.", code("Porten", "1234")),
        ("visit.door_codes", "Dörrkod: 1234#", code("Dörren", "1234#")),
        ("visit.door_codes", "Koden till soprummet är 4512", code("Soprummet", "4512")),
        ("visit.door_codes", "Kod 4512", code("Port eller dörr", "4512")),
        (
            "visit.door_codes",
            "Portkoden är 1234, slå stjärna två gånger.",
            code("Portkoden är …, slå stjärna två gånger", "1234"),
        ),
        ("keys", "Nyckelnummer 117.", code("Nyckel", "117")),
        (
            "keys",
            "Nyckel nr A-12 hänger i skåpet på kontoret",
            code("Nyckel nr … hänger i skåpet på kontoret", "A-12"),
        ),
        (
            "good_to_know.card_codes",
            "Koden till ICA-kortet är 4411.",
            code("ICA-kortet", "4411"),
        ),
        (
            "reference_people",
            "Kontaktman är Eva Lind.",
            (ReferencePerson("Eva Lind", "Kontaktman (kontaktperson)"),),
        ),
        (
            "reference_people",
            "Omvårdnadsansvarig sjuksköterska är Per von Essen, tel 08-123 45 67.",
            (ReferencePerson("Per von Essen", "Omvårdnadsansvarig sjuksköterska", "08-123 45 67"),),
        ),
        (
            "reference_people",
            "Dietisten Åsa Ek nås på 070-123 45 67",
            (ReferencePerson("Åsa Ek", "Dietist", "070-123 45 67"),),
        ),
        (
            "relatives",
            "Dottern Anna Berg, 070-1740605.",
            (Relative("Anna Berg", "Dotter", "070-1740605"),),
        ),
        ("relatives", "God man är Bo Ek.", (Relative("Bo Ek", "God man"),)),
        ("relatives", "Hennes make heter Ulf", (Relative("Ulf", "Make, maka eller sambo"),)),
        (
            "relatives",
            "Sonen Karl ringer varje söndag, 0701234567",
            (Relative("Karl", "Son", "Sonen Karl ringer varje söndag, 0701234567"),),
        ),
        (
            "relatives",
            "dottern har reservnyckel",
            (Relative("", "Dotter", "dottern har reservnyckel"),),
        ),
    ],
)
def test_a_list_gets_a_row(field: str, text: str, rows) -> None:
    found = put_at(f"tabs.{field}", text)
    assert value_at(found.record, field) == rows
    assert found.rest == ""
    twice = put_at(f"tabs.{field}", text, found.record)
    assert value_at(twice.record, field) == rows


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("tabs.visit.door_codes", "Portkoden är 1234 och larmet 5678"),
        ("tabs.visit.door_codes", "Portkoden är ett två tre fyra"),
        ("tabs.visit.door_codes", "Portkoden är ändrad"),
        ("tabs.visit.door_codes", "Portkoden är 1234, ring 08-123 45 67"),
        ("tabs.keys", "Nycklarna 45 och 46"),
        ("tabs.reference_people", "sköterskan kommer på tisdagar"),
        ("visit_plan.home.medicine_cabinet_code", "Koden till medicinskåpet är ny"),
        ("visit_plan.temporary", "En tillfällig besöksplan behövs"),
        ("visit_plan.health_care.signing_system", "Utför enligt signeringssystemet"),
        ("tabs.nothing", "Hej"),
    ],
)
def test_what_cannot_be_told_apart_is_left_to_be_written_by_hand(field: str, text: str) -> None:
    assert put(AREA[field.partition(".")[0]], field, text, GROUND) is None


@some
@given(st.from_regex(r"(Portkoden är|Kod|Slå) \d{4}[a-zåäö ,.]{0,20}", fullmatch=True))
def test_a_code_never_stands_where_all_can_read_it(text: str) -> None:
    found = put(TABS, "tabs.visit.door_codes", text, GROUND)
    if found:
        [row] = value_at(found.record, "visit.door_codes")
        assert not any(sign.isdigit() for sign in row.what)
        assert row.secret.reveal() in text


def test_what_the_row_of_a_reference_person_cannot_hold_is_told() -> None:
    text = "Sjuksköterskan Lisa Holm kommer varje tisdag"
    found = put_at("tabs.reference_people", text)
    assert value_at(found.record, "reference_people") == (
        ReferencePerson("Lisa Holm", "Sjuksköterska"),
    )
    assert found.rest == text


@pytest.mark.parametrize(
    ("field", "stands", "text", "after"),
    [
        ("tabs.visit.way_home", "", "Gå till höger.", "Gå till höger."),
        ("tabs.visit.way_home", "Gården.", "Gå till höger.", "Gården.\nGå till höger."),
        ("tabs.visit.way_home", "Gå till höger.", "Gå till höger.", "Gå till höger."),
        ("tabs.visit.floor", "Våning 3", "Ingen hiss", "Våning 3. Ingen hiss"),
        ("tabs.visit.floor", "Våning 3. Ingen hiss", "Ingen hiss.", "Våning 3. Ingen hiss"),
        ("tabs.visit.name_on_door", "", "På dörren står det Ek.", "Ek"),
        ("tabs.visit.name_on_door", "Ekman", "På dörren står Ek.", "Ekman. Ek"),
        ("visit_plan.home.animals", "Två katter.", "En hund", "Två katter. En hund"),
        ("visit_plan.arrival.name_on_door", "", "Dörrskylten är trasig", "Dörrskylten är trasig"),
        ("visit_plan.other", "Ring på.", "Gå in.", "Ring på.\nGå in."),
    ],
)
def test_a_text_goes_on_after_what_stands_there(field, stands, text, after) -> None:
    place = field.partition(".")[2]
    record = AREA[field.partition(".")[0]]
    for part in (stands, text):
        record = put_at(field, part, record).record if part else record
    assert value_at(record, place) == after


@pytest.mark.parametrize(
    ("stands", "text", "answer", "others", "other"),
    [
        (None, "Det bor fler personer här.", True, "Det bor fler personer här.", ""),
        (True, "Sonen bor där.", True, "Sonen bor där.", ""),
        (None, "Bor ensam.", False, "", ""),
        (None, "Bor ensam sedan maken dog.", False, "", "Bor ensam sedan maken dog."),
        (False, "Sonen bor där.", False, "", "Sonen bor där."),
        (True, "Hon bor ensam", True, "", "Hon bor ensam"),
    ],
)
def test_whether_more_persons_live_there_is_answered_but_no_answer_changed(
    stands, text, answer, others, other
) -> None:
    tabs = replace(TABS, visit=replace(TABS.visit, others_live_here=stands))
    visit = put_at("tabs.visit.others_live_here", text, tabs).record.visit
    assert (visit.others_live_here, visit.others, visit.other) == (answer, others, other)


@pytest.mark.parametrize(
    ("part", "text", "arrival", "other"),
    [
        ("bring_key", "Ta med nyckel", Arrival(bring_key=True), ""),
        (
            "bring_key",
            "Ta med nyckel från kontoret",
            Arrival(bring_key=True),
            "Ta med nyckel från kontoret",
        ),
        ("bring_key", "Ta inte med nyckel", Arrival(), "Ta inte med nyckel"),
        ("opens_door", "Hon vill öppna dörren själv.", Arrival(opens_door=True), ""),
        ("door_alarm", "Dörrlarm finns.", Arrival(door_alarm=True), ""),
        (
            "coverage",
            "Mobiltäckning saknas helt.",
            Arrival(coverage=Coverage.MISSING),
            "",
        ),
        (
            "coverage",
            "Mobiltäckning saknas delvis, gå till köket där täckning är bättre",
            Arrival(coverage=Coverage.PARTLY, place="köket"),
            "",
        ),
        (
            "coverage",
            "Dålig täckning i sovrummet",
            Arrival(coverage=Coverage.PARTLY),
            "Dålig täckning i sovrummet",
        ),
        (
            "time_windows",
            "Tidsfönster mellan kl. 10 och 11.30",
            Arrival(time_windows=(TimeWindow(time(10), time(11, 30)),)),
            "",
        ),
        (
            "time_windows",
            "10:00-11:00 och 18:00-19:00",
            Arrival(time_windows=(TimeWindow(time(10), time(11)), TimeWindow(time(18), time(19)))),
            "",
        ),
        ("time_windows", "Tidigt på morgonen", Arrival(), "Tidigt på morgonen"),
    ],
)
def test_what_is_ticked_or_chosen_in_a_visit_plan_keeps_the_rest_as_text(
    part, text, arrival, other
) -> None:
    plan = put_at(f"visit_plan.arrival.{part}", text).record
    assert (plan.arrival, plan.other) == (arrival, other)


@pytest.mark.parametrize(
    ("stands", "text", "wish", "other"),
    [
        (None, "Kvinnlig personal vid dusch.", Wish(StaffWish.FEMALE, "dusch"), ""),
        (
            Wish(StaffWish.FEMALE, "dusch"),
            "Kvinnlig personal vid toalettbesök",
            Wish(StaffWish.FEMALE, "dusch. toalettbesök"),
            "",
        ),
        (
            Wish(StaffWish.MALE),
            "Kvinnlig personal vid dusch",
            Wish(StaffWish.MALE),
            "Kvinnlig personal vid dusch",
        ),
        (None, "Vill inte ha manlig personal", None, "Vill inte ha manlig personal"),
    ],
)
def test_a_wish_for_staff_is_noted_and_no_other_wish_changed(stands, text, wish, other) -> None:
    plan = put_at("visit_plan.wish.staff", text, replace(VISIT_PLAN, wish=stands)).record
    assert (plan.wish, plan.other) == (wish, other)


@pytest.mark.parametrize(
    ("stands", "text", "code", "other"),
    [
        ("", "Koden till medicinskåpet är 2468.", "2468", ""),
        ("", "Skåpkod 2468, i hallen", "2468", "Skåpkod …, i hallen"),
        ("2468", "Kod till skåpet 2468", "2468", ""),
    ],
)
def test_the_code_of_the_cabinet_is_put_where_there_is_none(stands, text, code, other) -> None:
    home = replace(VISIT_PLAN.home, medicine_cabinet_code=Secret(stands))
    field = "visit_plan.home.medicine_cabinet_code"
    plan = put_at(field, text, replace(VISIT_PLAN, home=home)).record
    assert (plan.home.medicine_cabinet_code, plan.other) == (Secret(code), other)
    assert put(plan, field, "Koden är 1111", GROUND) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Läkarbesök den 5 december kl. 9", date(2026, 12, 5)),
        ("Tandläkare 3/12", date(2026, 12, 3)),
        ("Tandläkare 2027-01-08", date(2027, 1, 8)),
        ("Sjukresebilen kommer kl. 9", None),
    ],
)
def test_a_single_visit_gets_its_day_where_one_is_told(text: str, day: date | None) -> None:
    plan = put_at("visit_plan.single_visits", text).record
    assert plan.single_visits == (SingleVisit(text, day),)


def test_an_entry_is_written_on_under_a_proposed_heading_or_the_chosen_one() -> None:
    draft = put_at("journal.text", "Hon ramlade i går.").record
    assert draft == EntryDraft("Händelse av vikt", "Händelse av vikt", "Hon ramlade i går.")
    begun = EntryDraft("Samverkan", "Rehab", "Ringde rehab.")
    more = put_at("journal.text", "Hon ramlade i går.", begun).record
    assert more == EntryDraft("Samverkan", "Rehab", "Ringde rehab.\nHon ramlade i går.")


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Dottern ringde i går", "Kontakt med närstående"),
        ("Hon tackade nej till dusch", "Avvikelse från planen"),
        ("Anhörig framförde klagomål", "Synpunkt eller klagomål"),
        ("Vi talade om sommaren", "Allmänt"),
    ],
)
def test_the_heading_is_proposed_by_the_words(text: str, heading: str) -> None:
    assert proposed_heading(text, METHOD) == heading


def test_a_heading_that_the_municipality_lacks_is_not_proposed() -> None:
    journal = replace(METHOD.journal, headings=("Uppföljning",))
    assert proposed_heading("Hon ramlade", replace(METHOD, journal=journal)) == ""


@pytest.mark.parametrize(
    ("text", "place", "moves"),
    [
        ("Portkod 4512.", "Fliken Besöksinfo, Portkoder", True),
        ("Ta med nyckel.", "Tes-besöksplanen, Ta med nyckel", True),
        (
            "Vill ha hjälp att duscha.",
            "Genomförandeplanen, Personlig vård, Behov och önskemål",
            True,
        ),
        ("Hon ramlade i går.", "Verkställighetsjournalen, Anteckning", True),
        ("Utför enligt vårdplan Sår.", "Tes-besöksplanen, Utför enligt vårdplan", False),
        ("Hon har palliativ vård.", "Vårdplan eller patientjournal", False),
    ],
)
def test_the_place_is_told_in_words_and_some_are_never_moved_to(text, place, moves) -> None:
    found = advice(text)
    assert (where(found, METHOD), may_be_moved(found)) == (place, moves)


def test_a_life_area_that_no_word_tells_is_asked_for() -> None:
    found = Advice(Home.PLAN, "area.*.needs", "", "")
    assert asks_for_area(found)
    assert where(found, METHOD) == "Genomförandeplanen, Behov och önskemål"
    chosen = in_area(found, "d4")
    assert (chosen.field, chosen.area) == ("area.d4.needs", "d4")
    assert not asks_for_area(chosen)
    activity = replace(chosen, field="area.d4.activities.*.how")
    assert not may_be_moved(activity)


def test_what_was_put_is_taken_back_and_nothing_else() -> None:
    after = put_at("tabs.visit.door_codes", "Portkoden är 1234").record
    later = put_at("tabs.visit.floor", "Våning 3", after).record
    back = taken_back(later, TABS, after)
    assert (back.visit.door_codes, back.visit.floor) == ((), "Våning 3")
    assert taken_back(after, TABS, after) == TABS


def test_what_was_written_on_since_is_not_taken_back() -> None:
    after = put_at("tabs.visit.way_home", "Gå till höger").record
    later = put_at("tabs.visit.way_home", "Sedan rakt fram", after).record
    with pytest.raises(ChangedSince):
        taken_back(later, TABS, after)

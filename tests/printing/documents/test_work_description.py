"""What the work description says, and in which order."""

from dataclasses import replace

import page
import pytest

from gplan_desktop.domain.plan import Activity, AreaPlan, DayPart, Participation
from printing.documents.work_description import OTHER_TIME, tell_work_description
from printing.layout.paper import written


@pytest.fixture
def text_of(method, read):
    def text(document, *others):
        data = written(tell_work_description(document, method, others))
        return " ".join(" ".join(read(data)).split())

    return text


@pytest.fixture
def with_activities(with_plan):
    """The established document with only these things to do."""

    def document(*activities, **values):
        area = AreaPlan("d5", needs="Jag är trött.", goal="Jag vill orka.", activities=activities)
        return with_plan(areas=(area,), **values)

    return document


@pytest.fixture
def night(with_activities):
    activities = (
        Activity("Toalettbesök", "Tänd i hallen.", "Natten", (DayPart.NIGHT,), "Kl. 2 och 5"),
        Activity("Svara på larm", "Åk direkt.", "Natten", (), "När jag larmar"),
    )
    wishes = Participation(True, wishes="Väck mig inte om jag sover.")
    return with_activities(
        *activities, id="n1", name="Genomförandeplan Hemvård natt", participation=wishes
    )


def in_order(text, *parts):
    places = [text.index(part) for part in parts]
    return places == sorted(places)


def test_the_parts_of_the_day_come_in_order_with_what_is_done_in_each(established, text_of):
    assert in_order(
        text_of(established),
        *("Morgon", "Stöd vid uppstigning", "Frukost", "Förmiddag", "Dusch", "Middag"),
        *("Matlagning", "Eftermiddag", "Kväll", "Hjälp till sängs", "Natt", "Tillsyn"),
    )


def test_an_activity_stands_in_each_of_its_parts_and_says_so(established, text_of):
    text = text_of(established)

    assert text.count("Dammsugning") == 2
    assert "Står även under eftermiddag" in text
    assert "Står även under förmiddag" in text


def test_all_the_other_parts_are_named(with_activities, text_of):
    parts = (DayPart.EVENING, DayPart.MORNING, DayPart.NOON)

    text = text_of(with_activities(Activity("Tillsyn", day_parts=parts)))

    assert "Står även under middag och kväll" in text


def test_what_has_no_time_comes_last(with_activities, text_of):
    text = text_of(
        with_activities(
            Activity("Samtal", when="När jag är ledsen"),
            Activity("Promenad", day_parts=(DayPart.NIGHT,)),
        )
    )

    assert in_order(text, "Natt", "Promenad", OTHER_TIME, "Samtal")


@pytest.mark.parametrize(
    ("part", "whens"),
    [
        (DayPart.MORNING, ("kl. 7", "kl. 8.30", "efter frukosten")),
        (DayPart.EVENING, ("kl. 18", "kl. 8", "klockan 21")),
        (DayPart.NIGHT, ("kl. 23", "kl. 2", "kl. 5")),
        (DayPart.FORENOON, ("kl. 7", "kl. 10")),
    ],
)
def test_within_a_part_the_clock_decides(with_activities, text_of, part, whens):
    activities = [Activity(f"Sak {when}", day_parts=(part,), when=when) for when in whens]

    text = text_of(with_activities(*reversed(activities)))

    assert in_order(text, *(f"Sak {when}" for when in whens))


def test_what_begins_just_before_a_part_comes_first_in_it(with_activities, text_of):
    text = text_of(
        with_activities(
            Activity("Tillsyn", day_parts=(DayPart.NIGHT,), when="kl. 23"),
            Activity("Sängdags", day_parts=(DayPart.EVENING, DayPart.NIGHT), when="kl. 21–22"),
        )
    )

    assert in_order(text[text.index("Natt ") :], "Sängdags", "Tillsyn")


def test_a_time_tells_the_part_of_the_day_when_none_was_chosen(with_activities, text_of):
    text = text_of(with_activities(Activity("Dusch", when="Tisdagar kl. 10")))

    assert in_order(text, "Förmiddag", "Dusch")
    assert OTHER_TIME not in text


def test_staff_read_wishes_goals_and_life_areas_first(established, text_of):
    text = text_of(established)

    assert in_order(text, "Jag vill helst", "Jag vill fortsätta klara", "Morgon När")
    assert "Jag vill laga en middag i veckan" in text


def test_what_only_case_officers_need_is_left_out(established, text_of):
    text = text_of(established)

    for part in ("d510", "Bedömt", "Beviljat stöd", "Jag behöver hjälp att komma upp"):
        assert part not in text


def test_day_and_night_are_told_together(established, night, text_of):
    text = text_of(established, night)

    assert "Genomförandeplan Hemvård natt: upprättad 2026-11-23" in text
    assert "Väck mig inte om jag sover." in text
    assert in_order(text, "Natt När Vad Hur Vem Plan", "Tillsyn", "Toalettbesök", OTHER_TIME)
    assert "Natten Hemvård natt" in text


def test_of_one_plan_no_row_tells_which(established, text_of):
    assert "Vem Plan" not in text_of(established)


def test_a_draft_shows_what_is_not_written(draft, method, read):
    area = AreaPlan("d5", activities=(Activity("Dusch"), Activity()))
    record = replace(draft.record, plan=replace(draft.plan, areas=(area,)))

    text = " ".join(
        read(written(tell_work_description(replace(draft, record=record), method)))[0].split()
    )

    # When, how and who of the first; the second is no activity yet.
    assert text.count("Ej ifyllt") == 3
    assert "utkast – gäller inte" in text


def test_an_empty_plan_has_a_work_description(with_plan, text_of):
    text = text_of(with_plan(areas=(), participation=Participation()))

    assert "Arbetsbeskrivning" in text
    assert "Att veta" not in text


def test_protected_identity_leaves_no_trace_of_where_the_person_lives(established, text_of):
    person = replace(established.person, protected_identity=True)

    text = text_of(replace(established, person=person))

    assert "Skyddade personuppgifter" in text
    assert "Björkvägen" not in text
    assert "070-174" not in text


@pytest.mark.parametrize("several", [False, True])
def test_the_file_is_for_everybody_and_for_always(established, night, method, several):
    paper = tell_work_description(established, method, [night] if several else [])

    data = written(paper)

    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant

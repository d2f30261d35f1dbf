"""The help sheet: what the individual reads of the plan, in plain words."""

import math
import re
from dataclasses import replace
from datetime import date

import page
import pytest

from gplan_desktop.domain.life_areas import LIFE_AREAS
from gplan_desktop.domain.overview import Unit
from gplan_desktop.domain.plan import (
    Activity,
    AreaPlan,
    Contributor,
    DayPart,
    FollowUp,
    PlanRecord,
    PlanStatus,
)
from gplan_desktop.examples import examples
from gplan_desktop.rules.day_strip import day_strip
from printing.document import PlanDocument
from printing.documents.help_sheet import tell_help_sheet
from printing.documents.help_sheet_strip import StripFigure, strip_in_words
from printing.documents.help_sheet_telling import cut, listing
from printing.documents.help_sheet_words import plain_area
from printing.layout.paper import pages_of, written
from printing.pdf.tags import Kind

SELF = "Att ta hand om dig själv"
PAGE_HEAD = "Anna Öström-Åkerlund 19410331"
WASH = Activity("Dusch", "Jag håller i duschen själv.", "Åsa", (DayPart.FORENOON,), "Tisdag")
SHOP = Activity("Inköp", "Vi handlar tillsammans.", "Servicegruppen", (DayPart.NOON,), "Torsdag")
CARE = AreaPlan("d5", goal="Jag vill duscha själv.", activities=(WASH,))
ENDLESS = "Ord " * 5_000


def practice_plans():
    """Every plan of the practice persons, with the plan that it follows up."""
    unit = Unit("Hemvården", "Maria Lind", practice=True)
    for one in examples(date(2026, 11, 23)):
        plans = [*(each.plan for each in one.established), *one.drafts]
        records = {plan.id: PlanRecord(plan) for plan in plans}
        for record in records.values():
            former = records.get(record.plan.previous_id)
            yield (
                record.plan.id,
                PlanDocument(one.person, one.assignments[0], record, unit, former=former),
            )


PRACTICE = dict(practice_plans())


def endless(text):
    return Activity(text, text, text, tuple(DayPart), text, text)


def in_every_area(activities):
    return tuple(
        replace(CARE, code=area.code, activities=activities, next_follow_up=date(2027, 3, number))
        for number, area in enumerate(LIFE_AREAS, 1)
    )


MUCH = {
    "sixty activities": {"areas": (replace(CARE, activities=(WASH, SHOP, endless("Bad")) * 20),)},
    "eleven areas of much help": {"areas": in_every_area((WASH, SHOP, WASH, endless("Bad")) * 3)},
    "endless texts": {
        "areas": (AreaPlan("d5", goal=ENDLESS, activities=(endless(ENDLESS),)),),
        "follow_up": FollowUp(how=ENDLESS),
        "contributors": (Contributor(ENDLESS, "Kontaktman", True),) * 5,
    },
    "wide letters without spaces": {"areas": in_every_area((endless("W" * 300),) * 7)},
    "lines": {"areas": in_every_area((endless("Ja\n" * 50),) * 7)},
    "other scripts": {"areas": in_every_area((endless("早上洗澡" * 20),) * 7)},
}


def pages_in(paper):
    """How many pages it has; nothing stands below the foot of any."""
    pages = pages_of(paper.story)
    for placed in pages:
        assert placed[-1].down + placed[-1].block.height <= paper.story.look.depth
    return len(pages)


@pytest.fixture
def text_of(method, read):
    def text(document, former=None):
        data = written(tell_help_sheet(document, method, former))
        return " ".join(" ".join(read(data)).split())

    return text


@pytest.fixture
def news_since(with_plan, text_of):
    """What the section of news says when the former plan had other life areas."""

    def news(now, before):
        former = replace(with_plan(id="g1", areas=tuple(before)).record)
        text = text_of(with_plan(areas=tuple(now)), former)
        return re.search(f"Det här är nytt(.*?)({PAGE_HEAD}|Din hjälp)", text)[1].strip()

    return news


@pytest.fixture
def strip(method):
    return lambda *activities: day_strip([AreaPlan("d5", activities=activities)], method.day_parts)


def test_the_sheet_is_addressed_to_the_individual_and_says_where_it_comes_from(
    established, text_of
):
    text = text_of(established)

    assert "Så här får du hjälp Till Anna Öström-Åkerlund" in text
    assert "hämtat ur din genomförandeplan" in text
    assert "Planen gäller från måndag 23 november 2026." in text


@pytest.mark.parametrize(
    ("status", "sentence", "mark"),
    [
        (PlanStatus.DRAFT, "Planen gäller inte än.", "UTKAST – gäller inte"),
        (PlanStatus.SUPERSEDED, "Den här planen gäller inte.", "ERSATT – gäller inte"),
        (PlanStatus.ANNULLED, "Den här planen gäller inte.", "MAKULERAD – gäller inte"),
        (PlanStatus.REMOVED, "Den här planen gäller inte.", "BORTTAGEN – gäller inte"),
    ],
)
def test_a_plan_that_is_not_in_force_says_so_in_words_and_across_the_page(
    draft, established, method, text_of, status, sentence, mark
):
    document = draft if status is PlanStatus.DRAFT else established
    document = replace(document, record=replace(document.record, status=status))

    assert sentence in text_of(document)
    assert tell_help_sheet(document, method).dressing.mark == mark


def test_practice_is_marked(established, method):
    practice = replace(established, unit=replace(established.unit, practice=True))

    assert tell_help_sheet(practice, method).dressing.practice
    assert not tell_help_sheet(established, method).dressing.practice


def test_the_help_stands_by_part_of_the_day_in_order(established, text_of):
    text = text_of(established).partition("Din hjälp under dygnet")[2]

    order = (
        ("Morgon Stöd vid uppstigning och morgontvätt Varje dag kl. 7.30–8.15 Omvårdnadspersonal"),
        "Frukost Varje dag efter morgontvätten",
        "Förmiddag Dusch Tisdag och fredag cirka kl. 10",
        "Städning Var tredje tisdag (också eftermiddag) Servicegruppen",
        "Middag Matlagning tillsammans",
        "Kväll Hjälp till sängs Varje dag kl. 21–22 (också natt)",
        "Natt Tillsyn Varje natt cirka kl. 23 Nattpatrullen",
        "Hur vi gör och målen för hjälpen står i planen.",
        "Dina mål",
    )
    places = [text.index(each) for each in order]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("when", "told"),
    [("Tisdag", "När Tisdag (också natt)"), (" ", "När Också natt")],
)
def test_help_at_two_parts_of_the_day_is_told_once_and_names_the_other(
    with_plan, text_of, when, told
):
    twice = replace(WASH, day_parts=(DayPart.NIGHT, DayPart.EVENING), when=when)

    text = text_of(with_plan(areas=(replace(CARE, activities=(twice,)),)))

    assert f"Kväll Dusch {told} Vem Åsa Hur {WASH.how}" in text
    assert text.count("Dusch ") == 1


def test_help_without_part_of_the_day_stands_under_other_times(with_plan, text_of):
    areas = (replace(CARE, activities=(replace(WASH, day_parts=()), SHOP)),)

    text = text_of(with_plan(areas=areas))

    assert "Middag Inköp" in text
    assert "Andra tider Dusch När Tisdag" in text
    assert text.index("Inköp När") < text.index("Andra tider")


def test_help_that_has_no_name_yet_is_not_left_out(with_plan, text_of):
    areas = (replace(CARE, activities=(replace(WASH, what=" "), Activity())),)

    text = text_of(with_plan(areas=areas))

    assert text.count("Ej ifyllt") == 1
    assert "Ej ifyllt När Tisdag" in text


def test_goals_stand_under_plain_names_without_codes_or_degrees(established, text_of):
    text = text_of(established).partition("Dina mål")[2]

    assert "Att ta hand om dig själv Jag vill fortsätta klara" in text
    assert "Ditt hem Jag vill laga en middag" in text
    assert "Att känna dig trygg Jag vill känna mig trygg på kvällen" in text


def test_the_sheet_has_none_of_the_words_of_investigators(established, text_of):
    text = text_of(established)

    jargon = "d5", "d6", "b1528A", "d510", "livsområde", "begränsning", "Kvarstår", "Personlig v"
    assert [word for word in jargon if word in text] == []


def test_every_life_area_has_a_plain_name():
    for area in LIFE_AREAS:
        assert plain_area(area.code) not in ("", area.label)


def test_an_empty_plan_says_that_there_is_no_help_and_has_no_drawing(with_plan, method, text_of):
    document = with_plan(areas=(AreaPlan("d5"),), follow_up=FollowUp())

    text = text_of(document)

    assert "Det står ingen hjälp i planen." in text
    assert "Datum för nästa uppföljning är inte bestämt." in text
    assert "Dina mål" not in text
    assert "Det mörka" not in text


def test_the_next_follow_up_is_told_in_words_and_those_of_parts_beside_it(established, text_of):
    text = text_of(established)

    assert "Vi följer upp planen tillsammans med dig måndag 17 maj 2027." in text
    assert "”Att ta hand om dig själv” följer vi upp måndag 1 mars 2027." in text
    assert "”Ditt hem” följer" not in text


def test_parts_that_are_followed_up_on_the_same_day_are_told_together(with_plan, text_of):
    day, later = date(2027, 3, 1), date(2027, 4, 1)
    areas = [replace(CARE, code=code, next_follow_up=day) for code in ("d5", "d6")]

    text = text_of(with_plan(areas=(AreaPlan("d9", next_follow_up=later), *areas)))

    assert (
        f"”{SELF}” och ”Ditt hem” följer vi upp måndag 1 mars 2027. "
        "”Fritid och samhälle” följer vi upp torsdag 1 april 2027."
    ) in text


def test_how_the_plan_is_followed_up_is_told_when_there_is_room(with_plan, text_of):
    assert "Vi träffas hemma hos mig." in text_of(with_plan(areas=(CARE,)))


def test_a_part_that_is_followed_up_with_the_plan_is_not_told_twice(with_plan, text_of):
    day = date(2027, 5, 17)

    text = text_of(with_plan(areas=(replace(CARE, next_follow_up=day),)))

    assert text.count("17 maj 2027") == 1


@pytest.mark.parametrize(
    ("contributors", "sentence"),
    [
        ((Contributor("Åsa Berg", "Kontaktman", True),), "Prata med din kontaktman Åsa Berg"),
        (
            (Contributor("Bo Ek", "Fast omsorgskontakt", True),),
            "Prata med din fasta omsorgskontakt Bo Ek",
        ),
        (
            (Contributor("Bo Ek", "Kontaktman (fast omsorgskontakt)", True),),
            "Prata med din kontaktman Bo Ek",
        ),
        (
            (Contributor("Bo Ek", "Undersköterska, kontaktman", True),),
            "Prata med Bo Ek (Undersköterska, kontaktman)",
        ),
        (
            (
                Contributor("Åsa Berg", "Kontaktman", True),
                Contributor("Bo Ek", "Kontaktman", True),
            ),
            "Prata med din kontaktman Åsa Berg eller din kontaktman Bo Ek",
        ),
        ((Contributor("Åsa Berg", "Kontaktman"),), "Prata med personalen som hjälper dig"),
        ((Contributor("Karin", "Dotter", True),), "Prata med personalen som hjälper dig"),
    ],
)
def test_the_contact_is_found_among_those_who_took_part(with_plan, text_of, contributors, sentence):
    text = text_of(with_plan(contributors=contributors))

    assert f"{sentence} eller med Hemvården Norr." in text


def test_the_individual_hears_that_the_plan_can_be_changed_and_read_aloud(established, text_of):
    text = text_of(established)

    assert "Du kan be om ändringar när du vill." in text
    assert "Prata med din biståndshandläggare Maria Lindqvist." in text
    assert "Be personalen läsa den för dig." in text


def test_without_unit_and_case_officer_nobody_is_named_in_vain(established, text_of):
    document = replace(
        established,
        person=replace(established.person, unit=""),
        unit=replace(established.unit, name=""),
        assignment=replace(established.assignment, case_officer=""),
    )

    text = text_of(document)

    assert "Prata med din kontaktman Åsa Berg." in text
    assert "biståndshandläggare" not in text.partition("Vill du ändra något?")[2]


def test_a_first_plan_has_no_news(established, text_of):
    assert "Det här är nytt" not in text_of(established)


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        ([CARE], [CARE], "Du har samma hjälp och samma mål som förut."),
        (
            [replace(CARE, activities=(SHOP, WASH))],
            [replace(CARE, activities=(WASH, SHOP))],
            "Du har samma hjälp och samma mål som förut.",
        ),
        (
            [CARE],
            [],
            (f"{SELF} Det här är en ny del av din plan. Du har fått ett mål. Ny hjälp: Dusch."),
        ),
        (
            [],
            [CARE],
            (
                f"{SELF} Den här delen finns inte längre i din plan. "
                "Hjälp som du inte har längre: Dusch."
            ),
        ),
        (
            [replace(CARE, goal="Jag vill bada.", needs="Nytt.")],
            [CARE],
            f"{SELF} Texten om vad du behöver är ändrad. Ditt mål är ändrat.",
        ),
        ([replace(CARE, goal="")], [CARE], f"{SELF} Ditt mål är borttaget."),
        (
            [replace(CARE, activities=(replace(WASH, when="Onsdag", how="Nytt", who=""),))],
            [CARE],
            f"{SELF} Ändrad hjälp: Dusch (tiden, vem som hjälper och hur vi gör).",
        ),
        (
            [replace(CARE, activities=(replace(WASH, sub_goal="Själv", day_parts=()),))],
            [CARE],
            f"{SELF} Ändrad hjälp: Dusch (tiden och målet).",
        ),
        (
            [replace(CARE, activities=(replace(WASH, what="Duschning"),))],
            [CARE],
            f"{SELF} Ändrad hjälp: Duschning (vad den heter).",
        ),
        (
            [replace(CARE, activities=(WASH, Activity(how="Torka golvet")))],
            [CARE],
            f"{SELF} Ny hjälp: hjälp utan namn.",
        ),
    ],
)
def test_news_are_plain_sentences(news_since, now, before, said):
    assert news_since(now, before) == said


def test_the_strip_in_words_names_the_help_hour_by_hour(strip):
    night = Activity("Tillsyn", day_parts=(DayPart.NIGHT,), when="kl. 23")

    words = strip_in_words(strip(WASH, night))

    assert words == (
        "Bild av ditt dygn. Kl. 6–9: ingen hjälp. Kl. 9–12: Dusch. Kl. 12–23: ingen hjälp. "
        "Kl. 23–24: Tillsyn. Kl. 0–6: ingen hjälp."
    )


def test_the_strip_in_words_stays_short_whatever_is_written(strip):
    many = [Activity(f"{number} {'ord ' * 500}", day_parts=tuple(DayPart)) for number in range(200)]

    assert "Hela dygnet: 0 ord" in strip_in_words(strip(*many))
    assert len(strip_in_words(strip(*many))) <= 4000
    assert len(strip_in_words(strip(many[0]))) < 120


def test_the_drawing_is_a_figure_with_its_text(established, method):
    story = tell_help_sheet(established, method).story

    (figure,) = [tag for tag in story.root.children if tag.kind is Kind.FIGURE]
    (drawn,) = [block for block in story.blocks if isinstance(block, StripFigure)]
    assert "Kl. 10–11: Dusch, Städning." in figure.alternative
    assert drawn.height % 4 == 0


def test_the_drawing_names_every_part_of_the_day_once(established, text_of):
    drawn = text_of(established).partition("Det mörka")[2].partition("Din hjälp")[0]

    assert re.findall(r"[A-ZÅÄÖ]\w+", drawn) == [part.label for part in DayPart]
    assert re.findall(r"\d+", drawn) == ["6", "9", "12", "15", "18", "18", "21", "24", "3", "6"]


@pytest.mark.parametrize(
    "document",
    PRACTICE.values(),
    ids=PRACTICE,
)
def test_the_plans_of_the_practice_persons_have_room_on_two_pages(document, method):
    assert pages_in(tell_help_sheet(document, method, document.former)) <= 2


def test_every_activity_of_the_largest_practice_plan_is_told_with_its_time(method, text_of):
    karin = PRACTICE["karin-plan-2"]

    text = text_of(karin, karin.former)

    assert "Tvätt: Varannan tisdag (också eftermiddag)" in text
    for activity in (a for area in karin.plan.areas for a in area.activities):
        assert f"{activity.what}: {activity.when}" in text


@pytest.mark.parametrize("name", MUCH)
def test_however_much_is_written_the_sheet_has_two_pages_and_says_what_is_left_out(
    with_plan, method, read, name
):
    document = with_plan(**MUCH[name])
    former = PlanRecord(replace(document.plan, id="g1", areas=(CARE,)), PlanStatus.SUPERSEDED)

    assert pages_in(tell_help_sheet(document, method)) == 2
    paper = tell_help_sheet(document, method, former)
    assert pages_in(paper) == 2
    text = " ".join(" ".join(read(written(paper))).split())
    assert "Allt får inte plats här. Hela planen finns hos Hemvården Norr." in text


def test_help_that_has_no_room_is_counted(with_plan, text_of):
    many = tuple(replace(WASH, what=f"Dusch {number}") for number in range(60))

    text = text_of(with_plan(areas=(replace(CARE, activities=(*many, SHOP)),)))

    named = len(re.findall(r"Dusch \d", text.partition("Din hjälp")[2]))
    assert f"och {60 - named} till, se planen" in text
    assert "Middag Inköp" in text
    assert "Tiderna, vem som gör vad och hur vi gör står i planen." in text


def test_goals_that_have_no_room_are_counted(with_plan, text_of):
    text = text_of(with_plan(**MUCH["eleven areas of much help"]))

    told = text.partition("Dina mål")[2].count("Jag vill duscha själv.")
    assert f"De {11 - told} andra står i din genomförandeplan." in text


def test_little_help_has_room_on_one_page_and_nothing_is_left_out(with_plan, method, text_of):
    document = with_plan(areas=(AreaPlan("d5", activities=(Activity("Dusch"),)),))

    assert pages_in(tell_help_sheet(document, method)) == 1
    assert "Andra tider Dusch" in text_of(document)
    assert "inte plats" not in text_of(document)


def test_the_sheet_of_a_plan_that_is_cut_is_the_same_every_time(established, method):
    assert written(tell_help_sheet(established, method)) == written(
        tell_help_sheet(established, method)
    )


@pytest.mark.parametrize(
    ("text", "longest", "told"),
    [
        ("Jag duschar.", 12, "Jag duschar."),
        ("Rad ett\nrad två", math.inf, "Rad ett\nrad två"),
        ("Rad ett\nrad två", 30, "Rad ett rad två"),
        ("Jag duschar kl. 10. Sedan vilar jag.", 24, "Jag duschar kl. 10. …"),
        ("Jag duschar, och sedan vilar jag", 16, "Jag duschar…"),
        ("x" * 50, 10, f"{'x' * 9}…"),
        ("", 10, ""),
    ],
)
def test_a_text_is_cut_after_a_sentence_or_else_after_a_word(text, longest, told):
    assert cut(text, longest) == told


@pytest.mark.parametrize(
    ("names", "most", "told"),
    [
        ([], 2, ""),
        (["a"], 2, "a"),
        (["a", "b", "c"], 3, "a, b och c"),
        (["a", "b", "c", "d"], 2, "a, b och 2 till"),
    ],
)
def test_names_are_listed_as_words(names, most, told):
    assert listing(names, most) == told


@pytest.mark.parametrize(
    "profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A]
)
def test_the_file_is_accessible_and_fit_for_the_archive(established, method, profile):
    former = PlanRecord(replace(established.plan, id="g1", areas=(CARE,)), PlanStatus.SUPERSEDED)

    much = replace(
        established,
        record=replace(
            established.record, plan=replace(established.plan, **MUCH["sixty activities"])
        ),
    )
    for document in (established, much):
        data = written(tell_help_sheet(document, method, former))
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant


def test_where_a_person_with_protected_identity_lives_is_not_on_the_sheet(established, method):
    person = replace(established.person, protected_identity=True)
    moved = replace(person, address="Någon annanstans 1", phone="08-1")

    sheets = {
        written(tell_help_sheet(replace(established, person=each), method))
        for each in (person, moved)
    }

    assert len(sheets) == 1

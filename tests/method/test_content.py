"""What the metodstöd says: complete, short enough, in words that help."""

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date, time
from importlib.resources import files
from string import Formatter

import pytest

from gplan_desktop.domain import fields as field_ids
from gplan_desktop.domain.journal_entry import EntryDraft
from gplan_desktop.domain.plan import Activity, AreaPlan, Contributor, Plan
from gplan_desktop.domain.tabs import (
    NO_SECRET,
    Code,
    GoodToKnow,
    ReferencePerson,
    Relative,
    Tabs,
    VisitInformation,
)
from gplan_desktop.domain.visit_plan import (
    Arrival,
    SingleVisit,
    StaffWish,
    TimeWindow,
    VisitPlan,
    Wish,
)
from gplan_desktop.method.load import help_file
from gplan_desktop.method.model import FieldText, Method, Severity

SOURCE = re.compile(r"Manualen s\. \d+(–\d+)?")
NOT_IN_MESSAGES = re.compile(
    r"ogiltig|felaktig|glöm|vänligen|tyvärr|fältet är obligatoriskt|\bmåste fyllas\b", re.IGNORECASE
)
WHOSE_NAME = re.compile(r"\b(kunden|kundens|kunder|brukaren|brukare|brukarens)\b", re.IGNORECASE)
# The only sentence of the manual that a page must give with that word in it (S107).
PRESCRIBED = "Kunden har ASIH"
READING_PAGES = {
    "general",
    "login",
    "participation",
    "plan_information",
    "follow_up_intro",
    "attainment",
    "first_areas",
    "other_information",
    "visit_plan",
    "health_information",
    "tabs",
    "contact_person",
    "external_provider",
    "filing",
    "journal",
}
REQUIRED = {
    "participation.voice",
    "participation.how",
    "closing.followed_up_on",
    "name",
    "contributors",
    "contributors.*.name",
    "contributors.*.role",
    "area.*.needs",
    "area.*.goal",
    "area.*.activities",
    "area.*.activities.*.what",
    "area.*.activities.*.how",
    "area.*.activities.*.who",
    "area.*.activities.*.day_parts",
    "area.*.attainment",
    "area.*.result",
    "follow_up.day",
    "person.given_name",
    "person.family_name",
    "person.personal_id",
    "person.support_start",
    "person.support_kinds",
    "assignment.day",
    "assignment.case_officer",
    "assignment.areas.*.need",
    "assignment.areas.*.assessed",
    "assignment.areas.*.intended",
    "assignment.areas.*.goal",
    "assignment.areas.*.support",
    "visit_plan.home.others_live_here",
    "visit_plan.single_visits.*.text",
    "visit_plan.single_visits.*.day",
    "tabs.reference_people.*.name",
    "tabs.reference_people.*.role",
    "tabs.relatives.*.name",
    "tabs.keys.*.what",
    "tabs.visit.door_codes.*.what",
    "tabs.visit.others_live_here",
    "tabs.good_to_know.card_codes.*.what",
    "journal.heading",
    "journal.at",
    "journal.text",
    "journal.strike_reason",
}
# Fields that stand in no plan: those of a person, an assignment and a person's record.
OF_OTHERS = ("person.", "assignment.", "visit_plan.", "tabs.", "journal.")
PLACEHOLDERS = {
    "plan-not-needed": {"supports"},
    "established-late": {"days", "limit"},
    "previous-followed-up-in-future": {"today"},
    "previous-followed-up-too-early": {"established"},
    "name-in-force": {"name"},
    "name-changed": {"name"},
    "contributor-role": {"name"},
    "contributor-unconfirmed": {"name"},
    "area-attainment-reason": {"attainment"},
    "activity-what": {"number"},
    "activity-how": {"activity"},
    "activity-who": {"activity"},
    "activity-day-parts": {"activity"},
    "area-next-past": {"today"},
    "area-next-late": {"latest"},
    "follow-up-past": {"today"},
    "follow-up-late": {"latest"},
    "follow-up-after-area": {"latest", "area"},
    "text-blank": {"blanks"},
    "text-guarded": {"about", "places"},
    "text-voice": {"words", "hints"},
    "text-value-words": {"hints"},
    "visit-plan-overdue": {"limit"},
    "visit-plan-situations": {"staff"},
    "visit-plan-visit-past": {"day"},
    "visit-plan-guarded": {"about", "places"},
    "visit-plan-code-open": {"about"},
    "tabs-reference-role": {"name"},
    "tabs-relative-contact": {"name"},
    "tabs-code-open": {"about"},
    "tabs-guarded": {"about", "places"},
    "important-guarded": {"about", "places"},
    "journal-keyword": {"keyword", "heading"},
}
NOT_BLOCKING = {
    "participation-not-ticked": Severity.WARNING,
    "previous-participation-not-ticked": Severity.WARNING,
    "name-changed": Severity.WARNING,
    "established-late": Severity.WARNING,
    "area-not-assigned": Severity.HINT,
    "text-guarded": Severity.WARNING,
    "text-voice": Severity.HINT,
    "text-value-words": Severity.HINT,
    "visit-plan-overdue": Severity.WARNING,
    "visit-plan-visit-past": Severity.HINT,
    "visit-plan-code-open": Severity.WARNING,
    "tabs-asih": Severity.WARNING,
    "tabs-relative-contact": Severity.HINT,
    "tabs-code-open": Severity.WARNING,
    "tabs-guarded": Severity.WARNING,
}


def help_parts(field: FieldText) -> dict[str, str]:
    return {name: getattr(field.help, name) for name in ("why", "how", "good", "poor", "source")}


def all_texts(method: Method) -> Iterator[tuple[str, str]]:
    for key, step in method.steps.items():
        yield key, f"{step.title}\n{step.purpose}\n{step.body}"
    for key, field in method.fields.items():
        yield key, "\n".join((field.label, field.hint, *help_parts(field).values()))
    for key, rule in method.rules.items():
        yield key, f"{rule.sentence}\n{rule.message}"


def test_the_approved_names_are_the_manuals_four(method: Method) -> None:
    assert method.plan_names == (
        "Genomförandeplan Hemvård",
        "Genomförandeplan Hemvård natt",
        "Genomförandeplan dagverksamhet",
        "Genomförandeplan service",
    )


def test_the_limits_are_the_manuals(method: Method) -> None:
    limits = method.limits
    assert (limits.establish_days, limits.follow_up_months, limits.due_soon_days) == (30, 6, 30)


def test_the_journals_sentences_are_the_manuals(method: Method) -> None:
    texts = method.journal
    assert texts.heading == texts.keyword == "Uppföljning"
    assert texts.unchanged == "Uppföljning av genomförandeplan utan förändring"
    assert texts.changed == "Uppföljning av genomförandeplan med förändring se genomförandeplan"
    long = (
        "Uppföljning av genomförandeplan har genomförts {} ändringar (se aktuell genomförandeplan)"
    )
    assert texts.long_unchanged == long.format("utan")
    assert texts.long_changed == long.format("med")
    assert "Uppföljning" not in texts.first


def test_roles_and_groups_are_told(method: Method) -> None:
    assert method.roles[0] == "Individen"
    assert len(set(method.roles)) == len(method.roles)
    assert list(method.groups) == [
        "start",
        "first",
        "earlier",
        "areas",
        "first_areas",
        "finish",
        "other",
    ]


def test_every_step_has_title_purpose_and_source(method: Method) -> None:
    for key, step in method.steps.items():
        assert 0 < len(step.title) <= 42, key
        assert step.purpose.endswith("."), key
        assert SOURCE.fullmatch(step.source), key


def test_the_reading_pages_have_something_to_read(method: Method) -> None:
    assert {key for key, step in method.steps.items() if step.body} == READING_PAGES
    assert all(len(method.steps[key].body.split()) >= 60 for key in READING_PAGES)


def test_no_page_of_the_manual_is_left_out(method: Method) -> None:
    told: set[int] = set()
    for step in method.steps.values():
        first, _, last = step.source.removeprefix("Manualen s. ").partition("–")
        told |= set(range(int(first), int(last or first) + 1))
    assert told == set(range(2, 36))


def test_the_overview_leads_to_pages_by_their_titles(method: Method) -> None:
    overview = method.steps["other_information"].body
    links = re.findall(r"\| \[(.+)\]\(step:(\w+)\) \|$", overview, re.MULTILINE)
    assert len(links) > 5
    assert all(method.steps[page].title == title for title, page in links)


@pytest.mark.parametrize(
    ("page", "phrase"),
    [
        ("visit_plan", "Mobiltäckning saknas helt"),
        (
            "visit_plan",
            (
                "Mobiltäckning saknas delvis, gå till (skriv platsen, t ex hallen) "
                "där täckning är bättre"
            ),
        ),
        ("visit_plan", "Ta med nyckel"),
        ("health_information", "Utför enligt vårdplan"),
        ("health_information", "Utför enligt utprovningsprotokoll"),
        ("health_information", "Utför enligt signeringssystemet"),
        ("health_information", PRESCRIBED),
        ("journal", "Uppföljning av genomförandeplan utan förändring"),
        ("journal", "Uppföljning av genomförandeplan med förändring se genomförandeplan"),
    ],
)
def test_prescribed_phrases_stand_word_for_word(method: Method, page: str, phrase: str) -> None:
    assert phrase in method.steps[page].body


def test_every_place_in_a_plan_that_is_written_in_is_a_field(method: Method) -> None:
    areas = (AreaPlan("d5", activities=(Activity(),)),)
    plan = Plan("p", "p", "a", "n", contributors=(Contributor(),), areas=areas)
    told = [key for key in method.fields if not key.startswith(OF_OTHERS)]
    for key in told:
        field = key.replace("area.*", "area.d5").replace("*", "0")
        field_ids.value_at(plan, field)
        assert method.field(field) is method.fields[key]
    parts = {
        *(f"participation.{name}" for name in vars(plan.participation)),
        *(f"closing.{name}" for name in vars(plan.closing)),
        *(f"contributors.*.{name}" for name in vars(Contributor())),
        *(f"area.*.{name}" for name in vars(areas[0]) if name not in ("code", "copied")),
        *(f"area.*.activities.*.{name}" for name in vars(Activity())),
        *(f"follow_up.{name}" for name in vars(plan.follow_up)),
        "name",
        "contributors",
    }
    assert parts == set(told)


def parts_of(holder: object, prefix: str) -> Iterator[str]:
    """Return the field of every place in *holder*, lists and what stands in them as well."""
    for name, value in vars(holder).items():
        place = f"{prefix}.{name}"
        if isinstance(value, tuple):
            yield place
            rows = [row for row in value if is_dataclass(row) and not isinstance(row, TimeWindow)]
            yield from (part for row in rows for part in parts_of(row, f"{place}.*"))
        elif is_dataclass(value):
            yield from parts_of(value, place)
        else:
            yield place


def test_every_place_in_a_visit_plan_is_a_field(method: Method) -> None:
    arrival = Arrival(time_windows=(TimeWindow(time(10), time(11)),))
    plan = VisitPlan(
        "b", "p", arrival=arrival, wish=Wish(StaffWish.FEMALE), single_visits=(SingleVisit(""),)
    )
    kept = {f"visit_plan.{name}" for name in ("id", "person_id", "accepted")}
    told = {key for key in method.fields if key.startswith("visit_plan.")}
    assert set(parts_of(plan, "visit_plan")) - kept == told


def test_every_place_in_the_tabs_is_a_field(method: Method) -> None:
    codes = (Code("", NO_SECRET),)
    tabs = Tabs(
        "p",
        (ReferencePerson("", ""),),
        (Relative("", ""),),
        codes,
        VisitInformation(door_codes=codes),
        GoodToKnow(card_codes=codes),
    )
    kept = {f"tabs.{name}" for name in ("person_id", "changed_at", "changed_by", "accepted")}
    told = {key for key in method.fields if key.startswith("tabs.")}
    assert set(parts_of(tabs, "tabs")) - kept == told


def test_every_place_in_an_entry_of_the_journal_is_a_field(method: Method) -> None:
    told = {key for key in method.fields if key.startswith("journal.")}
    written = {f"journal.{name}" for name in vars(EntryDraft()) if name != "corrects"}
    assert told == {*written, "journal.strike_reason"}


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("visit_plan.arrival.bring_key", "Ta med nyckel"),
        ("visit_plan.arrival.opens_door", "Individen vill öppna dörren själv"),
        ("visit_plan.health_care.care_plans", "Utför enligt vårdplan"),
        ("visit_plan.health_care.fitting_protocol", "Utför enligt utprovningsprotokoll"),
        ("visit_plan.health_care.signing_system", "Utför enligt signeringssystemet"),
        ("visit_plan.health_care.advanced_home_care", PRESCRIBED),
    ],
)
def test_labels_are_the_manuals_words_where_it_has_them(
    method: Method, field: str, label: str
) -> None:
    assert method.fields[field].label == label


@pytest.mark.parametrize(
    "field",
    [
        "tabs.reference_people",
        "tabs.relatives",
        "tabs.keys",
        "tabs.visit.door_codes",
        "tabs.good_to_know.card_codes",
        "tabs.good_to_know.other",
    ],
)
def test_the_help_of_a_tab_tells_what_belongs_elsewhere(method: Method, field: str) -> None:
    assert re.search("Hit hör (?!inte)", method.fields[field].help.how)
    assert "Hit hör inte" in method.fields[field].help.how


def test_labels_and_hints_fit_their_place(method: Method) -> None:
    for key, field in method.fields.items():
        assert 0 < len(field.label) <= 45, key
        assert 0 < len(field.hint) <= 95, key
        assert "\n" not in field.hint, key


def test_the_asterisks_stand_where_the_manual_has_them(method: Method) -> None:
    assert {key for key, field in method.fields.items() if field.required} == REQUIRED


def test_only_the_box_under_revision_is_closed(method: Method) -> None:
    closed = [key for key, field in method.fields.items() if not field.enabled]
    assert closed == ["participation.under_revision"]


def test_every_field_has_help_of_its_own_and_of_readable_length(method: Method) -> None:
    for key, field in method.fields.items():
        parts = help_parts(field)
        assert all(parts.values()), key
        assert 60 <= len(" ".join(parts.values()).split()) <= 160, key
        assert (
            SOURCE.search(parts["source"])
            or "Gplans egen" in parts["source"]
            or ("Socialstyrelsens allmänna råd" in parts["source"])
        ), key
    texts = [field.help.why for field in method.fields.values()]
    assert len(set(texts)) == len(texts)


def test_every_help_file_belongs_to_a_field(method: Method) -> None:
    kept = {f"help/{entry.name}" for entry in files("resources").joinpath("method/help").iterdir()}
    assert kept == {help_file(key) for key in method.fields}


def test_every_rule_has_sentence_source_and_message(method: Method) -> None:
    assert [rule.number for rule in method.rules.values()] == list(range(1, len(method.rules) + 1))
    for key, rule in method.rules.items():
        assert rule.sentence.endswith("."), key
        # A hint is a sentence of its own.
        assert rule.message.endswith((".", "{hints}")), key
        assert SOURCE.fullmatch(rule.source), key
        assert rule.valid_from == date(2025, 1, 1), key


def test_rules_weigh_what_the_decisions_say(method: Method) -> None:
    for key, rule in method.rules.items():
        assert rule.severity is NOT_BLOCKING.get(key, Severity.BLOCKING), key


def test_messages_are_filled_in_with_what_the_checks_know(method: Method) -> None:
    for key, rule in method.rules.items():
        found = {name for _, name, _, _ in Formatter().parse(rule.message) if name}
        assert found == PLACEHOLDERS.get(key, set()), key


def test_messages_say_what_to_do_without_blame(method: Method) -> None:
    for key, rule in method.rules.items():
        assert not NOT_IN_MESSAGES.search(rule.message), key


def test_the_individual_is_called_the_individual(method: Method) -> None:
    for key, text in all_texts(method):
        assert not WHOSE_NAME.search(text.replace(PRESCRIBED, "")), key


def test_texts_are_tidy(method: Method) -> None:
    for key, text in all_texts(method):
        assert "  " not in text, key
        assert '"' not in text, key
        assert "kontrollera lagrum" not in text.lower(), key

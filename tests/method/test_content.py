"""What the metodstöd says: complete, short enough, in words that help."""

import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from string import Formatter

import pytest

from gplan_desktop.domain import fields as field_ids
from gplan_desktop.domain.plan import Activity, AreaPlan, Contributor, Plan
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
}
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
    told = [key for key in method.fields if not key.startswith(("person.", "assignment."))]
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

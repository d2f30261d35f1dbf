"""The lists of the metodstöd in the booklet: rules, the guard's words, limits and choices."""

import re
from collections.abc import Iterable, Sequence

from gplan_desktop.domain.plan import DayPart
from gplan_desktop.method.guard_terms import Guard, Place, Term
from gplan_desktop.method.model import JournalTexts, Limits, Method, RuleText, Severity
from printing.documents.help_text import subheading, tell_help
from printing.layout.story import Cell, Columns, Said, Story
from printing.layout.style import MM, Look

_SEVERITIES = {
    Severity.BLOCKING: "Hindrar",
    Severity.WARNING: "Varning",
    Severity.HINT: "Tips",
}
_SEVERITIES_EXPLAINED = (
    "En regel som hindrar måste vara uppfylld innan planen kan upprättas. En varning får stå kvar "
    "om man skriver ett skäl, som sparas i planen. Ett tips är bara ett råd."
)
_PLACES = {
    Place.PLAN: "genomförandeplanen",
    Place.VISIT_PLAN: "besöksplanen",
    Place.IMPORTANT: "viktigt att veta",
}
_WORDS_EXPLAINED = (
    "Här är exempel på ord och fraser som textvakten känner igen. Tre punkter betyder att ordet "
    "får börja eller sluta hur som helst, eller att något står emellan. Ord med bindestreck hittas "
    "också utan. Vakten hittar även stavfel."
)
_ONLY_FIGURES = "siffror som ser ut så"
_WORDS = "Ord"
_LET_THROUGH = (
    "De här sätten att skriva släpps igenom, eftersom de hänvisar till en annan handling eller är "
    "tillåtna i manualen."
)
_WEEKDAYS = (
    "Vardagar är måndag–fredag, utom helgdagar: nyårsdagen, trettondedag jul, långfredagen, "
    "annandag påsk, första maj, Kristi himmelsfärdsdag, nationaldagen, midsommardagen, alla "
    "helgons dag, juldagen och annandag jul."
)
_ALTERNATIVES = re.compile(r"\(([^()|]*)(?:\|[^()]*)?\)(\??)")
_PIECE = re.compile(r"<[^<>]*>")
_LEAST_LETTERS, _MOST_WORDS = 3, 6


def tell_rules(story: Story, method: Method) -> None:
    """Tell every rule: number, sentence, how much it weighs, and where it comes from."""
    story.new_page()
    with story.section("Reglerna"):
        story.text(_SEVERITIES_EXPLAINED)
        rules = method.rules.values()
        begins = {rule.valid_from for rule in rules}
        if len(begins) == 1:
            story.text(f"Alla regler gäller från {min(begins).isoformat()}.")
        widths = (11 * MM, 20 * MM, 39 * MM)
        number, weight, source = widths
        told = (number, story.look.measure - sum(widths), weight, source)
        columns = Columns(("Nr", "Regel", "Väger", "Källa"), told)
        told_rules = [_rule(rule, story.look, is_dated=len(begins) > 1) for rule in rules]
        story.table(columns, told_rules)


def _rule(rule: RuleText, look: Look, *, is_dated: bool) -> list[Cell]:
    begins = f"Gäller från {rule.valid_from.isoformat()}" if is_dated else ""
    return [
        [Said(str(rule.number), look.strong)],
        [Said(rule.sentence, look.cell)],
        [Said(_SEVERITIES[rule.severity], look.cell)],
        [
            Said(rule.source, look.cell),
            Said(begins, look.cell_note),
        ],
    ]


def tell_guard(story: Story, method: Method) -> None:
    """Tell what the guard looks for, where it may not stand and where it belongs (S108-S125)."""
    guard, look = method.guard, story.look
    story.new_page()
    with story.section("Textvakten – det som inte får skrivas"):
        names = ("Vad", "Får inte stå i", "Hör hemma i", "Varför")
        shares = (0.2, 0.24, 0.24, 0.32)
        rows = [
            [
                [Said(_capital(kind.label), look.strong)],
                [Said(", ".join(_PLACES[place] for place in kind.forbidden), look.cell)],
                [Said(kind.belongs, look.cell)],
                [Said(kind.reason, look.cell)],
            ]
            # The guard tells kinds apart that a reader does not.
            for kind in dict.fromkeys(guard.kinds.values())
        ]
        story.table(Columns(names, [share * look.measure for share in shares]), rows)
        with story.section("Ord som textvakten söker efter"):
            _tell_terms(story, guard)
        with story.section("Det som släpps igenom"):
            story.text(_LET_THROUGH)
            story.bullets([", ".join(in_words(one.words)) for one in guard.permitted.values()])


def _tell_terms(story: Story, guard: Guard) -> None:
    """Tell examples of words by kind, and within that by what they are about."""
    story.text(_WORDS_EXPLAINED)
    told: dict[str, dict[str, list[str]]] = {}
    for term in guard.terms.values():
        kind = guard.kinds[term.kind].label
        about = "" if term.label == kind else term.label.removeprefix(f"{kind}: ")
        its = told.setdefault(kind, {}).setdefault(about, [])
        its.extend(_words_of(term))
    for kind, by_subject in told.items():
        subheading(story, _capital(kind))
        for about, words in by_subject.items():
            said = ", ".join(dict.fromkeys(words)) or _ONLY_FIGURES
            tell_help(story, _capital(about) or _WORDS, said)


def _words_of(term: Term) -> list[str]:
    slips = [f"{slip}…" for slip in term.slips]
    capitals = [word for word in term.capitals if not _PIECE.search(word)]
    return [*slips, *capitals, *in_words(term.words)][:_MOST_WORDS]


def in_words(patterns: Iterable[str]) -> list[str]:
    """Return words in the guard's notation as people read them: the first of every choice."""
    read = dict.fromkeys(map(_in_words, patterns))
    return [text for text in read if sum(map(str.isalpha, text)) >= _LEAST_LETTERS]


def _in_words(pattern: str) -> str:
    before = ""
    while pattern != before:
        before = pattern
        pattern = _ALTERNATIVES.sub(lambda found: "" if found[2] else found[1], pattern)
    text = re.sub(r"\s*\?\s*", "", _PIECE.sub("…", pattern).replace("*", "…"))
    return re.sub(r"…[\s…]*…", "…", " ".join(text.split())).strip(" -:=")


def tell_language(story: Story, method: Method) -> None:
    """Tell which words judge or name the individual wrongly, and what to write instead."""
    look, language = story.look, method.language
    story.new_page()
    with story.section("Värderande ord och benämningar"):
        half = look.measure / 2
        advice = [*language.value_words.values(), language.naming]
        rows: list[list[Cell]] = [
            [[Said(", ".join(one.words), look.cell)], [Said(one.instead, look.cell)]]
            for one in advice
        ]
        story.table(Columns(("Ord som uppmärksammas", "Skriv i stället"), (half, half)), rows)


def tell_limits(story: Story, method: Method) -> None:
    """Tell what the municipality has decided: limits, names, roles, parts of the day, journal."""
    story.new_page()
    with story.section("Gränser och val"):
        with story.section("Gränser"):
            story.bullets(_limits(method.limits))
        with story.section("Dygnet"):
            for part in DayPart:
                hours = method.day_parts[part]
                story.field(part.label, f"Klockan {hours.start:02}–{hours.end:02}")
        _tell_choices(story, "Godkända namn på planen", method.plan_names)
        _tell_choices(story, "Roller att välja bland", method.roles)
        _tell_choices(story, "Rader för underskrift", method.signature_lines)
        with story.section("Meningar i verkställighetsjournalen"):
            _tell_journal(story, method.journal)


def _limits(limits: Limits) -> Sequence[str]:
    saturday, eves = (
        "räknas" if counts else "räknas inte"
        for counts in (limits.saturday_is_weekday, limits.eves_are_weekdays)
    )
    return (
        f"Planen upprättas senast {limits.establish_days} dagar efter att stödet började.",
        f"Planen följs upp inom {limits.follow_up_months} månader från att den upprättades.",
        f"En gräns visas som ”snart” {limits.due_soon_days} dagar i förväg.",
        f"En tillfällig besöksplan får ligga kvar i {limits.visit_plan_weekdays} vardagar.",
        "Dag 1 är dagen efter besöksplanens datum.",
        _WEEKDAYS,
        f"Lördagar {saturday} som vardagar.",
        f"Midsommarafton, julafton och nyårsafton {eves} som vardagar.",
    )


def _tell_choices(story: Story, title: str, choices: Sequence[str]) -> None:
    with story.section(title):
        if choices:
            story.bullets(choices)
        else:
            story.text("Inga.")


def _tell_journal(story: Story, journal: JournalTexts) -> None:
    story.field("Rubrik", journal.heading)
    story.field("Nyckelord", journal.keyword)
    story.field("Utan förändring", journal.unchanged)
    story.field("Utan förändring, lång", journal.long_unchanged)
    story.field("Med förändring", journal.changed)
    story.field("Med förändring, lång", journal.long_changed)
    story.field("Första planen", journal.first)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

"""Where a municipality's metodstöd differs, in words that a coordinator understands."""

from collections.abc import Callable
from dataclasses import dataclass
from textwrap import shorten

from gplan_desktop.domain.life_areas import LIFE_AREAS
from gplan_desktop.domain.plan import DayPart
from gplan_desktop.method.help_texts import help_file
from gplan_desktop.method.loaded import Difference
from gplan_desktop.method.model import Method, Severity


@dataclass(frozen=True)
class Wording:
    """One difference to read: what it is about, the built-in text and the municipality's."""

    place: str
    built_in: str
    own: str


def in_words(difference: Difference, method: Method) -> Wording:
    """Return *difference* to read; what has no words of its own is named by file and key."""
    say = _PLACES.get(difference.file) or _PLACES.get(difference.file.partition("/")[0])
    place = say(difference, method) if say else ""
    return Wording(
        place or f"{difference.file}: {difference.where}",
        _VALUES.get(difference.built_in, difference.built_in),
        _VALUES.get(difference.own, difference.own),
    )


def _of_all(difference: Difference, method: Method) -> str:
    head, _, rest = difference.where.partition(".")
    if head == "groups" and rest in method.groups:
        return "Innehållet: rubriken för en grupp av sidor"
    if head == "day_parts":
        part, _, edge = rest.partition(".")
        hour = "börjar" if edge == "start" else "slutar"
        return f"Dygnet: timmen då {_DAY_PARTS.get(part, part)} {hour}"
    return _GENERAL.get(difference.where, "")


def _of_step(difference: Difference, method: Method) -> str:
    key, _, part = difference.where.rpartition(".")
    return f"Sidan {method.steps[key].title}: {_STEP_PARTS.get(part, part)}"


def _of_field(difference: Difference, method: Method) -> str:
    key, _, part = difference.where.rpartition(".")
    return f"{_field(key, method)}: {_FIELD_PARTS.get(part, part)}"


def _of_rule(difference: Difference, method: Method) -> str:
    key, _, part = difference.where.rpartition(".")
    rule = method.rules[key]
    sentence = shorten(rule.sentence, _LONGEST_SENTENCE, placeholder=" …")
    return f"Regel {rule.number}, ”{sentence}”: {_RULE_PARTS.get(part, part)}"


def _of_help(difference: Difference, method: Method) -> str:
    key = next(key for key in method.fields if help_file(key) == difference.file)
    return f"{_field(key, method)}: hjälpen under {difference.where}"


def _of_page(difference: Difference, method: Method) -> str:
    # The method does not hold the file's name, but the text that was read from it.
    titles = (step.title for step in method.steps.values() if step.body.strip() == difference.own)
    title = next(titles, "")
    return f"Sidan {title}: texten" if title else ""


def _of_area(difference: Difference, _method: Method) -> str:
    code = difference.file.removeprefix("areas/").removesuffix(".toml")
    label = next(area.label for area in LIFE_AREAS if area.code == code)
    kind, _, rest = difference.where.partition(".")
    part, _, which = rest.partition(".")
    words = _AREA_PARTS.get(part, part)
    if kind == "examples":
        return f"{label}: {_EXAMPLES.get(which, which)} på {words}"
    return f"{label}: {'fraser för' if kind == 'phrases' else 'resultattext när'} {words}"


def _of_language(difference: Difference, method: Method) -> str:
    kind, _, rest = difference.where.partition(".")
    key, _, part = rest.rpartition(".")
    what = "ord som uppmärksammas" if part == "words" else "vad man kan skriva i stället"
    if kind != "value_words":
        return f"Benämningar: {what}"
    return f"Värderande ord, ”{method.language.value_words[key].words[0]}”: {what}"


def _of_guard(difference: Difference, _method: Method) -> str:
    return f"Textvakten: {difference.where}"


def _of_places(difference: Difference, _method: Method) -> str:
    return f"Rätt plats: {difference.where}"


def _of_access(difference: Difference, _method: Method) -> str:
    return f"Roller och logg: {difference.where}"


def _field(key: str, method: Method) -> str:
    """Return the field's label with the title of its page, for labels such as "Namn"."""
    field = method.fields[key]
    step = method.steps.get(field.step)
    return f"{step.title}, ”{field.label}”" if step else f"”{field.label}”"


_LONGEST_SENTENCE = 70
_PLACES: dict[str, Callable[[Difference, Method], str]] = {
    "method.toml": _of_all,
    "steps.toml": _of_step,
    "fields.toml": _of_field,
    "rules.toml": _of_rule,
    "language.toml": _of_language,
    "guard.toml": _of_guard,
    "places.toml": _of_places,
    "access.toml": _of_access,
    "help": _of_help,
    "pages": _of_page,
    "areas": _of_area,
}
_GENERAL = {
    "title": "Metodstödets namn",
    "plan_names": "Planernas namn",
    "roles": "Roller att välja bland",
    "reference_roles": "Roller för referenspersoner",
    "relations": "Närståendes relation till individen",
    "signature_lines": "Rader för underskrift",
    "limits.establish_days": "Dagar från stödets start tills planen ska vara upprättad",
    "limits.follow_up_months": "Månader till nästa uppföljning",
    "limits.due_soon_days": "Dagar före en gräns då den visas som snart",
    "limits.visit_plan_weekdays": "Vardagar som en tillfällig besöksplan får ligga kvar",
    "limits.saturday_is_weekday": "Om lördagen räknas som vardag",
    "limits.eves_are_weekdays": "Om helgdagsaftnar räknas som vardagar",
    "journal.heading": "Journalen: rubriken",
    "journal.keyword": "Journalen: nyckelordet",
    "journal.headings": "Journalen: rubriker att välja bland",
    "journal.unchanged": "Journalen: meningen utan förändring",
    "journal.changed": "Journalen: meningen med förändring",
    "journal.long_unchanged": "Journalen: den långa meningen utan förändring",
    "journal.long_changed": "Journalen: den långa meningen med förändring",
    "journal.first": "Journalen: meningen om en första plan",
    "provider.plan": "Extern utförare: om genomförandeplanen visas",
    "provider.visit_plans": "Extern utförare: om besöksplanerna visas",
    "provider.tabs": "Extern utförare: vilka flikar som visas",
    "retention.years": "Gallring: år efter den sista anteckningen",
    "retention.exempt_days": "Gallring: födelsedagar som undantas",
    "retention.exempt_places": "Gallring: platser där ingenting gallras",
    "retention.in_exempt_place": "Gallring: om enheten ligger på en sådan plats",
}
_DAY_PARTS = {part.value: part.label.lower() for part in DayPart}
_STEP_PARTS = {"title": "titeln", "purpose": "syftet", "source": "källan"}
_FIELD_PARTS = {
    "label": "rubriken",
    "hint": "raden under rubriken",
    "required": "om den är obligatorisk",
    "enabled": "om den är öppen att skriva i",
}
_RULE_PARTS = {
    "sentence": "regeln",
    "source": "källan",
    "valid_from": "gäller från",
    "severity": "hur mycket den väger",
    "message": "texten när den inte är uppfylld",
    "parameters": "gränserna",
}
_AREA_PARTS = {
    "needs": "behov",
    "goal": "mål",
    "how": "hur",
    "attainment_reason": "motivering",
    "result": "resultat",
    "remains": "målet kvarstår",
    "partly_met": "målet är delvis uppfyllt",
    "fully_met": "målet är helt uppfyllt",
}
_EXAMPLES = {"good": "bra exempel", "poor": "mindre bra exempel"}
_VALUES = {
    Severity.BLOCKING.value: "måste åtgärdas",
    Severity.WARNING.value: "varning",
    Severity.HINT.value: "tips",
}

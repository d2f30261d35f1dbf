"""Skeletons and phrases of the method, told by the individual or with the name (F8, F15)."""

import re

from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import GoalAttainment, Voice
from gplan_desktop.method.model import AreaText

_AS_I = {
    **{word: word for word in ("jag", "Jag", "mig", "min", "mitt", "mina", "Min", "Mitt", "Mina")},
    "sig": "mig",
    "sin": "min",
    "sitt": "mitt",
    "sina": "mina",
}
_TOKEN = re.compile(rf"\{{({'|'.join(_AS_I)})\}}")


def in_voice(text: str, voice: Voice | None, person: Person) -> str:
    """Return *text* with {jag}, {min} and so on as "jag" or the name (S17-S18).

    While nobody has said who tells, it is the individual.
    """
    told_by_other = voice in {Voice.BY_OTHER, Voice.BY_OBSERVATION}
    words = _as_name(person.given_name) if told_by_other else _AS_I
    return _TOKEN.sub(lambda token: words[token[1]], text)


def result_text(
    area_text: AreaText, attainment: GoalAttainment, voice: Voice | None, person: Person
) -> str:
    """Return the skeleton of the result for *attainment*, its blanks still to be filled in."""
    results = area_text.results
    skeletons = {
        GoalAttainment.REMAINS: results.remains,
        GoalAttainment.PARTLY_MET: results.partly_met,
        GoalAttainment.FULLY_MET: results.fully_met,
    }
    return in_voice(skeletons[attainment], voice, person)


def phrases_for(
    area_text: AreaText, field_part: str, voice: Voice | None, person: Person
) -> tuple[str, ...]:
    """Return the phrases for "needs", "goal" or "how"; other fields have none."""
    phrases = area_text.phrases
    offered = {"needs": phrases.needs, "goal": phrases.goal, "how": phrases.how}
    return tuple(in_voice(phrase, voice, person) for phrase in offered.get(field_part, ()))


def genitive(name: str) -> str:
    """Return whose it is: Karins, but Elias, Max and Moritz, and K:s of a lone initial."""
    if len(name) == 1:
        return f"{name}:s"
    return name if name[-1:].lower() in {"s", "x", "z"} else f"{name}s"


def _as_name(name: str) -> dict[str, str]:
    whose = genitive(name)
    return {
        **dict.fromkeys(("jag", "Jag", "mig"), name),
        **dict.fromkeys(("min", "mitt", "mina", "Min", "Mitt", "Mina"), whose),
        **{word: word for word in ("sig", "sin", "sitt", "sina")},
    }

"""The note to the case officer of a need that does not fit within the life area (S69, F36)."""

from datetime import date

from gplan_desktop.domain.life_areas import life_area
from gplan_desktop.domain.plan import Plan
from gplan_desktop.rules.situation import Situation


def note_to_case_officer(plan: Plan, area_code: str, situation: Situation, today: date) -> str:
    """Return the dated text to the biståndshandläggare, with blanks for what is new (S69).

    It names the individual but no personal number, and asks for no health
    information: the note may be sent by other ways than a journal.
    """
    assignment = situation.assignment
    seen = f"{_occasion(plan)} ”{plan.name}” såg vi ett nytt behov."
    outside = f"Det ryms inte inom livsområdet {life_area(area_code).label} i uppdraget"
    return "\n".join(
        (
            today.isoformat(),
            f"Till {assignment.case_officer}, biståndshandläggare",
            "",
            f"Nytt behov hos {situation.person.name}",
            "",
            f"{seen} {outside} från {assignment.day.isoformat()}.",
            "",
            "Det nya behovet: […vad individen behöver stöd med, utan diagnoser]",
            "Så märks det: […vad individen säger eller vad ni har sett, och sedan när]",
            "Individen vill: […individens egna ord]",
            "Så gör vi så länge: […vad personalen gör i väntan på svar]",
            "",
            "Vi behöver få veta om uppdraget ändras. Svara till […namn och telefon].",
        )
    )


def _occasion(plan: Plan) -> str:
    """Return in what work the need was seen, to begin a sentence."""
    if plan.is_follow_up:
        return "När vi följde upp planen"
    return "När vi skrev planen"

"""What was done to a plan after it was established: rättelse and makulering (F26)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from gplan_desktop.domain import dates
from gplan_desktop.domain.labelled import Labelled

_SENTENCE_ENDS = (".", "!", "?")


class CorrectionKind(Labelled):
    """What was done: a slip was corrected in a plan that stands instead, or it was annulled."""

    CORRECTED = "corrected", "Rättad"
    ANNULLED = "annulled", "Makulerad"


@dataclass(frozen=True)
class Correction:
    """That a plan was annulled or corrected: why, when and by whom.

    established_at: when the plan that it is about was established.
    new_plan_id: the corrected plan, which stands instead; "" when the plan was annulled.
    is_done: False while the corrected plan is a draft; at and by then tell who began it and when.
    """

    plan_id: str
    kind: CorrectionKind
    reason: str
    at: datetime
    by: str
    established_at: datetime
    new_plan_id: str = ""
    is_done: bool = True

    @property
    def day(self) -> str:
        """The day in Sweden when it was done."""
        return dates.in_sweden(self.at).date().isoformat()

    @property
    def short(self) -> str:
        """What became of the plan that it is about, on a line: "Makulerad 2026-11-24 av …: …"."""
        is_annulled = self.kind is CorrectionKind.ANNULLED
        became = self.kind.label if is_annulled else f"Ersatt, {self.kind.label.lower()}"
        return f"{became} {self.day} av {self.by}: {self.reason.strip()}"

    @property
    def told_of_wrong(self) -> str:
        """What became of the plan that it is about, as a sentence."""
        became = (
            CorrectionKind.ANNULLED.label
            if self.kind is CorrectionKind.ANNULLED
            else "Ersatt av en rättad plan"
        )
        return f"{became} {dates.stamp(self.at)} av {self.by}: {self._why}"

    @property
    def told_of_new(self) -> str:
        """What the corrected plan stands instead of, as a sentence or two."""
        wrong = f"planen som upprättades {dates.stamp(self.established_at)}"
        if not self.is_done:
            return f"Rättelse av {wrong}: {self._why}"
        return f"{self.kind.label} {self.day}: {self._why} Ersätter {wrong}."

    @property
    def _why(self) -> str:
        reason = self.reason.strip()
        return reason if reason.endswith(_SENTENCE_ENDS) else f"{reason}."


def made_by(plan_id: str, corrections: Iterable[Correction]) -> Correction | None:
    """Return the correction of *corrections* that the plan was, or is being, made for."""
    return next((one for one in corrections if one.new_plan_id == plan_id), None)


def ended_by(plan_id: str, corrections: Iterable[Correction]) -> Correction | None:
    """Return the correction of *corrections* by which the plan stopped being in force."""
    return next((one for one in corrections if one.plan_id == plan_id and one.is_done), None)

"""What Sigill tells of a check code and of an archive package, in plain Swedish."""

from collections import Counter
from dataclasses import dataclass

from gplan_desktop.archive.verify import CheckedPlan, FileState, PackageReport, Seal
from gplan_desktop.domain import dates
from gplan_desktop.domain.overview import PersonSummary, PlanSummary, Unit
from gplan_desktop.domain.plan import PlanStatus

_NOT_IN_FORCE = "Papperet gäller inte längre."
_STANDS = {
    PlanStatus.ESTABLISHED: ("done", "Planen gäller."),
    PlanStatus.SUPERSEDED: ("warning", f"{_NOT_IN_FORCE} Planen är ersatt av en nyare plan."),
    PlanStatus.ANNULLED: ("warning", f"{_NOT_IN_FORCE} Planen är makulerad."),
}
_UNCHANGED = "Planen i databasen är oförändrad sedan den upprättades."
_DAMAGED = (
    "Planen i databasen är ändrad eller skadad: den är inte den text som upprättades. "
    "Ta vara på papperet och be IT lägga tillbaka en säkerhetskopia."
)
_AS_MADE = "Paketet är som när det gjordes"
_NOT_AS_MADE = "Paketet är inte som när det gjordes"
_SEAL_ROLES = {Seal.INTACT: "done"}
_NO_PLANS = "Det finns ingen plan i paketet."
PAPER_TELLS = "Har planens kontrollkod"
PAPER_SILENT = "Ingen läsbar kontrollkod"
TOGETHER = (
    "Kontrollsummorna visar att filerna hör ihop. Den som kan ändra alla filer kan också räkna "
    "om summorna. Jämför därför med en kod på papper om det är viktigt."
)


@dataclass(frozen=True)
class Told:
    """A sentence and the role it is shown in: done, warning or problem."""

    role: str
    text: str

    @property
    def icon(self) -> str:
        """The icon beside the sentence, which the sentence does without."""
        return "check_circle-fill" if self.role == "done" else "error-fill"


@dataclass(frozen=True)
class Found:
    """A plan that a check code belongs to, and whether the record is as it was established."""

    person: PersonSummary
    plan: PlanSummary
    is_unchanged: bool

    def sentences(self) -> tuple[Told, Told]:
        """Tell where the plan stands, and then how its record is."""
        record = Told("done", _UNCHANGED) if self.is_unchanged else Told("problem", _DAMAGED)
        ended = self.plan.ended
        if ended:
            return Told("warning", f"{_NOT_IN_FORCE} {ended.told_of_wrong}"), record
        return Told(*_STANDS[self.plan.status]), record

    def facts(self) -> list[tuple[str, str]]:
        """Tell which plan it is, to compare with what stands on the paper."""
        protected = " (skyddade personuppgifter)" if self.person.protected else ""
        at, corrects = self.plan.established_at, self.plan.corrects
        history = [("Rättelse", corrects.told_of_new)] if corrects else []
        return [
            ("Individ", f"{self.person.name}{protected}"),
            ("Plan", self.plan.name),
            ("Upprättad", dates.stamp(at) if at else "–"),
            ("Upprättad av", self.plan.established_by or "–"),
            ("Läge", "Gäller" if self.plan.is_current else self.plan.status.label),
            *history,
        ]

    def as_text(self) -> str:
        """Tell all of it as lines."""
        told = [sentence.text for sentence in self.sentences()]
        return "\n".join([*told, *(f"{name}: {value}" for name, value in self.facts())])


def heading_of(count: int) -> str:
    """Return what stands over the plans that a code belongs to."""
    if count == 1:
        return "Koden hör till den här planen"
    return f"Koden hör till {count} planer. Jämför namn och datum med papperet"


def not_found(unit: Unit) -> str:
    """Tell what it can mean that no plan of *unit* has the code."""
    other = "en riktig enhet" if unit.practice else "övningen"
    return (
        f"Ingen plan i {unit.name} har den koden. Jämför tecken för tecken med papperet. "
        f"Är koden rätt hör papperet till en annan enhet eller till {other}, "
        "eller så är det inte gjort i Gplan."
    )


def verdict(report: PackageReport) -> Told:
    """Tell whether a package is as it was made."""
    return Told("done", _AS_MADE) if report.is_as_made else Told("problem", _NOT_AS_MADE)


def in_numbers(report: PackageReport) -> str:
    """Tell how many plans and files there are, and how many files are in which state."""
    if not report.faults:
        return f"{_plans(len(report.plans))} {_files(len(report.files))}, alla oförändrade."
    states = Counter(file.state for file in report.files)
    counts = (f"{state.label.lower()}: {states[state]}" for state in FileState if states[state])
    return f"{_plans(len(report.plans))} {_files(len(report.files))}. Filer: {', '.join(counts)}."


def seal_role(seal: Seal) -> str:
    """Return the role that a plan's seal is shown in."""
    return _SEAL_ROLES.get(seal, "problem")


def paper_word(plan: CheckedPlan) -> str:
    """Tell whether the PDF of a plan has a code to compare with."""
    return PAPER_TELLS if plan.paper_tells else PAPER_SILENT


def compared(plans: tuple[CheckedPlan, ...]) -> Told:
    """Tell which plans of a package a code belongs to."""
    if not plans:
        return Told("problem", "Ingen plan i paketet har den koden.")
    if any(plan.seal is not Seal.INTACT for plan in plans):
        return Told("problem", f"Koden är den som texten har nu: {_names(plans)}. Se sigillet.")
    return Told("done", f"Koden stämmer med {_names(plans)}.")


def as_text(name: str, report: PackageReport) -> str:
    """Tell all that was found in the package called *name*, to paste elsewhere."""
    plans = [f"{plan.name}: {plan.seal.label}. {paper_word(plan)}." for plan in report.plans]
    files = [f"{file.name}: {file.state.label}" for file in report.files]
    head = [f"{name}: {verdict(report).text}.", in_numbers(report)]
    return "\n".join(
        [*head, "", "Planer", *(plans or [_NO_PLANS]), "", "Filer", *files, "", TOGETHER]
    )


def _names(plans: tuple[CheckedPlan, ...]) -> str:
    return ", ".join(f"”{plan.name}”" for plan in plans)


def _plans(count: int) -> str:
    return "En plan." if count == 1 else f"{count} planer." if count else _NO_PLANS


def _files(count: int) -> str:
    return "En fil" if count == 1 else f"{count} filer"

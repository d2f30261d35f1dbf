"""What the import says, in plain Swedish."""

from gplan_desktop.exchange.columns import ListKind
from gplan_desktop.exchange.people_import import CheckedPeople
from ui.exchange.import_work import Review
from ui.exchange.telling import in_digits
from ui.seal_words import Told

_ROWS = ("En rad", "{} rader")
_PEOPLE = ("en person", "{} personer")
_ASSIGNMENTS = ("ett uppdrag", "{} uppdrag")
_ALL_OR_NONE = "Alla rader läses in på en gång, eller ingen."
_SKIP = "Kryssa i ”Hoppa över de som redan finns” eller ta bort dem ur filen."
_NONE_LEFT = "Det finns inget nytt att läsa in: alla rader finns redan i enheten."


def rows(count: int) -> str:
    """Return how many rows there are: "812 rader"."""
    return _counted(count, _ROWS)


def summary(review: Review) -> str:
    """Tell how many rows there are, and how they are: "812 rader: 798 klara, 9 fel"."""
    checked = review.checked
    ready = len(checked.rows) - review.faulty - checked.known
    parts = ["1 klar" if ready == 1 else f"{in_digits(ready)} klara"]
    if review.faulty:
        parts.append(f"{in_digits(review.faulty)} fel")
    if checked.known:
        parts.append(f"{in_digits(checked.known)} finns redan")
    if checked.warned:
        parts.append(f"{in_digits(checked.warned)} att titta på")
    counted = f"{rows(len(checked.rows))}: {', '.join(parts)}."
    if isinstance(checked, CheckedPeople) or not checked.is_ready:
        return counted
    return f"{counted} Raderna är {things(review)}."


def things(review: Review) -> str:
    """Return what there is to take in: "798 personer"."""
    return _counted(review.count, _forms(review))


def verdict(review: Review) -> Told:
    """Tell whether the list can be taken in, and if not what to do first."""
    checked = review.checked
    if review.faulty:
        must = (
            "En rad måste rättas" if review.faulty == 1 else f"{review.faulty} rader måste rättas"
        )
        return Told("problem", f"{must} i filen. Rätta, spara och läs om filen. {_ALL_OR_NONE}")
    if checked.failed:
        are = "En rad finns" if checked.failed == 1 else f"{checked.failed} rader finns"
        return Told("problem", f"{are} redan i enheten. {_SKIP}")
    if not checked.is_ready:
        return Told("warning", _NONE_LEFT)
    if checked.warned:
        return Told("warning", f"Inget hindrar. Titta på {rows(checked.warned)} först.")
    return Told("done", "Allt är klart att läsa in. Inget är inläst än.")


def taken_in(review: Review) -> str:
    """Tell that all was taken in."""
    are = "inläst" if review.count == 1 else "inlästa"
    return f"{things(review).capitalize()} är {are}."


def of_kind(kind: ListKind) -> str:
    """Tell what a list of *kind* holds, before a file is chosen."""
    if kind is ListKind.PEOPLE:
        return "En individ på varje rad. Filen är en Excel-arbetsbok (.xlsx) eller CSV."
    return (
        "Ett livsområde på varje rad. Individerna måste finnas i enheten först. "
        "Filen är en Excel-arbetsbok (.xlsx) eller CSV."
    )


def _forms(review: Review) -> tuple[str, str]:
    return _PEOPLE if review.listed.kind is ListKind.PEOPLE else _ASSIGNMENTS


def _counted(count: int, forms: tuple[str, str]) -> str:
    return forms[0] if count == 1 else forms[1].format(in_digits(count))

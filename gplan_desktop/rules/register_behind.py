"""What is kept behind the pages of a person, in words: what was before, and what is not done."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from gplan_desktop.domain import dates
from gplan_desktop.domain.journal_entry import EntryDraft
from gplan_desktop.domain.kept import Behind, Done, Earlier, Opening, RemovedPlan
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.method.model import Method
from gplan_desktop.rules.register_records import Record, RecordWriter, Told, title_of
from gplan_desktop.rules.tes_text import tes_items
from gplan_desktop.rules.transfer import plan_items


def earlier(behind: Behind, writer: RecordWriter) -> Iterator[Record]:
    """Yield what stood before each change of person, assignments, tabs and visit plans."""
    for person in behind.people:
        yield Record(_until("Personuppgifter", person), tuple(writer.person(person.what)))
    for one in behind.assignments:
        told = writer.assignment(one.what)
        yield replace(told, title=_until(told.title, one))
    for tabs in behind.tabs:
        when = f" från {dates.stamp(tabs.changed_at)}" if tabs.changed_at else ""
        yield Record(f"Flikarna{when}", tuple(writer.tabs(tabs)))
    for visit in behind.visit_plans:
        told = writer.visit_plan(visit)
        yield replace(told, title=f"{told.title}, från {dates.stamp(visit.changed_at)}")


def drafts(behind: Behind, writer: RecordWriter) -> Iterator[Record]:
    """Yield the drafts that were taken away, what drafts were before, and begun entries."""
    for removed in behind.removed:
        yield _removed(removed, writer)
    for point in behind.points:
        title = f"{point.what.plan.name}, som utkastet var {dates.stamp(point.at)}"
        blank = (Told("status", "Status", "Inget var skrivet"),)
        yield Record(title, tuple(writer.plan_texts(point.what)) or blank)
    for entry in behind.entries:
        yield _begun(entry)


def openings(behind: Behind) -> Iterator[Record]:
    """Yield why others opened the person."""
    yield from map(_opening, behind.openings)


def done(behind: Behind, method: Method) -> Iterator[Record]:
    """Yield what was pasted in other systems, noted and filed."""
    for one in behind.done:
        yield from _done(one, method)


def _until(what: str, before: Earlier[Any]) -> str:
    by = f" av {before.by}" if before.by else ""
    return f"{what}, innan det ändrades {dates.stamp(before.at)}{by}"


def _removed(removed: RemovedPlan, writer: RecordWriter) -> Record:
    by = f" av {removed.by}" if removed.by else ""
    told = f"Borttaget {dates.stamp(removed.at)}{by}."
    if removed.record is None:
        return Record(removed.name, (Told("status", "Status", "Borttaget. Texten är raderad."),))
    corrects = removed.record.corrects
    status = f"{told} {corrects.told_of_new}" if corrects else told
    lines = writer.plan_texts(removed.record)
    return Record(removed.name, (Told("status", "Status", status), *lines))


def _begun(entry: Earlier[EntryDraft]) -> Record:
    draft, by = entry.what, f" av {entry.by}" if entry.by else ""
    about = " – ".join(filter(None, (draft.heading.strip(), draft.keyword.strip())))
    return Record(
        f"Påbörjad anteckning{by}, senast sparad {dates.stamp(entry.at)}",
        (
            Told("journal.heading", "Rubrik", about),
            Told("journal.text", "Anteckning", draft.text),
        ),
    )


def _opening(opening: Opening) -> Record:
    return _row("opening", dates.stamp(opening.at), opening.by, opening.reason)


def _done(one: Done, method: Method) -> Iterator[Record]:
    name, labels = _name_and_labels(one, method)
    after = one.aftercare
    for at, what in ((after.noted_at, "antecknad i journalen"), (after.filed_at, "lagd i akten")):
        if at:
            yield _row("done", dates.stamp(at), "", f"{name}: {what}")
    for pasted in sorted(one.transfers, key=lambda transfer: transfer.at):
        what = labels.get(pasted.field, "ett fält som inte finns kvar")
        yield _row("done", dates.stamp(pasted.at), pasted.by, f"{name}: {what}, överförd")


def _name_and_labels(one: Done, method: Method) -> tuple[str, dict[str, str]]:
    if isinstance(one.record, PlanRecord):
        plan = one.record.plan
        return plan.name, {item.field: item.label for item in plan_items(plan, method)}
    visit = one.record.plan
    return title_of(visit), {item.field: item.label for item in tes_items(visit, method)}


def _row(of: str, at: str, by: str, what: str) -> Record:
    told = (Told(f"{of}.at", "När", at), Told(f"{of}.by", "Av vem", by))
    return Record("", (*told, Told(f"{of}.what", "Vad", what)))

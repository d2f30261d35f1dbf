"""What stands in an archive package: the files of a plan, and the list of checksums."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gplan_desktop.domain.assignment import Assignment
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import Establishment, PlanRecord, PlanStatus
from gplan_desktop.store import documents

if TYPE_CHECKING:
    # A package is verified without the libraries of the database.
    from gplan_desktop.store.store import Store

MANIFEST = "SHA256SUMS.txt"
README = "LÄSMIG.txt"
FORMAT = "gplan-arkiv-1"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


@dataclass(frozen=True)
class PlanToArchive:
    """An established plan with all that goes into a package; *name* has no personal number.

    *document* is the plan's text as it was established, byte for byte.
    """

    name: str
    record: PlanRecord
    document: str
    person: Person
    assignment: Assignment
    pdf: bytes


@dataclass(frozen=True)
class Facts:
    """What is known of a plan beside its text, as the file in "uppgifter" tells it."""

    format: str
    plan_id: str
    status: PlanStatus
    followed_up_on: date | None
    establishment: Establishment
    person: Person
    assignment: Assignment


def plan_to_archive(store: "Store", plan_id: str, name: str) -> PlanToArchive:
    """Gather an established plan from the store; errors as `Store.plan` and `Store.pdf`."""
    record = store.plan(plan_id)
    return PlanToArchive(
        name=name,
        record=record,
        document=store.document(plan_id),
        person=store.person(record.plan.person_id),
        assignment=store.assignments.get(record.plan.assignment_id),
        pdf=store.pdf(plan_id),
    )


def pdf_file(name: str) -> str:
    """Return where the paper of the plan called *name* lies in a package."""
    return f"planer/{name}.pdf"


def text_file(name: str) -> str:
    """Return where the plan's text lies, whose SHA-256 is the check code."""
    return f"planer/{name}.json"


def facts_file(name: str) -> str:
    """Return where the facts about the plan lie."""
    return f"uppgifter/{name}.json"


def name_of(file: str) -> str | None:
    """Return the name of the plan whose facts *file* holds, or None for another file."""
    match = re.fullmatch(r"uppgifter/(.+)\.json", file)
    return match[1] if match else None


def files_of(archived: PlanToArchive, name: str) -> dict[str, bytes]:
    """Return the files of a plan by where they lie in a package.

    Raises:
        ValueError: when the plan is not established, or the text is not its own.
    """
    establishment = archived.record.establishment
    if establishment is None or documents.digest(archived.document) != establishment.checksum:
        raise ValueError("the text is not the one that was established")
    facts = Facts(
        FORMAT,
        archived.record.plan.id,
        archived.record.status,
        archived.record.followed_up_on,
        establishment,
        archived.person,
        archived.assignment,
    )
    return {
        pdf_file(name): archived.pdf,
        text_file(name): archived.document.encode(),
        facts_file(name): documents.encode(facts).encode(),
    }


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def manifest(digests: Mapping[str, str]) -> str:
    """Return the list of checksums by file name, as the program sha256sum reads it."""
    return "".join(f"{checksum}  {name}\n" for name, checksum in digests.items())


def read_manifest(text: str) -> dict[str, str] | None:
    """Return the checksums by file name, or None when *text* is no such list."""
    lines = [line for line in text.splitlines() if line.strip()]
    matches = [_LINE.fullmatch(line) for line in lines]
    found = {match[2]: match[1] for match in matches if match}
    return found if found and len(found) == len(lines) else None

"""The files that an external provider is given of one person, all of them or none (S131)."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from gplan_desktop.archive.names import safe_name, unlike, whose
from gplan_desktop.archive.targets import FolderTarget
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.errors import WorldError
from gplan_desktop.method.model import Method
from ui.provider_desk import Shown

_PLAN = "Genomförandeplan"
_TEXT = "Det utföraren får läsa.txt"
_PROTECTED = "Individ med skyddade personuppgifter"


class FolderNotWritten(WorldError):
    """The folder that the user chose cannot be written in."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Det går inte att skriva i mappen {folder.name}.",
            "Inget halvfärdigt finns kvar där, och allt är oförändrat i Gplan.",
            "Välj en annan mapp, eller frigör plats på disken.",
        )


def folder_name(person: Person, day: date) -> str:
    """Return what the person's folder is called: the initials, since others may see it."""
    name = _PROTECTED if person.protected_identity else whose(person.name)
    return f"{name} – {day.isoformat()}"


def files_of(shown: Shown, method: Method, pdf: Callable[[str], bytes]) -> dict[str, bytes]:
    """Return the files by name: the plans as they were established, and all in one text.

    *pdf* gives the stored paper of a plan by its id.
    """
    files: dict[str, bytes] = {}
    for record in shown.held.plans if method.provider.plan else ():
        name = unlike(_plan_name(record, method), (known.removesuffix(".pdf") for known in files))
        files[f"{name}.pdf"] = pdf(record.plan.id)
    # With a mark and with line ends that every program on Windows understands.
    text = shown.text.replace("\n", "\r\n")
    return {**files, _TEXT: text.encode("utf-8-sig")}


def put(files: Mapping[str, bytes], parent: Path, name: str) -> Path:
    """Write *files* into a new folder in *parent*, in one move, and return where it is.

    A number is added to a *name* that is taken. Raises FolderNotWritten.
    """
    try:
        target = parent / unlike(name, (one.name for one in parent.iterdir()))
        with TemporaryDirectory(dir=parent, prefix=".gplan-") as workplace:
            made = Path(workplace) / "files"
            writer = FolderTarget(made)
            for file, content in files.items():
                writer.write(file, content)
            made.replace(target)
    except OSError as error:
        raise FolderNotWritten(parent) from error
    return target


def _plan_name(record: PlanRecord, method: Method) -> str:
    """Return the approved name of the plan; in a free one anything may stand."""
    name = record.plan.name
    return safe_name(name) if name in method.plan_names else _PLAN

"""Tells others that one writes in a draft, and oneself that somebody else does (F70)."""

from typing import TYPE_CHECKING
from uuid import uuid4

from gplan_desktop.domain import dates
from gplan_desktop.editing import PlanEditor
from ui.errors import tell
from ui.office import Office

if TYPE_CHECKING:
    from gplan_desktop.store.kept_drafts import DraftWriter

_OTHER = "{name} skriver också i planen, sedan {since}."
_SAFE = (
    "Du kan skriva ändå. Det ni skriver sammanförs när det sparas, och ni får välja där ni har "
    "skrivit i samma text. Inget skrivs över."
)


class WritingMark:
    """The mark that one writes in a draft. It warns, and keeps nobody out."""

    def __init__(self, editor: PlanEditor, office: Office) -> None:
        self._editor, self._office = editor, office
        self._session = ""

    def begin(self) -> None:
        """Set the mark, and tell of another user who writes there already."""
        # A form that was never saved is known to nobody else.
        if self._editor.read_only or not self._editor.record.version:
            return
        self._session = session = str(uuid4())
        writers, plan_id = self._office.store.writers, self._editor.plan.id
        self._office.database.run(lambda: writers.begin(plan_id, session), _tell, _nothing)

    def end(self) -> None:
        """Take the mark away, when the draft is left."""
        if self._session:
            session, self._session = self._session, ""
            writers, plan_id = self._office.store.writers, self._editor.plan.id
            self._office.database.run(lambda: writers.end(plan_id, session), _nothing, _nothing)


def _tell(writer: "DraftWriter | None") -> None:
    if writer:
        tell(_OTHER.format(name=writer.name, since=dates.stamp(writer.since)), _SAFE, "")


def _nothing(_: object) -> None:
    """Leave it: the mark is a courtesy, and its failure no reason to stop anyone who writes."""

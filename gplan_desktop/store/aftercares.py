"""What has been done with each plan after it was established."""

from gplan_desktop.domain.overview import Aftercare
from gplan_desktop.store import moments
from gplan_desktop.store.connection import Connection


class Aftercares:
    """Reads and notes what is left to do with a plan: print, note in the journal, file."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, plan_id: str) -> Aftercare:
        """Return what has been done; nothing, when nothing was noted."""
        row = self._connection.row(
            "SELECT printed_at, noted_at, filed_at FROM aftercare"
            " JOIN plan USING (rid) WHERE id = ?",
            (plan_id,),
        )
        if row is None:
            return Aftercare()
        return Aftercare(*(moments.optional_from_text(text) for text in row.values()))

    def note(self, plan_id: str, aftercare: Aftercare) -> None:
        """Keep *aftercare* as what has been done, inside a transaction."""
        done = (aftercare.printed_at, aftercare.noted_at, aftercare.filed_at)
        values = (*map(moments.optional_to_text, done), plan_id)
        changed = self._connection.write(
            "UPDATE aftercare SET printed_at = ?, noted_at = ?, filed_at = ?"
            " WHERE rid = (SELECT rid FROM plan WHERE id = ?)",
            values,
        )
        if not changed:
            self._connection.write(
                "INSERT INTO aftercare (printed_at, noted_at, filed_at, rid)"
                " SELECT ?, ?, ?, rid FROM plan WHERE id = ?",
                values,
            )

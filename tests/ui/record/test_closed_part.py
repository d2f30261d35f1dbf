"""A part that the role may not read tells why, also to the keyboard and the screen reader."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from gplan_desktop.domain.user import Permission
from ui.office import Office, Standing
from ui.record.closed_part import ClosedPart
from ui.record.registry import make_part
from ui.record.ways import PartId, RecordWays

WHY = "Din roll, extern utförare, får inte läsa journalen. Det får enhetschef."


def test_the_reason_stands_where_the_part_would(
    office: Office, put_up: Callable[..., Any], clipped: Any
) -> None:
    closed = replace(office, standing=Standing({Permission.READ_JOURNAL: WHY}))
    person = office.database.call(lambda: office.store.person("karin"))
    ways = RecordWays(print, print)
    part = put_up(make_part(PartId.JOURNAL, person, closed, ways))
    assert isinstance(part, ClosedPart)
    part.refresh()
    part.focus_first()
    assert part.why.hasFocus()
    assert part.why.text() == WHY
    assert clipped(part) == []
    assert part.finish()
    assert not isinstance(make_part(PartId.VISIT_PLANS, person, closed, ways), ClosedPart)

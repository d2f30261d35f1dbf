"""When one came in the last time is told; tries that have failed since are a warning."""

from datetime import UTC, datetime
from typing import Any

from gplan_desktop.domain.log_entry import LastTime
from ui.login.last_time import LastTimeLine
from ui.office import Office

AT = datetime(2026, 11, 20, 7, 5, tzinfo=UTC)


def test_failed_tries_are_told_as_a_warning(office: Office, qtbot: Any) -> None:
    line = LastTimeLine(office)
    qtbot.addWidget(line)
    office.database.flush()
    # The first time there is nothing to tell.
    assert line.isHidden()
    line._show(LastTime(AT))
    assert line.before.text() == "Du loggade in senast 2026-11-20 kl. 08.05."
    line._show(LastTime(AT, 2))
    assert line.before.isHidden()
    assert "har 2 inloggningar misslyckats med ditt användarnamn" in line.failed.text.text()

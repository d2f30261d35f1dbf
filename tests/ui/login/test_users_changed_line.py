"""Who is let in by others is told to who answers for the log, until that one has seen it."""

from typing import Any

import pytest

from gplan_desktop.domain.user import with_role
from ui.login.users_changed_line import UsersChangedLine
from ui.office import Office


@pytest.fixture
def line(office: Office, qtbot: Any) -> Any:
    """Make the line as it is for the manager, after *times* changes by the administrator."""

    def line(times: int) -> UsersChangedLine:
        store, roles = office.store, office.method.access.roles

        def work() -> None:
            store.work_as(with_role("a", "Ad Min", "administrator", roles))
            for number in range(times):
                store.users.give(f"u{number}", f"Bo {number}", "extern_utforare")
            store.work_as(with_role("c", "Anna Ek", "chef", roles))

        office.database.call(work)
        made = UsersChangedLine(office, lambda: None)
        qtbot.addWidget(made)
        office.database.flush()
        return made

    return line


@pytest.mark.parametrize(
    ("times", "more"), [(1, ""), (4, "1 ändring till"), (9, "6 ändringar till")]
)
def test_the_latest_are_told_with_who_and_which_role(line: Any, times: int, more: str) -> None:
    shown = line(times)
    text = shown.told.text.text()
    assert shown.isVisible()
    assert f"Ad Min: Gav en användare namn och roll: Bo {times - 1}, extern utförare" in text
    assert ("till finns i loggen" in text, more in text) == (bool(more), True)


def test_it_is_told_until_it_is_seen(line: Any, office: Office) -> None:
    shown = line(2)
    shown.seen.click()
    office.database.flush()
    assert not shown.isVisible()
    assert office.database.call(office.store.users.changes) == []


def test_nothing_is_told_where_nothing_was_done(line: Any) -> None:
    assert not line(0).isVisible()

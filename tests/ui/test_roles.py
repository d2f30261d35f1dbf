"""Every role opens the start and a person: what it may not do is closed, with the reason (F64)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from gplan_desktop.domain.person import Provider
from gplan_desktop.domain.user import NOTHING_SHOWN, Actor, Permission, with_role
from gplan_desktop.errors import NotAllowed
from gplan_desktop.program.offices import standing
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.duties_view import DutiesView
from ui.main_window import MainWindow
from ui.office import Office
from ui.other_person_dialog import OtherPersonDialog
from ui.person_view import PersonView
from ui.record.closed_part import ClosedPart
from ui.record.ways import PartId
from ui.start_view import StartView
from ui.widgets.permitted import is_closed
from ui.workplace import ProgramWays
from wizard.wizard_view import WizardView

ROLES = ("samordnare", "chef", "lasare", "extern_utforare", "utbildare", "administrator")
WAYS = tuple(ProgramWays.__dataclass_fields__)
PROVIDER = "Omsorg AB"
As = Callable[..., Office]


@pytest.fixture
def as_role(office: Office) -> As:
    """Let a user of a role work; of the persons, Karin is Omsorg AB's."""

    def as_role(role: str, **own: Any) -> Office:
        store = office.store
        roles = office.method.access.roles

        def work() -> None:
            karin = store.person("karin")
            store.change_person(replace(karin, provider=Provider(PROVIDER, external=True)))
            given: Actor = with_role("u1", "Kim Ek", role, roles)
            seen = replace(given, provider=PROVIDER, shown=office.method.provider)
            store.work_as(replace(seen, **own))

        office.database.call(work)
        return replace(office, standing=standing(store))

    return as_role


@pytest.fixture
def went() -> list[str]:
    """What the window asked of the program around it."""
    return []


@pytest.fixture
def window(
    qapp: QApplication, office: Office, went: list[str], messages: Any, qtbot: Any
) -> Iterator[MainWindow]:
    ways = {name: lambda *_, name=name: went.append(name) for name in WAYS}
    ways["restyle"] = lambda settings: themes.apply(qapp, settings)
    window = MainWindow(office.theme, Settings(theme="light"), lambda _: None)
    window.employ(WizardView, ProgramWays(**ways))
    window.resize(1280, 720)
    # Laid out but not painted, which takes long.
    window.setUpdatesEnabled(False)
    window.show()
    yield window
    settle(office)
    assert [box.text() for box in messages()] == []
    delete(window)


def settle(office: Office) -> None:
    for thread in (office.database, office.paper, office.database):
        thread.flush()
    QApplication.processEvents()


def enter(window: MainWindow, office: Office) -> None:
    window.enter(office)
    settle(office)


def open_person(window: MainWindow, office: Office) -> PersonView:
    window.work.open_person("karin")
    settle(office)
    assert isinstance(window.view, PersonView)
    return window.view


@pytest.mark.parametrize(
    ("role", "closed"),
    [
        ("samordnare", set()),
        ("chef", set()),
        ("lasare", {"correct", "new_plan", "follow_up", "go_on", "transfer", "change", "print"}),
        ("extern_utforare", {"correct", "new_plan", "follow_up", "go_on", "transfer", "change"}),
    ],
)
def test_who_may_read_opens_every_page_and_presses_what_the_role_may(
    window: MainWindow, as_role: As, role: str, closed: set[str]
) -> None:
    office = as_role(role)
    enter(window, office)
    view = window.view
    assert isinstance(view, StartView)
    assert [row.id for row in view.people.rows] == ["karin"] or len(view.people.rows) == 10
    assert (len(view.people.rows) == 1) is (role == "extern_utforare")
    open_every_page(window, office)
    require_closed(open_person(window, office), office, closed)


# Who may write opens them all in the tests of each part.
@pytest.mark.parametrize("role", ["lasare", "extern_utforare"])
def test_every_part_of_a_person_is_opened_without_an_error(
    window: MainWindow, as_role: As, role: str
) -> None:
    # Nor is it one when the municipality lets external providers see next to nothing.
    office = as_role(role, shown=NOTHING_SHOWN)
    enter(window, office)
    view = open_person(window, office)
    for part in PartId:
        view.show_part(part)
        settle(office)
    closed = [part for part in PartId if isinstance(view.parts[part], ClosedPart)]
    assert closed == ([PartId.TABS, PartId.JOURNAL] if role == "extern_utforare" else [])
    assert view.finish()


@pytest.mark.parametrize("role", ["utbildare", "administrator"])
def test_who_may_not_read_is_told_what_there_is_to_do(
    window: MainWindow, as_role: As, role: str, went: list[str], clipped: Any
) -> None:
    office = as_role(role)
    enter(window, office)
    view = window.view
    assert isinstance(view, DutiesView)
    assert "får inte läsa om individer och deras planer" in view.why.text()
    assert is_closed(view.backups) is (role == "utbildare")
    assert clipped(view) == []
    view.practise.click()
    view.users.click()
    assert went[-2:] == ["practise", "show_users"]
    view.method.click()
    settle(office)


def open_every_page(window: MainWindow, office: Office) -> None:
    """Open every page beside the list, none of which may fail."""
    pages = [
        window.rooms.show_papers,
        window.rooms.show_to_do,
        window.rooms.show_import,
        window.rooms.show_bin,
    ]
    if not office.may(Permission.READ_TABS):
        pages.append(window.rooms.show_providers)
    for show in (*pages, window.rooms.show_method):
        show()
        settle(office)


def closed_buttons(view: PersonView) -> set[str]:
    part = view.parts[PartId.OVERVIEW]
    names = ("correct", "new_plan", "follow_up", "go_on", "transfer", "change", "print")
    return {name for name in names if is_closed(getattr(part, name))}


def require_closed(view: PersonView, office: Office, closed: set[str]) -> None:
    """Require that only these buttons are closed, and that it is told why."""
    assert closed_buttons(view) == closed
    part: Any = view.parts[PartId.OVERVIEW]
    assert part.reads_only.text() == office.may(Permission.WRITE)
    assert part.reads_only.isVisible() is bool(closed)
    if closed:
        assert part.new_plan.toolTip() == office.may(Permission.WRITE)
        assert "Det får samordnare" in part.new_plan.accessibleDescription()


@pytest.mark.parametrize("role", ["lasare", "extern_utforare"])
def test_a_reader_reads_every_page_of_a_plan_and_changes_nothing(
    window: MainWindow, as_role: As, role: str
) -> None:
    office = as_role(role)
    enter(window, office)
    view = open_person(window, office)
    part: Any = view.parts[PartId.OVERVIEW]
    window.work.open_plan(part.table.current_id)
    settle(office)
    wizard = window.view
    assert isinstance(wizard, WizardView)
    # The pages of the life areas are alike; one of them is enough.
    kinds = {step.id.partition(".")[0]: step for step in wizard.editor.steps}
    for step in kinds.values():
        wizard.go(step.id)
        settle(office)
    assert wizard.finish()


def test_a_draft_is_only_read_by_who_may_not_write(window: MainWindow, as_role: As) -> None:
    office = as_role("lasare")
    enter(window, office)
    window.work.open_plan("olena-utkast")
    settle(office)
    wizard: Any = window.view
    assert wizard.editor.read_only
    assert wizard.editor.findings == ()
    wizard.autosave.save_or_settle()
    settle(office)
    assert wizard.finish()


def test_no_paper_leaves_past_the_role_and_the_try_is_logged(as_role: As) -> None:
    office = as_role("lasare")
    with pytest.raises(NotAllowed, match="skriva ut och spara papper"):
        office.demand(Permission.PRINT)
    entries = office.database.call(lambda: office.store._audit.entries(0, 10_000))
    assert (entries[-1].action, entries[-1].actor) == ("access.refused", "Kim Ek")
    office.demand(Permission.READ)


def test_another_units_person_is_opened_from_the_search(window: MainWindow, as_role: As) -> None:
    office = as_role("samordnare", units=frozenset({"En annan enhet"}))
    enter(window, office)
    view: Any = window.view
    assert "inga individer än" in view.empty.text()
    assert not view.others.isVisible()
    number = "19410331-9036"
    view.search.setText(number)
    view._find()
    settle(office)
    view.others.click()
    (dialog,) = children(view, OtherPersonDialog)
    assert dialog.number.text() == number
    dialog.reject()


def test_a_providers_user_is_offered_no_others(window: MainWindow, as_role: As) -> None:
    office = as_role("extern_utforare")
    enter(window, office)
    view: Any = window.view
    view.search.setText("Mirela")
    view._find()
    settle(office)
    assert not view.others.isVisible()
    assert "Be enheten" in view.empty.text()


def children(view: QObject, kind: type) -> list[Any]:
    return view.findChildren(kind)

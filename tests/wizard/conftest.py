"""What the tests of the wizard share: Karin's follow-up, an open wizard, and a hand on the keys."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import PlanRecord
from gplan_desktop.editing import PlanEditor
from gplan_desktop.planning import Opened, follow_up, open_plan
from gplan_desktop.selfcheck import write_everything
from ui.autosave import Autosave
from ui.office import Office
from ui.plan_view import PlanWays
from wizard.establish_dialog import EstablishDialog
from wizard.plan_savings import PlanSavings
from wizard.wizard_view import WizardView

KARIN = "karin-plan-2"
SMALLEST = "login"
"""The page that is made in the shortest time."""


@dataclass
class Wishes:
    """What the wizard asked of the window around it, in order."""

    left: int = 0
    opened: list[str] = field(default_factory=list)
    followed: list[str] = field(default_factory=list)
    help: list[bool] = field(default_factory=list)
    transferred: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)

    def leave(self) -> None:
        self.left += 1

    def ways(self) -> PlanWays:
        return PlanWays(
            self.leave,
            lambda plan_id, _: self.opened.append(plan_id),
            self.followed.append,
            self.help.append,
            self.transferred.append,
            self.changed.append,
        )


@pytest.fixture
def wishes() -> Wishes:
    return Wishes()


@pytest.fixture
def follow_up_of(office: Office) -> Callable[[str], Opened]:
    """Begin the follow-up of an established plan."""
    return lambda plan_id: office.database.call(lambda: follow_up(plan_id, office.desk()))


@pytest.fixture
def reopen(office: Office) -> Callable[[str], Opened]:
    """Open a plan from the store, as the list does."""
    return lambda plan_id: office.database.call(lambda: open_plan(plan_id, office.desk()))


@pytest.fixture
def show_wizard(office: Office, wishes: Wishes) -> Iterator[Callable[..., WizardView]]:
    """Show an opened plan in a window of its own, as large as a small laptop's."""
    views: list[WizardView] = []

    def show(
        opened: Opened, *, at: str = "", help_open: bool = False, dressed: Office = office
    ) -> WizardView:
        if at:
            opened = replace(opened, place=Place(at))
        view = WizardView(opened, dressed, wishes.ways())
        views.append(view)
        view.resize(1280, 680)
        # Painting takes an eighth of the time; the tests that see every page turn it on.
        view.setUpdatesEnabled(False)
        view.show()
        view.activateWindow()
        assert QTest.qWaitForWindowActive(view)
        view.start(opened, help_open=help_open)
        return view

    yield show
    # Deleted here and now: the office closes next, and nobody may ask for it after that.
    for background in (office.database, office.paper):
        background.flush()
    for view in views:
        delete(view)


@pytest.fixture
def first_page(request: pytest.FixtureRequest) -> str:
    """The page that a module is about, its PAGE; the smallest one where it names none."""
    return getattr(request.module, "PAGE", SMALLEST)


@pytest.fixture
def wizard(
    show_wizard: Callable[..., WizardView], follow_up_of: Callable[[str], Opened], first_page: str
) -> WizardView:
    """The follow-up of Karin's plan, just begun: twelve days late, five life areas."""
    return show_wizard(follow_up_of(KARIN), at=first_page)


@pytest.fixture
def written(
    show_wizard: Callable[..., WizardView], follow_up_of: Callable[[str], Opened]
) -> WizardView:
    """The same follow-up with everything filled in that the method asks for."""
    view = show_wizard(follow_up_of(KARIN), at=SMALLEST)
    write_everything(view.editor)
    return view


@pytest.fixture
def current(
    show_wizard: Callable[..., WizardView], reopen: Callable[[str], Opened], first_page: str
) -> WizardView:
    """Karin's plan in force, opened to read."""
    return show_wizard(reopen(KARIN), at=first_page)


@pytest.fixture
def established(written: WizardView, office: Office) -> WizardView:
    """The same plan established."""
    written.establish()
    open_dialog(written).accept()
    office.database.flush()
    assert written.editor.record.is_current
    return written


@pytest.fixture
def dialog_of() -> Callable[[WizardView], Any]:
    """The question about establishing that is open over a wizard."""
    return open_dialog


def open_dialog(view: WizardView) -> Any:
    return next(d for d in view.findChildren(EstablishDialog) if d.isVisible())


@pytest.fixture
def messages(qapp: QApplication) -> Iterator[Callable[[], list[QMessageBox]]]:
    """The messages and questions that are open now; none may be left by another test."""

    def shown() -> list[QMessageBox]:
        boxes = [w for w in qapp.topLevelWidgets() if isinstance(w, QMessageBox)]
        return [box for box in boxes if box.isVisible()]

    assert shown() == []
    yield shown
    for box in shown():
        box.close()


@pytest.fixture(scope="session")
def clipped() -> Callable[[WizardView], list[str]]:
    """List what reaches outside of the page in sight, to the left or right."""
    return find_clipped


def find_clipped(view: WizardView) -> list[str]:
    holder, page = view._pages._stack.currentWidget(), view.page
    assert holder is not None
    room = holder.viewport().width() if isinstance(holder, QScrollArea) else holder.width()
    found = [f"page {page.width()} > {room}"] if page.width() > room else []
    for part in page.findChildren(QWidget):
        left = part.mapTo(page, QPoint(0, 0)).x()
        if part.isVisible() and (left < 0 or left + part.width() > page.width() + 1):
            found.append(f"{type(part).__name__} {part.objectName()} {left}+{part.width()}")
    return found


class Disk:
    """The disk under the database: it can refuse, and what reached it can be read."""

    def __init__(self, office: Office, qtbot: QtBot) -> None:
        self._office, self._qtbot = office, qtbot

    def refuse(self, refused: bool = True) -> None:
        driver = self._office.store._connection._driver
        self._office.database.call(lambda: driver.execute(f"PRAGMA query_only = {int(refused)}"))

    def rest(self, view: WizardView) -> None:
        """Let the pause after the last key pass at once, and wait for what comes of it."""
        timer = view.autosave.findChild(QTimer)
        assert timer is not None
        assert timer.isActive()
        with self._qtbot.waitSignal(timer.timeout):
            timer.start(0)
        self._office.database.flush()

    def record(self, view: WizardView) -> PlanRecord:
        plan_id = view.editor.plan.id
        return self._office.database.call(lambda: self._office.store.plan(plan_id))

    def drafts(self) -> set[str]:
        found = self._office.database.call(self._office.store.plan_lists.drafts)
        return {plan.id for _, plan in found}


@pytest.fixture
def disk(office: Office, qtbot: QtBot) -> Disk:
    return Disk(office, qtbot)


class Elsewhere:
    """The same draft written in another place: all but the window of it."""

    def __init__(self, opened: Opened, office: Office, lives_with: QObject) -> None:
        self.editor = PlanEditor(opened.record, opened.situation)
        savings = PlanSavings(self.editor, office, lambda: opened.place)
        self._autosave = Autosave(savings, office, lives_with)

    def finish(self) -> bool:
        return self._autosave.finish()


@pytest.fixture
def save_elsewhere(
    office: Office, reopen: Callable[[str], Opened]
) -> Callable[[WizardView], Elsewhere]:
    """Save the same draft from another place."""

    def save(view: WizardView) -> Elsewhere:
        assert view.finish()
        other = Elsewhere(reopen(view.editor.plan.id), office, view)
        other.editor.change("participation.wishes", "Därifrån")
        assert other.finish()
        return other

    return save

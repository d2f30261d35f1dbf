"""Nothing that anyone writes stands in clear text in any file that the program leaves behind."""

import ast
import logging
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from nacl.pwhash import argon2id
from PySide6.QtWidgets import QApplication, QMessageBox

from gplan_desktop import log, settings
from gplan_desktop.backup.kept import Reason
from gplan_desktop.backup.making import Order, back_up
from gplan_desktop.domain.assignment import AssignedArea, Assignment
from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.journal_entry import EntryDraft, JournalEntry, Strike
from gplan_desktop.domain.life_areas import Functioning
from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.person import Person, Provider, SupportKind
from gplan_desktop.domain.plan import Establishment, Plan, first_plan
from gplan_desktop.domain.tabs import Code, GoodToKnow, Relative, Secret, Tabs
from gplan_desktop.domain.task import Task, TaskKind
from gplan_desktop.domain.user import Whose, with_role
from gplan_desktop.domain.visit_plan import Arrival, Home, VisitPlan
from gplan_desktop.entrance import Entered, Entrance, NewUnit
from gplan_desktop.paths import DataFolders, data_folders
from gplan_desktop.program.bugs import on_bug
from gplan_desktop.program.papers import paper_of
from gplan_desktop.rules.situation import Situation
from gplan_desktop.settings import Settings
from gplan_desktop.store.store import Store
from gplan_desktop.vault.derivation import Cost, Costs
from gplan_desktop.vault.faults import WrongPassphrase
from gplan_desktop.vault.machine import Machine
from gplan_desktop.vault.users import NewUser
from ui.errors import show_error

# Plain letters: they are the same bytes in every encoding that is looked for.
MARK = "Hemligordqx"
PHRASE = f"{MARK} tegel brygga mandel"
LEAST = Cost(1, argon2id.MEMLIMIT_MIN)
AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
ROOTS = ("gplan_desktop", "ui", "wizard", "printing", "resources")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where everything temporary goes."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for variable in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(variable, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def folders(tmp_path: Path, temporary: Path) -> DataFolders:
    return data_folders(tmp_path / "data")


@pytest.fixture
def entrance(folders: DataFolders, method: Any) -> Entrance:
    return Entrance(folders, method, lambda: AT, Machine(Costs(LEAST, LEAST, LEAST)))


@pytest.fixture
def entered(entrance: Entrance, folders: DataFolders) -> Iterator[Entered]:
    """A unit whose manager and passphrase are secret, with its log begun; the unit is not."""
    log.start(folders.log_file)
    entrance.prepare(NewUnit("Norra", f"Anna {MARK}", f"anna.{MARK}", PHRASE))
    entrance.settle()
    entered = entrance.log_in(f"anna.{MARK}", PHRASE)
    yield entered
    entered.store.close()


def found_in(folder: Path) -> list[str]:
    """Return the files in *folder*, and the names of files, in which the mark stands."""
    marks = [MARK.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    marks += [mark.lower() for mark in marks]
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if MARK.lower() in path.name.lower()
        or (path.is_file() and any(mark in path.read_bytes() for mark in marks))
    ]


def write_a_person(store: Store) -> tuple[Person, Assignment]:
    person = Person(
        id="person-1",
        given_name=MARK,
        family_name=f"von {MARK}",
        personal_id=PersonalId(IdentifierKind.PERSONAL, "194103319036"),
        support_start=date(2026, 10, 1),
        support_kinds=(SupportKind.HOME_CARE,),
        unit=f"Norrgården {MARK}",
        provider=Provider(f"Omsorg {MARK} AB"),
        address=f"{MARK}gatan 3",
    )
    store.add_person(person)
    store.change_person(replace(person, address=f"{MARK}vägen 4"))
    area = AssignedArea("d5", MARK, Functioning.SEVERE, Functioning.SLIGHT, MARK, MARK, ("d510",))
    assignment = Assignment("assignment-1", person.id, date(2026, 10, 1), MARK, (area,))
    store.assignments.add(assignment)
    store.assignments.change(replace(assignment, case_officer=f"Bo {MARK}"))
    assert len(store.people(MARK)) == 1
    return person, assignment


def write_plans(store: Store, assignment: Assignment, method: Any) -> bytes:
    """Write, keep, establish, annul and take away plans; return the paper of one."""
    plan = told(first_plan("plan-1", assignment, "Hemvård"), "")
    version = store.save_draft(plan, 0, Place("goals", MARK))
    store.keep_point(plan.id)
    plan = told(plan, " igen")
    version = store.save_draft(plan, version, Place())
    person = store.person(plan.person_id)
    paper: bytes = paper_of(method)(
        store.plan(plan.id), Situation(person, assignment, None, method, AT.date()), store.unit
    )
    moment = Establishment(AT, f"Anna {MARK}", "1", store.checksum(plan))
    store.establish(plan, version, moment, paper)
    store.corrections.annul(plan.id, f"Fel: {MARK}")
    other = told(first_plan("plan-2", assignment, f"Natt {MARK}"), "")
    store.save_draft(other, 0, Place())
    store.remove_draft(other.id)
    return paper


def told(plan: Plan, more: str) -> Plan:
    return replace(plan, participation=replace(plan.participation, wishes=f"{MARK}{more} " * 900))


def write_around(store: Store, person: Person) -> None:
    tabs = Tabs(
        person.id,
        relatives=(Relative(MARK, "Barn", MARK),),
        keys=(Code("Ytterdörren", Secret(MARK)),),
        good_to_know=GoodToKnow(medicines=MARK),
    )
    store.tabs.save(tabs, 0, "first")
    store.tabs.save(replace(tabs, keys=()), 1, "second")
    store.tabs.note_code_shown(person.id, "keys")
    visit = VisitPlan("visit-1", person.id, f"Morgon {MARK}", temporary=True)
    home = Home(medicine_cabinet_code=Secret(MARK))
    store.visit_plans.save(replace(visit, arrival=Arrival(place=MARK), home=home), 0, "first")
    entry = JournalEntry("entry-1", person.id, AT, AT, MARK, "Uppföljning", "Fall", MARK)
    store.journal.add(entry)
    store.journal.strike(entry.id, Strike(AT, MARK, f"Fel individ, {MARK}"))
    store.journal.keep_draft(person.id, EntryDraft("Uppföljning", "Fall", MARK, AT))
    kind = TaskKind.CONTACT_CASE_OFFICER
    store.tasks.add(Task("task-1", person.id, kind, MARK, AT, MARK, area="d5"))
    store.words.add(MARK)


def open_another(store: Store, person: Person, method: Any) -> None:
    """Open another unit's person for a reason."""
    manager = store.access.actor
    eva = with_role("eva", f"Eva {MARK}", "samordnare", method.access.roles)
    store.work_as(replace(eva, whose=Whose.UNITS, units=frozenset({f"Sörgården {MARK}"})))
    store.open_other(person.id, f"Därför att {MARK}")
    store.work_as(manager)


def be_wrong(entrance: Entrance, expect_log: Callable[[str], None]) -> None:
    """Fail in all the ways that are told of: at the door, in the program, and in its log."""
    for login in (f"bo.{MARK}", f"anna.{MARK}"):
        with pytest.raises(WrongPassphrase):
            entrance.log_in(login, f"fel {MARK} fel {MARK}")
    expect_log("a bug")
    expect_log("ended")
    try:
        int(MARK)
    except ValueError as error:
        show_error(error)
        on_bug(ValueError, error, error.__traceback__)
        on_bug(SystemExit, SystemExit(MARK), error.__traceback__)
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QMessageBox):
            box.close()


def test_no_file_holds_what_was_written(
    entered: Entered,
    entrance: Entrance,
    folders: DataFolders,
    temporary: Path,
    tmp_path: Path,
    home: Path,
    method: Any,
    qapp: QApplication,
    expect_log: Callable[[str], None],
) -> None:
    store, place = entered.store, tmp_path / "share"
    place.mkdir()
    person, assignment = write_a_person(store)
    paper = write_plans(store, assignment, method)
    write_around(store, person)
    open_another(store, person, method)
    settings.save(folders.settings_file, Settings(backup_place=str(place)))
    back_up(store.copies, Order(place, Reason.ASKED, AT))
    user = entered.unlocked.add_user(
        NewUser(f"bo.{MARK}", f"Bo {MARK}", "lasare", f"vinter {MARK} lykta korg")
    )
    be_wrong(entrance, expect_log)
    # While it is open, what was written last is in the log of the database.
    for folder in (folders.root, temporary, place, home):
        assert found_in(folder) == []
    store.close()
    entrance.remove_user(entered.unlocked, user.id).store.close()
    for folder in (folders.root, temporary, place, home):
        assert found_in(folder) == []
    assert list(temporary.iterdir()) == []
    # The mark would have been found: it stands in what the user chooses to take out.
    assert paper.startswith(b"%PDF")
    (temporary / "control").write_text(f"Namnet är {MARK}.", "utf-16")
    assert found_in(temporary) == ["control"]


def test_the_log_tells_where_it_went_wrong(
    entered: Entered, entrance: Entrance, folders: DataFolders, qapp: Any, expect_log: Any
) -> None:
    be_wrong(entrance, expect_log)
    logging.getLogger("ui").info("well")
    written = folders.log_file.read_text("utf-8")
    assert "ValueError at test_leaks.py" in written
    assert "INFO ui well" in written


def sources(words: set[str]) -> list[tuple[Path, ast.Module]]:
    """Return the program's files in which any of the words stands: to parse all takes seconds."""
    root = Path(sys.modules["gplan_desktop"].__file__ or "").parents[1]
    files = [path for name in ROOTS for path in sorted((root / name).rglob("*.py"))]
    texts = [(path, path.read_text("utf-8")) for path in files]
    return [(path, ast.parse(text)) for path, text in texts if any(word in text for word in words)]


SILENT = {"faulthandler", "QSettings", "addRecentFile", "setHistory", "cgitb"}
TITLES = {"setWindowTitle", "setWindowFilePath"}


def test_nothing_else_remembers_or_dumps() -> None:
    """What Qt and Python could write on their own: settings, recent files, stacks in a file."""
    found = [
        f"{path.name}:{getattr(node, 'lineno', 0)}"
        for path, tree in sources(SILENT)
        for node in ast.walk(tree)
        if {getattr(node, "id", ""), getattr(node, "attr", ""), getattr(node, "name", "")} & SILENT
    ]
    assert found == []


MADE_UP = (ast.JoinedStr, ast.BinOp)
Trees = list[tuple[Path, ast.Module]]
Function = tuple[str, str, ast.FunctionDef]


def functions(trees: Trees) -> list[Function]:
    """Every function: its file, what it is called by (a class by its own name), and its code."""
    found = []
    for path, tree in trees:
        owners = {
            part: node.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ClassDef)
            for part in node.body
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                called = owners.get(node, "") if node.name == "__init__" else node.name
                found.append((path.name, called, node))
    return found


def bases(trees: Trees) -> dict[str, str]:
    """The class that each class with one is made from."""
    classes = (node for _, tree in trees for node in ast.walk(tree))
    return {
        node.name: getattr(node.bases[0], "id", "")
        for node in classes
        if isinstance(node, ast.ClassDef) and node.bases
    }


def titles(function: Function, takers: dict[str, int], made_from: dict[str, str]) -> list[ast.expr]:
    """What the function hands on as a title to *takers*, which have it in that place."""
    _, called, code = function
    found = []
    for node in ast.walk(code):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        taker = made_from.get(called, "") if name == "__init__" else name
        while taker in made_from and taker not in takers:
            taker = made_from[taker]
        place = takers.get(taker, -1)
        found += node.args[place : place + 1] if place >= 0 else []
        found += [one.value for one in node.keywords if one.arg == "title" and place >= 0]
    return found


def is_made_up(title: ast.expr, code: ast.FunctionDef) -> bool:
    """Tell whether a title is put together, in its place or in the function before."""
    named = {node.id for node in ast.walk(title) if isinstance(node, ast.Name)}
    before = [
        node.value
        for node in ast.walk(code)
        if isinstance(node, ast.Assign)
        and named & {getattr(target, "id", "") for target in node.targets}
    ]
    return any(isinstance(node, MADE_UP) for value in (title, *before) for node in ast.walk(value))


def test_titles_of_windows_are_the_programs_own_words() -> None:
    """What stands in a title is seen in the task bar, and by whoever shares a screen."""
    trees = sources(TITLES | {"Dialog", "with_progress"})
    every, made_from = functions(trees), bases(trees)
    takers = dict.fromkeys(TITLES, 0)
    # Each time round, who hands a title on from its own caller is a taker as well.
    for _ in range(4):
        for function in every:
            _, called, code = function
            asked = [one.arg for one in code.args.args if one.arg != "self"]
            for title in titles(function, takers, made_from):
                if called and getattr(title, "id", "") in asked:
                    takers[called] = asked.index(getattr(title, "id", ""))
    assert {"ProgressWindow", "with_progress"} <= takers.keys()
    made_up = [
        f"{function[0]}:{title.lineno}"
        for function in every
        for title in titles(function, takers, made_from)
        if is_made_up(title, function[2])
    ]
    assert made_up == []

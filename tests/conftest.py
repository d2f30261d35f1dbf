"""What every test gets: a home of its own, no network, and no warning that passes unseen."""

import gc
import ipaddress
import logging
import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

# Qt reads this when the application is made; a set value, such as "xcb" under Xvfb, stands.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete, isValid

# Where pytest makes its folders: on a disk, each of thousands of saves would wait for it.
MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > 4 * 1024**3:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

HOME_VARIABLES = (
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "WIN_PD_OVERRIDE_APPDATA",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Spare the garbage collector the modules and thousands of tests that live to the end."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        # Widgets are let go of by the tests themselves; to look for them all the time takes long.
        gc.set_threshold(50_000, 20, 50)
        gc.enable()


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return [tmp_path_factory.mktemp("homes")]


@pytest.fixture(autouse=True)
def home(_homes: list[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty home, so that it never meets the developer's own data."""
    # One that nobody wrote in serves the next test too: to make and remove thousands takes long.
    if any(_homes[-1].iterdir()):
        _homes.append(Path(tempfile.mkdtemp(dir=_homes[0].parent, prefix="home-")))
    home = _homes[-1]
    for variable in HOME_VARIABLES:
        monkeypatch.setenv(variable, str(home))
    return home


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Fail whatever asks for a machine other than this one: the program needs no network."""
    connect = socket.socket.connect
    resolve = socket.getaddrinfo

    def connect_here(self: socket.socket, address: Any) -> None:
        if self.family != getattr(socket, "AF_UNIX", None):
            _require_this_machine(address[0])
        connect(self, address)

    def resolve_here(host: Any, *args: Any, **kwargs: Any) -> Any:
        _require_this_machine(host)
        return resolve(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        patch.setattr(socket, "getaddrinfo", resolve_here)
        yield


def _require_this_machine(host: Any) -> None:
    name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    try:
        here = ipaddress.ip_address(name).is_loopback
    except ValueError:
        here = name == "localhost"
    if not here:
        pytest.fail(f"The network was asked for: {name}")


class WarningRecords(logging.Handler):
    """Keeps the log's warnings and errors until the test ends."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def judge(self) -> None:
        """Fail for every warning that was not expected, and every expected one that is missing."""
        surprises = [m for m in self.messages if not any(e in m for e in self.expected)]
        missing = [e for e in self.expected if not any(e in m for m in self.messages)]
        if surprises or missing:
            pytest.fail(f"Unexpected in the log: {surprises}; missing from it: {missing}")


@pytest.fixture(autouse=True)
def _warning_records() -> Iterator[WarningRecords]:
    root = logging.getLogger()
    before = list(root.handlers)
    records = WarningRecords()
    root.addHandler(records)
    yield records
    # What the program added (log.start) goes too, or it would write in the next test's log.
    for handler in [h for h in root.handlers if h not in before]:
        root.removeHandler(handler)
        handler.close()
    records.judge()


@pytest.fixture
def expect_log(_warning_records: WarningRecords) -> Callable[[str], None]:
    """Say that a warning or error with this text must come in the log during the test."""
    return _warning_records.expected.append


@pytest.fixture(scope="session")
def type_text() -> Callable[[QWidget, str], None]:
    """Type into a widget key by key, with every sign of Unicode.

    WORKAROUND: qtbot.keyClicks ends the whole process at å, ä, ö, é, – and €.
    """
    return _type_text


def _type_text(widget: QWidget, text: str) -> None:
    for sign in text:
        key, typed = Qt.Key.Key_unknown, sign
        if sign == "\n":
            key, typed = Qt.Key.Key_Return, "\r"
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, typed)
            QApplication.sendEvent(widget, event)


@dataclass
class MemorySafe:
    """A computer's safe for secrets that lasts as long as the test."""

    kept: dict[str, str] = field(default_factory=dict)
    refuses: bool = False

    def is_there(self) -> bool:
        return not self.refuses

    def read(self, name: str) -> str:
        return self.kept.get(name, "")

    def write(self, name: str, secret: str) -> bool:
        if not self.refuses:
            self.kept[name] = secret
        return not self.refuses

    def delete(self, name: str) -> None:
        self.kept.pop(name, None)


@pytest.fixture(scope="session")
def new_safe() -> Callable[[], MemorySafe]:
    """Make a safe of a computer's own."""
    return MemorySafe


@pytest.fixture
def today() -> date:
    """A day that never moves: Monday 23 November 2026."""
    return date(2026, 11, 23)


@pytest.fixture(scope="session")
def method() -> Any:
    """The metodstöd that the program is delivered with."""
    from gplan_desktop.method.load import built_in  # noqa: PLC0415 - loaded for those who ask

    return built_in()


@pytest.fixture(scope="session")
def _fonts(qapp: QApplication) -> None:
    from ui import theme  # noqa: PLC0415 - only tests of the screen load the screen

    theme.load_fonts()


@pytest.fixture(scope="session", autouse=True)
def _clipboard_empty_at_the_end() -> Iterator[None]:
    """Take back what Python made for the clipboard: Qt would let go of it after Python's end."""
    yield
    if QApplication.instance():
        QApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _no_window_left() -> Iterator[None]:
    """Take away every window that the test leaves: each change of look would dress it anew."""
    before = set(QApplication.topLevelWidgets())
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for window in set(QApplication.topLevelWidgets()) - before:
        if isValid(window) and window.parent() is None:
            delete(window)


@pytest.fixture(scope="session")
def _wardrobe() -> dict[str, Any]:
    """The themes that the application has been dressed in, by their style sheets."""
    return {}


@pytest.fixture
def theme(qapp: QApplication, _fonts: None, _wardrobe: dict[str, Any]) -> Any:
    """Dress the application as at the first start: light, text 100 %."""
    from gplan_desktop.settings import Settings  # noqa: PLC0415
    from ui import theme  # noqa: PLC0415

    # What is worn already is left on: to dress every widget of the tests before takes long.
    if qapp.styleSheet() not in _wardrobe:
        worn = theme.apply(qapp, Settings(theme="light"))
        _wardrobe[qapp.styleSheet()] = worn
    return _wardrobe[qapp.styleSheet()]


@pytest.fixture
def now() -> Callable[[], datetime]:
    """A clock that stands still: 23 November 2026 at eleven in Sweden."""
    return lambda: datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.fixture(scope="session")
def practice_file(tmp_path_factory: pytest.TempPathFactory, method: Any) -> Path:
    """The practice unit's database on 23 November 2026, made once; to be copied, not opened."""
    from gplan_desktop.paths import data_folders  # noqa: PLC0415
    from gplan_desktop.program.papers import paper_of  # noqa: PLC0415
    from gplan_desktop.units import Units  # noqa: PLC0415

    folders = data_folders(tmp_path_factory.mktemp("practice"))
    at = datetime(2026, 11, 23, 10, tzinfo=UTC)
    Units(folders, method, lambda: at, paper_of(method)).open_practice().close()
    return folders.practice_database


@pytest.fixture(scope="session")
def _dictionaries() -> Any:
    """The dictionaries that were read, by their folders."""
    from gplan_desktop import spelling  # noqa: PLC0415 - loaded for those who ask

    return cache(spelling._open)


@pytest.fixture
def dictionary_read_once(_dictionaries: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test have the same open dictionary: to read it takes a fifth of a second."""
    monkeypatch.setattr("gplan_desktop.spelling._open", _dictionaries)


@pytest.fixture
def office(
    theme: Any,
    practice_file: Path,
    tmp_path: Path,
    method: Any,
    now: Callable[[], datetime],
) -> Iterator[Any]:
    """An opened practice unit on real threads, in a file of the test's own."""
    from gplan_desktop.paths import data_folders  # noqa: PLC0415
    from gplan_desktop.program import papers  # noqa: PLC0415
    from gplan_desktop.units import Units  # noqa: PLC0415
    from ui.background import Background  # noqa: PLC0415
    from ui.office import Office  # noqa: PLC0415
    from ui.spell_check import OwnWords, SpellCheck  # noqa: PLC0415

    folders = data_folders(tmp_path / "data")
    folders.practice_database.parent.mkdir(parents=True)
    shutil.copy(practice_file, folders.practice_database)
    database, paper, words = Background(), Background(), Background()
    for thread in (database, paper, words):
        thread.start()
    store = database.call(Units(folders, method, now, papers.paper_of(method)).open_practice)
    yield Office(
        store=store,
        unit=store.unit,
        method=method,
        theme=theme,
        database=database,
        paper=paper,
        now=now,
        render=lambda r, s, paper: papers.paper_of(method, paper)(r, s, store.unit),
        file_name=lambda r, s, paper: papers.file_name(papers.document(r, s, store.unit), paper),
        missing_characters=lambda r, s: papers.missing_characters(
            papers.document(r, s, store.unit)
        ),
        unit_papers=papers.unit_papers(method, store.unit, now),
        record_papers=papers.record_papers(method, store.unit, now),
        # The dictionary is read by the tests that call start(): it takes a fifth of a second.
        spelling=SpellCheck(words, OwnWords(database, store.words.all, store.words.add)),
    )
    database.flush()
    words.stop()
    database.call(store.close)
    database.stop()
    paper.stop()


@pytest.fixture(scope="session")
def unnamed() -> Callable[[QWidget], list[str]]:
    """List what the keyboard reaches in a window but a screen reader has no name for."""
    return _unnamed


def _unnamed(window: QWidget) -> list[str]:
    reached = [
        widget
        for widget in (window, *window.findChildren(QWidget))
        if widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]
    return [f"{type(w).__name__} {w.objectName()!r}" for w in reached if not _spoken_name(w)]


def _spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


@pytest.fixture(scope="session")
def without_rights() -> Callable[[], AbstractContextManager[None]]:
    """Be a user whom file permissions bind; the superuser is not."""
    return _without_rights


@contextmanager
def _without_rights() -> Iterator[None]:
    if not hasattr(os, "geteuid"):
        pytest.skip("Windows keeps rights in another way")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)

import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.background import Background


def fail(error: Exception) -> None:
    raise AssertionError(repr(error))


@pytest.fixture
def gate(background: Background) -> Iterator[threading.Event]:
    """Hold the worker until the test opens the gate."""
    gate = threading.Event()
    begun = threading.Event()
    background.run(lambda: (begun.set(), gate.wait(5)), lambda _: None, fail)
    begun.wait(5)
    yield gate
    gate.set()


def test_work_runs_on_the_worker_and_is_reported_on_the_qt_thread(
    qtbot: QtBot, background: Background
) -> None:
    threads = []
    background.run(threading.get_ident, threads.append, fail)
    background.run(
        lambda: None, lambda _: threads.append(QThread.currentThread().isMainThread()), fail
    )
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] != threading.get_ident()
    assert threads[1] is True


def test_work_is_done_in_the_order_it_was_asked_for(qtbot: QtBot, background: Background) -> None:
    seen = []
    for number in range(20):
        background.run(lambda number=number: number, seen.append, fail)
    qtbot.waitUntil(lambda: len(seen) == 20)
    assert seen == list(range(20))


def test_a_long_piece_of_work_lets_others_go_before_its_end(background: Background) -> None:
    seen: list[str] = []
    asked = threading.Event()

    def long_work() -> None:
        asked.wait(5)
        background.breathe()
        seen.append("long")

    background.run(long_work, lambda _: None, fail)
    background.run(lambda: seen.append("short"), lambda _: None, fail)
    asked.set()
    background.flush()
    assert seen == ["short", "long"]


def test_an_end_waits_for_the_long_piece_of_work(background: Background) -> None:
    seen: list[str] = []
    ending = threading.Event()

    def long_work() -> None:
        ending.wait(5)
        background.breathe()
        seen.append("long")

    background.run(long_work, lambda _: None, fail)
    background._pieces.put(None)
    ending.set()
    background.flush()
    assert seen == ["long"]


def test_nothing_is_reported_before_the_qt_thread_is_free(background: Background) -> None:
    seen = []
    background.run(lambda: 1, seen.append, fail)
    background.call(lambda: None)
    assert seen == []
    background.flush()
    assert seen == [1]


def test_an_error_goes_to_failed_and_the_next_work_is_done(background: Background) -> None:
    errors, results = [], []
    background.run(lambda: 1 // 0, results.append, errors.append)
    background.run(lambda: "nästa", results.append, errors.append)
    background.flush()
    assert [type(error) for error in errors] == [ZeroDivisionError]
    assert results == ["nästa"]


def test_only_the_newest_of_the_waiting_is_done(
    background: Background, gate: threading.Event
) -> None:
    done, seen = [], []
    for number in range(5):
        background.newest("plan", lambda number=number: done.append(number), seen.append, fail)
    background.newest("annat", lambda: done.append("annat"), seen.append, fail)
    gate.set()
    background.flush()
    assert done == [4, "annat"]
    assert len(seen) == 2


def test_the_report_of_work_that_was_overtaken_is_dropped(background: Background) -> None:
    begun, go_on, seen = threading.Event(), threading.Event(), []

    def old() -> str:
        begun.set()
        go_on.wait(5)
        return "gammal"

    background.newest("plan", old, seen.append, fail)
    begun.wait(5)
    background.newest("plan", lambda: "ny", seen.append, fail)
    go_on.set()
    background.flush()
    assert seen == ["ny"]


def test_what_was_forgotten_is_neither_done_nor_reported(
    background: Background, gate: threading.Event
) -> None:
    seen = []
    background.newest("plan", lambda: seen.append("gjort"), seen.append, fail)
    background.forget("plan")
    gate.set()
    background.flush()
    background.call(lambda: None)
    assert seen == []


def test_flush_also_waits_for_what_the_reports_ask_for(background: Background) -> None:
    seen = []
    background.run(lambda: 1, lambda one: background.run(lambda: one + 1, seen.append, fail), fail)
    background.flush()
    assert seen == [2]


def test_nothing_is_reported_twice_after_flush(qtbot: QtBot, background: Background) -> None:
    seen, later = [], []
    background.run(lambda: 1, seen.append, fail)
    background.flush()
    background.run(lambda: 2, later.append, fail)
    qtbot.waitUntil(lambda: later == [2])
    assert seen == [1]


def test_a_receiver_that_is_gone_is_not_called(qapp: QApplication, background: Background) -> None:
    label = QLabel()
    background.run(lambda: "text", label.setText, fail)
    delete(label)
    background.flush()


def test_a_failure_for_a_receiver_that_is_gone_is_dropped(background: Background) -> None:
    class Receiver(QObject):
        def done(self, _: object) -> None:
            raise AssertionError

        failed = done

    receiver = Receiver()
    background.run(lambda: 1 // 0, receiver.done, receiver.failed)
    delete(receiver)
    background.flush()


def test_call_returns_the_result(background: Background) -> None:
    assert background.call(threading.get_ident) != threading.get_ident()


def test_call_raises_the_error_of_the_work(background: Background) -> None:
    with pytest.raises(ZeroDivisionError):
        background.call(lambda: 1 // 0)


def test_stop_finishes_the_queue_and_ends_the_thread(qapp: QApplication) -> None:
    background, seen = Background(), []
    background.start()
    for number in range(3):
        background.run(lambda number=number: number, seen.append, fail)
    background.stop()
    background.stop()
    assert seen == [0, 1, 2]
    assert "background" not in [thread.name for thread in threading.enumerate()]


def test_the_constructor_starts_nothing(qapp: QApplication) -> None:
    background = Background()
    with pytest.raises(RuntimeError):
        background.run(lambda: None, lambda _: None, fail)
    with pytest.raises(RuntimeError):
        background.call(lambda: None)
    background.stop()


def test_an_error_in_a_report_stops_neither_the_worker_nor_the_queue(
    background: Background,
) -> None:
    seen = []
    background.run(lambda: None, fail, fail)
    background.run(lambda: 2, seen.append, fail)
    with pytest.raises(AssertionError):
        background.flush()
    background.flush()
    assert seen == [2]


def test_a_program_that_never_stops_it_still_ends_quietly() -> None:
    program = (
        "from PySide6.QtCore import QCoreApplication\n"
        "from ui.background import Background\n"
        "app = QCoreApplication([])\n"
        "background = Background(); background.start(); background.call(lambda: None)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=20, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")

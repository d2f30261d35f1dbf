"""Slow work leaves the window free, through one door."""

import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import count
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

T = TypeVar("T")


@dataclass(frozen=True)
class _Handlers:
    """Who is told how a piece of work went."""

    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


@dataclass(frozen=True)
class _Report:
    """How one numbered piece of work went."""

    number: int
    result: Any
    error: Exception | None


class Background(QObject):
    """One worker thread that does one piece of work after another and reports on the Qt thread.

    Every method belongs to the Qt thread; only the work itself runs on the worker. Work holds
    plain values, never widgets: the worker may be the last to let go of it.
    """

    _reported = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._pieces: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._reports: SimpleQueue[_Report] = SimpleQueue()
        self._numbers = count()
        self._waiting: dict[int, _Handlers] = {}
        self._newest: dict[Hashable, int] = {}
        self._reported.connect(self._deliver_next, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Start the worker thread."""
        # A daemon, so that a crash leaves no program without a window; stop() ends the work.
        self._thread = threading.Thread(target=self._work, name="background", daemon=True)
        self._thread.start()

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do *work* after what waits already; its result goes to *done*, its error to *failed*."""
        self._queue(work, _Handlers(done, failed))

    def newest(
        self,
        key: Hashable,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """As run(), but forget what was asked for earlier with the same *key*.

        Earlier work that waits is never begun; earlier work that has begun is not reported.
        """
        self._waiting.pop(self._newest.get(key, -1), None)
        self._newest[key] = self._queue(work, _Handlers(done, failed))

    def forget(self, key: Hashable) -> None:
        """Drop what was asked for with *key*, begun or not, without a report."""
        self._waiting.pop(self._newest.pop(key, -1), None)

    def call(self, work: Callable[[], T]) -> T:
        """Do *work* on the worker, wait for it and return its result or raise its error."""
        self._require_thread()
        future: Future[T] = Future()

        def piece() -> None:
            try:
                future.set_result(work())
            except Exception as error:  # noqa: BLE001 - raised again where call() waits
                future.set_exception(error)

        self._pieces.put(piece)
        return future.result()

    def breathe(self) -> None:
        """Do what waits, in the middle of a long piece of work; only on the worker."""
        while True:
            try:
                piece = self._pieces.get_nowait()
            except Empty:
                return
            if piece is None:
                # The end waits until the long piece of work is done.
                self._pieces.put(None)
                return
            piece()

    def flush(self) -> None:
        """Wait until everything asked for is done and reported, also what the reports ask for."""
        while self._waiting:
            self._deliver(self._reports.get())

    def stop(self) -> None:
        """Finish and report everything asked for, then end the thread."""
        if self._thread is None:
            return
        try:
            self.flush()
        finally:
            self._pieces.put(None)
            self._thread.join()
            self._thread = None

    def _require_thread(self) -> None:
        if self._thread is None:
            raise RuntimeError("The background is not running.")

    def _queue(self, work: Callable[[], Any], handlers: _Handlers) -> int:
        self._require_thread()
        number = next(self._numbers)
        self._waiting[number] = handlers
        self._pieces.put(lambda: self._do(number, work))
        return number

    def _work(self) -> None:
        """Do one piece after another on the worker thread until None comes."""
        while (piece := self._pieces.get()) is not None:
            piece()
            # Or the piece would live on here until the next one comes.
            del piece

    def _do(self, number: int, work: Callable[[], Any]) -> None:
        if number not in self._waiting:
            return
        try:
            report = _Report(number, work(), None)
        except Exception as error:  # noqa: BLE001 - whoever asked decides what the error means
            report = _Report(number, None, error)
        self._reports.put(report)
        self._reported.emit()

    def _deliver_next(self) -> None:
        """Deliver one report for one signal; flush() may have taken it already."""
        try:
            report = self._reports.get_nowait()
        except Empty:
            return
        self._deliver(report)

    def _deliver(self, report: _Report) -> None:
        """Tell whoever asked, unless it was forgotten or the receiver is gone."""
        handlers = self._waiting.pop(report.number, None)
        if handlers is None:
            return
        if report.error is None:
            if _is_alive(handlers.done):
                handlers.done(report.result)
        elif _is_alive(handlers.failed):
            handlers.failed(report.error)


def _is_alive(callback: Callable[..., object]) -> bool:
    """Say whether the widget a method is bound to still exists in Qt."""
    receiver = getattr(callback, "__self__", None)
    return not isinstance(receiver, QObject) or isValid(receiver)

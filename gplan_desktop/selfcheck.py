"""Does the whole main job once, without a screen, and tells how it went (--check)."""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from gplan_desktop import clock
from gplan_desktop.domain.overview import Place
from gplan_desktop.domain.plan import GoalAttainment, Plan, Voice
from gplan_desktop.editing import PlanEditor
from gplan_desktop.method.in_use import MethodInUse
from gplan_desktop.method.mistakes import MethodError
from gplan_desktop.options import answer
from gplan_desktop.paths import data_folders
from gplan_desktop.planning import Desk, Opened, establish, follow_up
from gplan_desktop.rules.deadlines import propose_follow_up
from gplan_desktop.rules.journal import journal_line
from gplan_desktop.spelling import Speller, care_words
from gplan_desktop.store.store import Store
from gplan_desktop.units import Render, Units
from gplan_desktop.version import VERSION


class _Report:
    """Collects a line for every step, with its time in milliseconds."""

    def __init__(self, in_use: MethodInUse) -> None:
        python, version = sys.version.split()[0], in_use.method.version
        self.lines = [f"Gplan {VERSION}, Python {python}, {sys.platform}, metodstöd {version}"]
        self.failed = False

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time one step; an error in it is told and ends the check."""
        begun = time.perf_counter()
        try:
            yield
        except Exception as error:
            self._tell(name, begun, f"FEL: {type(error).__name__}: {error}")
            self.failed = True
            raise
        self._tell(name, begun, "OK")

    def refuse(self, refused: MethodError) -> None:
        """Tell that the municipality's metodstöd is not used: whoever installs must know."""
        self.lines += ["FEL: kommunens metodstöd används inte", *map(str, refused.mistakes)]
        self.failed = True

    def _tell(self, name: str, begun: float, result: str) -> None:
        spent = (time.perf_counter() - begun) * 1000
        self.lines.append(f"{name:<46}{spent:8.0f} ms  {result}")


def run_check(in_use: MethodInUse, render: Render, file: Path | None) -> int:
    """Do the main job on invented persons in a folder that is then removed; 0 when all is well."""
    report = _Report(in_use)
    with tempfile.TemporaryDirectory(prefix="gplan-check-") as folder:
        units = Units(data_folders(Path(folder)), in_use.method, clock.wall_clock, render)
        try:
            _walk(units, report)
        except Exception as error:  # noqa: BLE001 - whatever fails is what the check is for
            if not report.failed:
                report.lines.append(f"FEL: {type(error).__name__}: {error}")
                report.failed = True
    if in_use.own.refused:
        report.refuse(in_use.own.refused)
    report.lines.append("Kontrollen misslyckades" if report.failed else "Allt fungerar")
    is_told = answer(report.lines, file)
    return 1 if report.failed or not is_told else 0


def _walk(units: Units, report: _Report) -> None:
    with report.step("Skapa övningsenheten med påhittade personer"):
        store = units.open_practice()
    try:
        _follow_up(store, units, report)
    finally:
        store.close()
    with report.step("Öppna databasen igen"):
        units.open_practice().close()
    with report.step("Läsa in ordlistan och rätta stavningen"):
        misspelt = Speller(care_words()).unknown("Hemtjensten kommer.")
        _require(len(misspelt) == 1, "ordlistan känner inte igen svenska ord")


def _follow_up(store: Store, units: Units, report: _Report) -> None:
    desk = Desk(store, units.method, units.today())
    with report.step("Hitta personen i listan"):
        plan_id = _most_urgent(store)
    with report.step("Följa upp den tidigare planen"):
        opened = follow_up(plan_id, desk)
        editor = PlanEditor(opened.record, opened.situation)
    with report.step("Få veta vad som saknas"):
        _require(bool(editor.blocking), "inget saknades i en ny uppföljning")
    with report.step("Skriva den nya planen sida för sida"):
        write_everything(editor)
        _require(not editor.blocking, "något saknades när allt var skrivet")
    with report.step("Spara utkastet"):
        version = store.save_draft(editor.plan, 0, Place("review"))
    with report.step("Upprätta handlingen med dess papper"):
        ready = Opened(replace(editor.record_now, version=version), opened.situation)
        record = establish(
            ready,
            desk,
            units.now(),
            lambda wanted: units.render(wanted, opened.situation, store.unit),
        )
    with report.step("Läsa tillbaka papperet"):
        _require(store.pdf(record.plan.id).startswith(b"%PDF"), "papperet är ingen PDF")
    with report.step("Kontrollera att bara en plan gäller"):
        names = [p.name for p in store.plans(record.plan.person_id) if p.is_current]
        _require(len(names) == len(set(names)), "två planer med samma namn gäller")
    with report.step("Hämta journalraden och kontrollera loggen"):
        journal_line(record.plan, opened.situation.previous, units.method.journal)
        store.verify_audit()


def _most_urgent(store: Store) -> str:
    plans = [plan for person in store.people() if not person.drafts for plan in person.current]
    dated = [plan for plan in plans if plan.next_follow_up]
    return min(dated, key=lambda plan: str(plan.next_follow_up)).id


def write_everything(editor: PlanEditor) -> None:
    """Fill in what a follow-up asks for, as a coordinator would who has nothing to change."""
    editor.mark_followed_up()
    editor.change("closing.participated", True)
    editor.change("participation.voice", Voice.FIRST_PERSON)
    editor.change("participation.how", "Vi gick igenom planen tillsammans vid köksbordet.")
    editor.change("participation.ticked", True)
    for number in range(len(editor.plan.contributors)):
        editor.change(f"contributors.{number}.confirmed", True)
    _write_areas(editor, editor.plan)
    editor.change("follow_up.day", propose_follow_up(editor.plan, editor.situation).day)


def _write_areas(editor: PlanEditor, plan: Plan) -> None:
    for area in plan.areas:
        place, latest = f"area.{area.code}", editor.situation.latest_follow_up
        editor.change(f"{place}.attainment", GoalAttainment.REMAINS)
        editor.change(f"{place}.result", "Stödet fungerar som planerat och behovet är detsamma.")
        editor.change(f"{place}.next_follow_up", latest)


def _require(condition: bool, otherwise: str) -> None:
    if not condition:
        raise AssertionError(otherwise)

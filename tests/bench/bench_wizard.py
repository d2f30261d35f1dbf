"""Page switch and keystroke to finding in the wizard, with eleven full life areas.

Run by hand from the repository: python tests/bench/bench_wizard.py
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from gplan_desktop import app, clock
from gplan_desktop.domain.assignment import AssignedArea
from gplan_desktop.domain.life_areas import LIFE_AREAS, Functioning
from gplan_desktop.domain.plan import Activity, AreaPlan, DayPart, GoalAttainment, Plan
from gplan_desktop.editing import PlanEditor
from gplan_desktop.method.load import built_in
from gplan_desktop.paths import data_folders
from gplan_desktop.planning import Desk, Opened, follow_up
from gplan_desktop.program import papers
from gplan_desktop.settings import Settings
from gplan_desktop.units import Units
from ui import theme
from ui.background import Background
from ui.office import Office
from ui.plan_view import PlanWays
from ui.spell_check import OwnWords, SpellCheck
from wizard.wizard_view import WizardView

_TEXT = "Jag vill sköta min morgon själv så långt det går och få hjälp med ryggen och fötterna. "


def _full(plan: Plan) -> Plan:
    activity = Activity("Dusch", _TEXT, "Omsorgspersonal", (DayPart.MORNING,), "Tisdag och fredag")
    areas = tuple(
        AreaPlan(
            area.code,
            copied=True,
            needs=_TEXT * 6,
            goal=_TEXT,
            activities=(activity,) * 6,
            attainment=GoalAttainment.PARTLY_MET,
            attainment_reason=_TEXT,
            result=_TEXT * 3,
        )
        for area in LIFE_AREAS
    )
    return replace(plan, areas=areas)


def _open(folder: Path) -> tuple[Opened, Office, Background]:
    method = built_in()
    units = Units(data_folders(folder), method, clock.wall_clock, papers.paper_of(method))
    database, paper, words = Background(), Background(), Background()
    for thread in (database, paper, words):
        thread.start()
    store = database.call(units.open_practice)
    look = theme.apply(app.make_application(), Settings())
    office = Office(
        store=store,
        unit=store.unit,
        method=method,
        theme=look,
        database=database,
        paper=paper,
        now=clock.wall_clock,
        render=lambda *_: b"",
        file_name=lambda *_: "",
        missing_characters=lambda *_: "",
        unit_papers=papers.unit_papers(method, store.unit, clock.wall_clock),
        record_papers=papers.record_papers(method, store.unit, clock.wall_clock),
        spelling=SpellCheck(words, OwnWords(database, store.words.all, store.words.add)),
    )
    desk = Desk(store, method, office.today())
    plan_id = database.call(lambda: store.people()[0].current[0].id)
    opened = database.call(lambda: follow_up(plan_id, desk))
    assigned = tuple(
        AssignedArea(a.code, _TEXT, Functioning.SEVERE, Functioning.SLIGHT, _TEXT, _TEXT)
        for a in LIFE_AREAS
    )
    assignment = replace(opened.situation.assignment, areas=assigned)
    situation = replace(opened.situation, assignment=assignment)
    return Opened(replace(opened.record, plan=_full(opened.record.plan)), situation), office, words


def _median(act: Callable[[int], None], times: int) -> tuple[float, float]:
    spent = []
    for number in range(times):
        begun = time.perf_counter()
        act(number)
        spent.append((time.perf_counter() - begun) * 1000)
    return statistics.median(spent), max(spent)


def main() -> None:
    """Print medians and the slowest of each."""
    application = app.make_application()
    with tempfile.TemporaryDirectory() as folder:
        opened, office, words = _open(Path(folder))
        editor = PlanEditor(opened.record, opened.situation)
        key = _median(lambda n: editor.change("area.d5.needs", _TEXT * 6 + "x" * n), 200)
        office.spelling.start()
        ignore = lambda *_: None  # noqa: E731 - nothing is asked of the window
        ways = PlanWays(ignore, ignore, ignore, ignore, ignore, ignore)
        view = WizardView(opened, office, ways)
        view.resize(1280, 680)
        view.show()
        pages = [step.id for step in view.editor.steps if step.id not in ("print", "plan_list")]

        def switch(number: int) -> None:
            view.go(pages[number % len(pages)])
            view.repaint()
            application.processEvents()

        first = _median(switch, len(pages))
        again = _median(switch, 3 * len(pages))
        view.activateWindow()
        application.processEvents()
        view.go("area.d5", "area.d5.needs")
        box = view.page.frames["area.d5.needs"].box

        def type_one(number: int) -> None:
            box.insertPlainText("x")  # type: ignore[attr-defined]
            application.processEvents()

        typed = _median(type_one, 200)
        view.close()
        for thread in (words, office.database, office.paper):
            thread.stop()
    rows = {
        "page opened for the first time": first,
        "page opened again": again,
        "keystroke to finding, without the screen": key,
        "keystroke to finding, painted": typed,
    }
    for name, (median, slowest) in rows.items():
        print(f"{name:<44}{median:7.1f} ms   slowest {slowest:6.1f} ms")


if __name__ == "__main__":
    main()

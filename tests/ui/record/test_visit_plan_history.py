"""What a visit plan was before: who, when and what, the newest first."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from gplan_desktop.domain.tabs import Secret
from gplan_desktop.domain.visit_plan import Home, VisitPlan, VisitPlanRecord
from ui.office import Office
from ui.record.visit_plan_history import VisitPlanHistory

PLAN = VisitPlan("b1", "mirela", "Morgonbesök", home=Home(False))


def record(plan: VisitPlan, day: int, by: str) -> VisitPlanRecord:
    return VisitPlanRecord(plan, 1, datetime(2026, 11, day, 9, tzinfo=UTC), by)


def test_each_writing_is_told_against_the_one_before(
    office: Office, put_up: Callable[..., Any]
) -> None:
    home = Home(False, animals="katt", medicine_cabinet_code=Secret("2468"))
    records = [
        record(replace(PLAN, home=home, other="  "), 23, "Sam Ordnare"),
        record(replace(PLAN, home=home), 20, ""),
        record(PLAN, 19, "Kim Ek"),
    ]
    window = put_up(QWidget())
    dialog = put_up(VisitPlanHistory(records, office, window), (600, 600))
    texts = [label.accessibleName() or label.text() for label in dialog.findChildren(QLabel)]
    assert texts[2:] == [
        "2026-11-23 kl. 10.00, Sam Ordnare",
        "Inget som syns i besöksplanen är ändrat.",
        "2026-11-20 kl. 10.00",
        "Djur i bostaden",
        "[Tillagt: katt]",
        "Kod till medicinskåp eller läkemedelsskåp",
        "[Tillagt: ••••]",
        "2026-11-19 kl. 10.00, Kim Ek",
        "Besöksplanen skrevs.",
    ]

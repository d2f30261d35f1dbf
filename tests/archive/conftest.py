"""Established plans to put in packages, and a package of them."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from gplan_desktop.archive.contents import PlanToArchive
from gplan_desktop.archive.package import make_package
from gplan_desktop.domain.assignment import AssignedArea, Assignment
from gplan_desktop.domain.check_code import qr_text
from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.life_areas import Functioning
from gplan_desktop.domain.overview import Unit
from gplan_desktop.domain.person import Person, Provider, SupportKind
from gplan_desktop.domain.plan import Establishment, PlanRecord, PlanStatus, first_plan
from gplan_desktop.store import documents

MADE_AT = datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.fixture(scope="session")
def unit() -> Unit:
    return Unit("Norrgårdens hemtjänst", "Anna Ek", practice=False)


@pytest.fixture(scope="session")
def person() -> Person:
    return Person(
        id="person-1",
        given_name="Karin",
        family_name="Öberg",
        personal_id=PersonalId(IdentifierKind.PERSONAL, "194103312389"),
        support_start=date(2026, 10, 1),
        support_kinds=(SupportKind.HOME_CARE,),
        unit="Norrgården",
        provider=Provider("Kommunens hemtjänst"),
    )


@pytest.fixture(scope="session")
def assignment(person: Person) -> Assignment:
    area = AssignedArea(
        "d5", "Dusch.", Functioning.SEVERE, Functioning.SLIGHT, "Känna sig ren.", "Dusch", ("d510",)
    )
    return Assignment("assignment-1", person.id, date(2026, 10, 1), "Bo Lind", (area,))


@pytest.fixture(scope="session")
def make_plan(person: Person, assignment: Assignment) -> Callable[..., PlanToArchive]:
    """Make an established plan; its paper tells its check code as ours do, or *code*."""

    def make(name: str = "Karin Öberg", plan_id: str = "plan-1", code: str = "") -> PlanToArchive:
        plan = first_plan(plan_id, assignment, "Hemvård")
        document = documents.encode(plan)
        checksum = documents.digest(document)
        establishment = Establishment(MADE_AT, "Anna Ek", "2026-1", checksum)
        record = PlanRecord(plan, PlanStatus.ESTABLISHED, 1, establishment)
        pdf = f"%PDF-1.7\n{code or qr_text(checksum)}\n{plan_id}".encode()
        return PlanToArchive(name, record, document, person, assignment, pdf)

    return make


@pytest.fixture(params=["paket", "paket.zip"])
def package(
    request: Any, tmp_path: Path, make_plan: Callable[..., PlanToArchive], unit: Unit
) -> Path:
    """A package of two plans: once a folder, once a zip."""
    path = tmp_path / request.param
    make_package(path, [make_plan(), make_plan("Bo Ek", "plan-2")], unit, MADE_AT)
    return path

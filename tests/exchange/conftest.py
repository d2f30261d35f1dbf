"""Lists as files, and the persons and assignments in them."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from gplan_desktop.domain.assignment import AssignedArea, Assignment
from gplan_desktop.domain.identifiers import IdentifierKind, PersonalId
from gplan_desktop.domain.life_areas import Functioning
from gplan_desktop.domain.person import Person, Provider, SupportKind
from gplan_desktop.exchange.table import Row, Table


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Write sheets of rows to a workbook, as Excel would."""

    def write(**sheets: Sequence[Sequence[Any]]) -> Path:
        made = Workbook()
        made.remove(made.worksheets[0])
        for title, rows in sheets.items():
            sheet = made.create_sheet(title)
            for row in rows:
                sheet.append(row)
        path = tmp_path / "lista.xlsx"
        made.save(path)
        return path

    return write


@pytest.fixture(scope="session")
def table() -> Callable[..., Table]:
    """Make a table of a line with headings and lines of cells, told apart by bars."""

    def make(headings: str, *lines: str) -> Table:
        rows = (
            Row(number, tuple(cell.strip() for cell in line.split("|")))
            for number, line in enumerate(lines, 2)
        )
        return Table(tuple(headings.split("|")), tuple(rows))

    return make


@pytest.fixture(scope="session")
def people() -> tuple[Person, ...]:
    """Three persons: plain, protected with a reserve number, and with texts that are dangerous."""
    kinds = (SupportKind.HOME_CARE, SupportKind.ALARM)
    return (
        Person(
            "p1",
            "Karin",
            "Öberg",
            PersonalId(IdentifierKind.PERSONAL, "194103319036"),
            date(2026, 11, 1),
            kinds,
            "Norrgården",
            Provider("Hemvården", external=True),
            address="Storgatan 1, 123 45 Lund",
            phone="+46 70-174 06 01",
        ),
        Person(
            "p2",
            "Bo",
            "Ek",
            PersonalId(IdentifierKind.RESERVE, "98240301AA06"),
            date(2026, 10, 1),
            (SupportKind.NIGHT,),
            "Norrgården",
            Provider("Hemvården"),
            protected_identity=True,
        ),
        Person(
            "p3",
            "=cmd|' /C calc'!A0",
            "-Åsa; ”Sol”",
            PersonalId(IdentifierKind.COORDINATION, "194907912382"),
            date(2026, 9, 30),
            tuple(SupportKind),
            "@Norr",
            Provider("'+Syd"),
            address="1,5 trappor",
            phone="0046",
        ),
    )


@pytest.fixture(scope="session")
def assignments() -> tuple[Assignment, ...]:
    """Two assignments of two persons, with texts of several lines."""
    care = AssignedArea(
        "d5",
        "Orkar inte.\nBlir yr; ”faller”.",
        Functioning.SEVERE,
        Functioning.NO_LIMITATION,
        "=Målet",
        "- dusch\n- hjälp",
        ("d510", "d598A"),
    )
    home = AssignedArea(
        "d8", "Behov", Functioning.NOT_SPECIFIED, Functioning.NOT_APPLICABLE, "M", "S", ("d845",)
    )
    return (
        Assignment("a1", "p1", date(2026, 10, 30), "Bo Lind", (care, home)),
        Assignment("a2", "p2", date(2026, 9, 30), "Bo Lind", (care,)),
    )

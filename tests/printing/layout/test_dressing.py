"""What stands on every page."""

from dataclasses import replace

import pytest

from gplan_desktop.domain.plan import PlanStatus
from printing.faces.cut import Cut
from printing.layout.lines import one_line
from printing.layout.style import Style
from printing.render import render


def test_every_page_tells_whose_plan_it_is_and_its_number(established, method, read):
    pages = read(render(established, method))

    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert "Anna Öström-Åkerlund" in page
        assert "19410331-9036" in page
        assert "Genomförandeplan Hemvård" in page
        assert f"Sida {number} av {len(pages)}" in page


def test_every_page_of_an_established_plan_tells_when(established, method, read):
    for page in read(render(established, method)):
        assert "Upprättad 2026-11-23 kl. 14.32" in page
        assert "gäller inte" not in page


def test_every_page_of_a_draft_says_that_it_does_not_apply(draft, method, read):
    for page in read(render(draft, method)):
        assert "UTKAST – gäller inte" in page


@pytest.mark.parametrize(
    ("status", "mark"),
    [
        (PlanStatus.SUPERSEDED, "ERSATT – gäller inte"),
        (PlanStatus.ANNULLED, "MAKULERAD – gäller inte"),
    ],
)
def test_a_plan_no_longer_in_force_says_so_on_every_page(established, method, read, status, mark):
    document = replace(established, record=replace(established.record, status=status))

    for page in read(render(document, method)):
        assert mark in page


def test_the_mark_is_drawn_before_the_text(draft, method, read):
    page = read(render(draft, method))[0]

    assert page.index("UTKAST – gäller inte") < page.index("Delaktighet")


def test_practice_is_told_on_every_page_and_never_otherwise(established, method, read):
    practice = replace(established, unit=replace(established.unit, practice=True))

    assert all("ÖVNING" in page for page in read(render(practice, method)))
    assert not any("ÖVNING" in page for page in read(render(established, method)))


def test_a_name_without_end_leaves_room_for_the_number(established, method, read):
    person = replace(established.person, family_name="Öström-" * 60)

    for page in read(render(replace(established, person=person), method)):
        assert "19410331-9036" in page


def test_a_text_that_is_too_wide_is_shortened_visibly():
    style = Style(Cut.REGULAR, 10, 12)

    shown = one_line("Genomförandeplan dagverksamhet", style, 80)

    assert text_of(shown).endswith("…")
    assert shown.width * 10 <= 80
    assert text_of(one_line("Kort", style, 80)) == "Kort"


def text_of(line):
    return "".join(run.actual or "".join(text for _, text in run.glyphs) for run in line.runs)

"""The text that an external provider reads: plain, line by line, and marked in practice."""

from gplan_desktop.rules.provider_access import Group, Part, ProviderSheet
from gplan_desktop.rules.provider_tabs import Line
from gplan_desktop.rules.provider_text import provider_text

SHEET = ProviderSheet(
    "Norrbackens Hemservice AB",
    "Rolf Engdahl",
    (Line("person.personal_id", "Personnummer", "19430328-2398"),),
    (
        Part(
            "Genomförandeplan service",
            "Upprättad 2026-09-24.",
            (
                Group(
                    "Hemliv",
                    (
                        Line("area.d6.goal", "Mål", "Jag vill laga min mat."),
                        Line("area.d6.activities.0", "Aktiviteter", "Vad: Städning\nHur: Dammsug."),
                        Line("follow_up.how", "Hur ska det göras?", "Hemma hos mig."),
                    ),
                ),
            ),
        ),
        Part("Närstående", "", (Group("", (Line("tabs.relatives", "", "Eva\nRing först"),)),)),
    ),
)
TEXT = """\
Rolf Engdahl
============
Personnummer: 19430328-2398
Utförare: Norrbackens Hemservice AB

Uppgifterna omfattas av tystnadsplikt. Läs dem bara om du ger individen stöd.
Koder, nyckelnummer och verkställighetsjournalen ingår inte.


GENOMFÖRANDEPLAN SERVICE
========================
Upprättad 2026-09-24.

Hemliv
------
Mål: Jag vill laga min mat.
Aktiviteter:
    Vad: Städning
    Hur: Dammsug.
Hur ska det göras? Hemma hos mig.


NÄRSTÅENDE
==========
• Eva
  Ring först
"""


def test_the_text_has_headings_and_a_line_for_each_field() -> None:
    assert provider_text(SHEET, is_practice=False) == TEXT


def test_a_text_of_practice_says_so_first() -> None:
    text = provider_text(SHEET, is_practice=True)
    assert text == f"ÖVNING – individen är påhittad\n\n{TEXT}"

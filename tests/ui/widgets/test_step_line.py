"""Steps on a line: what is done says so with a tick and a filled circle."""

from typing import Any

from PySide6.QtGui import QColor

from ui.widgets.step_line import StepLine


def test_a_step_says_how_far_it_has_come_in_words_and_in_its_circle(hold: Any, theme: Any) -> None:
    line = StepLine(theme)
    first, second = line.add_step("1", "Kopiera"), line.add_step("Ja", "Svara Ja")
    hold(line)
    first.show_state("Klart.", is_done=True)
    second.show_state("Det gör du.", is_done=False)
    assert [step.heading.text() for step in (first, second)] == ["Kopiera", "Svara Ja"]
    assert [step.state.text() for step in (first, second)] == ["✓  Klart.", "Det gör du."]
    assert [step.state.property("role") for step in (first, second)] == ["done", "muted"]
    filled = [mark.grab().toImage().pixelColor(6, 14) for mark in line._marks]
    assert filled == [QColor(theme.colours.accent), QColor(theme.colours.surface)]
    assert [mark.accessibleName() for mark in line._marks] == ["Steg 1", "Steg Ja"]


def test_the_line_goes_on_to_the_last_step_and_ends_there(hold: Any, theme: Any) -> None:
    line = StepLine(theme)
    for sign in "123":
        line.add_step(sign, "Ett steg").show_state("Kvar", is_done=False)
    hold(line)
    assert [mark.is_last for mark in line._marks] == [False, False, True]
    tops = [mark.mapTo(line, mark.rect().topLeft()).y() for mark in line._marks]
    bottoms = [mark.mapTo(line, mark.rect().bottomLeft()).y() for mark in line._marks]
    assert [top - 1 for top in tops[1:]] == bottoms[:-1]

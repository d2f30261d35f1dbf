"""Choices: one word is stored, another is shown."""

from gplan_desktop.domain.labelled import Labelled


class Colour(Labelled):
    """A choice to try with."""

    RED = "red", "Röd"
    BLUE = "blue", "Blå"


def test_the_label_is_shown_and_the_value_is_stored():
    assert [(colour.value, colour.label) for colour in Colour] == [("red", "Röd"), ("blue", "Blå")]
    assert str(Colour.RED) == "red"


def test_a_choice_is_found_by_its_stored_value():
    assert Colour("blue") is Colour.BLUE

"""Texts that are only read: labels, facts and formatted help."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.widgets.facts import Facts
from ui.widgets.labels import label, set_role
from ui.widgets.markdown_view import MarkdownView


def test_a_label_shows_markup_as_it_is() -> None:
    assert label("<b>&amp;").textFormat() is Qt.TextFormat.PlainText


def test_a_label_in_another_role_looks_different(hold: Any) -> None:
    held = hold(label("Saknas", "hint"))
    before = held.box.grab().toImage()
    set_role(held.box, "problem")
    assert held.box.grab().toImage() != before


def test_facts_can_be_marked_and_copied(hold: Any, theme: Any) -> None:
    facts = hold(Facts([("Enhet", "Norra <b>"), ("Stöd", "Hemvård")], theme)).box
    names, values = facts.findChildren(QLabel)[::2], facts.findChildren(QLabel)[1::2]
    assert [name.text() for name in names] == ["Enhet", "Stöd"]
    assert [value.text() for value in values] == ["Norra <b>", "Hemvård"]
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse
    assert all(value.textInteractionFlags() & selectable for value in values)


@pytest.mark.parametrize("width", [260, 420, 700])
def test_help_is_shown_whole_at_every_width(hold: Any, theme: Any, width: int) -> None:
    view = MarkdownView("Hjälp", theme)
    hold(view, width=width)
    view.show_markdown("## Varför\n\n" + "En mening som är ganska lång. " * 12 + "\n\n- ett\n- två")
    assert view.document().size().height() <= view.height()
    assert view.verticalScrollBar().maximum() == 0
    assert "Varför" in view.toPlainText()


def test_a_table_in_the_help_keeps_its_words(hold: Any, theme: Any) -> None:
    view = hold(MarkdownView("Hjälp", theme)).box
    view.show_markdown("| Kod | Ord |\n|---|---|\n| 0 | Ingen |\n")
    assert "Ingen" in view.toPlainText()

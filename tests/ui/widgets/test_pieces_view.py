"""Changes in a text are told by line, by colour and aloud, and the text is never markup."""

from gplan_desktop.domain.difference import compare
from ui.widgets.pieces_view import PiecesView, spoken


def test_what_was_added_and_removed_is_spoken():
    pieces = compare("Jag vill bada ofta.", "Jag vill simma ofta.")
    assert spoken(pieces) == "Jag vill [Borttaget: bada] [Tillagt: simma] ofta."


def test_each_kind_has_a_line_of_its_own_and_signs_stay_signs(theme, qtbot):
    view = PiecesView(compare("Jag badar.", "Jag <b>simmar</b>\n& går."), theme)
    qtbot.addWidget(view)
    html = view.text()
    assert "text-decoration:underline" in html
    assert "text-decoration:line-through" in html
    assert "&lt;b&gt;simmar&lt;/b&gt;<br>&amp;" in html

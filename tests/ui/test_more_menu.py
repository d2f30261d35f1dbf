"""What is not for one's role stands in the menu, and says why when it is chosen."""

from typing import Any

from PySide6.QtWidgets import QToolTip

from ui.more_menu import more_button
from ui.office import Office

WHY = "Din roll, läsare, får inte gallra uppgifter. Det får enhetschef."


def test_what_is_closed_is_told_in_place_of_done(office: Office, put_up: Any, qtbot: Any) -> None:
    went: list[str] = []
    acts = [("Loggkontroll…", lambda: went.append("log")), ("Gallring…", lambda: went.append("no"))]
    button = put_up(more_button(office.theme, acts, {"Gallring…": WHY, "Loggkontroll…": ""}))
    log, erasing = button.menu().actions()
    assert (log.text(), erasing.text()) == ("Loggkontroll…", "Gallring… (inte för din roll)")
    log.trigger()
    erasing.trigger()
    qtbot.waitUntil(lambda: QToolTip.text() == f"<p>{WHY}</p>")
    assert went == ["log"]
    QToolTip.hideText()

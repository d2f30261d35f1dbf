"""Our drawings: in the theme's colours, as large as the text, told to a screen reader."""

from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.widgets.picture import Picture

DRAWINGS = sorted(
    Path(entry.name).stem for entry in files("resources").joinpath("pictures").iterdir()
)


def colours_in(image: QImage) -> set[str]:
    dots = memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
    return {QColor.fromRgb(dot).name() for dot in {*dots}}


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_drawing_is_a_whole_picture_in_colours_of_the_theme(theme: Any, name: str) -> None:
    source = files("resources").joinpath(f"pictures/{name}.svg").read_text(encoding="utf-8")
    assert Template(source).get_identifiers()
    assert "#" not in source
    drawn = Template(source).substitute(asdict(theme.colours))
    assert QSvgRenderer(QByteArray(drawn.encode())).isValid()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_it_is_drawn_in_the_colours_of_light_and_of_dark(
    hold: Any, qapp: QApplication, theme: Any, name: str
) -> None:
    dressed = themes.apply(qapp, Settings(theme=name))
    picture = hold(Picture("places", "Bild", dressed), width=700).box
    found = colours_in(picture.grab().toImage())
    for role in ("surface", "accent", "border", "selected"):
        assert QColor(getattr(dressed.colours, role)).name() in found, role


@pytest.mark.parametrize("size", [100, 200])
def test_it_is_as_large_as_the_text(hold: Any, qapp: QApplication, theme: Any, size: int) -> None:
    dressed = themes.apply(qapp, Settings(theme="light", text_size=size))
    picture = hold(Picture("places", "Bild", dressed), width=1600).box
    assert picture.width() == 640 * size / 100
    assert picture.height() == 148 * size / 100


def test_it_shrinks_with_its_place_and_keeps_its_proportions(hold: Any, theme: Any) -> None:
    picture = hold(Picture("places", "Bild", theme), width=342).box
    assert picture.width() == 320
    assert picture.height() == 74
    assert picture.pixmap().deviceIndependentSize().width() == 320


def test_a_screen_reader_is_told_that_it_is_a_picture_and_of_what(hold: Any, theme: Any) -> None:
    picture = hold(Picture("places", "Bild: fyra platser.", theme), width=700).box
    interface = QAccessible.queryAccessibleInterface(picture)
    assert interface.role() is QAccessible.Role.Graphic
    assert interface.text(QAccessible.Text.Name) == "Bild: fyra platser."

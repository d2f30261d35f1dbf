"""The look: contrast that everyone can read (WCAG 2.2 AA), sizes that scale, icons in colour."""

import re
from dataclasses import asdict
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from gplan_desktop.settings import TEXT_SIZES, Settings
from resources import read_text
from ui import theme as themes
from ui.theme import DARK, LIGHT, Colours
from ui.widgets.labels import label
from ui.widgets.line_box import LineBox
from ui.widgets.text_box import TextBox

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
STYLE = read_text("style.qss")
# Where a text without a background of its own may stand.
GROUNDS = ("window", "surface", "sunken", "selected", "problem_back", "warning_back")
# A line between rows carries no meaning, and what is off need not be seen as well.
DECORATION = {"line"}


def rules() -> list[tuple[str, dict[str, str]]]:
    """The style sheet's rules: selector and declarations."""
    found = re.findall(r"^([^{}\n]+) \{([^{}]*(?:\$\{\w+\}[^{}]*)*)\}", STYLE, re.MULTILINE)
    return [(selector.strip(), dict(_declarations(body))) for selector, body in found]


def _declarations(body: str) -> list[tuple[str, str]]:
    pairs = (part.split(":", 1) for part in body.split(";") if ":" in part)
    return [(name.strip(), value.strip()) for name, value in pairs]


def role_in(value: str) -> str:
    """The colour's role in a value such as "1px solid $border", or ""."""
    found = re.search(r"\$([a-z_]+)", value)
    return found[1] if found else ""


def grounds(selector: str, own: dict[str, str]) -> tuple[str, ...]:
    """The backgrounds on which a rule's text or border may stand."""
    if ground := role_in(own.get("background", "")):
        return (ground,)
    return ("practice",) if selector.startswith("#practice") else GROUNDS


def pairs_of_text() -> set[tuple[str, str]]:
    found = set()
    for selector, own in rules():
        for name in ("color", "placeholder-text-color"):
            if text := role_in(own.get(name, "")):
                found |= {(text, ground) for ground in grounds(selector, own)}
        if marked := role_in(own.get("selection-background-color", "")):
            found.add((role_in(own["selection-color"]), marked))
    return found


def pairs_of_borders() -> set[tuple[str, str]]:
    found = set()
    for selector, own in rules():
        values = [value for name, value in own.items() if name.startswith("border")]
        edges = {role_in(value) for value in values} - {""} - DECORATION
        if ":disabled" not in selector:
            found |= {(edge, ground) for edge in edges for ground in around(selector, edge)}
    return found


def around(selector: str, edge: str) -> tuple[str, ...]:
    return (
        ("practice",)
        if selector.startswith("#practice")
        else tuple(ground for ground in GROUNDS if ground != edge)
    )


def contrast(one: str, other: str) -> float:
    """The contrast between two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = QColor(colour).getRgbF()[:3]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def too_weak(pairs: set[tuple[str, str]], colours: Colours, least: float) -> list[str]:
    own = asdict(colours)
    weak = ((a, b, contrast(own[a], own[b])) for a, b in sorted(pairs))
    return [f"{a} on {b}: {ratio:.2f}" for a, b, ratio in weak if ratio < least]


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_the_style_sheet_is_read_whole() -> None:
    assert len(rules()) == STYLE.count("{\n") + len(re.findall(r"[^$]\{ ", STYLE))
    assert ("on_accent", "accent") in pairs_of_text()
    assert ("border", "surface") in pairs_of_borders()


@BOTH
def test_every_text_has_the_contrast_to_be_read(colours: Colours) -> None:
    assert too_weak(pairs_of_text(), colours, 4.5) == []


@BOTH
def test_every_edge_of_what_one_uses_can_be_seen(colours: Colours) -> None:
    assert too_weak(pairs_of_borders(), colours, 3) == []


@BOTH
def test_every_icon_can_be_seen(colours: Colours) -> None:
    roles = ("ink", "muted", "accent", "problem", "warning", "done")
    pairs = {(role, ground) for role in roles for ground in GROUNDS}
    assert too_weak(pairs | {("on_accent", "accent")}, colours, 3) == []


def test_the_style_sheet_names_only_colours_that_exist() -> None:
    used = set(re.findall(r"\$([a-z_]+)", STYLE))
    assert used <= {*asdict(LIGHT)}


@BOTH
def test_the_palette_says_the_same_as_the_style_sheet(qapp: Any, theme: Any, colours: Any) -> None:
    themes.apply(qapp, Settings(theme="light" if colours is LIGHT else "dark"))
    palette, role = qapp.palette(), QPalette.ColorRole
    assert palette.color(role.Base).name() == colours.surface
    for text, ground in ((role.Text, role.Base), (role.PlaceholderText, role.Base)):
        names = palette.color(text).name(), palette.color(ground).name()
        assert contrast(*names) >= 4.5


@BOTH
@pytest.mark.parametrize("make", [LineBox, TextBox])
def test_an_example_in_an_empty_box_can_be_read(
    qapp: Any, theme: Any, qtbot: Any, make: Any, colours: Any
) -> None:
    themes.apply(qapp, Settings(theme="light" if colours is LIGHT else "dark", text_size=200))
    box = make()
    qtbot.addWidget(box)
    box.setPlaceholderText("MMMMMM")
    box.show()
    picture = box.grab(box.rect().adjusted(12, 12, -12, -12)).toImage()
    shown = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert max(contrast(colour, colours.surface) for colour in shown) >= 4.5


def test_light_and_dark_are_chosen(qapp: QApplication, theme: Any) -> None:
    assert themes.apply(qapp, Settings(theme="dark")).colours is DARK
    assert themes.apply(qapp, Settings(theme="light")).colours is LIGHT


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_every_text_grows_with_the_text_size(
    qapp: QApplication, theme: Any, qtbot: Any, size: int
) -> None:
    shown = [QPushButton("Spara"), label("Rubrik", "title"), label("Liten", "small"), QLabel("Å")]
    dressed = themes.apply(qapp, Settings(text_size=size))
    for widget in shown:
        qtbot.addWidget(widget)
        widget.ensurePolished()
    sizes = [widget.fontInfo().pixelSize() for widget in shown]
    assert sizes == [dressed.px(n) for n in (15, 24, 13, 15)]


def test_the_programs_own_font_is_used(theme: Any, qtbot: Any) -> None:
    shown = QLabel("Åäö")
    qtbot.addWidget(shown)
    shown.ensurePolished()
    assert QFontInfo(shown.font()).family() == themes.FAMILY


def test_an_icon_is_painted_in_its_colour(theme: Any) -> None:
    picture = theme.icon("check_circle-fill", "done").pixmap(QSize(24, 24)).toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert theme.colours.done in colours


def test_the_same_icon_is_painted_once(theme: Any) -> None:
    assert theme.icon("print", "accent") is theme.icon("print", "accent")


def test_an_icon_that_is_missing_is_told_at_once(theme: Any) -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("no_such_icon")

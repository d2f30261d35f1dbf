"""The look of the program: colours, type, style sheet and icons, light and dark."""

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory

from gplan_desktop.settings import Settings
from resources import read_bytes, read_text

FAMILY = "Source Sans 3"
_FONT_FILES = ("Regular", "Italic", "SemiBold", "Bold")


@dataclass(frozen=True)
class Colours:
    """The colours by what they are for; text has at least 4.5:1, borders and icons 3:1."""

    window: str
    surface: str
    sunken: str
    ink: str
    muted: str
    line: str
    border: str
    accent: str
    on_accent: str
    accent_hover: str
    selected: str
    problem: str
    problem_back: str
    warning: str
    warning_back: str
    done: str
    practice: str
    on_practice: str


LIGHT = Colours(
    window="#f4f7f8",
    surface="#ffffff",
    sunken="#eaf0f2",
    ink="#1b2733",
    muted="#4f5f69",
    line="#d3dce0",
    border="#73848e",
    accent="#0b5c6b",
    on_accent="#ffffff",
    accent_hover="#094b58",
    selected="#d6e9ed",
    problem="#b3261e",
    problem_back="#fcecea",
    warning="#8a5300",
    warning_back="#fdf3e1",
    done="#1b6e3c",
    practice="#f2c94c",
    on_practice="#2b2300",
)
DARK = Colours(
    window="#14191d",
    surface="#1d2429",
    sunken="#181f24",
    ink="#e8edf0",
    muted="#a9b7bf",
    line="#36424a",
    border="#80919b",
    accent="#6fc7d6",
    on_accent="#06242a",
    accent_hover="#8fd6e2",
    selected="#24424a",
    problem="#ff9d94",
    problem_back="#3b2220",
    warning="#f0bd62",
    warning_back="#352a17",
    done="#7fd6a0",
    practice="#d9ae2b",
    on_practice="#231c00",
)


class Theme:
    """The theme in force: its colours, the text size, and icons painted in those colours."""

    def __init__(self, colours: Colours, text_size: int) -> None:
        self.colours = colours
        self.text_size = text_size
        self._icons: dict[tuple[str, str], QIcon] = {}

    def px(self, pixels: int) -> int:
        """Return *pixels* at the chosen text size."""
        return round(pixels * self.text_size / 100)

    def icon(self, name: str, role: str = "muted") -> QIcon:
        """Return the icon *name* in the colour of *role*, such as "accent"."""
        if (name, role) not in self._icons:
            self._icons[name, role] = _paint_icon(name, getattr(self.colours, role))
        return self._icons[name, role]


def load_fonts() -> None:
    """Give Qt the program's own font; done once, after the application exists."""
    for style in _FONT_FILES:
        QFontDatabase.addApplicationFontFromData(
            QByteArray(read_bytes(f"fonts/SourceSans3-{style}.ttf"))
        )


def apply(application: QApplication, settings: Settings) -> Theme:
    """Dress *application* as *settings* say and return the theme.

    Under a Windows contrast theme the user's own colours are left alone.
    """
    theme = Theme(DARK if _is_dark(application, settings) else LIGHT, settings.text_size)
    # It stays on under every style sheet: to put it on anew takes as long as the sheet.
    if not application.styleSheet():
        application.setStyle(QStyleFactory.create("Fusion"))
    if _wants_contrast(application):
        application.setStyleSheet(_type_rules(theme))
        return theme
    sheet = _type_rules(theme) + _style_sheet(theme)
    # What is worn already is left on: to dress every window anew takes long.
    if application.styleSheet() != sheet:
        application.setPalette(_palette(theme.colours))
        application.setStyleSheet(sheet)
    return theme


def _is_dark(application: QApplication, settings: Settings) -> bool:
    if settings.theme != "system":
        return settings.theme == "dark"
    return application.styleHints().colorScheme() is Qt.ColorScheme.Dark


def _wants_contrast(application: QApplication) -> bool:
    # The hints die with the object that they were asked of, so both are held.
    style_hints = application.styleHints()
    return style_hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def _palette(colours: Colours) -> QPalette:
    palette, role = QPalette(), QPalette.ColorRole
    pairs = {
        role.Window: colours.window,
        role.WindowText: colours.ink,
        role.Base: colours.surface,
        role.AlternateBase: colours.sunken,
        role.Text: colours.ink,
        role.Button: colours.surface,
        role.ButtonText: colours.ink,
        role.Mid: colours.line,
        role.Dark: colours.border,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.PlaceholderText: colours.muted,
        role.ToolTipBase: colours.ink,
        role.ToolTipText: colours.window,
    }
    for key, value in pairs.items():
        palette.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(colours.muted))
    return palette


def _type_rules(theme: Theme) -> str:
    sizes = {"body": 15, "small": 13, "lead": 17, "title": 24, "icon": 20}
    return Template(_TYPE).substitute(
        family=FAMILY, **{name: theme.px(size) for name, size in sizes.items()}
    )


def _style_sheet(theme: Theme) -> str:
    sizes = {f"p{n}": theme.px(n) for n in (2, 4, 5, 6, 7, 8, 10, 12, 14, 16, 18, 20, 32, 40)}
    # A ring of 2 pixels; when chosen it thickens inwards and leaves the dot.
    dot = theme.px(8)
    sizes |= {"dot": dot, "dot_ring": (theme.px(18) + 4 - dot) // 2, "round": theme.px(18) // 2 + 2}
    return Template(read_text("style.qss")).substitute(asdict(theme.colours), **sizes)


def _paint_icon(name: str, colour: str) -> QIcon:
    svg = read_text(f"icons/{name}.svg").replace("<path ", f'<path fill="{colour}" ')
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    icon = QIcon()
    for size in (20, 24, 40, 48):
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        # Also in a chosen row: Qt would mix the colour of the choice into it.
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            icon.addPixmap(pixmap, mode)
    return icon


_TYPE = """
* { font-family: "$family"; font-size: ${body}px; }
QPushButton, QToolButton { qproperty-iconSize: ${icon}px ${icon}px; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="lead"], QLabel[role="heading"] { font-size: ${lead}px; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="label"] { font-weight: 600; }
QLabel[role="small"], QLabel[role="hint"] { font-size: ${small}px; }
"""

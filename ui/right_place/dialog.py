"""Var hör det hemma? The adviser in a window of its own, from every page (F19)."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain.person import Person
from ui.office import Office
from ui.right_place.desk import PlaceDesk
from ui.right_place.ways import PlaceWays, Source
from ui.widgets.buttons import push_button
from ui.widgets.labels import label
from ui.widgets.scrolled import scrolled

_TITLE = "Var hör det hemma?"
_MOVES = (
    "Skriv eller klistra in en text om {name}. Enter flyttar den första mening som har en "
    "säker plats. Inget sparas förrän du flyttar det."
)
_IN_WRONG_PLACE = (
    "Texten står på fel plats. När du flyttar den tas den bort där den står nu. Du kan ångra."
)
_ONLY_TELLS = (
    "Skriv eller klistra in en text, så får du veta var varje mening hör hemma och varför. "
    "Öppna en individ om du vill flytta texten dit. Inget av det du skriver här sparas."
)
_SIZE, _FRAME = QSize(700, 640), QSize(0, 60)


class RightPlaceDialog(QDialog):
    """The box with its answers; without a person at hand it only tells.

    *source* is a text that stands in the wrong place, and is shown in the box.
    """

    def __init__(
        self,
        office: Office,
        parent: QWidget,
        person: Person | None = None,
        ways: PlaceWays | None = None,
        source: Source | None = None,
    ) -> None:
        super().__init__(parent)
        px = office.theme.px
        self.setWindowTitle(_TITLE)
        self.desk = PlaceDesk(person, office, ways, source)
        self.desk.leaving.connect(self.accept)
        self.finished.connect(self.deleteLater)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(14), px(20))
        column.setSpacing(px(12))
        column.addWidget(label(_TITLE, "title"))
        column.addWidget(label(_told(person, source), wraps=True))
        holder = QWidget()
        column.addWidget(scrolled(holder), 1)
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, px(10), 0)
        inside.addWidget(self.desk)
        inside.addStretch(1)
        column.addLayout(self._foot())
        room = self.screen().availableSize() - _FRAME
        self.resize((_SIZE * px(100) / 100).boundedTo(room))
        if source:
            self.desk.show_text(source.text)
        self.desk.box.setFocus()

    def _foot(self) -> QHBoxLayout:
        self.close_button = push_button("Stäng")
        self.close_button.setToolTip("Esc")
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        return foot


def _told(person: Person | None, source: Source | None) -> str:
    if source:
        return _IN_WRONG_PLACE
    return _MOVES.format(name=person.name) if person else _ONLY_TELLS

"""Two texts beside each other; what only one of them says is underlined."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gplan_desktop.domain.difference import Piece, PieceKind, compare
from gplan_desktop.rules.merging import Question
from ui.drafts.side_texts import NOTHING, text_of
from ui.theme import Theme
from ui.widgets.labels import label
from ui.widgets.pieces_view import PiecesView

UNDERLINED: Final = "Understruket står bara i den ena texten."


class SideBySide(QWidget):
    """What each says under its name, *names* from left to right: mine, and the other."""

    def __init__(self, question: Question, names: tuple[str, str], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(28))
        grid.setVerticalSpacing(theme.px(4))
        self.texts = text_of(question.mine), text_of(question.saved)
        # A dash stands for nothing: it is no word that came or went.
        pieces = () if NOTHING in self.texts else compare(*self.texts)
        for column, gone in enumerate((PieceKind.ADDED, PieceKind.REMOVED)):
            grid.setColumnStretch(column, 1)
            grid.addWidget(label(names[column], "small"), 0, column)
            side = self._side(self.texts[column], [p for p in pieces if p.kind is not gone])
            side.setAccessibleName(f"{names[column]}: {self.texts[column]}")
            grid.addWidget(side, 1, column)

    def _side(self, text: str, pieces: list[Piece]) -> QLabel:
        pieces = [_underlined(piece) for piece in pieces]
        view = PiecesView(pieces, self._theme) if pieces else label(text, wraps=True)
        view.setAlignment(Qt.AlignmentFlag.AlignTop)
        view.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return view


def _underlined(piece: Piece) -> Piece:
    """Return a piece of its own as one that came: neither text is the older one."""
    return piece if piece.kind is PieceKind.SAME else Piece(PieceKind.ADDED, piece.text)

"""How a text became another: what was added is underlined, what was removed is struck (F35)."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from gplan_desktop.domain.difference import Piece, PieceKind
from ui.theme import Theme

LEGEND = "Understruket är tillagt. Överstruket är borttaget."


class PiecesView(QLabel):
    """A text to read with its changes in it, told by line, by colour and aloud."""

    def __init__(self, pieces: Sequence[Piece], theme: Theme) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setText("".join(_as_html(piece, theme) for piece in pieces))
        self.setAccessibleName(spoken(pieces))


def spoken(pieces: Sequence[Piece]) -> str:
    """Return *pieces* for those who hear them, as in "[Tillagt: på kvällen]"."""
    return " ".join(_spoken(piece) for piece in pieces if piece.text.strip())


def _spoken(piece: Piece) -> str:
    text = " ".join(piece.text.split())
    return text if piece.kind is PieceKind.SAME else f"[{piece.kind.label}: {text}]"


def _as_html(piece: Piece, theme: Theme) -> str:
    text = escape(piece.text).replace("\n", "<br>")
    if piece.kind is PieceKind.ADDED:
        return f'<span style="text-decoration:underline;color:{theme.colours.done}">{text}</span>'
    if piece.kind is PieceKind.REMOVED:
        colour = theme.colours.problem
        return f'<span style="text-decoration:line-through;color:{colour}">{text}</span>'
    return text

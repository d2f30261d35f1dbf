"""Var hör det hemma? Write a sentence and be told where it belongs, and why (F19, S108-S129)."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gplan_desktop.method.guard_terms import Guard, Place
from gplan_desktop.rules.guard import Hit, guard_hits
from ui.widgets.buttons import push_button
from ui.widgets.labels import label
from ui.widgets.spoken import say
from ui.widgets.text_box import TextBox
from wizard.context import PageContext

_HARMLESS = "Bara för att pröva. Det du skriver här sparas ingenstans."
_EXAMPLE = "Till exempel: Portkoden är 1234 och syrgasen står i hallen."
_NOTHING = "Inget här är förbjudet i planen, besöksplanen eller Viktigt att veta."
# Words of the place where something belongs, and the page that tells of it.
_PAGES: Mapping[str, str] = {
    "flik": "tabs",
    "besöksplan": "visit_plan",
    "vårdplan": "health_information",
    "signering": "health_information",
}


class RightPlace(QWidget):
    """A box to write in, and under it what the guard finds, place by place."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.box = TextBox(lines=2)
        self.box.setAccessibleName("Skriv en mening, så får du veta var den hör hemma")
        self.box.setPlaceholderText(_EXAMPLE)
        self.box.edited.connect(lambda text: self._show(str(text)))
        self.nothing = label(_NOTHING, "done", wraps=True)
        self.nothing.hide()
        self._shown: tuple[Hit, ...] = ()
        self._found = QVBoxLayout()
        self._found.setSpacing(context.office.theme.px(10))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.office.theme.px(8))
        column.addWidget(label("Var hör det hemma?", "heading"))
        column.addWidget(label(_HARMLESS, "hint", wraps=True))
        column.addWidget(self.box)
        column.addWidget(self.nothing)
        column.addLayout(self._found)

    def _show(self, text: str) -> None:
        hits = _hits(text, self._context.editor.situation.method.guard)
        self.nothing.setVisible(bool(text.strip()) and not hits)
        if hits == self._shown:
            return
        self._shown = hits
        while item := self._found.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for hit in hits:
            self._found.addWidget(self._row(text, hit))
        say(self.box, " ".join(_sentence(text, hit) for hit in hits))

    def _row(self, text: str, hit: Hit) -> QWidget:
        theme = self._context.office.theme
        icon, size = QLabel(), theme.px(20)
        icon.setPixmap(theme.icon("arrow_forward", "accent").pixmap(QSize(size, size)))
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addWidget(label(_sentence(text, hit), "label", wraps=True))
        words.addWidget(label(hit.reason, wraps=True))
        if link := self._link(hit):
            words.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(10))
        layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        return row

    def _link(self, hit: Hit) -> QWidget | None:
        """Return the way to the page that tells of the right place, if any does."""
        wanted = next((page for word, page in _PAGES.items() if word in hit.belongs), "")
        if not wanted:
            return None
        title = self._context.editor.situation.method.step(wanted).title
        link = push_button(f"Läs om {title}", "link")
        link.clicked.connect(lambda: self._context.actions.go(wanted, ""))
        return link


def _hits(text: str, guard: Guard) -> tuple[Hit, ...]:
    """Return what is forbidden somewhere in *text*, each thing once, in order."""
    found = {hit for place in Place for hit in guard_hits(text, place, guard)}
    return tuple(sorted(found, key=lambda hit: hit.start))


def _sentence(text: str, hit: Hit) -> str:
    """Return "”Portkoden är 1234” hör hemma i fliken Besöksinfo."."""
    return f"”{text[hit.start : hit.end]}” hör hemma i {hit.belongs}."

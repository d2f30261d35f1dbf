"""Beginnings to write on from, at a field's label: phrases, or a skeleton (F8, F15)."""

from textwrap import shorten
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMessageBox, QWidget

from gplan_desktop.domain.text import is_blank
from gplan_desktop.rules.blanks import blank_marks
from gplan_desktop.rules.phrases import phrases_for, result_text
from ui.widgets import blank_filling
from ui.widgets.buttons import Button, push_button
from ui.widgets.field_frame import FieldFrame
from ui.widgets.text_box import TextBox
from wizard.pages.page import Page

_PHRASE_WIDTH = 90
_CHOOSE_FIRST = "Välj först hur det har gått: Kvarstår, Delvis uppfyllt eller Helt uppfyllt"
_TEMPLATE = "Hämta en mall med luckor att fylla i. Texten blir din först när luckorna är ifyllda"
_PHRASES = "Börja från en fras med luckor att fylla i"
_ASKED = "Det finns redan text i fältet."
_ANSWERS = "Du kan lägga mallen efter texten eller byta ut texten. Ctrl+Z tar tillbaka det."


class WritingHelp(QWidget):
    """The way to the next blank, while there is any, and a button with beginnings."""

    def __init__(self, page: Page, frame: FieldFrame, name: str) -> None:
        super().__init__()
        self._page, self._field = page, frame.field
        self._area = page.method.areas[page.step.area]
        self.box = cast(TextBox, frame.box)
        self.next_blank = self._button("Nästa lucka")
        # Its room is kept, or the page would get another width when a text with blanks comes.
        room = self.next_blank.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.next_blank.setSizePolicy(room)
        self.next_blank.clicked.connect(self._go_to_blank)
        self.offer = self._button(name)
        self.offer.setAccessibleName(f"{name}: {frame.text.label}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(page.px(4))
        row.addWidget(self.next_blank)
        row.addWidget(self.offer)
        frame.top.add_tool(self)
        # The document and not the box: its signal comes also when the plan sets the text.
        self.box.document().contentsChanged.connect(self._count_blanks)
        self._count_blanks()

    def _button(self, name: str) -> Button:
        button = push_button(name, "link")
        # A click leaves the caret where it is; by keyboard one comes here before the text.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _go_to_blank(self) -> None:
        blank_filling.select_next_blank(self.box)

    def _count_blanks(self) -> None:
        left = len(blank_marks(self.box.toPlainText()))
        self.next_blank.setVisible(left > 0)
        count = "1 lucka" if left == 1 else f"{left} luckor"
        self.next_blank.setToolTip(f"{count} kvar att fylla i (Ctrl+J)")
        self.next_blank.setAccessibleName(f"Nästa lucka, {count} kvar")


class PhraseHelp(WritingHelp):
    """A menu of phrases for needs, goal or how."""

    def __init__(self, page: Page, frame: FieldFrame) -> None:
        super().__init__(page, frame, "Fraser")
        self.offer.setToolTip(_PHRASES)
        self.offer.setIcon(page.context.office.theme.icon("keyboard_arrow_down", "accent"))
        self.offer.clicked.connect(self._open)
        self.offer.setVisible(bool(self._phrases()))

    def make_menu(self) -> QMenu:
        """Make the menu; choosing a phrase puts it where the caret is."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for phrase in self._phrases():
            short = shorten(phrase, _PHRASE_WIDTH, placeholder=" …")
            action = QAction(short.replace("&", "&&"), menu)
            action.setToolTip(phrase)
            action.triggered.connect(
                lambda _=False, phrase=phrase: blank_filling.insert(self.box, phrase)
            )
            menu.addAction(action)
        return menu

    def _open(self) -> None:
        menu = self.make_menu()
        menu.popup(self.offer.mapToGlobal(self.offer.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _phrases(self) -> tuple[str, ...]:
        editor, part = self._page.editor, self._field.split(".")[-1]
        voice, person = editor.plan.participation.voice, editor.situation.person
        return phrases_for(self._area, part, voice, person)


class TemplateHelp(WritingHelp):
    """The skeleton of the result, for the attainment that has been chosen."""

    def __init__(self, page: Page, frame: FieldFrame) -> None:
        super().__init__(page, frame, "Hämta mall")
        self.offer.setIcon(page.context.office.theme.icon("description", "accent"))
        self.offer.clicked.connect(self._fetch)

    def refresh(self) -> None:
        """Offer the skeleton once something has been chosen."""
        chosen = self._page.editor.plan.area(self._page.step.area).attainment is not None
        self.offer.setEnabled(chosen)
        told = _TEMPLATE if chosen else _CHOOSE_FIRST
        self.offer.setToolTip(told)
        self.offer.setAccessibleDescription(told)

    def _fetch(self) -> None:
        if is_blank(self.box.toPlainText()):
            blank_filling.replace(self.box, self._skeleton())
        else:
            self._ask()

    def _skeleton(self) -> str:
        editor = self._page.editor
        attainment = editor.plan.area(self._page.step.area).attainment
        if attainment is None:
            raise ValueError("nothing has been chosen")
        voice, person = editor.plan.participation.voice, editor.situation.person
        return result_text(self._area, attainment, voice, person)

    def _ask(self) -> None:
        """Ask what becomes of the text that stands there; leaving it alone is the default."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Hämta mall")
        box.setText(_ASKED)
        box.setInformativeText(_ANSWERS)
        last = box.addButton("Lägg till sist", QMessageBox.ButtonRole.AcceptRole)
        instead = box.addButton("Ersätt", QMessageBox.ButtonRole.DestructiveRole)
        leave = box.addButton("Avbryt", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(last)
        box.setEscapeButton(leave)
        last.clicked.connect(lambda: blank_filling.append(self.box, self._skeleton()))
        instead.clicked.connect(lambda: blank_filling.replace(self.box, self._skeleton()))
        box.finished.connect(box.deleteLater)
        box.open()

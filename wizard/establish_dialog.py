"""The question before a plan is write-protected: what is locked, what is filled in (S78-S79)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.fields import pattern
from gplan_desktop.domain.plan import copy_to_correct
from gplan_desktop.editing import PlanEditor
from gplan_desktop.rules.finding import Finding
from gplan_desktop.rules.merging import Question, differences
from ui.drafts.side_texts import places_in_short
from ui.office import Office
from ui.widgets.buttons import push_button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.labels import label
from ui.widgets.line_box import LineBox
from ui.widgets.low_area import LowArea
from ui.widgets.scrolled import scrolled

_LOCKED = (
    "När du upprättar handlingen skrivskyddas planen och blir en journalhandling. "
    "Därefter kan ingen ändra i den, inte heller du."
)
_WARNINGS = "Kontrollera det här. Åtgärda det, eller skriv varför det ska stå kvar."
# The buttons with what is around them and a line over them, and the frame of the window system.
_BELOW, _FRAME = 130, 60
_REASON_MISSING = "Skriv ett skäl vid varje rad, eller gå tillbaka och åtgärda."


class EstablishDialog(QDialog):
    """Shows the consequence and what the program fills in; warnings ask for a reason."""

    def __init__(self, editor: PlanEditor, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._office = editor, office
        theme = office.theme
        self.setWindowTitle("Upprätta handling")
        self.setMinimumWidth(theme.px(560))
        self.reasons: list[tuple[Finding, LineBox]] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        layout.setSpacing(theme.px(14))
        most = self.screen().availableSize().height() - theme.px(_BELOW) - _FRAME
        self._area = LowArea(self._told(), most)
        layout.addWidget(self._area)
        self.problem = label("", "problem", wraps=True)
        self.problem.hide()
        layout.addWidget(self.problem)
        layout.addLayout(self._buttons())
        # The way back comes first in the Tab order: Enter pressed twice establishes nothing.
        if self.reasons:
            self.reasons[0][1].setFocus()

    def accept(self) -> None:
        """Keep the reasons and go on, when every warning has one."""
        for finding, box in self.reasons:
            self._editor.accept_warning(finding, box.text())
        if unanswered := self._editor.unanswered:
            self.problem.setText(_REASON_MISSING)
            self.problem.show()
            next(box for f, box in self.reasons if f in unanswered).setFocus()
        else:
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Scroll with the page keys, for nothing that is told takes the keyboard."""
        pages = (event.key() == Qt.Key.Key_PageDown) - (event.key() == Qt.Key.Key_PageUp)
        if pages:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + pages * bar.pageStep())
        else:
            super().keyPressEvent(event)

    def _told(self) -> QWidget:
        """Return all that is told over the buttons; it scrolls when the text is large."""
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._office.theme.px(14))
        column.addWidget(label(f"Upprätta {self._editor.plan.name}?", "title", wraps=True))
        column.addWidget(label(_LOCKED, wraps=True))
        column.addWidget(self._filled_in())
        if self._editor.warnings:
            column.addWidget(self._warnings())
        return told

    def _filled_in(self) -> QWidget:
        card = Card(self._office.theme)
        card.column.addWidget(label("Redan ifyllt", "heading"))
        card.column.addWidget(Facts(self._facts(), self._office.theme))
        return card

    def _facts(self) -> list[tuple[str, str]]:
        editor, now = self._editor, dates.in_sweden(self._office.now())
        day = editor.plan.follow_up.day
        facts = [
            ("Individen", editor.situation.person.name),
            ("Plan", editor.plan.name),
            ("Upprättas", f"{dates.long(now.date())} kl. {now:%H.%M}"),
            ("Av", self._office.unit.coordinator),
            ("Nästa uppföljning", dates.long(day) if day else ""),
        ]
        corrects = editor.record.corrects
        if corrects:
            facts.append(("Rättelse", corrects.reason))
            facts.append(("Ändrat", places_in_short(corrected(editor), editor.situation.method)))
            facts.append(("Planen som rättas", "Blir ersatt och sparas oförändrad"))
        elif editor.plan.is_follow_up:
            facts.append(("Den tidigare planen", "Blir ersatt och sparas oförändrad"))
        return facts

    def _warnings(self) -> QWidget:
        theme = self._office.theme
        card = Card(theme, "notice")
        card.column.setSpacing(theme.px(6))
        card.column.addWidget(label(_WARNINGS, "label", wraps=True))
        for finding in self._editor.warnings:
            card.column.addWidget(label(self._place(finding), "small", wraps=True))
            card.column.addWidget(label(finding.text, wraps=True))
            box = LineBox()
            box.setPlaceholderText("Skäl")
            box.setAccessibleName(f"Skäl: {finding.text}")
            box.setAccessibleDescription(self._place(finding))
            box.set_value(self._editor.reason(finding))
            self.reasons.append((finding, box))
            card.column.addWidget(box)
        area = scrolled(card)
        area.setMinimumHeight(min(card.sizeHint().height(), theme.px(240)))
        return area

    def _place(self, finding: Finding) -> str:
        """Return where the warning stands and which rule it comes from."""
        steps = {step.id: step.title for step in self._editor.steps}
        texts = self._editor.situation.method.fields
        field = texts.get(pattern(finding.field))
        places = [steps[finding.step], field.label if field else "", finding.source]
        return " · ".join(place for place in places if place)

    def _buttons(self) -> QHBoxLayout:
        theme = self._office.theme
        cancel = push_button("Gå tillbaka till planen")
        cancel.clicked.connect(self.reject)
        self.establish = push_button(
            "Upprätta handling", "primary", theme.icon("lock", "on_accent")
        )
        self.establish.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(cancel)
        row.addSpacing(theme.px(24))
        row.addStretch(1)
        row.addWidget(self.establish)
        return row


def corrects_nothing(editor: PlanEditor) -> bool:
    """Tell whether the plan is to correct another one, and differs in nothing from that."""
    return editor.situation.corrected is not None and not corrected(editor)


def corrected(editor: PlanEditor) -> tuple[Question, ...]:
    """Return the fields that differ from the plan that is corrected; none without one (F26)."""
    wrong, plan = editor.situation.corrected, editor.plan
    return differences(copy_to_correct(plan.id, wrong.plan), plan) if wrong else ()

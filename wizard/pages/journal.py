"""The line for the verkställighetsjournal, ready to copy (S136-S142, F37, F62)."""

from textwrap import fill

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gplan_desktop.rules.journal import JournalLine, journal_line
from gplan_desktop.rules.steps import Step
from ui.widgets.buttons import push_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.facts import Facts
from ui.widgets.labels import label
from ui.widgets.markdown_view import MarkdownView
from wizard.context import PageContext
from wizard.pages.page import Page

_LINE = 54


class JournalPage(Page):
    """Heading, keyword and the right sentence, chosen from the real difference."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        theme, line = context.office.theme, self._line()
        inside = self.add_card()
        inside.addWidget(Facts((("Rubrik", line.heading), ("Nyckelord", line.keyword)), theme))
        self.because = label("", "muted", wraps=True)
        self.sentence = ChoiceGroup(_choices(line))
        self.sentence.set_name("Journaltext")
        self.sentence.edited.connect(self._choose)
        self.copy = push_button(
            "Kopiera texten", "primary", theme.icon("content_copy", "on_accent")
        )
        self.copy.clicked.connect(self._copy)
        self.copied = label("", "done", wraps=True)
        for part in (self.because, self.sentence):
            inside.addWidget(part)
        inside.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.copied)
        text = MarkdownView(step.title, theme)
        text.show_markdown(context.editor.situation.method.step(step.id).body)
        self.add_card().addWidget(text)
        self.column.addStretch(1)
        self._chosen = line.sentences[0]

    def refresh(self) -> None:
        """Show the sentence that fits the plan as it is now."""
        line = self._line()
        self.sentence.set_choices(_choices(line))
        if self._chosen not in line.sentences:
            self._chosen = line.sentences[0]
        self.sentence.set_value(self._chosen)
        self.because.setText(line.because)
        is_draft = not self.editor.record.is_locked
        self.copy.setEnabled(not is_draft)
        if is_draft:
            self.copied.setText("Texten kan kopieras när planen är upprättad.")

    def focus_first(self) -> None:
        """Put the keyboard on the copy button."""
        self.copy.setFocus()

    def _line(self) -> JournalLine:
        situation = self.editor.situation
        return journal_line(self.editor.plan, situation.previous, situation.method.journal)

    def _choose(self, sentence: object) -> None:
        self._chosen = str(sentence)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._chosen)
        self.context.aftercare.noted()
        self.copied.setText(
            "✓  Kopierad. Klistra in den i verkställighetsjournalen under rubriken och nyckelordet."
        )


def _choices(line: JournalLine) -> list[tuple[object, str]]:
    """Return the sentences; a radio button cannot wrap its text, so it is told in lines."""
    return [(sentence, fill(sentence, _LINE)) for sentence in line.sentences]

"""Pröva en annan situation: tick kinds of support and see whether they give a plan (S24-S26)."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain.person import SupportKind
from gplan_desktop.rules.need import need_reference, plan_need
from gplan_desktop.rules.situation import Situation
from ui.theme import Theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label
from ui.widgets.spoken import say
from ui.widgets.tick_box import TickBox
from wizard.pages.need_answer import NeedAnswer

# Hemvård natt is hemvård; one tick for both is enough to learn the rule by.
_KINDS = tuple(kind for kind in SupportKind if kind is not SupportKind.NIGHT)
_NOTHING_TICKED = "Svaret kommer här när du har kryssat i något."


class NeedTrial(QWidget):
    """Ticks to try with; nothing of the person is changed, and nothing is kept."""

    def __init__(self, situation: Situation, theme: Theme) -> None:
        super().__init__()
        self._situation = situation
        name = situation.person.given_name
        self.ticks = {kind: TickBox(kind.label) for kind in _KINDS}
        self.waiting = label(_NOTHING_TICKED, "muted", wraps=True)
        self.answer = NeedAnswer(theme)
        self.answer.hide()
        ticks = QWidget()
        flow = FlowLayout(ticks, spacing=theme.px(12))
        for tick in self.ticks.values():
            tick.edited.connect(self._show_answer)
            flow.addWidget(tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(label("Pröva en annan situation", "heading"))
        harmless = f"Vad gäller om stödet är ett annat? Inget ändras för {name} och inget sparas."
        for part in (label(harmless, "hint", wraps=True), ticks, self.waiting, self.answer):
            column.addWidget(part)

    def _show_answer(self) -> None:
        kinds = tuple(kind for kind, tick in self.ticks.items() if tick.isChecked())
        self.waiting.setVisible(not kinds)
        self.answer.setVisible(bool(kinds))
        if not kinds:
            return
        need = plan_need(replace(self._situation.person, support_kinds=kinds))
        self.answer.show_need(need, need_reference(self._situation), "individen")
        say(self.answer, f"{self.answer.answer.text()}. {need.reason}")

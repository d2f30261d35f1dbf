"""Where the unit keeps its original plans: in Gplan or in Treserva (design §1)."""

from collections.abc import Callable
from dataclasses import dataclass

from ui.own_words_card import readable
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.labels import label

_QUESTION = "Var finns originalet?"
_CHOICES = ((False, "Gplan är originalet"), (True, "Treserva är originalet"))
_WHAT = (
    "Är Treserva originalet säger skärm och utskrifter det, och en upprättad plan har ett "
    "överföringsblad. Där kopierar du planen till Treserva ruta för ruta, och Gplan minns vad som "
    "är inklistrat, när och av vem. Valet gäller alla som använder Gplan på den här datorn."
)


@dataclass(frozen=True)
class OriginalChoice:
    """Whether Treserva holds the original, and what is done when another choice is made."""

    is_treserva: bool
    change: Callable[[bool], None]


class OriginalCard(Card):
    """The question with its two answers; an answer counts at once."""

    def __init__(self, choice: OriginalChoice, theme: Theme) -> None:
        super().__init__(theme)
        self.column.setSpacing(theme.px(8))
        self.choices = ChoiceGroup(_CHOICES)
        self.choices.set_name(_QUESTION)
        self.choices.set_value(choice.is_treserva)
        self.choices.edited.connect(lambda is_treserva: choice.change(bool(is_treserva)))
        self.column.addWidget(label(_QUESTION, "heading"))
        self.column.addWidget(self.choices)
        self.column.addLayout(readable(label(_WHAT, "muted", wraps=True)))

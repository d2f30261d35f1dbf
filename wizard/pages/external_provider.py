"""What an external provider may read of the person at hand, over the manual's text (S2, S131)."""

from PySide6.QtGui import QShowEvent

from gplan_desktop.domain.user import Permission
from gplan_desktop.rules.steps import Step
from ui.errors import show_error
from ui.provider_card import ProviderCard
from ui.provider_desk import ProviderDesk, Shown
from ui.widgets.card import Card
from ui.widgets.labels import label
from wizard.context import PageContext
from wizard.pages.page import Page
from wizard.pages.reading import page_text

_OWN = "Enheten utför själv stödet till {name}. Ingenting lämnas till någon extern utförare."


class ExternalProviderPage(Page):
    """What may leave the unit of this person, if anything may, and below it the manual's text."""

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__(context, step)
        theme, person = context.office.theme, self.editor.situation.person
        self.own = Card(theme)
        # What a provider may read is judged by the tabs too.
        self._why_not = context.office.may(Permission.READ_TABS)
        told = self._why_not or _OWN.format(name=person.name)
        self.own.column.addWidget(label(told, wraps=True))
        self.card = ProviderCard(context.office)
        self.column.addWidget(self.own)
        self.column.addWidget(self.card)
        self._show_which(is_external=person.provider.external and not self._why_not)
        self.text = page_text(context, step)
        self.add_card().addWidget(self.text)
        self.column.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Show what stands in the store now: it may have been changed on another page."""
        super().showEvent(event)
        if not self._why_not:
            self._fetch()

    def focus_first(self) -> None:
        """Put the keyboard on what may be read, or in the manual's text."""
        (self.text if self.card.isHidden() else self.card.text).setFocus()

    def _fetch(self) -> None:
        desk, person_id = ProviderDesk(self.context.office), self.editor.plan.person_id
        self.context.office.paper.run(lambda: desk.person(person_id), self._show, show_error)

    def _show(self, shown: Shown | None) -> None:
        self._show_which(is_external=shown is not None)
        if shown:
            self.card.show_person(shown)

    def _show_which(self, *, is_external: bool) -> None:
        self.own.setVisible(not is_external)
        self.card.setVisible(is_external)

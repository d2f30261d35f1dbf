"""The differences between two plans, part by part, to read word for word (F35)."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gplan_desktop.domain import dates
from gplan_desktop.domain.difference import PieceKind
from gplan_desktop.rules.difference import (
    AreaDifference,
    ChangeKind,
    PartDifference,
    PlanDifference,
)
from ui.widgets.buttons import push_button
from ui.widgets.labels import label
from ui.widgets.pieces_view import LEGEND, PiecesView
from wizard.context import PageContext

_SAME = "Behov, mål och aktiviteter är desamma som i den förra planen."
_REORDERED = "Aktiviteterna står i en annan ordning."
_AREA_KINDS = {
    ChangeKind.ADDED: "Nytt livsområde",
    ChangeKind.REMOVED: "Livsområdet är borttaget",
    ChangeKind.CHANGED: "Ändrat livsområde",
}
_ACTIVITY_KINDS = {
    ChangeKind.ADDED: "Ny aktivitet",
    ChangeKind.REMOVED: "Borttagen aktivitet",
    ChangeKind.CHANGED: "Ändrad aktivitet",
}


class NewsView(QWidget):
    """What came, went and was changed; *names_areas* where it is about more than one."""

    def __init__(self, context: PageContext, *, names_areas: bool) -> None:
        super().__init__()
        self._context, self._names_areas = context, names_areas
        self._theme = context.office.theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(self._theme.px(8), 0, 0, 0)
        self._column.setSpacing(self._theme.px(6))

    def show_news(self, news: PlanDifference) -> None:
        """Show *news* in place of what was shown before."""
        self._clear()
        if self._names_areas:
            self._show_frame(news)
        if news.is_same:
            self._add(label(_SAME, "muted", wraps=True))
            return
        self._add(label(LEGEND, "hint", wraps=True))
        for area in news.areas:
            self._show_area(area)

    def _show_frame(self, news: PlanDifference) -> None:
        """Show the plan's name and its next follow-up, where they are others than before."""
        if any(piece.kind is not PieceKind.SAME for piece in news.name):
            self._show_part("Planens namn", PiecesView(news.name, self._theme))
        if news.follow_up_day and news.follow_up_day != news.former_follow_up_day:
            days = [dates.long(news.follow_up_day)]
            if news.former_follow_up_day:
                days.append(f"förra gången {dates.long(news.former_follow_up_day)}")
            self._show_part("Nästa uppföljning", label(", ".join(days), wraps=True))

    def _show_area(self, area: AreaDifference) -> None:
        kind = _AREA_KINDS[area.kind]
        if self._names_areas:
            self._add(label(f"{kind}: {area.label}", "label", wraps=True))
        elif area.kind is not ChangeKind.CHANGED:
            self._add(label(kind, "label"))
        self._show_parts(area.parts, f"area.{area.code}")
        for activity in area.activities:
            heading = f"{_ACTIVITY_KINDS[activity.kind]}: {activity.what or 'utan namn'}"
            self._add(label(heading, "label", wraps=True))
            # What has gone stands in the earlier plan; all of it struck through helps nobody.
            if activity.kind is not ChangeKind.REMOVED:
                self._show_parts(activity.parts, f"area.{area.code}.activities.0")
        if area.reordered:
            self._add(label(_REORDERED, wraps=True))
        if self._names_areas and area.kind is not ChangeKind.REMOVED:
            self._add_way(area)

    def _show_parts(self, parts: Iterable[PartDifference], place: str) -> None:
        for part in parts:
            name = self._context.editor.situation.method.field(f"{place}.{part.part}").label
            self._show_part(name, PiecesView(part.pieces, self._theme))

    def _show_part(self, name: str, shown: QWidget) -> None:
        self._add(label(name, "small"))
        self._add(shown)

    def _add_way(self, area: AreaDifference) -> None:
        way = push_button(f"Gå till {area.label}", "link")
        way.clicked.connect(lambda: self._context.actions.go(f"area.{area.code}", ""))
        self._add(way)

    def _add(self, part: QWidget) -> None:
        self._column.addWidget(part)

    def _clear(self) -> None:
        while item := self._column.takeAt(0):
            if part := item.widget():
                part.hide()
                part.deleteLater()

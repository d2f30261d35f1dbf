"""The pages of the plan beside the transfer sheet, with how far each has come."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem

from gplan_desktop.rules.transfer import GroupProgress
from ui.theme import Theme
from ui.transfer_words import group_count

_TITLE = Qt.ItemDataRole.UserRole
_ROOMY = "QListView::item {{ padding: {0}px {1}px; }}"


class TransferGroups(QListWidget):
    """The pages in order; a click or Enter goes to what is left of one.

    Signals:
        wanted: the title of the page to go to.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("Sidor i planen")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)
        self.setStyleSheet(_ROOMY.format(theme.px(4), theme.px(8)))
        self.itemClicked.connect(self._want)
        self.itemActivated.connect(self._want)

    def show_groups(self, groups: Sequence[GroupProgress], current: str) -> None:
        """Show *groups*, and mark the one that is titled *current*."""
        self.clearSelection()
        while self.count() > len(groups):
            self.takeItem(self.count() - 1)
        for place, group in enumerate(groups):
            item = self.item(place) or QListWidgetItem(self)
            self._dress(item, group)
            if group.title == current:
                self.setCurrentItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keep Enter to oneself."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def _dress(self, item: QListWidgetItem, group: GroupProgress) -> None:
        told, colours = group_count(group), self._theme.colours
        item.setText(f"{group.title}\n{told}")
        item.setForeground(QColor(colours.done if group.is_done else colours.ink))
        spoken = f"{group.title}, {group.done} av {len(group.fields)} överförda"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setData(_TITLE, group.title)

    def _want(self, item: QListWidgetItem) -> None:
        self.wanted.emit(item.data(_TITLE))

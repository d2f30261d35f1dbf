"""Holds the pages that have been opened, and shows one of them at a time."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gplan_desktop.rules.steps import Step
from ui.field_help import field_around
from ui.theme import Theme
from ui.widgets.labels import label
from wizard.pages.page import Page

MakePage = Callable[[Step], Page]


class _PageArea(QScrollArea):
    """Scrolls a page; what has the keyboard stays in sight when the page grows.

    A page is laid out after it is shown, and grows while one writes.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Ask for the width that the page needs, since it cannot be scrolled sideways."""
        smallest, page = super().minimumSizeHint(), self.widget()
        if page is None or self.isHidden():
            return QSize(0, smallest.height())
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(page.minimumSizeHint().width() + bar, smallest.height())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Tell the parts beside it that this page has a width of its own."""
        super().showEvent(event)
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the page when it has got another size."""
        done = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.Resize:
            self.keep_focus_seen()
        return done

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802 - Qt's names
        """Show what Tab comes to."""
        done = super().focusNextPrevChild(next)
        self.keep_focus_seen()
        return done

    def keep_focus_seen(self) -> None:
        """Scroll so that what has the keyboard is seen, with what is asked for where it fits."""
        focused, page = self.window().focusWidget(), self.widget()
        if focused is None or page is None or not page.isAncestorOf(focused):
            return
        field = field_around(focused)
        if field is not None and field.height() <= self.viewport().height():
            self.ensureWidgetVisible(field, 20, self._theme.px(20))
        else:
            self.ensureWidgetVisible(focused, 20, self._theme.px(60))


class PageStack(QWidget):
    """Title and purpose on top, and under them the page, made when it is first opened."""

    def __init__(self, make_page: MakePage, theme: Theme) -> None:
        super().__init__()
        self._make_page, self._theme = make_page, theme
        self._pages: dict[str, Page] = {}
        self._holders: dict[str, QWidget] = {}
        self._shown: Page | None = None
        self.title = label("", "title", wraps=True)
        self.purpose = label("", "muted", wraps=True)
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(24), theme.px(14), theme.px(12), 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.title)
        layout.addWidget(self.purpose)
        layout.addSpacing(theme.px(8))
        layout.addWidget(self._stack, 1)

    def show_step(self, step: Step, purpose: str) -> Page:
        """Show the page of *step* and return it."""
        page = self.prepare(step)
        self.title.setText(step.title)
        self.purpose.setText(purpose)
        self._stack.setCurrentWidget(self._holders[step.id])
        self._shown = page
        page.refresh()
        return page

    def leave(self) -> None:
        """Save what the page that is shown keeps by itself, before another one is shown."""
        if self._shown is not None:
            self._shown.finish()

    def finish(self) -> bool:
        """Save what the pages themselves keep; False when something is left unsaved."""
        unsaved = [page for page in self._pages.values() if not page.finish()]
        return not unsaved

    def focused(self) -> QWidget | None:
        """Return what has the keyboard on the page that is shown, if anything has."""
        focused = self.window().focusWidget()
        return focused if focused is not None and self.isAncestorOf(focused) else None

    def prepare(self, step: Step) -> Page:
        """Make the page of *step*, unless it is made already, and return it."""
        if step.id not in self._pages:
            page = self._pages[step.id] = self._make_page(step)
            self._holders[step.id] = page if page.fills else self._hold(page)
            self._stack.addWidget(self._holders[step.id])
        return self._pages[step.id]

    def forget(self) -> None:
        """Drop every page, as when the plan became write-protected."""
        for holder in self._holders.values():
            self._stack.removeWidget(holder)
            holder.deleteLater()
        self._shown = None
        self._pages.clear()
        self._holders.clear()

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that *widget* is seen."""
        holder = self._stack.currentWidget()
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(widget, 20, self._theme.px(60))

    def reveal_focus(self) -> None:
        """Scroll so that what has the keyboard is seen."""
        holder = self._stack.currentWidget()
        if isinstance(holder, _PageArea):
            holder.keep_focus_seen()

    def turn_over(self, pages: int) -> None:
        """Scroll the page by most of what is seen, down or (when negative) up."""
        holder = self._stack.currentWidget()
        if isinstance(holder, QScrollArea):
            bar = holder.verticalScrollBar()
            bar.setValue(bar.value() + pages * bar.pageStep() * 9 // 10)

    def _hold(self, page: Page) -> QScrollArea:
        area = _PageArea(self._theme)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The area first: a page that moves when it is in a window is dressed twice.
        self._stack.addWidget(area)
        area.setWidget(page)
        return area

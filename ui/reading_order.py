"""The order in which Tab goes: as one reads, region by region, line by line."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton, QWidget

# Inputs on one line may differ a little in height; they are still one line.
_SAME_LINE = 12


def go_on(regions: Iterable[QWidget], current: QWidget | None, *, forward: bool) -> bool:
    """Put the keyboard in the input after (or before) *current*; False when there is none.

    Qt's own order is that in which widgets were made, which is another one as
    soon as a page is made late or a row is made anew.
    """
    order = [widget for region in regions for widget in _inputs(region, current)]
    if not order:
        return False
    place = order.index(current) if current in order else (-1 if forward else 0)
    chosen = order[(place + (1 if forward else -1)) % len(order)]
    if not _takes_tab(chosen):
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    chosen.setFocus(reason)
    return True


def _inputs(region: QWidget, current: QWidget | None) -> list[QWidget]:
    """Return what takes the keyboard in *region*, box by box: a column is read to its end.

    What holds no input is left out before the rest is ordered: the top of a
    label would otherwise begin the line of a button beside it. *current* is among
    them also when it was just closed or hidden: Qt asks then where to go on from there.
    """
    found = [region] if region is current or _takes_tab(region) else []
    inside = region.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    held = {
        child: _inputs(child, current)
        for child in inside
        if child.isVisible() or child is current or (current and child.isAncestorOf(current))
    }
    for child in _as_read([child for child, inputs in held.items() if inputs]):
        found += held[child]
    return found


def _as_read(widgets: list[QWidget]) -> list[QWidget]:
    """Return *widgets* line by line, and within a line from left to right."""
    ordered: list[QWidget] = []
    line: list[QWidget] = []
    for widget in sorted(widgets, key=lambda w: w.y()):
        if line and not _on_one_line(line[0], widget):
            ordered += sorted(line, key=lambda w: w.x())
            line = []
        line.append(widget)
    return ordered + sorted(line, key=lambda w: w.x())


def _on_one_line(first: QWidget, widget: QWidget) -> bool:
    """Tell whether both begin at one height, or stand beside each other and end at one.

    A problem that is told above an input makes its box higher than those beside it.
    """
    one, other = first.geometry(), widget.geometry()
    if other.top() - one.top() <= _SAME_LINE:
        return True
    is_beside = one.right() < other.left() or other.right() < one.left()
    return is_beside and abs(other.bottom() - one.bottom()) <= _SAME_LINE


def _takes_tab(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    usable = widget.isVisible() and widget.isEnabled()
    return takes and usable and widget.focusProxy() is None and not _stands_aside(widget)


def _stands_aside(widget: QWidget) -> bool:
    """Tell whether another radio button of the group is the one that Tab goes to."""
    group = widget.group() if isinstance(widget, QRadioButton) else None
    if group is None:
        return False
    usual = group.checkedButton() or group.buttons()[0]
    focused = [button for button in group.buttons() if button.hasFocus()]
    return widget is not (focused[0] if focused else usual)

"""A new recovery code: made, seen on paper, read back, and only then in force."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gplan_desktop.user_changes import UserChanges
from gplan_desktop.vault.recovery_code import RecoveryCode
from ui.background import Background
from ui.errors import show_error
from ui.login.code_dialog import CodeDialog, CodeWays
from ui.theme import Theme

_IN_FORCE = "Den nya återställningskoden gäller. Förstör papperet med den gamla."
_OLD_HOLDS = (
    "Den nya koden gäller inte: den är inte avskriven. Papperet med den gamla koden gäller "
    "fortfarande. Förstör papperet med den nya, om du har skrivit ut det."
)
_NONE_HOLDS = (
    "Den nya koden gäller inte: den är inte avskriven. Förstör papperet med den, om du har skrivit "
    "ut det. Enheten har fortfarande ingen kontrollerad kod."
)

ShowPaper = Callable[[RecoveryCode, QWidget], None]


@dataclass(frozen=True)
class NewCodeWays:
    """How the paper of a code is shown over a widget, and where it is told how it went."""

    show_paper: ShowPaper
    tell: Callable[[str], None]


class NewCode:
    """Leads from the button to a code that is in force, or to none."""

    def __init__(
        self, changes: UserChanges, thread: Background, parent: QWidget, ways: NewCodeWays
    ) -> None:
        self._changes, self._thread = changes, thread
        self._parent, self._ways = parent, ways

    def begin(self, theme: Theme) -> None:
        """Make a code, show its paper, and ask for it when the paper is closed."""
        self._thread.run(self._changes.new_code, lambda code: self._ask(code, theme), show_error)

    def _ask(self, code: RecoveryCode, theme: Theme) -> None:
        """Ask for the code, under its paper; the one before it is in force until it was right.

        Another user who takes over the screen finds neither: both are rejected.
        """

        def take(typed: str) -> None:
            work = self._changes.confirm_code
            self._thread.run(lambda: work(code, typed), lambda _: in_force(), dialog.show_refused)

        def in_force() -> None:
            dialog.accept()
            self._tell(_IN_FORCE)

        def show_paper(over: QWidget) -> None:
            self._ways.show_paper(code, over)

        dialog = CodeDialog(theme, self._parent, CodeWays(take, show_paper))
        dialog.rejected.connect(self._withdraw)
        dialog.open()
        dialog.code.setFocus()
        show_paper(dialog)

    def _withdraw(self) -> None:
        def done(old_holds: bool) -> None:
            self._tell(_OLD_HOLDS if old_holds else _NONE_HOLDS)

        self._thread.run(self._changes.withdraw_code, done, show_error)

    def _tell(self, text: str) -> None:
        # The page is gone when another user has taken over meanwhile.
        if isValid(self._parent):
            self._ways.tell(text)

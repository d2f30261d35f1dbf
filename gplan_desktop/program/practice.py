"""The invented persons: gone to, made anew, and what is done when their file is of no use."""

from collections.abc import Callable

from gplan_desktop.errors import DatabaseDamaged, DatabaseNewer
from gplan_desktop.program.opening import Failed, Opening
from ui.confirm import Question, ask
from ui.main_window import MainWindow

_USELESS = Question(
    "Övningsfilen går inte att öppna. Vill du skapa en ny övning?",
    "Den gamla filen läggs åt sidan. Dina riktiga uppgifter berörs inte.",
    "Skapa en ny övning",
    "Avbryt",
)


class Practice:
    """Opens the practice through *open_*; *not_opened* tells why it could not be."""

    def __init__(
        self, window: MainWindow, open_: Callable[[Opening, Failed], None], not_opened: Failed
    ) -> None:
        self._window, self._open, self._not_opened = window, open_, not_opened

    def open(self) -> None:
        """Go to the invented persons."""
        self._open(lambda units: units.open_practice(), self._on_not_opened)

    def renew(self) -> None:
        """Make the invented persons anew."""
        self._open(lambda units: units.renew_practice(), self._not_opened)

    def _replace(self) -> None:
        self._open(lambda units: units.replace_practice(), self._not_opened)

    def _on_not_opened(self, error: Exception) -> None:
        """Offer to make the practice anew when its file is of no use: nothing in it is real."""
        if isinstance(error, DatabaseDamaged | DatabaseNewer):
            self._window.show_first()
            ask(self._window, _USELESS, self._replace)
        else:
            self._not_opened(error)

"""What is wrong in a file of the metodstöd: where, what, and what to write instead."""

from dataclasses import dataclass

from gplan_desktop.errors import WorldError


@dataclass(frozen=True)
class Mistake:
    """One thing to put right; *line* is 0 when the whole file is meant."""

    file: str
    line: int
    where: str
    what: str
    instead: str = ""

    def __str__(self) -> str:
        """Return the mistake as one line to read."""
        named = f" {self.where}:" if self.where else ""
        return " ".join(f"{self._place}:{named} {self.what}. {self.instead}".split())

    @property
    def in_short(self) -> str:
        """Where something is wrong, and what."""
        return f"{self._place}: {self.what}"

    @property
    def _place(self) -> str:
        return f"{self.file}, rad {self.line}" if self.line else self.file


class MethodError(WorldError):
    """A metodstöd that cannot be used, with every mistake in it."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        first = mistakes[0]
        more = f" Det finns {len(mistakes) - 1} fel till." if len(mistakes) > 1 else ""
        super().__init__(
            f"Metodstödet går inte att använda. {first}{more}",
            "Planerna har inte ändrats.",
            "Be den som ansvarar för metodstödet att rätta filen.",
        )
        self.mistakes = mistakes

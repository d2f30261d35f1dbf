"""Tells whether a municipality's metodstöd can be used, and where it differs (--check-method)."""

from pathlib import Path

from gplan_desktop.method.load import load
from gplan_desktop.method.loaded import Loaded
from gplan_desktop.method.mistakes import MethodError, Mistake
from gplan_desktop.method.own_folder import own_files
from gplan_desktop.method.sources import built_in_text
from gplan_desktop.method.wording import in_words
from gplan_desktop.options import answer


def check_method(folder: Path, file: Path | None) -> int:
    """Tell of the metodstöd in *folder* on the console and in *file*; 0 when it can be used."""
    try:
        lines, code = _differences(load(built_in_text, own_files(folder))), 0
    except MethodError as error:
        lines, code = _mistakes(error.mistakes), 1
    return code if answer(lines, file) else 1


def count_of(mistakes: tuple[Mistake, ...]) -> str:
    """Return how many mistakes there are, in words."""
    return "Ett fel." if len(mistakes) == 1 else f"{len(mistakes)} fel."


def _mistakes(mistakes: tuple[Mistake, ...]) -> list[str]:
    last = f"{count_of(mistakes)} Metodstödet går inte att använda."
    return [*map(str, mistakes), last]


def _differences(loaded: Loaded) -> list[str]:
    lines = [f"Metodstöd {loaded.method.version}"]
    for difference in loaded.differences:
        wording = in_words(difference, loaded.method)
        lines += [
            f"{wording.place}",
            f"    inbyggt: {_on_one_line(wording.built_in)}",
            f"    eget:    {_on_one_line(wording.own)}",
        ]
    if not loaded.differences:
        lines.append("Inget skiljer sig från det inbyggda.")
    return [*lines, "Metodstödet går att använda."]


def _on_one_line(text: str) -> str:
    return " ".join(text.split()) or "(inget)"

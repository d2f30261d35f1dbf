"""The folder with a municipality's own files of the metodstöd, read as texts."""

from collections.abc import Iterator
from pathlib import Path

from gplan_desktop.method.mistakes import MethodError, Mistake
from gplan_desktop.method.strict import did_you_mean

SUBFOLDERS = ("help", "pages", "areas")
_KINDS = (".toml", ".md")
_LARGEST = 1_000_000
# What Windows, macOS and the municipality put beside the files.
_LEFT_ALONE = frozenset({"readme.md", "readme.txt", "läsmig.md", "läsmig.txt"})


def own_files(folder: Path) -> dict[str, str]:
    """Return the texts of the municipality's own files by name, as "help/name.md".

    Only the folder itself and the subfolders of a metodstöd are looked in.

    Raises:
        MethodError: with every file that cannot be read, or because there is none.
    """
    texts: dict[str, str] = {}
    mistakes: list[Mistake] = []
    try:
        if not folder.is_dir():
            what = "det är en fil" if folder.exists() else "mappen finns inte"
            raise _nothing(folder, what, "Välj mappen som metodstödets filer ligger i.")
        for path in _files(folder, mistakes):
            _read(path, path.relative_to(folder).as_posix(), texts, mistakes)
    except OSError:
        raise _nothing(folder, "mappen går inte att läsa", "Kontrollera rättigheterna.") from None
    if not texts and not mistakes:
        instead = "Lägg en fil som method.toml i mappen."
        raise _nothing(folder, "mappen har inget metodstöd", instead)
    if mistakes:
        raise MethodError(tuple(mistakes))
    return texts


def _nothing(folder: Path, what: str, instead: str) -> MethodError:
    return MethodError((Mistake(folder.name or str(folder), 0, "", what, instead),))


def _files(folder: Path, mistakes: list[Mistake]) -> Iterator[Path]:
    """Yield the files that may be the metodstöd's; a folder beside them is a mistake."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_file():
            yield path
        elif path.name in SUBFOLDERS:
            yield from (inner for inner in sorted(path.iterdir()) if inner.is_file())
        elif _holds_texts(path):
            instead = did_you_mean(path.name, list(SUBFOLDERS))
            what = "mappen hör inte till metodstödet"
            mistakes.append(Mistake(path.name, 0, "", what, instead))


def _holds_texts(folder: Path) -> bool:
    return folder.is_dir() and any(path.suffix in _KINDS for path in folder.iterdir())


def _read(path: Path, name: str, texts: dict[str, str], mistakes: list[Mistake]) -> None:
    """Read a file into *texts*, or note why it cannot be one; other kinds are left alone."""
    if path.name.lower() in _LEFT_ALONE:
        return
    if path.suffix not in _KINDS:
        # Windows hides endings, so a file that looks right may be "fields.toml.txt".
        whole, _, _ = name.rpartition(".")
        if path.suffix.lower() in _KINDS or whole.endswith(_KINDS) or path.suffix == ".txt":
            instead = f"Döp om den så att namnet slutar på {' eller '.join(_KINDS)}."
            mistakes.append(Mistake(name, 0, "", "filen har fel filändelse", instead))
        return
    if path.stat().st_size > _LARGEST:
        mistakes.append(Mistake(name, 0, "", "filen är för stor", "Skriv högst en miljon tecken."))
        return
    try:
        texts[name] = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        instead = "Spara filen som UTF-8 och kontrollera att den går att öppna."
        mistakes.append(Mistake(name, 0, "", "filen går inte att läsa som text", instead))

"""Compare what a built wheel holds with what the program needs to run."""

import sys
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("gplan_desktop", "ui", "wizard", "printing", "resources")
FOR_README_ONLY = {"resources/screenshot.png"}

# At least one file of each of these kinds, so that an emptied folder is noticed as well.
NEEDED = (
    "gplan_desktop/app.py",
    "resources/examples/*.toml",
    "resources/fonts/*.ttf",
    "resources/fonts/others/*.ttf",
    "resources/fonts/others/LICENSE.txt",
    "resources/hyphenation.txt",
    "resources/fonts/LICENSE-SourceSans3.txt",
    "resources/icons/*.svg",
    "resources/icons/LICENSE-MaterialSymbols.txt",
    "resources/method/*.toml",
    "resources/method/areas/*.toml",
    "resources/method/care_words.txt",
    "resources/method/help/*.md",
    "resources/method/pages/*.md",
    "resources/spelling/sv.aff",
    "resources/spelling/sv.dic",
    "resources/words/*.txt",
    "*.dist-info/licenses/LICENSE",
    "*.dist-info/licenses/resources/fonts/LICENSE-SourceSans3.txt",
    "*.dist-info/licenses/resources/spelling/LICENSE-LGPL-3.0.txt",
)


def problems(names: Iterable[str]) -> list[str]:
    """Tell what is missing from the wheel's file names, and what does not belong there."""
    shipped = set(names)
    expected = set(_files_of_the_program()) - FOR_README_ONLY
    extra = {name for name in shipped - expected if ".dist-info/" not in name}
    return [
        *(f"missing: {name}" for name in sorted(expected - shipped)),
        *(f"does not belong: {name}" for name in sorted(extra)),
        *(f"none of: {kind}" for kind in NEEDED if not any(fnmatchcase(n, kind) for n in shipped)),
    ]


def _files_of_the_program() -> Iterable[str]:
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path.relative_to(ROOT).as_posix()


def main(wheel: str) -> int:
    """Print what is wrong with the wheel; return 1 when something is."""
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    found = problems(names)
    print("\n".join(found) or f"{len(names)} files, all that is needed and nothing else")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

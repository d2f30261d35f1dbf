"""What can be asked for on the command line, and where the answer goes."""

import argparse
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gplan_desktop.version import VERSION


@dataclass(frozen=True)
class Options:
    """The choices of one start."""

    practice: bool = False
    data: Path | None = None
    today: date | None = None
    check: bool = False
    check_method: Path | None = None
    report: Path | None = None


def read(arguments: list[str]) -> Options:
    """Read the command line; ends the program with a sentence when it makes no sense."""
    parser = argparse.ArgumentParser(
        prog="gplan-desktop", description="Genomförandeplaner enligt IBIC."
    )
    parser.add_argument("--practice", action="store_true", help="öva med påhittade personer")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="mapp för all data")
    parser.add_argument(
        "--today", type=_day, metavar="DATE", help="låtsas att det är den här dagen (bara övning)"
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="prova hela arbetet utan skärm och berätta hur det gick",
    )
    parser.add_argument(
        "--check-method",
        type=Path,
        metavar="FOLDER",
        help="kontrollera kommunens metodstöd i mappen och berätta vad som är fel",
    )
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="skriv resultatet av kontrollen hit"
    )
    parser.add_argument("--version", action="version", version=f"Gplan {VERSION}")
    options = Options(**vars(parser.parse_args(arguments)))
    if options.today and not options.practice:
        parser.error("--today fungerar bara tillsammans med --practice")
    if options.report and not (options.check or options.check_method):
        parser.error("--report fungerar bara tillsammans med --check eller --check-method")
    return options


def answer(lines: list[str], file: Path | None) -> bool:
    """Tell *lines* on the console, if there is one, and in *file*; False when that fails."""
    text, is_told = "\n".join(lines) + "\n", True
    if file is not None:
        try:
            file.write_text(text, "utf-8")
        except OSError as error:
            is_told = False
            text += f"FEL: resultatet kunde inte skrivas till {file.name}: {error.strerror}\n"
    if sys.stdout is not None:
        # A console in cp1252 knows å, but not every sign that an error may hold.
        sys.stdout.buffer.write(text.encode(sys.stdout.encoding or "utf-8", "replace"))
        sys.stdout.flush()
    return is_told


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("skriv datumet som 2026-10-05") from None

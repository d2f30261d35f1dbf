"""Set up and start Gplan with nothing but Python: `python run.py`, or `python run.py test`.

Standard library only, and in words that Python 3.6 can read: an older Python than Gplan needs
must come as far as saying so.
"""

import ctypes
import hashlib
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST_PYTHON = (3, 11)

# What Qt 6.11 loads from a Linux system, and the Debian package of each, read out of its ELF files.
OFFSCREEN_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class CannotStart(Exception):
    """Something outside Gplan is missing; the text says in two languages what to do."""

    def __init__(self, swedish: str, english: str) -> None:
        super().__init__(f"\n{swedish}\n\n{english}\n")


def say(text: str) -> None:
    """Print a line; signs that the console does not have become question marks."""
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    print(text.encode(encoding, "replace").decode(encoding), flush=True)


def check_python(version: tuple) -> None:
    """Raise CannotStart when the running Python is too old."""
    if version < OLDEST_PYTHON:
        found, wanted = (".".join(map(str, v[:2])) for v in (version, OLDEST_PYTHON))
        raise CannotStart(
            f"Gplan behöver Python {wanted} eller nyare; det här är Python {found}. "
            "Hämta en nyare Python på python.org och försök igen.",
            f"Gplan needs Python {wanted} or later; this is Python {found}. "
            "Get a newer one from python.org and try again.",
        )


def check_modules(names: tuple = ("venv", "ensurepip")) -> None:
    """Raise CannotStart when Python came without what makes a virtual environment (Debian)."""
    if not all(find_spec(name) for name in names):
        raise CannotStart(
            "Python saknar modulen venv. På Debian och Ubuntu: sudo apt install python3-venv",
            "Python lacks its venv module. On Debian and Ubuntu: sudo apt install python3-venv",
        )


def missing_packages(libraries: dict) -> list:
    """The Debian packages of those libraries that this Linux system does not have."""
    return sorted(package for name, package in libraries.items() if not _loads(name))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def check_libraries(environment: dict) -> None:
    """Raise CannotStart when Qt would not start on this Linux system."""
    if not sys.platform.startswith("linux"):
        return
    libraries = dict(OFFSCREEN_LIBRARIES)
    if environment.get("QT_QPA_PLATFORM", "xcb") == "xcb" and "DISPLAY" in environment:
        libraries.update(WINDOW_LIBRARIES)
    packages = " ".join(missing_packages(libraries))
    if packages:
        raise CannotStart(
            f"Systemet saknar bibliotek som fönstren behöver: sudo apt install {packages}",
            f"The system lacks libraries that the windows need: sudo apt install {packages}",
        )


def fingerprint(root: Path, python: str) -> str:
    """A digest of all that an installation depends on: what is asked for, where and for whom."""
    digest = hashlib.sha256(f"{root}\0{python}".encode("utf-8", "surrogateescape"))
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


def is_ready(stamps: list, wanted: str) -> bool:
    """Say whether one of the stamps tells of a finished installation of what is wanted now."""
    return any(stamp.is_file() and stamp.read_text("ascii") == wanted for stamp in stamps)


def prepare(extra: str) -> None:
    """Make .venv hold what the program (extra "") or its tests ("[test]") need."""
    stamps = {"": VENV / "ready.txt", "[test]": VENV / "ready-test.txt"}
    wanted = fingerprint(ROOT, sys.version)
    # What the tests need includes what the program needs.
    if is_ready([stamps["[test]"], stamps[extra]], wanted):
        return
    say("Gplan förbereds. Första gången hämtas omkring 300 MB och det tar några minuter.")
    _make_environment(keep=any(stamp.is_file() for stamp in stamps.values()))
    # From here until the new stamp stands, an interruption means: begin again from nothing.
    for stamp in stamps.values():
        if stamp.is_file():
            stamp.unlink()
    _install(extra)
    stamps[extra].write_text(wanted, "ascii")
    say("Klart.")


def _make_environment(keep: bool) -> None:
    """Make .venv anew, unless a finished one stands there that only needs other versions."""
    if keep and subprocess.call([str(PYTHON), "-c", ""], stderr=subprocess.DEVNULL) == 0:
        return
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]) != 0:
        raise CannotStart(
            f"Det går inte att skapa mappen {VENV}. Stäng Gplan om det är igång, och kontrollera "
            "att du får skriva i mappen.",
            f"The folder {VENV} cannot be made. Close Gplan if it is running, and check that you "
            "may write in the folder.",
        )


def _install(extra: str) -> None:
    """Let pip fetch the versions of constraints.txt, telling one line a package."""
    command = [str(PYTHON), "-m", "pip", "install", "--progress-bar", "off", "-e", "." + extra]
    # Relative, for pip divides these at spaces. The first is for the packages (and for what
    # builds them, in older pip), the second for what builds them.
    pins = {"PIP_CONSTRAINT": "constraints.txt", "PIP_BUILD_CONSTRAINT": "constraints.txt"}
    environment = dict(os.environ, PYTHONUTF8="1", PIP_DISABLE_PIP_VERSION_CHECK="1", **pins)
    told = []
    pip = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    for line in (raw.decode("utf-8", "replace").strip() for raw in pip.stdout):
        told.append(line)
        if line.startswith("Collecting "):
            say("  hämtar " + line.split()[1])
        elif line.startswith("Installing collected packages"):
            say("  installerar")
    if pip.wait() != 0:
        raise explain(told)


def explain(told: list) -> CannotStart:
    """What pip's complaints mean, with the last of them."""
    complaints = [line for line in told if line.lower().startswith(("error", "warning"))]
    lines = "\n".join((complaints or told)[-6:])
    signs = ("connection", "timed out", "name resolution", "getaddrinfo", "proxy", "ssl")
    if any(sign in line.lower() for line in told for sign in signs):
        return CannotStart(
            "Det går inte att hämta det som behövs: nätverket svarar inte. Kontrollera "
            "anslutningen (eller proxyn, HTTPS_PROXY) och kör samma kommando igen.",
            "What is needed cannot be fetched: the network does not answer. Check the connection "
            f"(or the proxy, HTTPS_PROXY) and run the same command again.\n\n{lines}",
        )
    return CannotStart(
        "Installationen misslyckades. Kör samma kommando igen, eller visa raderna för IT.",
        f"The installation failed. Run the same command again, or show IT these lines.\n\n{lines}",
    )


def main(arguments: list) -> int:
    """Prepare, then run the tests (first argument "test") or the program; return its exit code."""
    testing = arguments[:1] == ["test"]
    # Or Windows would read .venv's link to this folder as cp1252, and å would go wrong.
    environment = dict(os.environ, PYTHONUTF8="1")
    if testing:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        # What would go wrong on Windows without UTF-8 mode shall fail in the tests.
        environment["PYTHONWARNDEFAULTENCODING"] = "1"
    try:
        check_python(sys.version_info[:2])
        check_modules()
        check_libraries(environment)
        prepare("[test]" if testing else "")
    except CannotStart as reason:
        say(str(reason))
        return 1
    except KeyboardInterrupt:
        say("Avbrutet. Nästa gång börjar förberedelsen om.")
        return 130
    return _start(arguments, environment)


def _start(arguments: list, environment: dict) -> int:
    if arguments[:1] == ["test"]:
        command, folder = ["-m", "pytest", *arguments[1:]], ROOT
    else:
        # -P: a folder "ui" where the user happens to stand must not be taken for ours.
        command, folder = ["-P", "-m", "gplan_desktop", *arguments], None
    try:
        return subprocess.call([str(PYTHON), *command], cwd=folder, env=environment)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Prints through a real CUPS queue to a file, and measures what came out of it.

Run by hand, as root on a machine with CUPS and its filters installed, in the program's own
Python: `python tests/bench/print_to_cups.py`. A CUPS server of its own is started for it, with
one printer that has 600 dots an inch, margins of 4 mm and two sides, and that writes to a file;
the machine's own printers are not touched. Ends with an error when something lies wrong.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from gplan_desktop.errors import PrintFailed
from ui.papers import PaperJob
from ui.pdf_document import PdfPages
from ui.print_dialog import ask_for_printer
from ui.printing import print_jobs, print_pages
from ui.progress_window import Stopped

QUEUE = "Fil"
LONG_SIDE = QPrinter.DuplexMode.DuplexLongSide
PATIENCE_SECONDS = 30
CONFIG = """Listen {home}/cups.sock
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
"""
FILES = """User lp
Group lp
SystemGroup lpadmin
ServerRoot {home}/root
RequestRoot {home}/spool
CacheDir {home}/cache
StateDir {home}/state
TempDir {home}/tmp
ErrorLog {home}/error_log
AccessLog {home}/access_log
PageLog {home}/page_log
FileDevice Yes
"""
SIZES = {"A4": (595, 842), "Letter": (612, 792)}


def printer_description() -> str:
    """Describe the printer to CUPS, in its own language."""
    choices = ["*OpenUI *PageSize: PickOne", "*DefaultPageSize: A4"]
    choices += [f'*PageSize {n}/{n}: "<</PageSize[{w} {h}]>>"' for n, (w, h) in SIZES.items()]
    choices += ["*CloseUI: *PageSize", "*OpenUI *PageRegion: PickOne", "*DefaultPageRegion: A4"]
    choices += [f'*PageRegion {n}/{n}: "<</PageSize[{w} {h}]>>"' for n, (w, h) in SIZES.items()]
    choices += ["*CloseUI: *PageRegion", "*DefaultImageableArea: A4"]
    edge = 4 * 72 / 25.4
    for name, (wide, high) in SIZES.items():
        inside = f"{edge:.2f} {edge:.2f} {wide - edge:.2f} {high - edge:.2f}"
        choices += [f'*ImageableArea {name}/{name}: "{inside}"']
    choices += ["*DefaultPaperDimension: A4"]
    choices += [f'*PaperDimension {n}/{n}: "{w} {h}"' for n, (w, h) in SIZES.items()]
    choices += ["*OpenUI *Duplex/Duplex: PickOne", "*DefaultDuplex: None"]
    choices += [f'*Duplex {name}: ""' for name in ("None", "DuplexNoTumble", "DuplexTumble")]
    choices += ["*CloseUI: *Duplex", "*OpenUI *Resolution: PickOne"]
    choices += ["*DefaultResolution: 600dpi", '*Resolution 600dpi: "<</HWResolution[600 600]>>"']
    choices += ["*CloseUI: *Resolution", "*DefaultFont: Courier"]
    return "\n".join(
        [
            '*PPD-Adobe: "4.3"',
            '*FormatVersion: "4.3"',
            '*FileVersion: "1.0"',
            "*LanguageVersion: English",
            "*LanguageEncoding: ISOLatin1",
            '*PCFileName: "FILE.PPD"',
            '*Product: "(File)"',
            '*Manufacturer: "Gplan"',
            '*ModelName: "File with margins"',
            '*ShortNickName: "File with margins"',
            '*NickName: "File with margins"',
            '*PSVersion: "(3010.000) 0"',
            '*LanguageLevel: "3"',
            "*ColorDevice: True",
            "*DefaultColorSpace: RGB",
            "*cupsVersion: 2.4",
            "*cupsManualCopies: True",
            '*cupsFilter: "application/vnd.cups-pdf 0 -"',
            *choices,
            "",
        ]
    )


class CupsFile:
    """A queue whose printer is a file."""

    def __init__(self, home: Path) -> None:
        self._home, self.file = home, home / "out" / "job.pdf"

    def start(self) -> subprocess.Popen[bytes]:
        """Start a server of our own and add the printer to it."""
        for folder in ("root", "spool", "cache", "state", "tmp", "out"):
            (self._home / folder).mkdir()
            shutil.chown(self._home / folder, "lp", "lp")
        self._home.chmod(0o755)
        self.file.touch()
        (self._home / "cupsd.conf").write_text(CONFIG.format(home=self._home))
        (self._home / "files.conf").write_text(FILES.format(home=self._home))
        (self._home / "file.ppd").write_text(printer_description())
        config = ["-c", str(self._home / "cupsd.conf"), "-s", str(self._home / "files.conf")]
        server = subprocess.Popen([_program("cupsd"), "-f", *config])
        os.environ["CUPS_SERVER"] = str(self._home / "cups.sock")
        wait_until((self._home / "cups.sock").exists)
        queue = ["-p", QUEUE, "-E", "-v", f"file:{self.file}", "-P", str(self._home / "file.ppd")]
        # A description in PPD is the only one that says where a printer cannot reach.
        subprocess.run([_program("lpadmin"), *queue], check=True, stderr=subprocess.DEVNULL)
        return server

    def printed(self, work: Callable[[], object]) -> bytes:
        """Return what came out of the printer when *work* printed; nothing when nothing did."""
        self.file.write_bytes(b"")
        work()
        wait_until(lambda: not _answer("lpstat", "-o"))
        return self.file.read_bytes()

    def remove_printer(self) -> None:
        """Take the printer away, as when somebody pulls its plug."""
        subprocess.run([_program("lpadmin"), "-x", QUEUE], check=True)


def _program(name: str) -> str:
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin")
    if found is None:
        sys.exit(f"{name} is not installed")
    return found


def _answer(*command: str) -> str:
    done = subprocess.run([_program(command[0]), *command[1:]], capture_output=True, check=False)
    return done.stdout.decode()


def wait_until(is_so: Callable[[], object]) -> None:
    """Wait for another process."""
    last = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        if time.monotonic() > last:
            sys.exit("CUPS did not answer in time")
        time.sleep(0.05)


@contextmanager
def cups() -> Iterator[CupsFile]:
    """Run a server for as long as the block lasts."""
    with tempfile.TemporaryDirectory() as home:
        queue = CupsFile(Path(home))
        server = queue.start()
        try:
            yield queue
        finally:
            server.terminate()
            server.wait()


def document(pages: int, mark: float = 10) -> bytes:
    """Make pages with a mark 100 mm from the left and top, and one 15 mm from the other edges."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    for _ in range(pages):
        canvas.rect(100 * mm, A4[1] - (100 + mark) * mm, mark * mm, mark * mm, stroke=0, fill=1)
        canvas.rect(A4[0] - 25 * mm, 15 * mm, 10 * mm, 10 * mm, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def printer_at(**settings: object) -> QPrinter:
    """Return the queue as the dialog would, with copies, sides and the like set."""
    printer = QPrinter(QPrinterInfo.printerInfo(QUEUE), QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDocName("Genomförandeplan")
    for name, value in settings.items():
        getattr(printer, f"set{name}")(value)
    return printer


def ink(data: bytes) -> tuple[float, float, float, float]:
    """Measure where the ink of the first page begins and ends, in mm from its upper left."""
    pages = PdfPages(data)
    wide = round(pages.page_size(0).width() / 72 * 300)
    grey = pages.image(0, wide).convertToFormat(QImage.Format.Format_Grayscale8)
    pages.close()
    lines = [bytes(grey.constScanLine(y))[: grey.width()] for y in range(grey.height())]
    rows = [y for y, line in enumerate(lines) if min(line) < 128]
    columns = [x for x in range(grey.width()) if min(lines[y][x] for y in rows) < 128]
    ends = (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)
    return tuple(round(dots / 300 * 25.4, 2) for dots in ends)  # type: ignore[return-value]


def told(data: bytes) -> str:
    """Describe a printed file in one line."""
    if not data:
        return "nothing"
    reader = PdfReader(BytesIO(data))
    sizes = {(round(p.mediabox.width, 1), round(p.mediabox.height, 1)) for p in reader.pages}
    return f"{len(reader.pages)} pages {sizes} {len(data) / 1e6:.2f} MB"


def go_on(_text: str, _done: int, _whole: int) -> None:
    """Let the job go on."""


def stop_in_second(text: str, _done: int, _whole: int) -> None:
    """Stop the job when the first page is sent."""
    if "1 av 3" in text:
        raise Stopped


def measure_size(queue: CupsFile) -> bool:
    """Print on A4 and measure; half a millimetre is what a ruler sees."""
    start, outcome = time.perf_counter(), []
    data = document(3)
    out = queue.printed(lambda: outcome.append(print_pages(data, printer_at(), go_on)))
    seconds = time.perf_counter() - start
    found, wanted = ink(out), (100, 100, 195, 282)
    error = max(abs(one - other) for one, other in zip(found, wanted, strict=True))
    print(f"A4: {told(out)} in {seconds:.1f} s; ink {found} mm, at most {error:.2f} mm wrong")
    print("   ", outcome)
    return len(PdfReader(BytesIO(out)).pages) == 3 and error < 0.5


def measure_letter(queue: CupsFile) -> bool:
    """Print on Letter, where the page has to be smaller."""
    outcome = []
    printer = printer_at(PageSize=QPageSize(QPageSize.PageSizeId.Letter))
    out = queue.printed(lambda: outcome.append(print_pages(document(1), printer, go_on)))
    print(f"Letter: {told(out)}; ink {ink(out)} mm; {outcome}")
    return bool(outcome[0].notice)


def measure_margins(queue: CupsFile) -> bool:
    """Print with ink 2 mm from the edge, where this printer cannot reach."""
    file, outcome = BytesIO(), []
    canvas = Canvas(file, pagesize=A4)
    canvas.rect(2 * mm, 100 * mm, 10 * mm, 10 * mm, stroke=0, fill=1)
    canvas.save()
    queue.printed(lambda: outcome.append(print_pages(file.getvalue(), printer_at(), go_on)))
    print(f"2 mm from the edge: {outcome}")
    return bool(outcome[0].notice)


def measure_copies(queue: CupsFile) -> bool:
    """Print two copies of three pages, collated, on both sides."""
    printer = printer_at(CopyCount=2, CollateCopies=True, Duplex=LONG_SIDE)
    print(f"copies by the driver: {printer.supportsMultipleCopies()}, sides: {printer.duplex()}")
    out = queue.printed(lambda: print_pages(document(3), printer, go_on))
    print(f"two copies on both sides: {told(out)}")
    return bool(out)


def measure_many(queue: CupsFile) -> bool:
    """Print three documents of 3, 1 and 2 pages on both sides in one job."""
    jobs = [PaperJob(str(pages), lambda pages=pages: document(pages)) for pages in (3, 1, 2)]
    out = queue.printed(lambda: print_jobs(jobs, printer_at(Duplex=LONG_SIDE), go_on))
    print(f"three documents on both sides: {told(out)}, 8 expected with the blank ones")
    return len(PdfReader(BytesIO(out)).pages) == 8


def measure_stop(queue: CupsFile) -> bool:
    """Stop after one page of three."""
    outcome = []
    out = queue.printed(
        lambda: outcome.append(print_pages(document(3), printer_at(), stop_in_second))
    )
    print(f"stopped after one page: {told(out)}; {outcome}")
    return bool(outcome[0].notice) == bool(out)


def measure_dialog(_queue: CupsFile) -> bool:
    """Look for the printer in the system's dialog and in Qt's list."""
    seen, parent = [], QWidget()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        boxes = dialog.findChildren(QComboBox)
        seen.extend(box.itemText(at) for box in boxes for at in range(box.count()))
        dialog.done(QPrintDialog.DialogCode.Accepted)

    QTimer.singleShot(200, look)
    printer = ask_for_printer("Genomförandeplan", 3, parent)
    name = printer.printerName() if printer else ""
    print(f"Qt lists {QPrinterInfo.availablePrinterNames()}, dialog {seen[:4]}, chosen {name!r}")
    return QUEUE in seen and name == QUEUE


def measure_gone(queue: CupsFile) -> bool:
    """Take the printer away while it prints, and try once more when it is gone."""
    printer, texts = printer_at(), []

    def remove(_text: str, done: int, _whole: int) -> None:
        if done == 1:
            queue.remove_printer()

    for tell in (remove, go_on):
        try:
            print_pages(document(2), printer, tell)
        except PrintFailed as error:
            texts.append(error.happened)
    print(f"printer gone: {texts}")
    return len(texts) == 2


def main() -> None:
    """Run all measurements and end with an error when one of them is wrong."""
    application = QApplication([])
    with cups() as queue:
        checks = [
            measure_dialog,
            measure_size,
            measure_letter,
            measure_margins,
            measure_copies,
            measure_many,
            measure_stop,
            measure_gone,
        ]
        wrong = [check.__name__ for check in checks if not check(queue)]
    application.quit()
    sys.exit(f"wrong: {wrong}" if wrong else 0)


if __name__ == "__main__":
    main()

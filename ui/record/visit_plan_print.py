"""The visit plan as paper: asked first whether the code is to be read on it, if there is one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from gplan_desktop.archive.names import safe_name, whose
from gplan_desktop.domain.person import Person
from gplan_desktop.domain.print_out import Paper
from gplan_desktop.domain.visit_plan import VisitPlanRecord
from gplan_desktop.rules.tes_text import CODE_FIELD
from ui.errors import show_error
from ui.office import Office
from ui.paper_dialog import LooseSheet, PaperDialog
from ui.record.visit_plan_rows import NAMELESS

_QUESTION = "Ska koden till medicinskåpet synas på papperet?"
_CONSEQUENCE = (
    "Ett papper med kod har man på sig under besöket. Det strimlas så snart det inte behövs. "
    "Att koden har visats antecknas i loggen, och utskriften i listan över papper."
)
WITH_CODE, WITHOUT_CODE, CANCEL = "Med kod", "Utan kod", "Avbryt"


def print_visit_plan(
    person: Person, record: VisitPlanRecord, office: Office, parent: QWidget
) -> None:
    """Open the paper of *record* over *parent*, after the question about the code."""

    def show(codes_shown: bool) -> None:
        dialog = PaperDialog(_sheet(person, record, office, codes_shown), office, parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def answer(codes_shown: bool) -> None:
        """Show the code only once it has been logged that it is shown."""
        if not codes_shown:
            show(False)
            return
        office.database.run(
            lambda: office.store.tabs.note_code_shown(person.id, CODE_FIELD),
            lambda _: show(True),
            show_error,
        )

    if record.plan.home.medicine_cabinet_code.is_blank:
        show(False)
    else:
        _ask(parent, answer)


def _sheet(
    person: Person, record: VisitPlanRecord, office: Office, codes_shown: bool
) -> LooseSheet:
    plan = record.plan
    day = plan.written_on.isoformat() if plan.written_on else "utan datum"
    called = f"{Paper.VISIT_PLAN.label} {plan.name.strip() or NAMELESS.lower()}"
    return LooseSheet(
        Paper.VISIT_PLAN,
        lambda: office.record_papers.visit_plan(person, plan, codes_shown),
        person_id=person.id,
        name=safe_name(f"{called} – {whose(person.name)} – {day}"),
        checksum=record.digest,
        subject=plan.id,
        codes_shown=codes_shown,
    )


def _ask(parent: QWidget, then: Callable[[bool], None]) -> None:
    """Ask whether codes shall show; the safe answer is the default."""
    role = QMessageBox.ButtonRole
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Gplan")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(_QUESTION)
    box.setInformativeText(_CONSEQUENCE)
    without = box.addButton(WITHOUT_CODE, role.AcceptRole)
    with_code = box.addButton(WITH_CODE, role.AcceptRole)
    box.setEscapeButton(box.addButton(CANCEL, role.RejectRole))
    box.setDefaultButton(without)
    without.clicked.connect(lambda: then(False))
    with_code.clicked.connect(lambda: then(True))
    box.finished.connect(box.deleteLater)
    box.open()

"""What is written is in the store within two seconds, also when nobody pauses."""

from typing import Any

from PySide6.QtCore import QTimer

from ui.office import Office
from ui.record.journal_part import JournalPart
from ui.record.ways import RecordWays


def test_writing_on_without_a_pause_does_not_put_the_saving_off(
    office: Office, put_up: Any, qtbot: Any
) -> None:
    person = office.database.call(lambda: office.store.person("gunnel"))
    part = JournalPart(person, office, RecordWays(lambda *_: None, lambda *_: None))
    put_up(part)
    writer = part.writing.writer
    writer.change("journal.text", "Vi ")
    timer: Any = part.writing.autosave.findChild(QTimer)
    assert timer.interval() == 2_000
    timer.start(20)

    def is_kept() -> bool:
        writer.change("journal.text", f"{writer.draft.text}gick ")
        return office.database.call(lambda: office.store.journal.draft("gunnel")) is not None

    qtbot.waitUntil(is_kept, timeout=1_000)
    assert part.finish()
